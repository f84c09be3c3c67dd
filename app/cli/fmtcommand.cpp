// SPDX-License-Identifier: MIT
#include "app/cli/fmtcommand.h"

#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "core/diff/unified.h"
#include "core/hcl/formatter.h"
#include "core/hcl/limits.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <iterator>
#include <ostream>

namespace drydock::cli {

namespace fs = std::filesystem;

void FmtCommand::configure(CommandOptions options)
{
    options.add("PATH", m_paths, "Files and folders; the current folder if none is given; - for standard input");
    options.addFlag("--check", m_check, "Change nothing; exit with 1 if a file is not formatted");
    options.addFlag("--diff", m_diff, "Show the changes as a unified diff");
    options.addFlag("--recursive", m_recursive, "Also the folders inside");
    options.addFlag("--stdin", m_stdin, "Read standard input and print the result");
    options.add("--format", m_format, "text or json").choices({"text", "json"});
}

static bool isFormatted(const std::string &name)
{
    static constexpr std::array<std::string_view, 5> Endings{".tf", ".tfvars", ".tftest.hcl", ".tfmock.hcl",
                                                             ".tfquery.hcl"};
    return std::any_of(Endings.begin(), Endings.end(), [&](std::string_view ending) { return name.ends_with(ending); });
}

// As Terraform has it: hidden files, and what editors leave behind.
static bool isIgnored(const std::string &name)
{
    return name.starts_with('.') || name.ends_with('~') || (name.starts_with('#') && name.ends_with('#'));
}

void FmtCommand::formatFile(const fs::path &file, Outcome &outcome) const
{
    auto text = readFile(file, hcl::limits::FileBytes);
    if (!text) {
        outcome.problems.push_back({std::move(text.error()), {}});
        return;
    }
    const hcl::ParsedFile parsed = hcl::parse(hcl::SourceFile(file.string(), std::move(*text)));
    for (const hcl::Diagnostic &diagnostic : parsed.diagnostics)
        outcome.problems.push_back(
            {hcl::toError(diagnostic, parsed.source(), "fmt.syntax"), hcl::render(diagnostic, parsed.source())});
    if (!parsed.ok())
        return;
    const std::string formatted = hcl::format(parsed);
    if (formatted == parsed.source().text())
        return;
    if (m_diff)
        outcome.diffs += diff::unifiedDiff(file.generic_string(), parsed.source().text(), formatted);
    if (!m_check) {
        std::error_code error;
        const fs::path target = fs::canonical(file, error);
        const fs::perms mode = fs::status(target, error).permissions();
        if (auto written = writeFileAtomically(error ? file : target, formatted); !written) {
            outcome.problems.push_back({std::move(written.error()), {}});
            return;
        }
        fs::permissions(target, mode, error);
    }
    outcome.changed.push_back(file.string());
}

void FmtCommand::formatFolder(const fs::path &folder, Outcome &outcome, const Console &console) const
{
    std::error_code error;
    std::vector<fs::directory_entry> entries;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        entries.push_back(*entry);
    if (error)
        outcome.problems.push_back({systemError(error.value(), "The folder cannot be read", folder.string()), {}});
    std::sort(entries.begin(), entries.end());
    for (const fs::directory_entry &entry : entries) {
        const std::string name = entry.path().filename().string();
        if (!m_check)
            removeIfStale(entry.path()); // what a killed fmt left
        if (console.stop.stop_requested() || isIgnored(name))
            continue;
        const fs::path path = folder == "." ? fs::path(name) : entry.path();
        if (entry.symlink_status(error).type() == fs::file_type::directory) {
            if (m_recursive)
                formatFolder(path, outcome, console);
        } else if (isFormatted(name)) {
            formatFile(path, outcome);
        }
    }
}

void FmtCommand::formatPath(const std::string &path, Outcome &outcome, const Console &console) const
{
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::directory)
        formatFolder(path, outcome, console);
    else if (status.type() == fs::file_type::not_found)
        outcome.problems.push_back(
            {Error{"fmt.missing", "There is no such file or folder.", path, "Check the path."}, {}});
    else if (!isFormatted(path))
        outcome.problems.push_back(
            {Error{"fmt.kind", "Only .tf, .tfvars, .tftest.hcl, .tfmock.hcl and .tfquery.hcl files are formatted.",
                   path, "Use --stdin for other files in HCL native syntax."},
             {}});
    else
        formatFile(path, outcome);
}

int FmtCommand::formatInput(Console &console) const
{
    std::string text{std::istreambuf_iterator<char>(console.in), {}};
    const hcl::ParsedFile parsed = hcl::parse(hcl::SourceFile("<stdin>", std::move(text)));
    for (const hcl::Diagnostic &diagnostic : parsed.diagnostics)
        console.err << hcl::render(diagnostic, parsed.source());
    if (!parsed.ok())
        return Unusable;
    const std::string formatted = hcl::format(parsed);
    const bool changes = formatted != parsed.source().text();
    if (m_diff)
        console.out << diff::unifiedDiff("stdin", parsed.source().text(), formatted);
    else if (!m_check)
        console.out << formatted;
    return m_check && changes ? GateFailed : Success;
}

int FmtCommand::report(Console &console, const Outcome &outcome) const
{
    if (m_format == "json") {
        nlohmann::json json{{"changed", outcome.changed}, {"errors", nlohmann::json::array()}};
        for (const Problem &problem : outcome.problems)
            json["errors"].push_back({{"code", problem.error.code},
                                      {"place", problem.error.place},
                                      {"message", problem.error.message},
                                      {"hint", problem.error.hint}});
        if (m_diff)
            json["diff"] = outcome.diffs;
        console.out << json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    } else {
        for (const std::string &file : outcome.changed)
            console.out << file << '\n';
        console.out << outcome.diffs;
    }
    for (const Problem &problem : outcome.problems) {
        if (problem.excerpt.empty())
            (void)cli::report(console, problem.error);
        else
            console.err << problem.excerpt;
    }
    if (!outcome.problems.empty() || console.stop.stop_requested())
        return Unusable;
    return m_check && !outcome.changed.empty() ? GateFailed : Success;
}

int FmtCommand::run(Console &console)
{
    const bool input = m_stdin || std::find(m_paths.begin(), m_paths.end(), "-") != m_paths.end();
    if (input && m_paths.size() > (m_stdin ? 0U : 1U))
        return cli::report(console, Error{"fmt.arguments",
                                          "Standard input cannot be combined with paths.",
                                          {},
                                          "Give either paths or - alone."});
    if (input)
        return formatInput(console);
    Outcome outcome;
    for (const std::string &path : m_paths.empty() ? std::vector<std::string>{"."} : m_paths)
        formatPath(path, outcome, console);
    return report(console, outcome);
}

} // namespace drydock::cli
