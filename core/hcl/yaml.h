// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/hcl/value.h"

#include <string>
#include <string_view>

namespace drydock::hcl {

/// As yamldecode(): one document; mappings become objects, sequences tuples, plain scalars null, bool or number where
/// they look like it. Code `hcl.yaml`; the message names line and column. Depth and number of nodes are bounded.
[[nodiscard]] Result<Value> fromYaml(std::string_view text);

/// As yamlencode(): block style, strings and keys in double quotes. The value must be wholly known.
[[nodiscard]] std::string toYaml(const Value &value);

} // namespace drydock::hcl
