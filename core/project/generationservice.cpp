// SPDX-License-Identifier: MIT
#include "core/project/generationservice.h"

#include "core/project/libraryservice.h"
#include "core/project/projectservice.h"
#include "core/project/runservice.h"
#include "core/project/workspace.h"

#include <utility>

namespace drydock::project {

GenerationService::GenerationService(const Workspace &workspace)
    : m_workspace(workspace)
{
}

static NewVersion versionOf(const GenerationRequest &request, const std::string &projectId, const std::string &runId)
{
    return {.projectId = projectId,
            .assetName = request.assetName,
            .description = request.description,
            .tags = request.tags,
            .note = request.note,
            .generator = request.generator,
            .inputs = request.inputs,
            .runId = runId,
            .validation = request.validation,
            .files = request.files};
}

static std::string outcomeText(const SavedVersion &saved)
{
    const std::string name = saved.asset.slug + " v" + std::to_string(saved.version.number);
    return saved.outcome == SaveOutcome::Created ? "saved " + name : "unchanged: " + name + " has these files already";
}

Result<StoredGeneration> GenerationService::save(const GenerationRequest &request, const Task &task) const
{
    const RunService runs(m_workspace);
    const auto project = ProjectService(m_workspace).find(request.projectId);
    if (!project)
        return Failure(project.error());
    const auto queued = runs.enqueue(project->id, "generator/" + request.generator, "Generate " + request.assetName);
    if (!queued)
        return Failure(queued.error());
    if (auto started = runs.start(queued->id); !started)
        return Failure(started.error());
    auto saved = LibraryService(m_workspace).saveVersion(versionOf(request, project->id, queued->id), task);
    if (!saved) {
        if (auto ended = runs.end(queued->id, saved.error()); !ended)
            return Failure(ended.error());
        return Failure(saved.error());
    }
    if (auto noted = runs.note(queued->id, "note", outcomeText(*saved)); !noted)
        return Failure(noted.error());
    auto run = runs.succeed(queued->id);
    if (!run)
        return Failure(run.error());
    return StoredGeneration{std::move(*run), std::move(*saved)};
}

} // namespace drydock::project
