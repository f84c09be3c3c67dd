// SPDX-License-Identifier: MIT
#include "app/cli/validatecommand.h"

#include "app/cli/consoletask.h"
#include "app/wiring/schemas.h"
#include "app/wiring/workspacemodules.h"
#include "core/base/program.h"
#include "core/base/temporaryfolder.h"
#include "core/terraform/module.h"
#include "core/terraform/validation.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <set>
#include <tuple>

namespace drydock::cli {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

void ValidateCommand::configure(CommandOptions options)
{
    options.add("PATH", m_path, "Folder of the root module, or one file; the current folder if none is given");
    options.add("--format", m_format, "text, or json: what terraform validate -json prints").choices({"text", "json"});
    options.add("--var-file", m_variableFiles, "Values of variables (*.tfvars, *.tfvars.json); implies --evaluate");
    options.add("--var", m_variables, "NAME=VALUE of a variable; implies --evaluate");
    options.addFlag("--evaluate", m_evaluate,
                    "Also what a plan would refuse: conditions on defaults, given values and arguments of resources");
    options.addFlag("!--no-hints", m_hints, "Leave out declarations that nothing uses");
    options.addFlag("!--no-tests", m_tests, "Leave out *.tftest.hcl files");
    options.add("--test-directory", m_testFolder, "Folder of tests inside the root module (default: tests)");
    options.addFlag("--with-terraform", m_withTerraform,
                    "Also run the real terraform in a temporary copy, and tell what it finds besides");
    m_workspace.declare(options, "Workspace with imported schemas and published modules");
    options.footer("Exit codes: 0 valid, 1 not valid, 2 unusable input or arguments.");
}

Result<terraform::ValidationOptions> ValidateCommand::options() const
{
    terraform::ValidationOptions options;
    for (const std::string &file : m_variableFiles)
        options.load.variableFiles.emplace_back(file);
    for (const std::string &variable : m_variables) {
        const std::size_t sign = variable.find('=');
        if (sign == std::string::npos || sign == 0)
            return failure("validate.variable", "\"" + variable + "\" is no value for a variable.", "--var",
                           "Write --var NAME=VALUE.");
        options.load.variableValues.emplace_back(variable.substr(0, sign), variable.substr(sign + 1));
    }
    if (m_evaluate || !m_variableFiles.empty() || !m_variables.empty())
        options.values = terraform::ValidationOptions::Values::Given;
    if (!m_tests)
        options.tests = terraform::ValidationOptions::Tests::LeftOut;
    if (!m_testFolder.empty())
        options.testFolder = m_testFolder;
    return options;
}

namespace {

/// What two diagnostics have in common when they are about the same thing.
std::tuple<std::string, std::string, int, std::string> keyOf(const Json &diagnostic)
{
    const bool hasRange = diagnostic.contains("range") && diagnostic["range"].is_object();
    return {diagnostic.value("severity", ""), hasRange ? diagnostic["range"].value("filename", "") : "",
            hasRange ? diagnostic["range"]["start"].value("line", 0) : 0, diagnostic.value("summary", "")};
}

/// Ours, and what the other document says besides; counts and verdict are of both.
Json combined(Json ours, const Json &theirs)
{
    std::set<std::tuple<std::string, std::string, int, std::string>> known;
    for (const Json &diagnostic : ours["diagnostics"])
        known.insert(keyOf(diagnostic));
    for (const Json &diagnostic : theirs.value("diagnostics", Json::array())) {
        if (known.insert(keyOf(diagnostic)).second)
            ours["diagnostics"].push_back(diagnostic);
    }
    const auto count = [&](const char *severity) {
        return std::count_if(ours["diagnostics"].begin(), ours["diagnostics"].end(),
                             [&](const Json &diagnostic) { return diagnostic.value("severity", "") == severity; });
    };
    ours["error_count"] = count("error");
    ours["warning_count"] = count("warning");
    ours["valid"] = ours["error_count"] == 0 && theirs.value("valid", false);
    return ours;
}

} // namespace

// The deepest folder around all of them.
static fs::path commonFolder(const terraform::Configuration &configuration)
{
    fs::path common = configuration.directory();
    for (const auto &module : configuration.modules()) {
        const auto ends = [&] {
            return std::mismatch(common.begin(), common.end(), module->directory().begin(), module->directory().end());
        };
        while (ends().first != common.end() && common.has_relative_path())
            common = common.parent_path();
    }
    return common;
}

static bool isBelow(const fs::path &path, const fs::path &folder)
{
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first == folder.end();
}

/// All of a module's folder but the history of its repository, which may be large.
static Result<> copyFolder(const fs::path &from, const fs::path &to)
{
    std::error_code error;
    fs::create_directories(to, error);
    for (fs::directory_iterator entry(from, error), end; !error && entry != end; entry.increment(error)) {
        if (entry->path().filename() != ".git")
            fs::copy(entry->path(), to / entry->path().filename(),
                     fs::copy_options::recursive | fs::copy_options::copy_symlinks | fs::copy_options::skip_existing,
                     error);
        if (error)
            break;
    }
    if (error)
        return failure(systemError(error.value(), "The configuration cannot be copied", from.string()));
    return {};
}

// The folders of all modules, where they stand to each other. Codes: those of systemError().
static Result<> copyConfiguration(const terraform::Configuration &configuration, const fs::path &from,
                                  const fs::path &to)
{
    std::vector<fs::path> copied;
    for (const auto &module : configuration.modules()) {
        const fs::path &folder = module->directory();
        // A folder stands before those inside it, which come with it.
        if (std::any_of(copied.begin(), copied.end(), [&](const fs::path &each) { return isBelow(folder, each); }))
            continue;
        if (auto done = copyFolder(folder, to / folder.lexically_relative(from)); !done)
            return done;
        copied.push_back(folder);
    }
    return {};
}

Result<std::string> ValidateCommand::askTerraform(const Console &console,
                                                  const terraform::Configuration &configuration) const
{
    if (!isOnPath("terraform"))
        return failure("validate.no-terraform", "There is no terraform on PATH.", {},
                       "Install it, or leave out --with-terraform.");
    // Readable by this user alone: files of values are copied, too.
    const auto copy = TemporaryFolder::create("drydock-validate-");
    if (!copy)
        return failure(copy.error());
    const fs::path base = commonFolder(configuration);
    if (auto copied = copyConfiguration(configuration, base, copy->path()); !copied)
        return failure(copied.error());
    ProgramCall call{{"terraform", "init", "-backend=false", "-input=false", "-no-color"},
                     {{"CHECKPOINT_DISABLE", "1"}, {"TF_IN_AUTOMATION", "1"}},
                     copy->path() / configuration.directory().lexically_relative(base)};
    // What init cannot do, validate tells in its own words.
    const auto prepared = runProgram(call, console.stop);
    if (!prepared)
        return failure(prepared.error());
    call.arguments = {"terraform", "validate", "-json"};
    if (!m_tests)
        call.arguments.emplace_back("-no-tests");
    if (!m_testFolder.empty())
        call.arguments.push_back("-test-directory=" + m_testFolder);
    call.errors = ProgramCall::Errors::Apart;
    const auto answer = runProgram(call, console.stop);
    if (!answer)
        return failure(answer.error());
    if (!Json::parse(answer->output, nullptr, false).is_object())
        return failure("validate.terraform", "terraform validate gave no JSON.", {}, answer->errors);
    return answer->output;
}

void ValidateCommand::printText(Console &console, const terraform::Validation &validation) const
{
    for (const terraform::Diagnostic &diagnostic : validation.diagnostics)
        console.out << terraform::render(diagnostic) << '\n';
    if (m_hints) {
        for (const terraform::Diagnostic &hint : validation.hints)
            console.out << terraform::render(hint) << '\n';
    }
}

int ValidateCommand::run(Console &console)
{
    auto wanted = options();
    if (!wanted)
        return report(console, wanted.error());
    const std::string workspace = m_workspace.folder();
    auto schemas = wiring::schemasFor(workspace, m_path);
    if (!schemas)
        return report(console, schemas.error());
    wanted->schemas = *std::move(schemas);
    wanted->load.schemas = wanted->schemas.get();
    const auto modules = wiring::workspaceModules(workspace);
    wanted->load.resolver = modules.get();
    const auto validation = terraform::validate(m_path, *wanted, consoleTask(console));
    clearProgress(console);
    if (!validation)
        return report(console, validation.error());
    Json document = Json::parse(terraform::validationJson(*validation));
    const std::size_t own = document["diagnostics"].size();
    if (m_withTerraform) {
        const auto answer = askTerraform(console, validation->configuration);
        if (!answer)
            return report(console, answer.error());
        document = combined(std::move(document), Json::parse(*answer));
    }
    const bool isValid = document["valid"];
    if (m_format == "json") {
        console.out << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        return isValid ? Success : GateFailed;
    }
    printText(console, *validation);
    for (std::size_t at = own; at < document["diagnostics"].size(); ++at) {
        const auto [severity, file, line, summary] = keyOf(document["diagnostics"][at]);
        console.out << "terraform: " << severity << ": "
                    << (file.empty() ? "" : file + ":" + std::to_string(line) + ": ") << summary << '\n'
                    << document["diagnostics"][at].value("detail", "") << "\n\n";
    }
    console.err << (isValid ? "The configuration is valid" : "The configuration is not valid") << ": "
                << document["error_count"] << (document["error_count"] == 1 ? " error, " : " errors, ")
                << document["warning_count"] << (document["warning_count"] == 1 ? " warning.\n" : " warnings.\n");
    return isValid ? Success : GateFailed;
}

} // namespace drydock::cli
