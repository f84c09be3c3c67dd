// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/policy/finding.h"
#include "core/project/project.h"
#include "core/project/run.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace drydock::project {

class Workspace;

struct ReviewRequest
{
    std::string projectId = {};
    std::string folder = {};                                 ///< below the project's root; empty: the root
    std::optional<std::filesystem::path> configuration = {}; ///< instead of the folder's own tfreview.yaml
    std::optional<std::filesystem::path> baseline = {};
    std::string title = {}; ///< empty: made from the folder
};

/// What a review is made with; given by the wiring, so that rules are loaded only when the first review runs.
struct ReviewTools
{
    std::function<Result<policy::ReviewResult>(const std::filesystem::path &root, const ReviewRequest &, const Task &)>
        review;
    std::function<Result<std::string>(const policy::ReviewResult &, const std::filesystem::path &root)> json;
    std::function<Result<std::string>(const policy::ReviewResult &, const std::filesystem::path &root)> html;
};

struct StoredReview
{
    Run run;
    policy::ReviewResult result;
};

/// Reviews a project and keeps the result: a run with its findings and the reports `report.json` and `report.html`.
/// Everything of a run appears at once or not at all; a review that fails or is cancelled leaves a run that says so.
/// Long: call it on a worker thread.
class ReviewService
{
public:
    ReviewService(const Workspace &workspace, ReviewTools tools);

    [[nodiscard]] Result<StoredReview> review(const ReviewRequest &request, const Task &task) const;
    /// Keeps a result that was computed elsewhere (`drydockctl scan --project`).
    [[nodiscard]] Result<Run> store(const Project &project, const policy::ReviewResult &result,
                                    const std::filesystem::path &root, const std::string &title) const;

private:
    [[nodiscard]] Result<Run> keep(const Run &run, const policy::ReviewResult &result,
                                   const std::filesystem::path &root) const;

    const Workspace &m_workspace;
    ReviewTools m_tools;
};

} // namespace drydock::project
