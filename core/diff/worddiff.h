// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace drydock::diff {

/// Bytes [start, end) of a line; never cuts a UTF-8 character.
struct ByteRange
{
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    bool operator==(const ByteRange &) const = default;
};

/// What changed inside a line. `similarity` is the part of the words (by bytes) that is on both sides, 0..1.
struct WordChanges
{
    std::vector<ByteRange> before;
    std::vector<ByteRange> after;
    double similarity = 0;
};

/// Longer lines are not refined: the whole line is one changed range.
inline constexpr std::size_t maximumWordLine = 8192;

/// Compares two lines word by word: a word is a run of letters, digits and `_`, where every character outside ASCII
/// counts as a letter; every other character stands for itself. Line ends are not compared.
[[nodiscard]] WordChanges compareWords(std::string_view before, std::string_view after);

} // namespace drydock::diff
