// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace drydock {

using Timestamp = std::chrono::sys_time<std::chrono::milliseconds>;

/// Where the time comes from; tests hand in one that stands still. Safe to call from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override;
};

/// ISO 8601 in UTC with milliseconds: 2026-11-20T21:26:00.123Z. Sorts as text.
[[nodiscard]] std::string formatTimestamp(Timestamp time);
/// Reads what formatTimestamp writes, with or without the fraction; a date alone means its midnight.
[[nodiscard]] Result<Timestamp> parseTimestamp(std::string_view text);

} // namespace drydock
