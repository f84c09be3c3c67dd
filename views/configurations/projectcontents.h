// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/task.h"
#include "core/language/snapshot.h"
#include "core/project/configurationfiles.h"
#include "core/project/drafts.h"
#include "core/project/project.h"

#include <string>
#include <vector>

namespace drydock::wiring {
class Services;
}

namespace drydock::configurations {

/// What one look at the project's folder found.
struct Contents
{
    project::Project project;
    std::vector<project::ConfigurationFile> files;
    std::vector<project::Draft> drafts; ///< unsaved texts that nobody else holds
    /// The workspace's provider schemas and published modules, and what policies name: for the language session.
    language::SnapshotOptions language;
};

/// On a worker thread.
[[nodiscard]] Result<Contents> lookAtProject(const wiring::Services &services, const std::string &slug,
                                             const Task &task);

} // namespace drydock::configurations
