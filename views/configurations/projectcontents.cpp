// SPDX-License-Identifier: MIT
#include "views/configurations/projectcontents.h"

#include "app/wiring/schemas.h"
#include "app/wiring/services.h"
#include "app/wiring/workspacemodules.h"
#include "core/language/knownarguments.h"
#include "core/policy/ruleset.h"
#include "core/project/workspace.h"

#include <algorithm>

namespace drydock::configurations {

static Result<language::SnapshotOptions> languageOptions(const wiring::Services &services,
                                                         const std::filesystem::path &root)
{
    language::SnapshotOptions options;
    auto schemas = wiring::schemasFor(services.workspace().root(), root);
    if (!schemas)
        return failure(schemas.error());
    options.schemas = std::move(*schemas);
    options.resolver = wiring::workspaceModules(services.workspace().root());
    const auto rules = policy::RuleSet::shipped();
    if (!rules)
        return failure(rules.error());
    auto known = std::make_shared<language::KnownArguments>();
    for (const auto &[type, path] : policy::namedArguments(rules->rules()))
        known->add(type, path);
    options.known = std::move(known);
    return options;
}

Result<Contents> lookAtProject(const wiring::Services &services, const std::string &slug, const Task &task)
{
    Result<project::Project> project = services.projects().find(slug);
    if (!project)
        return failure(project.error());
    Contents contents{std::move(*project), {}, {}, {}};
    auto files = project::listConfigurationFiles(contents.project.root, task);
    if (!files)
        return failure(files.error());
    contents.files = std::move(*files);
    auto drafts = project::Drafts(services.workspace()).list(contents.project.id);
    if (!drafts)
        return failure(drafts.error());
    contents.drafts = std::move(*drafts);
    std::erase_if(contents.drafts, [](const project::Draft &draft) { return draft.heldElsewhere; });
    auto language = languageOptions(services, contents.project.root);
    if (!language)
        return failure(language.error());
    contents.language = std::move(*language);
    return contents;
}

} // namespace drydock::configurations
