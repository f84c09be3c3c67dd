// SPDX-License-Identifier: MIT
#pragma once

#include "views/generate/filechecks.h"
#include "views/library/librarytools.h"

namespace drydock::station {
class StationController;
}

namespace drydock::workbench {

/// Publishing into the registry of the workspace, and reviewing with the shipped rules. `station` outlives the tools.
[[nodiscard]] generate::CheckTools checkTools(station::StationController &station);
[[nodiscard]] library::LibraryTools libraryTools(station::StationController &station);

} // namespace drydock::workbench
