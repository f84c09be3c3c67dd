// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"
#include "core/hcl/characters.h"

#include <string_view>

namespace drydock::hcl {

/// The name that begins at `start`, in a text that was lexed.
[[nodiscard]] inline ByteRange nameFrom(std::string_view text, std::uint32_t start)
{
    using namespace characters;
    std::uint32_t end = start;
    while (end < text.size() && is(text[end], NameContinue | HighByte))
        ++end;
    return {start, end};
}

/// The name that ends at `end`.
[[nodiscard]] inline ByteRange nameBefore(std::string_view text, std::uint32_t end)
{
    using namespace characters;
    std::uint32_t start = end;
    while (start > 0 && is(text[start - 1], NameContinue | HighByte))
        --start;
    return {start, end};
}

} // namespace drydock::hcl
