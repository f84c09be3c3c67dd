// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

namespace drydock::hcl::characters {

/// What a byte can be, as bits.
enum Class : std::uint8_t {
    NameStart = 1,    ///< ASCII letter or underscore
    NameContinue = 2, ///< ASCII letter, digit, underscore, dash
    Digit = 4,
    Space = 8,       ///< space or tab
    StringStop = 16, ///< ends a plain run in quotes: `"`, `\`, `$`, `%`, line ends
    HighByte = 32,   ///< beyond ASCII
};

[[nodiscard]] constexpr std::array<std::uint8_t, 256> makeClasses()
{
    std::array<std::uint8_t, 256> classes{};
    for (unsigned c = 0; c < 256; ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        const bool digit = c >= '0' && c <= '9';
        if (letter)
            classes[c] |= NameStart | NameContinue;
        if (digit)
            classes[c] |= NameContinue | Digit;
        if (c == '-')
            classes[c] |= NameContinue;
        if (c == ' ' || c == '\t')
            classes[c] |= Space;
        if (c == '"' || c == '\\' || c == '$' || c == '%' || c == '\n' || c == '\r')
            classes[c] |= StringStop;
        if (c >= 0x80)
            classes[c] |= HighByte;
    }
    return classes;
}

inline constexpr std::array<std::uint8_t, 256> Classes = makeClasses();

[[nodiscard]] constexpr bool is(char c, std::uint8_t classes)
{
    return (Classes[static_cast<unsigned char>(c)] & classes) != 0;
}

} // namespace drydock::hcl::characters
