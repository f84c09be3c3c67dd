// SPDX-License-Identifier: MIT
#include "core/project/projectservice.h"

#include "core/base/containment.h"
#include "core/base/encoding.h"
#include "core/base/filereader.h"
#include "core/base/identifier.h"
#include "core/project/columns.h"
#include "core/project/workspace.h"
#include "core/store/transaction.h"

#include <algorithm>
#include <map>
#include <system_error>

namespace drydock::project {

namespace fs = std::filesystem;

static constexpr std::size_t longestName = 200;
static constexpr std::string_view projectSelect =
    "SELECT id, slug, name, description, external_root, state, created_at, updated_at FROM projects";
static constexpr const char *organization = "local"; // one implicit organization for a workspace of one person

ProjectService::ProjectService(const Workspace &workspace)
    : m_workspace(workspace)
{
}

static Project projectFrom(const Workspace &workspace, const store::Row &row)
{
    Project project;
    project.id = row.text(0);
    project.slug = row.text(1);
    project.name = row.text(2);
    project.description = row.text(3);
    project.origin = row.isNull(4) ? ProjectOrigin::Managed : ProjectOrigin::External;
    project.root = row.isNull(4) ? workspace.projectFolder(project.slug) / "configs" : fs::path(row.text(4));
    project.state = row.text(5) == "archived" ? ProjectState::Archived : ProjectState::Active;
    project.created = timeFrom(row, 6);
    project.updated = timeFrom(row, 7);
    return project;
}

static Result<std::vector<Project>> queryProjects(const Workspace &workspace, const std::string &rest,
                                                  const store::Values &values)
{
    const auto rows = workspace.database().query(std::string(projectSelect) + rest, values);
    if (!rows)
        return Failure(rows.error());
    const auto tags = workspace.database().query("SELECT project_id, tag FROM project_tags ORDER BY tag");
    if (!tags)
        return Failure(tags.error());
    std::map<std::string, std::vector<std::string>> tagsOf;
    for (const store::Row &row : *tags)
        tagsOf[row.text(0)].push_back(row.text(1));
    std::vector<Project> projects;
    for (const store::Row &row : *rows) {
        Project project = projectFrom(workspace, row);
        project.tags = tagsOf[project.id];
        projects.push_back(std::move(project));
    }
    return projects;
}

static std::string filterCondition(ProjectFilter filter)
{
    switch (filter) {
    case ProjectFilter::Active:
        return " WHERE state = 'active'";
    case ProjectFilter::Archived:
        return " WHERE state = 'archived'";
    case ProjectFilter::All:
        break;
    }
    return {};
}

Result<std::vector<Project>> ProjectService::list(ProjectFilter filter) const
{
    return queryProjects(m_workspace, filterCondition(filter) + " ORDER BY lower(name), slug", {});
}

Result<Project> ProjectService::find(std::string_view slugOrId) const
{
    const std::string key(slugOrId);
    auto projects = queryProjects(m_workspace, " WHERE slug = ? OR id = ?", {key, key});
    if (!projects)
        return Failure(projects.error());
    if (projects->empty())
        return failure("project.not-found", "There is no project \"" + key + "\" in this workspace.",
                       m_workspace.root().string(), "List the projects with `drydockctl project list`.");
    return std::move(projects->front());
}

Result<std::optional<Project>> ProjectService::findByFolder(const fs::path &folder) const
{
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error)
        return std::optional<Project>();
    auto projects = queryProjects(m_workspace, " WHERE external_root = ?", {real.string()});
    if (!projects)
        return Failure(projects.error());
    return projects->empty() ? std::optional<Project>() : std::optional<Project>(std::move(projects->front()));
}

static Result<> checkName(std::string_view name)
{
    const bool visible = std::any_of(name.begin(), name.end(), [](unsigned char c) { return c > ' '; });
    const bool control = std::any_of(name.begin(), name.end(), [](unsigned char c) { return c < ' ' || c == 0x7F; });
    if (visible && !control && name.size() <= longestName && isValidUtf8(name))
        return {};
    return failure("project.name",
                   "\"" + std::string(name.substr(0, longestName)) + "\" cannot be the name of a project.", {},
                   "Use 1 to 200 bytes of text on one line.");
}

