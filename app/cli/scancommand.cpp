// SPDX-License-Identifier: MIT
#include "app/cli/scancommand.h"

#include "app/cli/consoletask.h"
#include "app/wiring/schemas.h"
#include "app/wiring/services.h"
#include "app/wiring/workspacemodules.h"
#include "core/base/atomicfile.h"
#include "core/base/clock.h"
#include "core/policy/ruleset.h"
#include "core/report/fixpatch.h"
#include "core/report/format.h"
#include "core/report/sourcetext.h"
#include "core/terraform/schemacatalogue.h"

#include <algorithm>
#include <cstdlib>
#include <ostream>

#include <unistd.h>

namespace drydock::cli {

namespace fs = std::filesystem;

void ScanCommand::configure(CommandOptions options)
{
    options.add("PATH", m_paths, "Folders (with all below them) and single files").required();
    options.add("--format", m_format, "table, json, sarif, html or junit")
        .choices({"table", "json", "sarif", "html", "junit"})
        .showDefault();
    options.add("--output", m_output, "Write the report to this file instead of standard output");
    options.add("--config", m_config, "Configuration; else tfreview.yaml in the reviewed folder");
    options.add("--baseline", m_baseline, "Findings in this file do not count");
    options.add("--write-baseline", m_writeBaseline, "Write all findings of this review to a baseline file");
    options.add("--patch", m_patch, "Write the fixes of all open findings as a patch for git apply");
    options
        .add("--fail-on", m_failOn,
             "Exit with 1 at an open finding of this severity or worse: low, medium, high, critical or none; "
             "else what tfreview.yaml says, else high")
        .choices({"low", "medium", "high", "critical", "none"});
    options.addFlag("--fail-on-unreadable", m_failOnUnreadable,
                    "Exit with 1 also where a file could not be read or parsed (fail_on_unreadable in tfreview.yaml)");
    options.add("--project", m_project, "Keep the review as a run of this project of the workspace");
    m_workspace.declare(
        options, "Workspace of --project, of modules with registry addresses, and of the provider schemas that files "
                 "in JSON syntax are read with");
    options.footer("Exit codes: 0 clean or below the gate, 1 the gate failed, 2 unusable input or arguments.");
}

Result<policy::ReviewRequest> ScanCommand::request() const
{
    policy::ReviewRequest request;
    request.paths.assign(m_paths.begin(), m_paths.end());
    if (!m_config.empty())
        request.configFile = m_config;
    if (!m_baseline.empty())
        request.baseline = m_baseline;
    if (!m_writeBaseline.empty())
        request.newBaseline = m_writeBaseline;
    if (!m_failOn.empty())
        request.failOn = policy::FailOn{policy::severityFromName(m_failOn)};
    if (m_failOnUnreadable)
        request.onUnreadable = policy::OnUnreadable::Fail;
    return request;
}

Result<> ScanCommand::writeReport(Console &console, const policy::ReviewResult &result, const fs::path &root) const
{
    report::TableOptions options;
    const bool coloured = console.terminal && m_output.empty() && ::isatty(STDOUT_FILENO) == 1;
    if (coloured && std::getenv("NO_COLOR") == nullptr)
        options.colour = report::Colour::Ansi;
    const auto format = report::formatFromName(m_format).value_or(report::Format::Table);
    const std::string text = report::write(format, result, report::folderSource(root), options);
    if (!m_output.empty() && m_output != "-")
        return writeNamedFile(m_output, text);
    console.out << text;
    return {};
}

Result<> ScanCommand::writePatch(Console &console, const policy::ReviewResult &result, const fs::path &root) const
{
    const report::CombinedPatch patch = report::combinedPatch(result, report::folderSource(root));
    if (auto written = writeNamedFile(m_patch, patch.text); !written)
        return written;
    console.err << m_patch << ": " << patch.fixes << (patch.fixes == 1 ? " fix" : " fixes");
    if (patch.skipped > 0)
        console.err << ", " << patch.skipped << " left out because they overlap: apply the patch and scan again";
    console.err << ". Apply it in " << root.string() << " with git apply.\n";
    const auto byHand = std::count_if(result.findings.begin(), result.findings.end(), [](const policy::Finding &each) {
        return !each.fixNote.empty() && each.status == policy::FindingStatus::Open;
    });
    if (byHand > 0)
        console.err << byHand << (byHand == 1 ? " more is" : " more are")
                    << " in files in JSON syntax, which are for you to change.\n";
    return {};
}

Result<std::optional<ScanCommand::Destination>> ScanCommand::destination() const
{
    if (m_project.empty())
        return std::optional<Destination>();
    auto services = wiring::Services::open(m_workspace.folder());
    if (!services)
        return tl::unexpected(services.error());
    auto project = (*services)->projects().find(m_project);
    if (!project)
        return tl::unexpected(project.error());
    return std::optional(Destination{*std::move(services), *std::move(project)});
}

Result<> ScanCommand::keep(Console &console, const Destination &destination, const policy::ReviewResult &result,
                           const fs::path &root)
{
    auto run = destination.services->reviews().store(destination.project, result, root, "Scan of " + result.root);
    if (!run)
        return tl::unexpected(run.error());
    console.err << "Kept as run " << run->number << " of project " << destination.project.slug << ".\n";
    return {};
}

Result<std::shared_ptr<const terraform::SchemaCatalogue>> ScanCommand::schemas(Console &console,
                                                                               const fs::path &root) const
{
    auto known = wiring::schemasFor(m_workspace.folder(), root);
    // Nobody asked for the default workspace: where it cannot be read, a scan goes on without it.
    if (known || !m_workspace.named.empty() || !m_project.empty())
        return known;
    console.err << "warning: " << known.error().text() << "\n";
    return std::shared_ptr<const terraform::SchemaCatalogue>();
}

int ScanCommand::run(Console &console)
{
    auto wanted = request();
    if (!wanted)
        return report(console, wanted.error());
    auto root = policy::reviewRoot(wanted->paths);
    if (!root)
        return report(console, root.error());
    auto target = destination();
    if (!target)
        return report(console, target.error());
    auto known = schemas(console, *root);
    if (!known)
        return report(console, known.error());
    wanted->schemas = known->get();
    auto rules = policy::RuleSet::shipped();
    if (!rules)
        return report(console, rules.error());
    const auto modules = wiring::workspaceModules(m_workspace.folder());
    wanted->modules = modules.get();
    auto result = policy::review(*wanted, *rules, SystemClock(), consoleTask(console));
    clearProgress(console);
    if (!result)
        return report(console, result.error());
    const bool unread = result->files == 0 && !result->diagnostics.empty();
    if (result->files == 0 && !unread)
        console.err << "warning: no *.tf or *.tf.json files were found in " << result->root << ".\n";
    if (auto written = writeReport(console, *result, *root); !written)
        return report(console, written.error());
    if (!m_patch.empty())
        if (auto written = writePatch(console, *result, *root); !written)
            return report(console, written.error());
    if (*target)
        if (auto kept = keep(console, **target, *result, *root); !kept)
            return report(console, kept.error());
    if (unread)
        return report(console, {"review.nothing-read", "None of the files could be read, so nothing was reviewed.",
                                result->root, "The diagnostics of the report say why."});
    if (m_format != "table" || !m_output.empty())
        console.err << (result->gate.passed ? "Gate passed: " : "Gate failed: ") << result->gate.reason << '\n';
    return result->gate.passed ? Success : GateFailed;
}

} // namespace drydock::cli
