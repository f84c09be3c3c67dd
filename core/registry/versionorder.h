// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace drydock::registry {

/// Order by Semantic Versioning, and by text where that makes no difference (build metadata, or no version at all).
[[nodiscard]] bool newerVersion(std::string_view a, std::string_view b);

/// Whether `candidate` takes the place of `latest` as the version that is shown: a release before any pre-release.
[[nodiscard]] bool replacesLatest(std::string_view candidate, std::string_view latest);

} // namespace drydock::registry
