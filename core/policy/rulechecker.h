// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "core/policy/ruleset.h"

#include <filesystem>
#include <string>
#include <vector>

namespace drydock::policy {

/// What a shipped rule must come with.
struct RuleCheckOptions
{
    std::filesystem::path articles; ///< <id>.md must be there; empty: not checked
    std::filesystem::path fixtures; ///< <id>/pass*/*.tf and <id>/fail*/*.tf must be there; empty: not checked
};

/// Everything that is wrong with a rule and can be known without a configuration: expressions that do not parse, names,
/// functions and attributes that do not exist, paths, fixes, missing article or fixtures. Places are `file:line`.
[[nodiscard]] std::vector<Error> checkRule(const Rule &rule, const RuleCheckOptions &options);

} // namespace drydock::policy
