// SPDX-License-Identifier: MIT
// The half of `project` that works with runs and files.
#include "app/cli/consoletask.h"
#include "app/cli/documents.h"
#include "app/cli/projectcommand.h"
#include "app/cli/texttable.h"
#include "app/wiring/services.h"
#include "core/report/plaintext.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <ostream>

namespace drydock::cli {

using nlohmann::ordered_json;

static void printDiagnostics(std::ostream &err, const policy::ReviewResult &result)
{
    for (const policy::ReviewDiagnostic &diagnostic : result.diagnostics) {
        err << (diagnostic.severity == policy::DiagnosticSeverity::Error ? "error: " : "warning: ");
        if (!diagnostic.range.file.empty())
            err << diagnostic.range.file << ':' << diagnostic.range.line << ": ";
        err << report::oneLine(diagnostic.summary);
        if (!diagnostic.detail.empty())
            err << ": " << report::oneLine(diagnostic.detail);
        err << '\n';
    }
}

int ProjectCommand::review(Console &console, const wiring::Services &services) const
{
    const auto stored = services.reviews().review({.projectId = m_slug, .folder = m_folder}, consoleTask(console));
    clearProgress(console);
    if (!stored)
        return report(console, stored.error());
    const policy::ReviewResult &result = stored->result;
    printDiagnostics(console.err, result);
    if (m_options.json()) {
        console.out << documentText(documentOf(stored->run));
    } else {
        TextTable table({Align::Left, Align::Left, Align::Left});
        for (const policy::Finding &finding : result.findings)
            if (finding.status == policy::FindingStatus::Open)
                table.add({std::string(policy::severityName(finding.severity)),
                           finding.range.file + ":" + std::to_string(finding.range.line), finding.message});
        table.print(console.out);
        console.out << "Run " << stored->run.number << ": " << result.open.total() << " open findings in "
                    << result.files << " files. " << result.gate.reason << '\n';
    }
    if (result.files == 0 && !result.diagnostics.empty())
        return report(console, {"review.nothing-read", "None of the files could be read, so nothing was reviewed.",
                                result.root, "What is wrong with them is said above."});
    return result.gate.passed ? Success : GateFailed;
}

int ProjectCommand::runs(Console &console, const wiring::Services &services) const
{
    const auto project = services.projects().find(m_slug);
    if (!project)
        return report(console, project.error());
    const auto page = services.runs().list({.projectId = project->id, .kindPrefix = m_kind, .limit = m_limit});
    if (!page)
        return report(console, page.error());
    if (m_options.json()) {
        ordered_json documents = ordered_json::array();
        for (const project::Run &run : page->runs)
            documents.push_back(documentOf(run));
        console.out << documentText(documents);
        return Success;
    }
    TextTable table({Align::Right, Align::Left, Align::Left, Align::Left, Align::Left});
    for (const project::Run &run : page->runs)
        table.add({std::to_string(run.number), formatTimestamp(run.created), run.kind,
                   std::string(project::runStateName(run.state)),
                   run.review ? std::to_string(run.review->open.total()) + " open findings" : run.error});
    table.print(console.out);
    if (page->total > page->runs.size())
        console.err << page->total - page->runs.size() << " older runs are not shown; see --limit.\n";
    return Success;
}

int ProjectCommand::upload(Console &console, const wiring::Services &services) const
{
    const auto project = services.projects().find(m_slug);
    if (!project)
        return report(console, project.error());
    const std::filesystem::path file(m_file);
    const std::string path = m_path.empty() ? file.filename().string() : m_path;
    const auto artifact =
        services.artifacts().upload({.projectId = project->id, .path = path}, file, consoleTask(console));
    clearProgress(console);
    if (!artifact)
        return report(console, artifact.error());
    if (m_options.json())
        console.out << documentText(documentOf(*artifact));
    else
        console.out << "Kept " << artifact->path << ", " << readableSize(artifact->size) << ", sha256 "
                    << artifact->sha256 << '\n';
    return Success;
}

int ProjectCommand::artifacts(Console &console, const wiring::Services &services) const
{
    const auto project = services.projects().find(m_slug);
    if (!project)
        return report(console, project.error());
    const auto artifacts = services.artifacts().list(project->id);
    if (!artifacts)
        return report(console, artifacts.error());
    if (m_options.json()) {
        ordered_json documents = ordered_json::array();
        for (const project::Artifact &artifact : *artifacts)
            documents.push_back(documentOf(artifact));
        console.out << documentText(documents);
        return Success;
    }
    TextTable table({Align::Left, Align::Left, Align::Left, Align::Right});
    for (const project::Artifact &artifact : *artifacts)
        table.add({formatTimestamp(artifact.created), artifact.kind, artifact.path, readableSize(artifact.size)});
    table.print(console.out);
    return Success;
}

} // namespace drydock::cli
