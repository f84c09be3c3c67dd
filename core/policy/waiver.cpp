// SPDX-License-Identifier: MIT
#include "core/policy/waiver.h"

#include "core/base/glob.h"

#include <algorithm>

namespace drydock::policy {

bool Waiver::covers(const Finding &finding) const
{
    if (!globMatches(rule, finding.ruleId) || !globMatches(file, finding.range.file))
        return false;
    // An address has no folders: a star there crosses everything.
    const auto matches = [&](const std::string &address) { return globMatches(resource, address, '\0'); };
    if (finding.instances.empty())
        return matches(finding.resource);
    return std::all_of(finding.instances.begin(), finding.instances.end(), matches);
}

std::string Waiver::explanation() const
{
    std::string about = owner;
    if (expires)
        about += (about.empty() ? "until " : ", until ") + formatTimestamp(*expires).substr(0, 10);
    return about.empty() ? reason : reason + " (" + about + ")";
}

static ReviewDiagnostic warning(const Waiver &waiver, std::string summary, std::string detail)
{
    return {DiagnosticSeverity::Warning, std::move(summary), std::move(detail), waiver.range};
}

std::vector<ReviewDiagnostic> applyWaivers(const std::vector<Waiver> &waivers, Timestamp now,
                                           std::vector<Finding> &findings)
{
    std::vector<ReviewDiagnostic> diagnostics;
    for (const Waiver &waiver : waivers) {
        std::size_t covered = 0;
        const bool expired = waiver.expired(now);
        for (Finding &finding : findings) {
            if (!waiver.covers(finding))
                continue;
            ++covered;
            if (expired || finding.status != FindingStatus::Open)
                continue;
            finding.status = FindingStatus::Waived;
            finding.statusReason = waiver.explanation();
        }
        if (expired)
            diagnostics.push_back(warning(
                waiver,
                "The waiver for " + waiver.rule + " expired on " + formatTimestamp(*waiver.expires).substr(0, 10) + ".",
                covered == 0 ? "It covers nothing any more: remove it."
                             : "It would still cover " + std::to_string(covered) +
                                   (covered == 1 ? " finding" : " findings") + ": fix, or renew it with a new date."));
        else if (covered == 0)
            diagnostics.push_back(
                warning(waiver, "The waiver for " + waiver.rule + " covers no finding.",
                        "The problem is gone, or rule, resource or file do not match: remove or correct it."));
    }
    return diagnostics;
}

} // namespace drydock::policy
