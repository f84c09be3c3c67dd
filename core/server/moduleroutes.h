// SPDX-License-Identifier: MIT
#pragma once

#include "core/server/stationroutes.h"

namespace drydock::server {

/// modules.v1: versions and download as clients need them; list, search and details as other tools read them.
void addModuleRoutes(Router &router, const StationServices &services);

} // namespace drydock::server
