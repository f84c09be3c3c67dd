// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"

#include <chrono>
#include <cstdint>

namespace drydock::registry {

/// Times are stored as milliseconds since 1970-01-01 UTC.
[[nodiscard]] inline std::int64_t milliseconds(Timestamp time)
{
    return time.time_since_epoch().count();
}

[[nodiscard]] inline Timestamp timestampFrom(std::int64_t milliseconds)
{
    return Timestamp(std::chrono::milliseconds(milliseconds));
}

} // namespace drydock::registry
