// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace drydock::hcl {
struct ParsedFile;
}

namespace drydock::language {

enum class FoldKind : std::uint8_t { Block, Collection, Heredoc, Comment };

/// Lines count from 1; folded, `firstLine` stays visible and those after it up to `lastLine` are hidden.
struct FoldingRange
{
    std::uint32_t firstLine = 1;
    std::uint32_t lastLine = 1;
    FoldKind kind = FoldKind::Block;

    [[nodiscard]] bool operator==(const FoldingRange &) const = default;
};

/// Blocks, `[ ]`, `{ }`, `( )` over several lines, heredocs, and comments of two lines or more; sorted by line.
[[nodiscard]] std::vector<FoldingRange> foldingRanges(const hcl::ParsedFile &file);

struct BracketPair
{
    hcl::ByteRange open;
    hcl::ByteRange close;
};

/// The pair of `{ } [ ] ( ) ${ } %{ }` or quotes that the offset touches (right after or right before one of the two),
/// else nothing. Brackets inside strings and comments are text. Works on text that does not parse.
[[nodiscard]] std::optional<BracketPair> matchingBrackets(std::string_view text, std::uint32_t offset);

/// Larger and larger ranges around a selection, for "expand selection": the word, the expression, the argument, the
/// block. The smallest first; the last is the file.
[[nodiscard]] std::vector<hcl::ByteRange> selectionRanges(const hcl::ParsedFile &file, hcl::ByteRange selection);

} // namespace drydock::language
