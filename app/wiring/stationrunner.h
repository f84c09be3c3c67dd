// SPDX-License-Identifier: MIT
#pragma once

#include "app/wiring/stationworkspace.h"
#include "core/base/log.h"
#include "core/server/tlsidentity.h"

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace drydock::wiring {

struct StationSettings
{
    std::filesystem::path workspace;
    std::string listen = "127.0.0.1:8443";
    std::vector<std::string> names; ///< further host names and addresses for the certificate
    unsigned threads = 2;
};

/// What `ready` is told once the station answers.
struct RunningStation
{
    std::string url;
    server::TlsIdentity identity;
    const StationWorkspace &workspace;
};

/// Serves a workspace in the foreground until `stop` is requested: drydockd, and drydockctl serve. Requests go to
/// `log`.
[[nodiscard]] Result<> runStation(const StationSettings &settings, Log &log, const std::stop_token &stop,
                                  const std::function<void(const RunningStation &)> &ready);

} // namespace drydock::wiring
