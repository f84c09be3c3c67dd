// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace drydock::registry {

/// The parts between slashes, empty ones too.
[[nodiscard]] std::vector<std::string_view> splitAddress(std::string_view text, char separator = '/');

[[nodiscard]] inline bool isAsciiAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

[[nodiscard]] std::string asciiLower(std::string_view text);

/// For messages: at most 80 bytes, with control characters replaced.
[[nodiscard]] std::string shortened(std::string_view text);

} // namespace drydock::registry
