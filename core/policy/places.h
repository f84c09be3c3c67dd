// SPDX-License-Identifier: MIT
#pragma once

#include "core/policy/finding.h"
#include "core/terraform/source.h"

#include <string_view>

namespace drydock::policy {

/// With lines and columns; empty where there is no place.
[[nodiscard]] SourceRange toRange(const terraform::SourceRange &range);
[[nodiscard]] ReviewDiagnostic toDiagnostic(const terraform::Diagnostic &diagnostic);
[[nodiscard]] std::string_view textAt(const terraform::SourceRange &range);

} // namespace drydock::policy
