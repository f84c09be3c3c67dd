// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::project {

class Workspace;

struct NewProject
{
    std::string name = {};
    std::string slug = {}; ///< made from the name when empty
    std::string description = {};
    std::vector<std::string> tags = {};
    std::filesystem::path source = {}; ///< folder whose files become the first configurations; none: starts empty
};

enum class ProjectFilter : std::uint8_t { Active, Archived, All };

/// Projects of a workspace. Safe from any thread; every call is a short query unless noted.
///
/// Codes: `project.not-found`, `project.exists`, `project.name`, `project.archived`, `project.root` (a folder that
/// cannot be registered).
class ProjectService
{
public:
    explicit ProjectService(const Workspace &workspace);

    /// Makes the project and its folders.
    [[nodiscard]] Result<Project> create(const NewProject &wanted) const;
    /// Registers a folder where it is. Refused: a folder that is not there, the workspace itself or anything that
    /// contains or lies in it, a folder that is registered already (`project.exists`, hint names the project).
    [[nodiscard]] Result<Project> openFolder(const std::filesystem::path &folder, const NewProject &wanted = {}) const;
    /// The project that was registered for this folder, if any.
    [[nodiscard]] Result<std::optional<Project>> findByFolder(const std::filesystem::path &folder) const;

    [[nodiscard]] Result<std::vector<Project>> list(ProjectFilter filter = ProjectFilter::Active) const; ///< by name
    [[nodiscard]] Result<Project> find(std::string_view slugOrId) const;
    [[nodiscard]] Result<Project> rename(std::string_view slug, std::string_view newName) const;
    [[nodiscard]] Result<Project> describe(std::string_view slug, std::string_view description,
                                           const std::vector<std::string> &tags) const;
    [[nodiscard]] Result<Project> archive(std::string_view slug) const;
    [[nodiscard]] Result<Project> unarchive(std::string_view slug) const;
    /// Deletes the project with its configurations, library, runs and reports. The files of an external folder stay.
    [[nodiscard]] Result<> remove(std::string_view slug) const;

    [[nodiscard]] Result<std::vector<ProjectTile>> tiles(ProjectFilter filter = ProjectFilter::Active) const;
    /// Walks the project's folder to count configurations: call it on a worker thread.
    [[nodiscard]] Result<ProjectSummary> summary(std::string_view slug) const;

private:
    const Workspace &m_workspace;
};

} // namespace drydock::project
