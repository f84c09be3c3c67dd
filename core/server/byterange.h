// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace drydock::server {

/// Which bytes of a file a response sends.
struct ByteRange
{
    enum class Kind { Whole, Part, NotSatisfiable };
    Kind kind = Kind::Whole;
    std::uint64_t first = 0;
    std::uint64_t length = 0;
};

/// Evaluates a Range field (RFC 9110 section 14.2) for a file of `size` bytes. One range in bytes is served; several,
/// or what is not understood, mean the whole file, as the standard allows. So does an If-Range that is not `entityTag`
/// (with its quotes).
[[nodiscard]] ByteRange byteRange(std::optional<std::string_view> range, std::optional<std::string_view> ifRange,
                                  std::string_view entityTag, std::uint64_t size);

} // namespace drydock::server
