// SPDX-License-Identifier: MIT
#pragma once

#include "core/server/stationroutes.h"

namespace drydock::server {

/// providers.v1 for the providers published here, and the provider network mirror under /mirror/providers/.
void addProviderRoutes(Router &router, const StationServices &services);

} // namespace drydock::server
