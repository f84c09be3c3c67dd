// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

#include <cstdint>

namespace drydock::wiring {

class Services;

enum class DemoState : std::uint8_t {
    Keep,  ///< the demo project stays as the user left it; taken out of the archive
    Reset, ///< deleted and made anew
};

/// The demo project "Landing zone" of the workspace, made from the shipped files when it is not there. A project of the
/// user's that happens to have its short name is not touched (`demo.name-taken`).
[[nodiscard]] Result<project::Project> demoProject(const Services &services, DemoState state = DemoState::Keep);

} // namespace drydock::wiring
