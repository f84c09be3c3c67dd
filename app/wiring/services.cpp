// SPDX-License-Identifier: MIT
#include "app/wiring/services.h"

#include "app/wiring/reviewtools.h"
#include "app/wiring/workspacemodules.h"
#include "core/base/atomicfile.h"
#include "core/base/containment.h"
#include "core/base/datadirectory.h"
#include "core/base/temporaryfolder.h"

#include <mutex>
#include <optional>
#include <utility>

namespace drydock::wiring {

struct Services::Parts
{
    explicit Parts(std::unique_ptr<project::Workspace> opened)
        : workspace(std::move(opened))
        , modules(workspaceModules(std::filesystem::path(workspace->root())))
        , tools(wiring::reviewTools(*workspace, modules))
        , projects(*workspace)
        , runs(*workspace)
        , findings(*workspace)
        , library(*workspace)
        , artifacts(*workspace)
        , reviews(*workspace, tools)
        , generations(*workspace)
    {
    }

    std::unique_ptr<project::Workspace> workspace;
    std::shared_ptr<const terraform::ModuleResolver> modules;
    project::ReviewTools tools; ///< copies share the rules
    project::ProjectService projects;
    project::RunService runs;
    project::FindingService findings;
    project::LibraryService library;
    project::ArtifactService artifacts;
    project::ReviewService reviews;
    project::GenerationService generations;
    std::mutex generatorMutex;
    std::optional<generator::GeneratorCatalog> generators;
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

const terraform::ModuleResolver &Services::modules() const
{
    return *m_parts->modules;
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

const project::ReviewTools &Services::reviewTools() const
{
    return m_parts->tools;
}

const project::GenerationService &Services::generations() const
{
    return m_parts->generations;
}

Result<generator::GeneratorCatalog> Services::generators() const
{
    const std::lock_guard lock(m_parts->generatorMutex);
    if (m_parts->generators)
        return *m_parts->generators;
    const auto data = dataDirectory();
    if (!data)
        return Failure(data.error());
    auto catalog = generator::GeneratorCatalog::load(*data / "templates");
    if (catalog)
        m_parts->generators = *catalog;
    return catalog;
}

Result<policy::ReviewResult> Services::reviewFiles(const std::vector<project::FileContent> &files,
                                                   const Task &task) const
{
    const auto scratch = TemporaryFolder::create(workspace().cacheFolder(), project::Workspace::previewPrefix);
    if (!scratch)
        return Failure(scratch.error());
    const std::filesystem::path folder = scratch->path();
    for (const project::FileContent &file : files) {
        const auto target = resolveInside(folder, file.path);
        if (!target)
            return Failure(target.error());
        if (auto written = writeFileAtomically(*target, file.content); !written)
            return Failure(written.error());
    }
    auto result = m_parts->tools.review(folder, {}, task);
    if (result)
        result->root.clear(); // the folder is gone
    return result;
}

static std::string countText(std::uint32_t count, const std::string &what)
{
    return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

project::ValidationSummary validationSummary(const policy::ReviewResult &result)
{
    project::ValidationSummary summary;
    for (const policy::ReviewDiagnostic &diagnostic : result.diagnostics)
        ++(diagnostic.severity == policy::DiagnosticSeverity::Error ? summary.errors : summary.warnings);
    summary.findings = result.open.total();
    summary.text = countText(summary.errors, "error") + ", " + countText(summary.warnings, "warning") + ", " +
                   countText(summary.findings, "open finding");
    if (summary.errors > 0 || !result.gate.passed)
        summary.state = project::ValidationState::Failed;
    else if (summary.warnings > 0 || summary.findings > 0)
        summary.state = project::ValidationState::Warnings;
    else
        summary.state = project::ValidationState::Passed;
    return summary;
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
