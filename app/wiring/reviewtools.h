// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/reviewservice.h"

namespace drydock::wiring {

/// The policy engine with the shipped rules, and the report writers. Rules are loaded at the first review.
[[nodiscard]] project::ReviewTools reviewTools();

} // namespace drydock::wiring
