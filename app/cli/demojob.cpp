// SPDX-License-Identifier: MIT
#include "app/cli/demojob.h"

#include "app/cli/consoletask.h"
#include "app/cli/documents.h"
#include "app/cli/librarydiff.h"
#include "app/wiring/services.h"
#include "core/base/filereader.h"
#include "core/base/identifier.h"
#include "core/base/sha256.h"
#include "core/diff/treediff.h"
#include "core/report/fixpatch.h"
#include "core/report/sourcetext.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <ostream>

namespace drydock::cli {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

static constexpr std::size_t shownFindings = 8;
static constexpr std::size_t shownPatchLines = 14;

DemoJob::DemoJob(Console &console, const wiring::Services &services, DemoOutput output)
    : m_console(console)
    , m_services(services)
    , m_output(output)
    , m_task(consoleTask(console))
    , m_document(std::make_unique<ordered_json>(ordered_json::object()))
{
}

DemoJob::~DemoJob() = default;

void DemoJob::line(const std::string &text)
{
    clearProgress(m_console);
    (m_output == DemoOutput::Text ? m_console.out : m_console.err) << "   " << text << std::endl;
}

void DemoJob::heading(const std::string &title)
{
    clearProgress(m_console);
    (m_output == DemoOutput::Text ? m_console.out : m_console.err) << "\n" << ++m_step << ". " << title << std::endl;
}

Result<> DemoJob::setUpProject(wiring::DemoState state)
{
    heading("The project");
    auto project = wiring::demoProject(m_services, state);
    if (!project)
        return Failure(project.error());
    m_project = std::move(*project);
    const auto summary = m_services.projects().summary(m_project.slug);
    if (!summary)
        return Failure(summary.error());
    line(m_project.name + ", " + std::to_string(summary->configurations) + " configuration files in " +
         m_project.root.string());
    document()["project"] = documentOf(m_project);
    return {};
}

Result<project::SavedVersion> DemoJob::saveFolder(const fs::path &folder, const std::string &asset,
                                                  const std::string &type, const std::string &note)
{
    const auto tree = diff::readTree(folder, m_task);
    if (!tree)
        return Failure(tree.error());
    project::NewVersion wanted{.projectId = m_project.id, .assetName = asset, .type = type, .note = note};
    for (const diff::TreeFile &file : *tree) {
        auto content = readFile(folder / file.path);
        if (!content)
            return Failure(content.error());
        wanted.files.push_back({file.path, std::move(*content)});
    }
    return saveOnce(wanted);
}

static bool hasFiles(const project::AssetVersion &version, const std::vector<project::FileContent> &files)
{
    std::map<std::string, std::string> wanted;
    for (const project::FileContent &file : files)
        wanted[file.path] = sha256Hex(file.content);
    const auto same = [&](const project::LibraryFile &file) {
        const auto found = wanted.find(file.path);
        return found != wanted.end() && found->second == file.sha256;
    };
    return version.files.size() == wanted.size() && std::all_of(version.files.begin(), version.files.end(), same);
}

Result<project::SavedVersion> DemoJob::saveOnce(const project::NewVersion &wanted)
{
    const project::LibraryService &library = m_services.library();
    const auto asset = library.findAsset(m_project.id, slugFor(wanted.assetName));
    if (asset) {
        auto versions = library.versions(asset->id);
        if (!versions)
            return Failure(versions.error());
        for (project::AssetVersion &version : *versions)
            if (hasFiles(version, wanted.files))
                return project::SavedVersion{project::SaveOutcome::Unchanged, *asset, std::move(version)};
    }
    return library.saveVersion(wanted, m_task);
}

static std::string versionText(const project::SavedVersion &saved)
{
    const std::string name = saved.asset.slug + " v" + std::to_string(saved.version.number);
    return saved.outcome == project::SaveOutcome::Created
               ? "Saved " + name + ", " + std::to_string(saved.version.files.size()) + " files"
               : name + " holds exactly these files already; nothing was saved";
}

Result<> DemoJob::saveConfigurations()
{
    heading("The library");
    const auto saved = saveFolder(m_project.root, "Landing zone", "configuration", "As it is");
    if (!saved)
        return Failure(saved.error());
    m_saved = saved->version;
    line(versionText(*saved));
    line("Fingerprint " + m_saved.fingerprint);
    document()["library"] = documentOf(m_saved);
    return {};
}

static std::string countsText(const policy::SeverityCounts &counts)
{
    return std::to_string(counts.critical) + " critical, " + std::to_string(counts.high) + " high, " +
           std::to_string(counts.medium) + " medium, " + std::to_string(counts.low) + " low";
}

void DemoJob::printFindings()
{
    std::vector<const policy::Finding *> open;
    for (const policy::Finding &finding : m_review.findings)
        if (finding.status == policy::FindingStatus::Open)
            open.push_back(&finding);
    std::stable_sort(open.begin(), open.end(), [](const auto *a, const auto *b) { return a->severity > b->severity; });
    for (std::size_t i = 0; i < std::min(open.size(), shownFindings); ++i)
        line(std::string(policy::severityName(open[i]->severity)) + "  " + open[i]->range.file + ":" +
             std::to_string(open[i]->range.line) + "  " + open[i]->message);
    if (open.size() > shownFindings)
        line("… and " + std::to_string(open.size() - shownFindings) + " more");
}

Result<> DemoJob::review()
{
    heading("The review");
    auto stored = m_services.reviews().review({.projectId = m_project.id}, m_task);
    if (!stored)
        return Failure(stored.error());
    m_review = std::move(stored->result);
    line(std::to_string(m_review.rules) + " policies, " + std::to_string(m_review.files) + " files, " +
         std::to_string(m_review.resources) + " resources, " + std::to_string(m_review.duration.count()) +
         " ms: " + countsText(m_review.open) + "; " + std::to_string(m_review.waived) + " waived");
    printFindings();
    line("Gate: " + m_review.gate.reason);
    const fs::path run = m_services.workspace().projectFolder(m_project.slug) / "runs" / stored->run.id;
    line("Kept as run " + std::to_string(stored->run.number) + " with " + (run / "report.html").string());
    document()["review"] = documentOf(stored->run);
    return {};
}

/// Fixes that overlap one taken before are left for another round, as the combined patch does.
static std::vector<policy::TextEdit> editsOf(const policy::ReviewResult &review, const report::SourceText &source)
{
    std::vector<policy::TextEdit> edits;
    for (const policy::Finding &finding : review.findings) {
        if (finding.status != policy::FindingStatus::Open || !finding.fix)
            continue;
        std::vector<policy::TextEdit> together = edits;
        together.insert(together.end(), finding.fix->edits.begin(), finding.fix->edits.end());
        if (report::changedFiles(together, source))
            edits = std::move(together);
    }
    return edits;
}

static std::size_t countLines(const std::string &text)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

Result<> DemoJob::fix()
{
    heading("The fixes");
    const report::SourceText source = report::folderSource(m_project.root);
    const report::CombinedPatch patch = report::combinedPatch(m_review, source);
    const auto changed = report::changedFiles(editsOf(m_review, source), source);
    if (!changed)
        return Failure(changed.error());
    project::NewVersion wanted{.projectId = m_project.id,
                               .assetName = "Landing zone",
                               .type = "configuration",
                               .note = "With all fixes applied"};
    for (const project::LibraryFile &file : m_saved.files) {
        const auto found = changed->find(file.path);
        auto content = found != changed->end() ? Result<std::string>(found->second)
                                               : m_services.library().readFile(m_saved, file.path);
        if (!content)
            return Failure(content.error());
        wanted.files.push_back({file.path, std::move(*content)});
    }
    const auto saved = saveOnce(wanted);
    if (!saved)
        return Failure(saved.error());
    m_fixed = saved->version;
    line(std::to_string(patch.fixes) + " fixes in a patch of " + std::to_string(countLines(patch.text)) +
         " lines; it begins:");
    std::size_t at = 0;
    for (std::size_t shown = 0; shown < shownPatchLines && at < patch.text.size(); ++shown) {
        const std::size_t end = std::min(patch.text.find('\n', at), patch.text.size());
        line("  " + patch.text.substr(at, end - at));
        at = end + 1;
    }
    line(versionText(*saved));
    const auto folder = m_services.library().folder(m_fixed);
    if (!folder)
        return Failure(folder.error());
    const auto again = m_services.reviewTools().review(*folder, {}, m_task);
    if (!again)
        return Failure(again.error());
    line("Reviewed again with the fixes: " + std::to_string(m_review.open.total()) + " -> " +
         std::to_string(again->open.total()) + " open findings (" + countsText(again->open) + ")");
    document()["fixes"] = {{"fixes", patch.fixes},
                           {"patch_lines", countLines(patch.text)},
                           {"open_before", documentOf(m_review.open)},
                           {"open_after", documentOf(again->open)}};
    return {};
}

Result<> DemoJob::compare()
{
    heading("The comparison");
    const auto compared = compareVersions(m_services.library(), m_saved, m_fixed);
    if (!compared)
        return Failure(compared.error());
    line("v" + std::to_string(compared->from) + " -> v" + std::to_string(compared->to) + ": " +
         std::to_string(compared->files.size()) + " files differ, " + std::to_string(compared->unchanged) +
         " are the same");
    for (const ComparedFile &file : compared->files)
        line("  " + std::string(diff::fileStatusName(file.change.status)) + "  " + file.change.path);
    line("See all of it: drydockctl library diff " + m_project.slug + " landing-zone --from " +
         std::to_string(compared->from) + " --to " + std::to_string(compared->to));
    document()["comparison"] = {{"from", compared->from}, {"to", compared->to}, {"files", compared->files.size()}};
    return {};
}

} // namespace drydock::cli