/// The wanted slug, or one made from the name that no project has yet.
static Result<std::string> freeSlug(const store::Database &database, const NewProject &wanted)
{
    std::string base = wanted.slug.empty() ? slugFor(wanted.name) : wanted.slug;
    if (base.empty())
        base = "project";
    if (auto valid = checkSlug(base); !valid)
        return Failure(valid.error());
    for (int suffix = 1;; ++suffix) {
        const std::string tail = suffix == 1 ? "" : "-" + std::to_string(suffix);
        const std::string slug = slugFor(base.substr(0, 63 - tail.size()) + tail);
        const auto taken = database.queryOne("SELECT name FROM projects WHERE slug = ?", {slug});
        if (!taken)
            return Failure(taken.error());
        if (!taken->has_value())
            return slug;
        if (!wanted.slug.empty())
            return failure("project.exists",
                           "The project \"" + slug + "\" is there already (" + (*taken)->text(0) + ").", {},
                           "Choose another short name.");
    }
}

static Result<> writeTags(const store::Database &database, const std::string &projectId, std::vector<std::string> tags)
{
    if (auto cleared = database.execute("DELETE FROM project_tags WHERE project_id = ?", {projectId}); !cleared)
        return Failure(cleared.error());
    std::sort(tags.begin(), tags.end());
    tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
    for (const std::string &tag : tags)
        if (auto added = database.execute("INSERT INTO project_tags (project_id, tag) VALUES (?, ?)", {projectId, tag});
            !added)
            return Failure(added.error());
    return {};
}

/// Copies the regular files of a tree; links and hidden folders are left out.
static Result<> copyConfigurations(const fs::path &source, const FileJournal::Creation &creation)
{
    std::error_code error;
    fs::recursive_directory_iterator it(source, error);
    for (const fs::recursive_directory_iterator end; !error && it != end; it.increment(error)) {
        if (it->is_symlink() || !it->is_regular_file()) {
            if (it->is_directory() && it->path().filename().string().starts_with('.'))
                it.disable_recursion_pending();
            continue;
        }
        const auto content = readFile(it->path());
        if (!content)
            return Failure(content.error());
        const std::string relative = "configs/" + it->path().lexically_relative(source).generic_string();
        if (auto written = creation.write(relative, *content); !written)
            return written;
    }
    if (error)
        return failure(systemError(error.value(), "The configurations cannot be copied", source.string()));
    return {};
}

/// Row, tags and folders of a new project in one go.
static Result<std::string> insertProject(const Workspace &workspace, const NewProject &wanted, const store::Value &root)
{
    const store::Database &database = workspace.database();
    auto transaction = store::Transaction::begin(database);
    if (!transaction)
        return Failure(transaction.error());
    const auto slug = freeSlug(database, wanted);
    if (!slug)
        return Failure(slug.error());
    auto creation = workspace.journal().create("projects/" + *slug);
    if (!creation)
        return Failure(creation.error());
    for (const char *folder : {"configs", "library", "runs", "reports"}) {
        std::error_code error;
        fs::create_directory(creation->stagedPath() / folder, error);
        if (error)
            return failure(systemError(error.value(), "The project's folder cannot be made", *slug));
    }
    if (!wanted.source.empty())
        if (auto copied = copyConfigurations(wanted.source, *creation); !copied)
            return Failure(copied.error());
    const std::string id = newIdentifier();
    const store::Value now = timeValue(workspace.clock().now());
    auto inserted =
        database.execute("INSERT INTO projects (id, organization_id, slug, name, description, external_root, state, "
                         "created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, 'active', ?, ?)",
                         {id, organization, *slug, wanted.name, wanted.description, root, now, now});
    if (!inserted)
        return Failure(inserted.error());
    if (auto tagged = writeTags(database, id, wanted.tags); !tagged)
        return Failure(tagged.error());
    if (auto placed = creation->putInPlace(); !placed)
        return Failure(placed.error());
    if (auto committed = transaction->commit(); !committed)
        return Failure(committed.error());
    creation->finish();
    return id;
}

Result<Project> ProjectService::create(const NewProject &wanted) const
{
    if (auto valid = checkName(wanted.name); !valid)
        return Failure(valid.error());
    const auto id = insertProject(m_workspace, wanted, store::Value());
    return id ? find(*id) : Result<Project>(Failure(id.error()));
}

