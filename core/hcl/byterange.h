// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace drydock::hcl {

/// Bytes [start, end) of a source text.
struct ByteRange
{
    std::uint32_t start = 0;
    std::uint32_t end = 0;

    [[nodiscard]] std::uint32_t size() const { return end - start; }
    [[nodiscard]] bool empty() const { return end <= start; }
    [[nodiscard]] bool contains(std::uint32_t offset) const { return offset >= start && offset < end; }
    [[nodiscard]] bool operator==(const ByteRange &) const = default;
};

} // namespace drydock::hcl
