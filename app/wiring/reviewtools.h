// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/reviewservice.h"
#include "core/terraform/moduleresolver.h"

#include <memory>

namespace drydock::wiring {

/// The policy engine with the shipped rules, and the report writers. Rules are loaded at the first review, the provider
/// schemas of the workspace at each. `modules`: where modules with registry addresses are looked for. `workspace` must
/// outlive the tools.
[[nodiscard]] project::ReviewTools reviewTools(const project::Workspace &workspace,
                                               std::shared_ptr<const terraform::ModuleResolver> modules);

} // namespace drydock::wiring
