// SPDX-License-Identifier: MIT
#include "core/registry/versionorder.h"

#include "core/base/semver.h"

namespace drydock::registry {

bool newerVersion(std::string_view a, std::string_view b)
{
    const auto first = SemanticVersion::parse(a);
    const auto second = SemanticVersion::parse(b);
    if (first && second && (*first <=> *second) != 0)
        return *first > *second;
    return a > b;
}

bool replacesLatest(std::string_view candidate, std::string_view latest)
{
    const auto first = SemanticVersion::parse(candidate);
    const auto second = SemanticVersion::parse(latest);
    if (first && second && first->isPrerelease() != second->isPrerelease())
        return second->isPrerelease();
    return newerVersion(candidate, latest);
}

} // namespace drydock::registry
