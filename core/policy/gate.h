// SPDX-License-Identifier: MIT
#pragma once

#include "core/policy/configfile.h"
#include "core/policy/finding.h"

namespace drydock::policy {

/// The verdict over the open findings counted in `open`.
[[nodiscard]] Gate decideGate(const GatePolicy &policy, const SeverityCounts &open);

} // namespace drydock::policy
