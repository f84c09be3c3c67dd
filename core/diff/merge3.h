// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::diff {

/// What stands in the merged text where both sides changed the same lines differently.
enum class ConflictText : std::uint8_t {
    Markers, ///< as git writes them with merge.conflictStyle=diff3: <<<<<<< ours, ||||||| base, =======, >>>>>>> theirs
    Ours,
    Theirs,
};

struct MergeOptions
{
    ConflictText conflicts = ConflictText::Markers;
    std::string oursLabel = "ours"; ///< without line ends
    std::string baseLabel = "base";
    std::string theirsLabel = "theirs";
};

/// Lines that both sides changed differently. `firstLine` (from 0) and `lineCount` say where it stands in the merged
/// text, markers included.
struct MergeConflict
{
    std::uint32_t firstLine = 0;
    std::uint32_t lineCount = 0;
    std::string base;
    std::string ours;
    std::string theirs;
};

struct Merge
{
    std::string text;
    std::vector<MergeConflict> conflicts; ///< in the order of the text; empty: merged without a question

    [[nodiscard]] bool isClean() const { return conflicts.empty(); }
};

/// Three-way merge by lines: what only one side changed since `base` is taken, what both changed in the same way counts
/// once, anything else is a conflict. Changes to lines next to each other are a conflict, too, as in git and diff3.
/// Lines at the start and end of a conflict that both sides agree on are left outside of it.
[[nodiscard]] Merge merge3(std::string_view base, std::string_view ours, std::string_view theirs,
                           const MergeOptions &options = {});

} // namespace drydock::diff
