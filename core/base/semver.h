// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock {

/// A version by Semantic Versioning 2.0.0 (https://semver.org). Build metadata is kept but does not take part in order.
struct SemanticVersion
{
    std::uint64_t major = 0;
    std::uint64_t minor = 0;
    std::uint64_t patch = 0;
    std::vector<std::string> prerelease; ///< dot-separated identifiers
    std::string build;

    /// Strict: `1.2.3`, `1.2.3-rc.1`, `1.2.3+abc`. A leading `v`, missing parts and leading zeros are refused.
    [[nodiscard]] static Result<SemanticVersion> parse(std::string_view text);

    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool isPrerelease() const { return !prerelease.empty(); }
    [[nodiscard]] std::strong_ordering operator<=>(const SemanticVersion &other) const;
    [[nodiscard]] bool operator==(const SemanticVersion &other) const { return (*this <=> other) == 0; }
};

} // namespace drydock
