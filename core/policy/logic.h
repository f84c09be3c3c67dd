// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/operations.h"
#include "core/hcl/value.h"

/// Questions that rules ask about single values, three-valued.
namespace drydock::policy {

/// Known: not null and not empty. Unknown: yes where it comes from resources alone, for then it will be something.
[[nodiscard]] hcl::Truth isSet(const hcl::Value &value);
[[nodiscard]] hcl::Truth isFalse(const hcl::Value &value);
[[nodiscard]] hcl::Truth atLeast(const hcl::Value &value, const hcl::Value &minimum);
[[nodiscard]] hcl::Truth hasElements(const hcl::Value &list);
[[nodiscard]] hcl::Truth anyTrue(const hcl::Value &list);
[[nodiscard]] hcl::Truth allTrue(const hcl::Value &list);
[[nodiscard]] hcl::Truth containsValue(const hcl::Value &list, const hcl::Value &wanted);
/// A label selector (`match_labels`, or a plain map) against labels; match_expressions cannot be decided here.
[[nodiscard]] hcl::Truth selects(const hcl::Value &selector, const hcl::Value &labels);

} // namespace drydock::policy
