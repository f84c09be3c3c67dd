// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/blob/blobstore.h"
#include "core/mirror/providermirror.h"
#include "core/registry/moduleregistry.h"
#include "core/registry/providerregistry.h"
#include "core/server/capability.h"
#include "core/server/router.h"

namespace drydock::server {

/// What the routes answer from; all safe from any thread.
struct StationServices
{
    registry::ModuleRegistry &modules;
    registry::ProviderRegistry &providers;
    mirror::ProviderMirror &mirror;
    const blob::BlobStore &blobs;
    const Capability &capability;
    const Clock &clock;
};

/// /healthz, /.well-known/terraform.json, /v1/modules/, /v1/providers/, /mirror/providers/ and /blobs/. The services
/// must outlive the router.
[[nodiscard]] Router stationRoutes(const StationServices &services);

} // namespace drydock::server
