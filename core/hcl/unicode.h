// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What the language asks of Unicode. ICU stays behind this header. Private to this folder.
namespace drydock::hcl {

/// Reads the code point at `at` and moves behind it; a byte that is no UTF-8 counts as U+FFFD.
[[nodiscard]] char32_t nextCodePoint(std::string_view text, std::size_t &at);
void appendCodePoint(std::string &text, char32_t c);

[[nodiscard]] bool isPrintable(char32_t c); ///< as Go's unicode.IsPrint
[[nodiscard]] bool isSpace(char32_t c);     ///< as Go's unicode.IsSpace
[[nodiscard]] bool isLetter(char32_t c);
[[nodiscard]] bool isDigit(char32_t c);
[[nodiscard]] std::string escapedCodePoint(char32_t c); ///< `\u00e9`, `\U0001f6a2`

[[nodiscard]] std::string toUpper(std::string_view text); ///< code point by code point, as Go does
[[nodiscard]] std::string toLower(std::string_view text);
[[nodiscard]] std::string toTitle(std::string_view text); ///< the first letter of each word in title case
/// Unicode Normalization Form C.
[[nodiscard]] std::string normalized(std::string text);
/// What a person sees as one character each (extended grapheme clusters, UAX #29).
[[nodiscard]] std::vector<std::string_view> characters(std::string_view text);

/// Text from or to an encoding by its IANA name; nothing when the encoding is unknown or the bytes do not fit it.
enum class EncodingOutcome : unsigned char { Done, UnknownEncoding, Unrepresentable };
[[nodiscard]] EncodingOutcome encodeText(std::string_view text, const std::string &encoding, std::string &bytes);
[[nodiscard]] EncodingOutcome decodeText(std::string_view bytes, const std::string &encoding, std::string &text);

} // namespace drydock::hcl
