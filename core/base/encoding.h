// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace drydock {

[[nodiscard]] std::string hexEncode(std::span<const std::uint8_t> bytes); ///< lower case
[[nodiscard]] Result<std::string> hexDecode(std::string_view text);
[[nodiscard]] std::string base64Encode(std::string_view bytes); ///< RFC 4648 section 4, padded
[[nodiscard]] Result<std::string> base64Decode(std::string_view text);
[[nodiscard]] std::string base64UrlEncode(std::string_view bytes); ///< RFC 4648 section 5, without padding

[[nodiscard]] bool isValidUtf8(std::string_view text);
[[nodiscard]] std::string htmlEscape(std::string_view text);
/// RFC 3986: everything but unreserved characters (and `/` where `keepSlash`) as %XX.
[[nodiscard]] std::string percentEncode(std::string_view text, bool keepSlash = false);
[[nodiscard]] Result<std::string> percentDecode(std::string_view text);

} // namespace drydock
