// SPDX-License-Identifier: MIT
#pragma once

#include "views/shell/locator.h"

#include <vector>

namespace drydock::wiring {
class Services;
}

namespace drydock::workbench {

/// What "Go to anything" searches besides pages and actions: projects, files, runs, assets, articles. `services`
/// outlives the sources.
[[nodiscard]] std::vector<shell::LocatorSource> locatorSources(const wiring::Services &services);

} // namespace drydock::workbench
