// SPDX-License-Identifier: MIT
#include "app/workbench/demoproject.h"

#include "core/base/datadirectory.h"
#include "core/project/projectservice.h"

#include <string_view>
#include <tuple>

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
    // The tag "demo" tells `drydockctl demo` that this is the project it may work on.
    const auto created =
        projects.create({.name = "Landing zone",
                         .slug = std::string(demoSlug),
                         .description = "Networking, storage and a cluster, with real mistakes to find",
                         .tags = {"aws", "azure", "kubernetes", "demo"},
                         .source = *data / "demo" / demoSlug});
    if (!created)
        return failure(created.error());
    return created->slug;
}

} // namespace drydock::workbench
