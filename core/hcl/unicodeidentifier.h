// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace drydock::hcl {

/// Unicode's ID_Start and ID_Continue for characters beyond ASCII.
[[nodiscard]] bool isIdentifierStart(char32_t character);
[[nodiscard]] bool isIdentifierContinue(char32_t character);

struct DecodedCharacter
{
    char32_t character = 0;
    std::uint32_t length = 0; ///< in bytes; 0: no valid UTF-8
};

/// The character that begins at the byte `at`, which must exist.
[[nodiscard]] DecodedCharacter decodeUtf8(std::string_view text, std::size_t at);

} // namespace drydock::hcl
