// SPDX-License-Identifier: MIT
#pragma once

#include "core/diff/linediff.h"
#include "core/diff/worddiff.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace drydock::diff {

enum class RowKind : std::uint8_t { Equal, Changed, Removed, Added };

/// One row of a side-by-side view: line numbers from 0, none where that side is empty. Words only in Changed rows; a
/// Changed row without words on either side shows two lines that have nothing in common.
struct Row
{
    RowKind kind = RowKind::Equal;
    std::optional<std::uint32_t> before;
    std::optional<std::uint32_t> after;
    std::vector<ByteRange> beforeWords;
    std::vector<ByteRange> afterWords;
};

/// All lines of both sides in order; in every edit the lines that resemble each other stand side by side.
[[nodiscard]] std::vector<Row> alignRows(std::span<const std::string_view> before,
                                         std::span<const std::string_view> after, const Script &script);

} // namespace drydock::diff
