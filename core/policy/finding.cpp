// SPDX-License-Identifier: MIT
#include "core/policy/finding.h"

#include <array>

namespace drydock::policy {

static constexpr std::array<std::string_view, 4> names = {"low", "medium", "high", "critical"};

std::string_view severityName(Severity severity)
{
    return names.at(static_cast<std::size_t>(severity));
}

std::optional<Severity> severityFromName(std::string_view name)
{
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names.at(i) == name)
            return static_cast<Severity>(i);
    return std::nullopt;
}

std::string_view statusName(FindingStatus status)
{
    switch (status) {
    case FindingStatus::Waived:
        return "waived";
    case FindingStatus::Baselined:
        return "baselined";
    case FindingStatus::Open:
        break;
    }
    return "open";
}

void SeverityCounts::add(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        ++critical;
        break;
    case Severity::High:
        ++high;
        break;
    case Severity::Medium:
        ++medium;
        break;
    case Severity::Low:
        ++low;
        break;
    }
}

} // namespace drydock::policy
