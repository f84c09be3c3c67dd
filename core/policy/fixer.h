// SPDX-License-Identifier: MIT
#pragma once

#include "core/policy/compiledrule.h"
#include "core/policy/finding.h"
#include "core/policy/rulescope.h"
#include "core/policy/subject.h"

#include <optional>
#include <string>

namespace drydock::policy {

/// The rule's fix for one finding as edits of its file. `path` is where the finding points. Nothing when the rule has
/// no fix, or when it cannot be done here: the place comes from a `dynamic` block, the file has errors, or
/// it is in JSON syntax.
[[nodiscard]] std::optional<Fix> makeFix(const CompiledRule &rule, const Subject &subject, const RuleScope &scope,
                                         const std::string &path);

} // namespace drydock::policy
