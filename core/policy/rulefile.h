// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/policy/rule.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock::policy {

/// Reads the text of one rules/<provider>/<service>.yaml: structure and simple values only; RuleChecker looks into the
/// expressions. Code `rule.invalid`; the place is `fileName:line:column`.
[[nodiscard]] Result<std::vector<Rule>> parseRuleFile(std::string_view text, const std::string &fileName);

} // namespace drydock::policy
