// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/policy/finding.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace drydock::policy {

/// An accepted exception: from `waivers:` of tfreview.yaml, or a comment `# drydock:ignore RULE reason` in the source.
struct Waiver
{
    std::string rule = "*";     ///< glob over rule ids
    std::string resource = "*"; ///< glob over addresses; brackets stand for themselves
    std::string file = "**";    ///< glob over files relative to the reviewed root
    std::string reason;
    std::string owner;
    std::optional<Timestamp> expires; ///< the last instant at which it holds
    SourceRange range;                ///< where the waiver itself is written

    [[nodiscard]] bool covers(const Finding &finding) const;
    [[nodiscard]] bool expired(Timestamp now) const { return expires && now > *expires; }
    /// "reason (owner, until 2027-01-31)"
    [[nodiscard]] std::string explanation() const;
};

/// Marks the open findings that a waiver in force covers. Returns warnings for waivers that have expired, and for those
/// that cover nothing any more.
[[nodiscard]] std::vector<ReviewDiagnostic> applyWaivers(const std::vector<Waiver> &waivers, Timestamp now,
                                                         std::vector<Finding> &findings);

} // namespace drydock::policy
