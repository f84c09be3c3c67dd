// SPDX-License-Identifier: MIT
#pragma once

#include "core/diff/linediff.h"

#include <cstdint>
#include <span>
#include <vector>

namespace drydock::diff {

/// Which symbols have no partner on the other side.
struct Unmatched
{
    std::vector<char> before;
    std::vector<char> after;
    Exactness exactness = Exactness::Minimal;
};

/// Compares two sequences of symbols (numbers that stand for lines or words). See compareLines() for the bound.
[[nodiscard]] Unmatched compareSymbols(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after);

/// The runs of unmatched symbols as edits.
[[nodiscard]] std::vector<Edit> editsOf(const Unmatched &unmatched);

} // namespace drydock::diff
