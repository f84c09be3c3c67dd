// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace drydock::diff {

enum class Whitespace : std::uint8_t {
    Significant,
    IgnoreAmount, ///< runs of blanks count as one, blanks at the end of a line as none
    IgnoreAll,
};

/// How good a comparison is. Both are correct; an approximate one may show more lines than needed.
enum class Exactness : std::uint8_t { Minimal, Approximate };

/// Replaces `beforeCount` lines from line `beforeStart` by `afterCount` lines from `afterStart`. Lines count from 0.
struct Edit
{
    std::uint32_t beforeStart = 0;
    std::uint32_t beforeCount = 0;
    std::uint32_t afterStart = 0;
    std::uint32_t afterCount = 0;

    [[nodiscard]] std::uint32_t beforeEnd() const { return beforeStart + beforeCount; }
    [[nodiscard]] std::uint32_t afterEnd() const { return afterStart + afterCount; }
    bool operator==(const Edit &) const = default;
};

/// The edits that turn one list of lines into another: sorted, disjoint, with at least one equal line between two.
struct Script
{
    std::vector<Edit> edits;
    Exactness exactness = Exactness::Minimal;

    [[nodiscard]] std::size_t added() const;   ///< lines
    [[nodiscard]] std::size_t removed() const; ///< lines
};

struct CompareOptions
{
    Whitespace whitespace = Whitespace::Significant;
};

/// More lines than this on one side are not compared one by one: what differs between the common start and the common
/// end becomes one edit, and the script is Approximate.
inline constexpr std::size_t maximumLines = 4'000'000;

/// The lines of `text`, each with its "\n" where it has one; empty for an empty text. Views into `text`.
[[nodiscard]] std::vector<std::string_view> splitLines(std::string_view text);

/// Myers' O(ND) algorithm in linear space (E. Myers 1986). The search gives up a minimal answer when one part costs
/// more than max(256, sqrt(lines)) steps, so the time is bounded by lines * that. Edits are moved to where a person
/// would put them: to blank lines and outer indentation.
[[nodiscard]] Script compareLines(std::span<const std::string_view> before, std::span<const std::string_view> after,
                                  const CompareOptions &options = {});

/// A run of edits with the unchanged lines around them. `edits` index into Script::edits.
struct Hunk
{
    std::uint32_t beforeStart = 0;
    std::uint32_t beforeCount = 0;
    std::uint32_t afterStart = 0;
    std::uint32_t afterCount = 0;
    std::size_t firstEdit = 0;
    std::size_t editCount = 0;
};

[[nodiscard]] std::vector<Hunk> groupHunks(const Script &script, std::size_t beforeLines, std::size_t afterLines,
                                           std::uint32_t context = 3);

} // namespace drydock::diff
