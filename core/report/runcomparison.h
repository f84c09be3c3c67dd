// SPDX-License-Identifier: MIT
#pragma once

#include "core/policy/finding.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace drydock::report {

enum class FindingChange : std::uint8_t { New, Fixed, Unchanged };

/// A finding of the newer run, or of the older one if it was fixed. Indices into ReviewResult::findings.
struct ComparedFinding
{
    FindingChange change = FindingChange::Unchanged;
    std::optional<std::size_t> before;
    std::optional<std::size_t> after;
};

struct RunComparison
{
    std::vector<ComparedFinding> findings; ///< new, then fixed, then unchanged; each in the order of its run
    policy::SeverityCounts added;
    policy::SeverityCounts fixed;
    std::size_t unchanged = 0;
};

/// Pairs the findings of two runs by fingerprint; equal fingerprints are paired in order. Only open findings count as
/// new: one that a waiver covers now is fixed, one whose waiver ran out is new.
[[nodiscard]] RunComparison compareRuns(const policy::ReviewResult &before, const policy::ReviewResult &after);

} // namespace drydock::report
