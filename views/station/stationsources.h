// SPDX-License-Identifier: MIT
#pragma once

#include "views/station/publishedpanel.h"

namespace drydock::station {

class StationController;

/// What the tabs list, read from registry and mirror.
[[nodiscard]] PublishedSource moduleSource(StationController &station);
[[nodiscard]] PublishedSource providerSource(StationController &station);
[[nodiscard]] PublishedSource mirrorSource(StationController &station);

} // namespace drydock::station
