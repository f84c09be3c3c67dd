// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace drydock::hcl {

/// A point in time with the offset it was written in. Private to this folder.
struct Timestamp
{
    std::int64_t seconds = 0;     ///< since 1970-01-01T00:00:00Z
    std::int32_t nanoseconds = 0; ///< 0 .. 999,999,999
    std::int32_t offset = 0;      ///< seconds east of UTC

    /// RFC 3339. Code `hcl.time`.
    [[nodiscard]] static Result<Timestamp> parse(std::string_view text);
    [[nodiscard]] std::string text() const; ///< RFC 3339 without fractions
    /// By formatdate()'s specification (`YYYY-MM-DD'T'hh:mm:ssZ`).
    [[nodiscard]] Result<std::string> formatted(std::string_view format) const;
    /// Moved by Go's duration (`-1h30m5.5s`).
    [[nodiscard]] Result<Timestamp> plus(std::string_view duration) const;
};

} // namespace drydock::hcl