Result<Project> ProjectService::openFolder(const fs::path &folder, const NewProject &wanted) const
{
    std::error_code error;
    const fs::path real = fs::canonical(folder, error);
    if (error)
        return failure("project.root", "The folder is not there.", folder.string(), "Check the path.");
    if (!fs::is_directory(real, error))
        return failure("project.root", "This is a file; a project is a folder.", real.string(),
                       "Name the folder it lies in: " + real.parent_path().string());
    if (real == real.root_path() || isInside(m_workspace.root(), real) || isInside(real, m_workspace.root()))
        return failure("project.root", "This folder holds or lies in the workspace itself.", real.string(),
                       "Choose the folder of one configuration; projects of the workspace are listed already.");
    const auto known = findByFolder(real);
    if (!known)
        return Failure(known.error());
    if (known->has_value())
        return failure("project.exists", "The folder is registered already.", real.string(),
                       "It is the project \"" + (*known)->slug + "\".");
    NewProject complete = wanted;
    if (complete.name.empty())
        complete.name = real.filename().string();
    if (auto valid = checkName(complete.name); !valid)
        return Failure(valid.error());
    const auto id = insertProject(m_workspace, complete, real.string());
    return id ? find(*id) : Result<Project>(Failure(id.error()));
}

/// Runs one UPDATE on a project and returns how it is then.
static Result<> updateProject(const Workspace &workspace, const Project &project, const std::string &assignments,
                              store::Values values)
{
    values.push_back(timeValue(workspace.clock().now()));
    values.emplace_back(project.id);
    auto updated =
        workspace.database().execute("UPDATE projects SET " + assignments + ", updated_at = ? WHERE id = ?", values);
    if (!updated)
        return Failure(updated.error());
    return {};
}

Result<Project> ProjectService::rename(std::string_view slug, std::string_view newName) const
{
    auto project = find(slug);
    if (!project)
        return project;
    if (auto valid = checkName(newName); !valid)
        return Failure(valid.error());
    if (auto done = updateProject(m_workspace, *project, "name = ?", {std::string(newName)}); !done)
        return Failure(done.error());
    return find(project->id);
}

Result<Project> ProjectService::describe(std::string_view slug, std::string_view description,
                                         const std::vector<std::string> &tags) const
{
    auto project = find(slug);
    if (!project)
        return project;
    auto transaction = store::Transaction::begin(m_workspace.database());
    if (!transaction)
        return Failure(transaction.error());
    if (auto done = updateProject(m_workspace, *project, "description = ?", {std::string(description)}); !done)
        return Failure(done.error());
    if (auto tagged = writeTags(m_workspace.database(), project->id, tags); !tagged)
        return Failure(tagged.error());
    if (auto committed = transaction->commit(); !committed)
        return Failure(committed.error());
    return find(project->id);
}

Result<Project> ProjectService::archive(std::string_view slug) const
{
    auto project = find(slug);
    if (!project)
        return project;
    if (auto done = updateProject(m_workspace, *project, "state = ?", {"archived"}); !done)
        return Failure(done.error());
    return find(project->id);
}

Result<Project> ProjectService::unarchive(std::string_view slug) const
{
    auto project = find(slug);
    if (!project)
        return project;
    if (auto done = updateProject(m_workspace, *project, "state = ?", {"active"}); !done)
        return Failure(done.error());
    return find(project->id);
}

Result<> ProjectService::remove(std::string_view slug) const
{
    const auto project = find(slug);
    if (!project)
        return Failure(project.error());
    const auto busy = m_workspace.database().queryOne(
        "SELECT count(*) FROM runs WHERE project_id = ? AND state IN ('queued', 'running')", {project->id});
    if (!busy)
        return Failure(busy.error());
    if ((*busy)->integer(0) > 0)
        return failure("project.busy", "Work on \"" + project->name + "\" is under way.", {},
                       "Cancel it or wait for it first.");
    auto removal = m_workspace.journal().remove("projects/" + project->slug);
    if (!removal)
        return Failure(removal.error());
    auto transaction = store::Transaction::begin(m_workspace.database());
    if (!transaction)
        return Failure(transaction.error());
    if (auto deleted = m_workspace.database().execute("DELETE FROM projects WHERE id = ?", {project->id}); !deleted)
        return Failure(deleted.error());
    if (auto moved = removal->moveAside(); !moved)
        return moved;
    if (auto committed = transaction->commit(); !committed)
        return committed;
    removal->finish();
    return {};
}

} // namespace drydock::project
