// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace drydock::hcl {

/// How many columns the text takes: its user-perceived characters (grapheme clusters, UAX #29).
[[nodiscard]] std::uint32_t countGraphemes(std::string_view text);

} // namespace drydock::hcl
