// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/reviewservice.h"
#include "core/terraform/moduleresolver.h"

#include <memory>

namespace drydock::wiring {

/// The policy engine with the shipped rules, and the report writers. Rules are loaded at the first review. `modules`:
/// where modules with registry addresses are looked for; null: nowhere.
[[nodiscard]] project::ReviewTools reviewTools(std::shared_ptr<const terraform::ModuleResolver> modules = nullptr);

} // namespace drydock::wiring
