// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/diagnostic.h"
#include "core/hcl/parser.h"

#include <string>
#include <string_view>

namespace drydock::hcl {

/// The text as `terraform fmt` (1.11) prints it, byte for byte: indentation, spacing, aligned `=` and comments, quoted
/// block labels, `"${x}"` as `x`, legacy type constraints of variables. A file with errors, or in
/// JSON syntax, comes back unchanged.
[[nodiscard]] std::string format(const ParsedFile &file);

/// Spacing and alignment alone, without rewriting any token; works on any text, also one that does not parse.
[[nodiscard]] std::string formatLayout(std::string_view text);

} // namespace drydock::hcl
