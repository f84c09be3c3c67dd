// SPDX-License-Identifier: MIT
#pragma once

#include "core/policy/finding.h"
#include "core/terraform/source.h"

#include <string_view>

namespace drydock::policy {

/// With lines and columns; empty where there is no place.
[[nodiscard]] SourceRange toRange(const terraform::SourceRange &range);
[[nodiscard]] ReviewDiagnostic toDiagnostic(const terraform::Diagnostic &diagnostic);
/// Whether it says that a file (or folder) could not be read or parsed as a whole, so that a rule may not have seen
/// what it holds.
[[nodiscard]] bool isUnread(const terraform::Diagnostic &diagnostic);
[[nodiscard]] std::string_view textAt(const terraform::SourceRange &range);

} // namespace drydock::policy
