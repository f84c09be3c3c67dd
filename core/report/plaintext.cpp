// SPDX-License-Identifier: MIT
#include "core/report/plaintext.h"

#include "core/base/encoding.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace drydock::report {

namespace {

std::size_t sequenceLength(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first < 0xE0)
        return 2;
    return first < 0xF0 ? 3 : 4;
}

/// The characters of valid UTF-8.
std::vector<std::string_view> characters(std::string_view text)
{
    std::vector<std::string_view> result;
    while (!text.empty()) {
        const std::size_t length = std::min(text.size(), sequenceLength(static_cast<unsigned char>(text.front())));
        result.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return result;
}

std::uint32_t codePoint(std::string_view character)
{
    const auto first = static_cast<unsigned char>(character.front());
    if (character.size() == 1)
        return first;
    std::uint32_t code = first & (0xFFU >> (character.size() + 1));
    for (const char c : character.substr(1))
        code = code << 6U | (static_cast<unsigned char>(c) & 0x3FU);
    return code;
}

std::size_t widthOf(std::string_view character)
{
    const std::uint32_t code = codePoint(character);
    if ((code >= 0x300 && code <= 0x36F) || (code >= 0x200B && code <= 0x200F) || (code >= 0xFE00 && code <= 0xFE0F))
        return 0;
    const bool wide = (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF) ||
                      (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF) ||
                      (code >= 0xFE30 && code <= 0xFE6F) || (code >= 0xFF00 && code <= 0xFF60) ||
                      (code >= 0x1F300 && code <= 0x1F9FF) || (code >= 0x20000 && code <= 0x3FFFD);
    return wide ? 2 : 1;
}

/// The longest run of characters from the start (or the end) that fits.
template <typename Iterator>
std::size_t fitting(Iterator first, Iterator last, std::size_t width)
{
    std::size_t used = 0;
    std::size_t count = 0;
    for (; first != last; ++first, ++count) {
        used += widthOf(*first);
        if (used > width)
            break;
    }
    return count;
}

} // namespace

std::string validUtf8(std::string_view text)
{
    if (isValidUtf8(text))
        return std::string(text);
    std::string result;
    while (!text.empty()) {
        const std::size_t length = std::min(text.size(), sequenceLength(static_cast<unsigned char>(text.front())));
        if (isValidUtf8(text.substr(0, length))) {
            result += text.substr(0, length);
            text.remove_prefix(length);
        } else {
            result += "\xEF\xBF\xBD";
            text.remove_prefix(1);
        }
    }
    return result;
}

std::string printable(std::string_view text)
{
    std::string result;
    for (const char c : validUtf8(text)) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte >= 0x20 && byte != 0x7F) || c == '\n' || c == '\t')
            result += c;
        else
            result += "\xEF\xBF\xBD";
    }
    return result;
}

std::string oneLine(std::string_view text)
{
    std::string result;
    const std::string valid = validUtf8(text);
    for (const std::string_view character : characters(valid)) {
        const std::uint32_t code = codePoint(character);
        // U+202A.. and U+2066.. change the direction of what follows: "trojan source".
        const bool hostile = code < 0x20 || (code >= 0x7F && code < 0xA0) || (code >= 0x202A && code <= 0x202E) ||
                             (code >= 0x2066 && code <= 0x2069);
        if (hostile)
            result += ' ';
        else
            result += character;
    }
    return result;
}

std::size_t displayWidth(std::string_view text)
{
    std::size_t width = 0;
    for (const std::string_view character : characters(text))
        width += widthOf(character);
    return width;
}

std::string elidedRight(std::string_view text, std::size_t width)
{
    if (displayWidth(text) <= width)
        return std::string(text);
    if (width == 0)
        return {};
    const auto all = characters(text);
    std::string result;
    const std::size_t kept = fitting(all.begin(), all.end(), width - 1);
    for (std::size_t i = 0; i < kept; ++i)
        result += all[i];
    return result + "…";
}

std::string elidedMiddle(std::string_view text, std::size_t width)
{
    if (displayWidth(text) <= width)
        return std::string(text);
    if (width < 3)
        return elidedRight(text, width);
    const auto all = characters(text);
    const std::size_t head = fitting(all.begin(), all.end(), (width - 1) / 2);
    const std::size_t tail = fitting(all.rbegin(), all.rend(), width - 1 - (width - 1) / 2);
    std::string result;
    for (std::size_t i = 0; i < head; ++i)
        result += all[i];
    result += "…";
    for (std::size_t i = all.size() - tail; i < all.size(); ++i)
        result += all[i];
    return result;
}

} // namespace drydock::report
