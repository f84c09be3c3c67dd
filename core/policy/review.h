// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/task.h"
#include "core/policy/configfile.h"
#include "core/policy/finding.h"
#include "core/policy/ruleset.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace drydock::terraform {
class SchemaCatalogue;
class ModuleResolver;
} // namespace drydock::terraform

namespace drydock::policy {

/// `--fail-on`: a severity, or nothing to turn the gate off.
struct FailOn
{
    std::optional<Severity> severity;
};

/// What to review and how. Options given here win over tfreview.yaml.
struct ReviewRequest
{
    std::vector<std::filesystem::path> paths;        ///< folders (searched below) and single files
    std::optional<std::filesystem::path> configFile; ///< else tfreview.yaml in the reviewed root
    std::optional<std::filesystem::path> baseline;
    std::optional<std::filesystem::path> newBaseline; ///< written with all findings, which then do not count any more
    std::optional<FailOn> failOn;                     ///< thresholds of tfreview.yaml do not count then
    std::optional<OnUnreadable> onUnreadable;
    /// Says what is a block in JSON files. Not owned, may be null.
    const terraform::SchemaCatalogue *schemas = nullptr;
    /// Where modules with registry addresses are looked for besides `.terraform/modules`. Not owned; may be null.
    const terraform::ModuleResolver *modules = nullptr;
    unsigned threads = 0; ///< 0: as many as the machine has cores
};

/// The folder that file names of a review are relative to: the folder itself, a file's folder, or what several paths
/// share.
[[nodiscard]] Result<std::filesystem::path> reviewRoot(const std::vector<std::filesystem::path> &paths);

/// The whole review: find root modules, load and evaluate them, run the rules, apply waivers, comments and baseline,
/// decide the gate. A file that does not parse is a diagnostic of the result; an error is only what makes a review
/// impossible
/// (`review.no-path`, `config.invalid`, `baseline.invalid`, `task.cancelled`, `system.memory`). Progress counts root
/// modules.
[[nodiscard]] Result<ReviewResult> review(const ReviewRequest &request, const RuleSet &rules, const Clock &clock,
                                          const Task &task);

} // namespace drydock::policy
