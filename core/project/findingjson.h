// SPDX-License-Identifier: MIT
#pragma once

#include "core/policy/finding.h"

#include <string>
#include <string_view>

namespace drydock::project {

/// The parts of a review that stand in a column as JSON. Internal to core/project. Reading is lenient: what is missing
/// keeps its default, because an older program wrote it.

[[nodiscard]] std::string findingDetail(const policy::Finding &finding); ///< instances, derivation, fix
void readFindingDetail(std::string_view json, policy::Finding &finding);

[[nodiscard]] std::string undecidedJson(const policy::Undecided &undecided);
[[nodiscard]] policy::Undecided undecidedFrom(std::string_view json);

[[nodiscard]] std::string diagnosticJson(const policy::ReviewDiagnostic &diagnostic);
[[nodiscard]] policy::ReviewDiagnostic diagnosticFrom(std::string_view json);

} // namespace drydock::project
