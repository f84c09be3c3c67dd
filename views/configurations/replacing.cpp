// SPDX-License-Identifier: MIT
#include "views/configurations/replacing.h"

#include "views/configurations/fileaccess.h"

namespace drydock::configurations {

static bool replaceIn(const wiring::Services &services, const project::Project &project, const Replacement &replacement,
                      const project::FileMatches &file)
{
    const auto loaded = loadFile(project.root, file.path);
    if (!loaded || loaded->kind != FileKind::Text || loaded->sha256 != file.sha256)
        return false;
    auto text = project::replaceMatches(loaded->bytes, replacement.pattern, file.matches, replacement.with);
    if (!text)
        return false;
    const SaveRequest request{
        project, file.path, std::move(*text), loaded->bytes, true, project::VersionReason::Replaced, {}};
    return saveFile(services, request).has_value();
}

Result<ReplaceOutcome> replaceOnDisk(const wiring::Services &services, const project::Project &project,
                                     const Replacement &replacement, const Task &task)
{
    ReplaceOutcome outcome;
    for (const project::FileMatches &file : replacement.files) {
        if (const auto going = task.check(); !going && outcome.files == 0)
            return Failure(going.error());
        else if (!going)
            break;
        task.report(static_cast<double>(outcome.files) / static_cast<double>(replacement.files.size()), file.path);
        if (!replaceIn(services, project, replacement, file)) {
            outcome.skipped.push_back(file.path);
            continue;
        }
        ++outcome.files;
        outcome.matches += file.matches.size();
    }
    return outcome;
}

} // namespace drydock::configurations
