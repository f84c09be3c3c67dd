// SPDX-License-Identifier: MIT
#include "app/wiring/services.h"

#include "app/wiring/reviewtools.h"
#include "core/base/datadirectory.h"

#include <mutex>
#include <optional>
#include <utility>

namespace drydock::wiring {

struct Services::Parts
{
    explicit Parts(std::unique_ptr<project::Workspace> opened)
        : workspace(std::move(opened))
        , projects(*workspace)
        , runs(*workspace)
        , findings(*workspace)
        , library(*workspace)
        , artifacts(*workspace)
        , reviews(*workspace, reviewTools())
        , generations(*workspace)
    {
    }

    std::unique_ptr<project::Workspace> workspace;
    project::ProjectService projects;
    project::RunService runs;
    project::FindingService findings;
    project::LibraryService library;
    project::ArtifactService artifacts;
    project::ReviewService reviews;
    project::GenerationService generations;
    std::mutex knowledgeMutex; ///< held while the index is built, so that it is built once
    std::optional<knowledge::KnowledgeIndex> knowledge;
};

Services::Services(std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts))
{
}

Services::~Services() = default;

Result<std::unique_ptr<Services>> Services::open(const std::filesystem::path &folder)
{
    auto workspace = project::Workspace::open(folder);
    if (!workspace)
        return Failure(workspace.error());
    return std::unique_ptr<Services>(new Services(std::make_unique<Parts>(std::move(*workspace))));
}

const project::Workspace &Services::workspace() const
{
    return *m_parts->workspace;
}

const project::ProjectService &Services::projects() const
{
    return m_parts->projects;
}

const project::RunService &Services::runs() const
{
    return m_parts->runs;
}

const project::FindingService &Services::findings() const
{
    return m_parts->findings;
}

const project::LibraryService &Services::library() const
{
    return m_parts->library;
}

const project::ArtifactService &Services::artifacts() const
{
    return m_parts->artifacts;
}

const project::ReviewService &Services::reviews() const
{
    return m_parts->reviews;
}

const project::GenerationService &Services::generations() const
{
    return m_parts->generations;
}

Result<knowledge::KnowledgeIndex> Services::knowledge(const Task &task) const
{
    const std::lock_guard lock(m_parts->knowledgeMutex);
    if (m_parts->knowledge)
        return *m_parts->knowledge;
    const auto data = dataDirectory();
    if (!data)
        return Failure(data.error());
    auto index = knowledge::KnowledgeIndex::open(
        {{*data / "knowledge", m_parts->workspace->knowledgeFolder()}, m_parts->workspace->cacheFolder()}, task);
    if (index)
        m_parts->knowledge = *index;
    return index;
}

void Services::reloadKnowledge() const
{
    const std::lock_guard lock(m_parts->knowledgeMutex);
    m_parts->knowledge.reset();
}

} // namespace drydock::wiring
