// SPDX-License-Identifier: MIT
#include "core/base/encoding.h"

#include <array>

namespace drydock {

static constexpr std::string_view hexDigits = "0123456789abcdef";
static constexpr std::string_view base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::string hexEncode(std::span<const std::uint8_t> bytes)
{
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text.push_back(hexDigits[byte >> 4U]);
        text.push_back(hexDigits[byte & 0xFU]);
    }
    return text;
}

static int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

Result<std::string> hexDecode(std::string_view text)
{
    if (text.size() % 2 != 0)
        return failure("encoding.hex", "A hexadecimal text needs an even number of digits.");
    std::string bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = hexValue(text[i]);
        const int low = hexValue(text[i + 1]);
        if (high < 0 || low < 0)
            return failure("encoding.hex", "The text holds a character that is not a hexadecimal digit.");
        bytes.push_back(static_cast<char>(high * 16 + low));
    }
    return bytes;
}

std::string base64Encode(std::string_view bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8U | (k < count ? static_cast<std::uint8_t>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text.push_back(k <= count ? base64Alphabet[group >> (18U - 6U * k) & 63U] : '=');
    }
    return text;
}

Result<std::string> base64Decode(std::string_view text)
{
    const auto bad = [] { return failure("encoding.base64", "The text is not valid base64."); };
    if (text.size() % 4 != 0)
        return bad();
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        std::uint32_t group = 0;
        std::size_t padding = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            const char c = text[i + k];
            const std::size_t value = base64Alphabet.find(c);
            if (c == '=' && i + 4 == text.size() && k >= 2) {
                ++padding;
                group <<= 6U;
            } else if (value != std::string_view::npos && padding == 0) {
                group = group << 6U | static_cast<std::uint32_t>(value);
            } else {
                return bad();
            }
        }
        for (std::size_t k = 0; k < 3 - padding; ++k)
            bytes.push_back(static_cast<char>(group >> (16U - 8U * k) & 255U));
    }
    return bytes;
}

std::string base64UrlEncode(std::string_view bytes)
{
    std::string text = base64Encode(bytes);
    while (!text.empty() && text.back() == '=')
        text.pop_back();
    for (char &c : text)
        c = c == '+' ? '-' : c == '/' ? '_' : c;
    return text;
}

bool isValidUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<std::uint8_t>(text[i]);
        const std::size_t length = lead < 0x80        ? 1
                                   : lead >> 5U == 6  ? 2
                                   : lead >> 4U == 14 ? 3
                                   : lead >> 3U == 30 ? 4
                                                      : 0;
        if (length == 0 || i + length > text.size())
            return false;
        std::uint32_t point = length == 1 ? lead : lead & (0x7FU >> length);
        for (std::size_t k = 1; k < length; ++k) {
            const auto byte = static_cast<std::uint8_t>(text[i + k]);
            if (byte >> 6U != 2)
                return false;
            point = point << 6U | (byte & 63U);
        }
        static constexpr std::array<std::uint32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
        if (point < smallest[length] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
            return false;
        i += length;
    }
    return true;
}

std::string htmlEscape(std::string_view text)
{
    std::string result;
    result.reserve(text.size() + text.size() / 16);
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        case '\'':
            result += "&#39;";
            break;
        default:
            result.push_back(c);
        }
    }
    return result;
}

std::string percentEncode(std::string_view text, bool keepSlash)
{
    std::string result;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '.' || c == '_' || c == '~' || (keepSlash && c == '/');
        if (plain) {
            result.push_back(c);
            continue;
        }
        const auto byte = static_cast<std::uint8_t>(c);
        result.push_back('%');
        result.push_back("0123456789ABCDEF"[byte >> 4U]);
        result.push_back("0123456789ABCDEF"[byte & 15U]);
    }
    return result;
}

Result<std::string> percentDecode(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result.push_back(text[i]);
            continue;
        }
        const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return failure("encoding.percent", "The text holds a % that is not followed by two hexadecimal digits.");
        result.push_back(static_cast<char>(high * 16 + low));
        i += 2;
    }
    return result;
}

} // namespace drydock
