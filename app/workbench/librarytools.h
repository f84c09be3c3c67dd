// SPDX-License-Identifier: MIT
#pragma once

#include "views/generate/filechecks.h"
#include "views/library/librarytools.h"

namespace drydock::station {
class StationController;
}

namespace drydock::wiring {
class Services;
}

namespace drydock::workbench {

/// Publishing into the registry of the workspace, and reviewing as the workspace's projects are. Both arguments outlive
/// the tools.
[[nodiscard]] generate::CheckTools checkTools(const wiring::Services &services, station::StationController &station);
[[nodiscard]] library::LibraryTools libraryTools(const wiring::Services &services, station::StationController &station);

} // namespace drydock::workbench
