// SPDX-License-Identifier: MIT
#include "core/project/reviewservice.h"

#include "core/base/containment.h"
#include "core/base/identifier.h"
#include "core/base/sha256.h"
#include "core/project/columns.h"
#include "core/project/findingservice.h"
#include "core/project/libraryservice.h"
#include "core/project/projectservice.h"
#include "core/project/runservice.h"
#include "core/project/workspace.h"
#include "core/store/transaction.h"

#include <utility>

namespace drydock::project {

namespace fs = std::filesystem;

ReviewService::ReviewService(const Workspace &workspace, ReviewTools tools)
    : m_workspace(workspace)
    , m_tools(std::move(tools))
{
}

static Result<fs::path> reviewedFolder(const Project &project, const std::string &folder)
{
    return folder.empty() ? Result<fs::path>(project.root) : resolveInside(project.root, folder);
}

static std::string titleOf(const std::string &title, const std::string &folder)
{
    if (!title.empty())
        return title;
    return folder.empty() ? "Review" : "Review of " + folder;
}

Result<StoredReview> ReviewService::review(const ReviewRequest &request, const Task &task) const
{
    const ProjectService projects(m_workspace);
    const RunService runs(m_workspace);
    const auto project = projects.find(request.projectId);
    if (!project)
        return Failure(project.error());
    const auto root = reviewedFolder(*project, request.folder);
    if (!root)
        return Failure(root.error());
    const auto queued = runs.enqueue(project->id, "review", titleOf(request.title, request.folder));
    if (!queued)
        return Failure(queued.error());
    const auto run = runs.start(queued->id);
    if (!run)
        return Failure(run.error());
    auto result = m_tools.review(*root, request, task);
    auto kept = result ? task.check().and_then([&] { return keep(*run, *result, *root); })
                       : Result<Run>(Failure(result.error()));
    if (!kept) {
        if (auto ended = runs.end(run->id, kept.error()); !ended)
            return Failure(ended.error());
        return Failure(kept.error());
    }
    return StoredReview{std::move(*kept), std::move(*result)};
}

Result<Run> ReviewService::store(const Project &project, const policy::ReviewResult &result, const fs::path &root,
                                 const std::string &title) const
{
    const RunService runs(m_workspace);
    auto queued = runs.enqueue(project.id, "review", titleOf(title, {}));
    if (!queued)
        return queued;
    auto run = runs.start(queued->id);
    if (!run)
        return run;
    auto kept = keep(*run, result, root);
    if (!kept)
        if (auto ended = runs.end(run->id, kept.error()); !ended)
            return ended;
    return kept;
}

static Result<> recordReport(const Workspace &workspace, const Run &run, const std::string &folder,
                             const std::string &name, const std::string &content)
{
    auto inserted = workspace.database().execute("INSERT INTO artifacts (id, project_id, run_id, kind, path, "
                                                 "storage_path, sha256, size, media_type, created_at) "
                                                 "VALUES (?, ?, ?, 'scan_report', ?, ?, ?, ?, ?, ?)",
                                                 {newIdentifier(), run.projectId, run.id, name, folder + "/" + name,
                                                  sha256Hex(content), static_cast<std::int64_t>(content.size()),
                                                  mediaTypeFor(name), timeValue(workspace.clock().now())});
    if (!inserted)
        return Failure(inserted.error());
    return {};
}

Result<Run> ReviewService::keep(const Run &run, const policy::ReviewResult &result, const fs::path &root) const
{
    const auto json = m_tools.json(result, root);
    if (!json)
        return Failure(json.error());
    const auto html = m_tools.html(result, root);
    if (!html)
        return Failure(html.error());
    const std::string folder = "projects/" + run.projectSlug + "/runs/" + run.id;
    auto creation = m_workspace.journal().create(folder);
    if (!creation)
        return Failure(creation.error());
    const std::vector<std::pair<std::string, std::string>> reports = {{"report.json", *json}, {"report.html", *html}};
    for (const auto &[name, content] : reports)
        if (auto written = creation->write(name, content); !written)
            return Failure(written.error());
    auto transaction = store::Transaction::begin(m_workspace.database());
    if (!transaction)
        return Failure(transaction.error());
    if (auto saved = FindingService(m_workspace).save(run.id, result); !saved)
        return Failure(saved.error());
    for (const auto &[name, content] : reports)
        if (auto recorded = recordReport(m_workspace, run, folder, name, content); !recorded)
            return Failure(recorded.error());
    auto done = RunService(m_workspace).succeed(run.id);
    if (!done)
        return done;
    if (auto placed = creation->putInPlace(); !placed)
        return Failure(placed.error());
    if (auto committed = transaction->commit(); !committed)
        return Failure(committed.error());
    creation->finish();
    return done;
}

} // namespace drydock::project
