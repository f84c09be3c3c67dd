// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/hcl/value.h"

#include <string>
#include <string_view>

namespace drydock::hcl {

/// JSON as jsonencode() writes it: compact, keys sorted, `<>&` and U+2028/9 escaped. The value must be wholly known
/// (code `hcl.unknown`); marks are ignored.
[[nodiscard]] Result<std::string> toJson(const Value &value);

/// As jsondecode(): objects become objects, arrays tuples, numbers keep their precision. Code `hcl.json`; the message
/// names the byte where it is wrong. Nesting and size are bounded.
[[nodiscard]] Result<Value> fromJson(std::string_view text);

} // namespace drydock::hcl
