// SPDX-License-Identifier: MIT
// The figures of the hub: tiles of all projects and the summary of one.
#include "core/project/columns.h"
#include "core/project/configurationfiles.h"
#include "core/project/projectservice.h"
#include "core/project/workspace.h"

#include <algorithm>
#include <map>

namespace drydock::project {

static constexpr std::size_t mostRecent = 10;

using RunsByProject = std::map<std::string, Run>;

/// The run with the highest number of each project among those that `condition` (on `n`) admits.
static Result<RunsByProject> newestRuns(const store::Database &database, const std::string &condition)
{
    auto runs = queryRuns(
        database,
        " WHERE r.number = (SELECT max(n.number) FROM runs n WHERE n.project_id = r.project_id" + condition + ")", {});
    if (!runs)
        return Failure(runs.error());
    RunsByProject byProject;
    for (Run &run : *runs)
        byProject.insert_or_assign(run.projectId, std::move(run));
    return byProject;
}

static std::optional<Run> runOf(const RunsByProject &runs, const std::string &projectId)
{
    const auto found = runs.find(projectId);
    return found == runs.end() ? std::nullopt : std::optional(found->second);
}

Result<std::vector<ProjectTile>> ProjectService::tiles(ProjectFilter filter) const
{
    const store::Database &database = m_workspace.database();
    auto projects = list(filter);
    if (!projects)
        return Failure(projects.error());
    const auto last = newestRuns(database, "");
    if (!last)
        return Failure(last.error());
    const auto reviews = newestRuns(database, " AND n.kind = 'review' AND n.state = 'succeeded'");
    if (!reviews)
        return Failure(reviews.error());
    const auto assets = database.query("SELECT project_id, count(*) FROM assets GROUP BY project_id");
    if (!assets)
        return Failure(assets.error());
    std::map<std::string, std::uint32_t> assetsOf;
    for (const store::Row &row : *assets)
        assetsOf[row.text(0)] = countFrom(row, 1);
    std::vector<ProjectTile> tiles;
    for (Project &project : *projects) {
        ProjectTile tile;
        tile.lastRun = runOf(*last, project.id);
        tile.lastReview = runOf(*reviews, project.id);
        if (tile.lastReview && tile.lastReview->review)
            tile.open = tile.lastReview->review->open;
        tile.assets = assetsOf[project.id];
        tile.project = std::move(project);
        tiles.push_back(std::move(tile));
    }
    return tiles;
}

static std::int32_t difference(std::uint32_t now, std::uint32_t before)
{
    return static_cast<std::int32_t>(now) - static_cast<std::int32_t>(before);
}

/// The last review and the one before; either may be missing.
static Result<> addReviews(const store::Database &database, const std::string &projectId, ProjectSummary &summary)
{
    auto runs = queryRuns(
        database,
        " WHERE r.project_id = ? AND r.kind = 'review' AND r.state = 'succeeded' ORDER BY r.number DESC LIMIT 2",
        {projectId});
    if (!runs)
        return Failure(runs.error());
    if (runs->empty() || !runs->front().review)
        return {};
    const policy::SeverityCounts now = runs->front().review->open;
    summary.tile.lastReview = runs->front();
    summary.tile.open = now;
    if (runs->size() == 2 && runs->back().review) {
        const policy::SeverityCounts before = runs->back().review->open;
        summary.change = {difference(now.critical, before.critical), difference(now.high, before.high),
                          difference(now.medium, before.medium), difference(now.low, before.low)};
    }
    return {};
}

static Result<> addCounts(const store::Database &database, const std::string &projectId, ProjectSummary &summary)
{
    const auto row = database.queryOne(
        "SELECT (SELECT count(*) FROM runs WHERE project_id = p.id), "
        "(SELECT count(*) FROM runs WHERE project_id = p.id AND kind = 'review'), "
        "(SELECT count(*) FROM assets WHERE project_id = p.id), "
        "(SELECT count(*) FROM asset_versions v JOIN assets a ON a.id = v.asset_id WHERE a.project_id = p.id), "
        "(SELECT count(*) FROM artifacts WHERE project_id = p.id), "
        "(SELECT count(*) FROM publications u JOIN asset_versions v ON v.id = u.version_id JOIN assets a ON a.id = "
        "v.asset_id "
        "WHERE a.project_id = p.id), "
        "(SELECT count(*) FROM asset_versions v JOIN assets a ON a.id = v.asset_id WHERE a.project_id = p.id AND "
        "v.validation = 'failed' AND v.number = (SELECT max(number) FROM asset_versions WHERE asset_id = a.id)) "
        "FROM projects p WHERE p.id = ?",
        {projectId});
    if (!row)
        return Failure(row.error());
    if (!row->has_value())
        return {};
    summary.runs = countFrom(**row, 0);
    summary.reviews = countFrom(**row, 1);
    summary.tile.assets = countFrom(**row, 2);
    summary.versions = countFrom(**row, 3);
    summary.artifacts = countFrom(**row, 4);
    summary.published = countFrom(**row, 5);
    summary.failedValidations = countFrom(**row, 6);
    return {};
}

static Result<> addConfigurations(ProjectSummary &summary)
{
    const auto files = listConfigurationFiles(summary.tile.project.root);
    if (!files) {
        // A registered folder that is gone is told by the page that opens it; the other figures still hold.
        return {};
    }
    summary.configurations = static_cast<std::uint32_t>(files->size());
    const auto &review = summary.tile.lastReview;
    const auto changed = [&](const ConfigurationFile &file) {
        return !review || file.modified > review->started.value_or(review->created);
    };
    summary.changedSinceReview = static_cast<std::uint32_t>(std::count_if(files->begin(), files->end(), changed));
    return {};
}

/// One query that gives id, title, detail, time of the newest things of a kind.
static Result<> addRecent(const store::Database &database, ProjectSummary &summary, RecentKind kind,
                          const std::string &page, const std::string &sql)
{
    const Project &project = summary.tile.project;
    const auto rows = database.query(sql + " LIMIT " + std::to_string(mostRecent), {project.id});
    if (!rows)
        return Failure(rows.error());
    for (const store::Row &row : *rows)
        summary.recent.push_back({kind, row.text(0), row.text(1), row.text(2),
                                  "drydock://project/" + project.slug + "/" + page + "/" + row.text(0),
                                  timeFrom(row, 3)});
    return {};
}

static Result<> addAllRecent(const store::Database &database, ProjectSummary &summary)
{
    auto runs =
        addRecent(database, summary, RecentKind::Run, "reviews",
                  "SELECT id, title, state, created_at FROM runs WHERE project_id = ? ORDER BY created_at DESC");
    if (!runs)
        return runs;
    auto versions =
        addRecent(database, summary, RecentKind::AssetVersion, "library",
                  "SELECT v.id, a.name || ' v' || v.number, v.note, v.created_at FROM asset_versions v JOIN "
                  "assets a ON a.id = v.asset_id WHERE a.project_id = ? ORDER BY v.created_at DESC");
    if (!versions)
        return versions;
    auto artifacts = addRecent(database, summary, RecentKind::Artifact, "artifacts",
                               "SELECT id, path, kind, created_at FROM artifacts WHERE project_id = ? AND kind "
                               "<> 'scan_report' ORDER BY created_at DESC");
    if (!artifacts)
        return artifacts;
    auto published = addRecent(
        database, summary, RecentKind::Publication, "library",
        "SELECT v.id, u.address || ' ' || u.version, u.kind, u.published_at FROM publications u JOIN asset_versions v "
        "ON "
        "v.id = u.version_id JOIN assets a ON a.id = v.asset_id WHERE a.project_id = ? ORDER BY u.published_at DESC");
    if (!published)
        return published;
    std::stable_sort(summary.recent.begin(), summary.recent.end(),
                     [](const RecentItem &a, const RecentItem &b) { return a.time > b.time; });
    if (summary.recent.size() > mostRecent)
        summary.recent.resize(mostRecent);
    return {};
}

Result<ProjectSummary> ProjectService::summary(std::string_view slug) const
{
    const store::Database &database = m_workspace.database();
    auto project = find(slug);
    if (!project)
        return Failure(project.error());
    ProjectSummary summary;
    summary.tile.project = std::move(*project);
    const std::string &id = summary.tile.project.id;
    auto last = queryRuns(database, " WHERE r.project_id = ? ORDER BY r.number DESC LIMIT 1", {id});
    if (!last)
        return Failure(last.error());
    if (!last->empty())
        summary.tile.lastRun = std::move(last->front());
    if (auto added = addReviews(database, id, summary); !added)
        return Failure(added.error());
    if (auto added = addCounts(database, id, summary); !added)
        return Failure(added.error());
    if (auto added = addConfigurations(summary); !added)
        return Failure(added.error());
    if (auto added = addAllRecent(database, summary); !added)
        return Failure(added.error());
    return summary;
}

} // namespace drydock::project
