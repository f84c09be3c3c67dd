// SPDX-License-Identifier: MIT
#include "core/policy/gate.h"

#include <array>
#include <vector>

namespace drydock::policy {

static std::uint32_t countOf(const SeverityCounts &counts, Severity severity)
{
    const std::array<std::uint32_t, 4> all = {counts.low, counts.medium, counts.high, counts.critical};
    return all.at(static_cast<std::size_t>(severity));
}

static std::string listed(const std::vector<std::string> &parts)
{
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i)
        text += (i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ") + parts[i];
    return text;
}

static std::string findings(std::uint32_t count, const std::string &kind)
{
    return std::to_string(count) + " " + kind + (count == 1 ? " finding" : " findings");
}

static std::string files(std::uint32_t count)
{
    return std::to_string(count) + (count == 1 ? " file" : " files");
}

static std::string passReason(const GatePolicy &policy)
{
    if (policy.failOn)
        return "No open finding of severity " + std::string(severityName(*policy.failOn)) +
               (*policy.failOn == Severity::Critical ? "" : " or worse");
    if (policy.thresholds.empty() && policy.onUnreadable == OnUnreadable::Tell)
        return "The gate is off";
    return policy.thresholds.empty() ? "No finding fails the gate" : "No threshold is exceeded";
}

Gate decideGate(const GatePolicy &policy, const SeverityCounts &open, std::uint32_t unreadable)
{
    Gate gate{true, policy.failOn, {}};
    std::vector<std::string> reasons;
    for (const Severity severity : {Severity::Critical, Severity::High, Severity::Medium, Severity::Low}) {
        const std::uint32_t count = countOf(open, severity);
        const std::string name(severityName(severity));
        const auto threshold = policy.thresholds.find(severity);
        // A threshold says more about its severity than fail_on does, so it decides alone.
        if (threshold != policy.thresholds.end()) {
            if (count > threshold->second)
                reasons.push_back(findings(count, "open " + name) + " where at most " +
                                  std::to_string(threshold->second) + " may be");
        } else if (policy.failOn && severity >= *policy.failOn && count > 0) {
            reasons.push_back(findings(count, "open " + name));
        }
    }
    const bool unreadableFails = unreadable > 0 && policy.onUnreadable == OnUnreadable::Fail;
    if (unreadableFails)
        reasons.push_back(files(unreadable) + " that could not be read");
    gate.passed = reasons.empty();
    gate.reason = gate.passed ? passReason(policy) : listed(reasons);
    if (unreadable > 0 && !unreadableFails)
        gate.reason += "; " + files(unreadable) + " could not be read";
    gate.reason += ".";
    return gate;
}

} // namespace drydock::policy
