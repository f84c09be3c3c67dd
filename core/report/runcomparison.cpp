// SPDX-License-Identifier: MIT
#include "core/report/runcomparison.h"

#include <algorithm>
#include <deque>
#include <string_view>
#include <unordered_map>

namespace drydock::report {

namespace {

using Waiting = std::unordered_map<std::string_view, std::deque<std::size_t>>;

bool isOpen(const policy::Finding &finding)
{
    return finding.status == policy::FindingStatus::Open;
}

Waiting openByFingerprint(const policy::ReviewResult &review)
{
    Waiting waiting;
    for (std::size_t i = 0; i < review.findings.size(); ++i) {
        if (isOpen(review.findings[i]))
            waiting[review.findings[i].fingerprint].push_back(i);
    }
    return waiting;
}

} // namespace

RunComparison compareRuns(const policy::ReviewResult &before, const policy::ReviewResult &after)
{
    RunComparison result;
    Waiting waiting = openByFingerprint(before);
    std::vector<char> stays(before.findings.size(), 0);
    std::vector<ComparedFinding> unchanged;
    for (std::size_t i = 0; i < after.findings.size(); ++i) {
        const policy::Finding &finding = after.findings[i];
        if (!isOpen(finding))
            continue;
        const auto partner = waiting.find(finding.fingerprint);
        if (partner != waiting.end() && !partner->second.empty()) {
            unchanged.push_back({FindingChange::Unchanged, partner->second.front(), i});
            stays[partner->second.front()] = 1;
            partner->second.pop_front();
        } else {
            result.findings.push_back({FindingChange::New, std::nullopt, i});
            result.added.add(finding.severity);
        }
    }
    for (std::size_t i = 0; i < before.findings.size(); ++i) {
        if (isOpen(before.findings[i]) && !stays[i]) {
            result.findings.push_back({FindingChange::Fixed, i, std::nullopt});
            result.fixed.add(before.findings[i].severity);
        }
    }
    result.unchanged = unchanged.size();
    result.findings.insert(result.findings.end(), unchanged.begin(), unchanged.end());
    return result;
}

} // namespace drydock::report
