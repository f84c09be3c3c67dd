// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/project/library.h"
#include "core/project/run.h"

#include <string>
#include <vector>

namespace drydock::project {

class Workspace;

/// What a wizard or `drydockctl generate` made and wants kept.
struct GenerationRequest
{
    std::string projectId = {}; ///< id or slug
    std::string assetName = {};
    std::string generator = {}; ///< slug
    std::string inputs = {};    ///< as a JSON object
    std::string note = {};
    std::string description = {}; ///< of a new asset
    std::vector<std::string> tags = {};
    ValidationSummary validation = {};
    std::vector<FileContent> files = {};
};

struct StoredGeneration
{
    Run run; ///< of kind "generator/<slug>"
    SavedVersion saved;
};

/// Keeps generated files as a version of a library asset, with a run that says who made it. A save that fails leaves a
/// run that says why. Safe from any thread. Codes: those of LibraryService::saveVersion and ProjectService::find.
class GenerationService
{
public:
    explicit GenerationService(const Workspace &workspace);

    [[nodiscard]] Result<StoredGeneration> save(const GenerationRequest &request, const Task &task = {}) const;

private:
    const Workspace &m_workspace;
};

} // namespace drydock::project
