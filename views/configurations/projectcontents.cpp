// SPDX-License-Identifier: MIT
#include "views/configurations/projectcontents.h"

#include "app/wiring/services.h"

#include <algorithm>

namespace drydock::configurations {

Result<Contents> lookAtProject(const wiring::Services &services, const std::string &slug, const Task &task)
{
    Result<project::Project> project = services.projects().find(slug);
    if (!project)
        return failure(project.error());
    Contents contents{std::move(*project), {}, {}};
    auto files = project::listConfigurationFiles(contents.project.root, task);
    if (!files)
        return failure(files.error());
    contents.files = std::move(*files);
    auto drafts = project::Drafts(services.workspace()).list(contents.project.id);
    if (!drafts)
        return failure(drafts.error());
    contents.drafts = std::move(*drafts);
    std::erase_if(contents.drafts, [](const project::Draft &draft) { return draft.heldElsewhere; });
    return contents;
}

} // namespace drydock::configurations
