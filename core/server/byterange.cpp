// SPDX-License-Identifier: MIT
#include "core/server/byterange.h"

#include <algorithm>
#include <charconv>

namespace drydock::server {

static std::optional<std::uint64_t> number(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

ByteRange byteRange(std::optional<std::string_view> range, std::optional<std::string_view> ifRange,
                    std::string_view entityTag, std::uint64_t size)
{
    const ByteRange whole{ByteRange::Kind::Whole, 0, size};
    if (!range || !range->starts_with("bytes=") || (ifRange && *ifRange != entityTag))
        return whole;
    const std::string_view text = range->substr(6);
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos || text.find(',') != std::string_view::npos)
        return whole;
    const auto first = number(text.substr(0, dash));
    const auto last = number(text.substr(dash + 1));
    if ((!first && dash != 0) || (!last && dash + 1 != text.size()) || (!first && !last))
        return whole;
    if (!first) {
        const std::uint64_t length = std::min(*last, size);
        return {length == 0 ? ByteRange::Kind::NotSatisfiable : ByteRange::Kind::Part, size - length, length};
    }
    if (last && *last < *first)
        return whole;
    if (*first >= size)
        return {ByteRange::Kind::NotSatisfiable, 0, 0};
    return {ByteRange::Kind::Part, *first, (last ? std::min(*last, size - 1) : size - 1) - *first + 1};
}

} // namespace drydock::server
