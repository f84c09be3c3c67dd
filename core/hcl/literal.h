// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/value.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace drydock::hcl {

enum class Layout : std::uint8_t {
    OneLine, ///< `{ a = 1, b = [1, 2] }`
    Indented ///< as `terraform console` prints it, several lines for what is not empty
};

/// The value as HCL source that evaluates to it again (lists and sets as tuples). Unknown prints as
/// `(known after apply)`, sensitive as `(sensitive value)`.
[[nodiscard]] std::string toSource(const Value &value, Layout layout = Layout::OneLine);

/// The type as `type()` prints it in `terraform console`, several lines for what is not primitive.
[[nodiscard]] std::string toSource(const Type &type);

/// A quoted string literal with `"`, `\`, `${`, `%{`, newlines and control characters escaped.
[[nodiscard]] std::string quote(std::string_view text);

/// Whether `text` can stand as an identifier or an unquoted object key.
[[nodiscard]] bool isIdentifier(std::string_view text);

} // namespace drydock::hcl
