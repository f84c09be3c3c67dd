// SPDX-License-Identifier: MIT
#pragma once

#include "core/policy/configfile.h"
#include "core/policy/finding.h"

namespace drydock::policy {

/// The verdict over the open findings counted in `open`, where `unreadable` files could not be read or parsed as a
/// whole. The reason names those files also where they do not fail the gate: a pass says nothing about what is in them.
[[nodiscard]] Gate decideGate(const GatePolicy &policy, const SeverityCounts &open, std::uint32_t unreadable = 0);

} // namespace drydock::policy
