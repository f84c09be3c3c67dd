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

Gate decideGate(const GatePolicy &policy, const SeverityCounts &open)
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
    gate.passed = reasons.empty();
    if (!gate.passed)
        gate.reason = listed(reasons) + ".";
    else if (!policy.failOn && policy.thresholds.empty())
        gate.reason = "The gate is off.";
    else if (!policy.failOn)
        gate.reason = "No threshold is exceeded.";
    else
        gate.reason = "No open finding of severity " + std::string(severityName(*policy.failOn)) +
                      (*policy.failOn == Severity::Critical ? "." : " or worse.");
    return gate;
}

} // namespace drydock::policy
