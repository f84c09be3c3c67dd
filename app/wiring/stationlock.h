// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

namespace drydock::wiring {

/// Held by the process that serves a workspace, so that a second one can say who does. The operating system releases it
/// when the process is killed.
class StationLock
{
public:
    /// Code: `server.workspace-served`, with the address and process of the other station.
    [[nodiscard]] static Result<StationLock> take(const std::filesystem::path &workspace);
    StationLock(StationLock &&other) noexcept;
    StationLock &operator=(StationLock &&other) noexcept;
    ~StationLock();

    /// Writes down where this station can be reached.
    void announce(const std::string &url) const;

private:
    explicit StationLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    int m_descriptor = -1;
};

} // namespace drydock::wiring
