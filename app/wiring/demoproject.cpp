// SPDX-License-Identifier: MIT
#include "app/wiring/demoproject.h"

#include "app/wiring/services.h"
#include "core/base/datadirectory.h"

#include <algorithm>

namespace drydock::wiring {

static constexpr const char *demoSlug = "landing-zone";
static constexpr const char *demoTag = "demo"; // tells ours from a user's project of the same name

static project::NewProject demoDescription(const std::filesystem::path &source)
{
    return {.name = "Landing zone",
            .slug = demoSlug,
            .description = "The demo: networking, storage and a cluster, with mistakes to find.",
            .tags = {"aws", "azure", "kubernetes", demoTag},
            .source = source};
}

Result<project::Project> demoProject(const Services &services, DemoState state)
{
    const auto data = dataDirectory();
    if (!data)
        return Failure(data.error());
    const std::filesystem::path source = *data / "demo" / demoSlug;
    auto known = services.projects().find(demoSlug);
    if (!known && known.error().code != "project.not-found")
        return known;
    if (!known)
        return services.projects().create(demoDescription(source));
    if (std::find(known->tags.begin(), known->tags.end(), demoTag) == known->tags.end())
        return failure("demo.name-taken", "There is a project \"landing-zone\" that is not the demo.",
                       services.workspace().root().string(), "Run the demo in another workspace: --workspace DIR.");
    if (state == DemoState::Keep)
        return known->state == project::ProjectState::Archived ? services.projects().unarchive(demoSlug) : known;
    if (auto removed = services.projects().remove(demoSlug); !removed)
        return Failure(removed.error());
    return services.projects().create(demoDescription(source));
}

} // namespace drydock::wiring
