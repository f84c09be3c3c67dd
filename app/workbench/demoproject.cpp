// SPDX-License-Identifier: MIT
#include "app/workbench/demoproject.h"

#include "core/base/datadirectory.h"
#include "core/project/projectservice.h"

#include <filesystem>

namespace drydock::workbench {

static constexpr std::string_view demoSlug = "landing-zone";

Result<std::string> makeDemoProject(const project::ProjectService &projects, const Task &task)
{
    if (const auto known = projects.find(demoSlug)) {
        if (known->state == project::ProjectState::Archived)
            std::ignore = projects.unarchive(demoSlug);
        return known->slug;
    }
    const auto data = dataDirectory();
    if (!data)
        return failure(data.error());
    task.report(-1, "Copying the configurations");
    const auto created = projects.create({"Landing zone",
                                          std::string(demoSlug),
                                          "Networking, storage and a cluster, with real mistakes to find",
                                          {"aws", "azure", "kubernetes"}});
    if (!created)
        return failure(created.error());
    std::error_code error;
    std::filesystem::copy(*data / "demo" / demoSlug, created->root,
                          std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing,
                          error);
    if (error)
        return failure(systemError(error.value(), "copying the demo configurations", created->root.string()));
    return created->slug;
}

} // namespace drydock::workbench
