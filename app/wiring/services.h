// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/generator/generatorcatalog.h"
#include "core/knowledge/knowledgeindex.h"
#include "core/project/artifactservice.h"
#include "core/project/findingservice.h"
#include "core/project/generationservice.h"
#include "core/project/libraryservice.h"
#include "core/project/projectservice.h"
#include "core/project/reviewservice.h"
#include "core/project/runservice.h"
#include "core/project/workspace.h"
#include "core/terraform/moduleresolver.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace drydock::wiring {

/// Everything that is built once per program and passed on by constructor; the three programs share it.
///
/// open() opens the workspace only. What costs more (rules, generators, the knowledge index) is loaded when it is first
/// asked for, by whichever thread asks; ask on a worker thread. Safe from any thread.
class Services
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Services>> open(const std::filesystem::path &workspace);
    ~Services();
    Services(const Services &) = delete;
    Services &operator=(const Services &) = delete;

    [[nodiscard]] const project::Workspace &workspace() const;
    /// For LoadOptions::resolver: the modules that this workspace's registry publishes.
    [[nodiscard]] const terraform::ModuleResolver &modules() const;
    [[nodiscard]] const project::ProjectService &projects() const;
    [[nodiscard]] const project::RunService &runs() const;
    [[nodiscard]] const project::FindingService &findings() const;
    [[nodiscard]] const project::LibraryService &library() const;
    [[nodiscard]] const project::ArtifactService &artifacts() const;
    [[nodiscard]] const project::ReviewService &reviews() const;
    [[nodiscard]] const project::GenerationService &generations() const;

    /// The shipped generators, read at the first call.
    [[nodiscard]] Result<generator::GeneratorCatalog> generators() const;
    /// Reviews with the rules, schemas and modules of this workspace; copies must not outlive it.
    [[nodiscard]] const project::ReviewTools &reviewTools() const;
    /// What all policies say about files that are not saved yet: the last step of the wizard.
    [[nodiscard]] Result<policy::ReviewResult> reviewFiles(const std::vector<project::FileContent> &files,
                                                           const Task &task = {}) const;
    /// Built at the first call; a failure is not kept, the next call tries again.
    [[nodiscard]] Result<knowledge::KnowledgeIndex> knowledge(const Task &task = {}) const;
    /// The next knowledge() call looks at the articles again.
    void reloadKnowledge() const;

private:
    struct Parts;
    explicit Services(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

/// Errors and findings of such a review in one line, as a library version keeps them.
[[nodiscard]] project::ValidationSummary validationSummary(const policy::ReviewResult &result);

} // namespace drydock::wiring
