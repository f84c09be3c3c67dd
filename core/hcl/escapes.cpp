// SPDX-License-Identifier: MIT
#include "core/hcl/template.h"

#include <algorithm>
#include <charconv>

namespace drydock::hcl {

static void appendUtf8(std::string &text, char32_t c)
{
    const auto byte = [&text](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (c < 0x80) {
        byte(c);
    } else if (c < 0x800) {
        byte(0xc0U | (c >> 6U));
        byte(0x80U | (c & 0x3fU));
    } else if (c < 0x10000) {
        byte(0xe0U | (c >> 12U));
        byte(0x80U | ((c >> 6U) & 0x3fU));
        byte(0x80U | (c & 0x3fU));
    } else {
        byte(0xf0U | (c >> 18U));
        byte(0x80U | ((c >> 12U) & 0x3fU));
        byte(0x80U | ((c >> 6U) & 0x3fU));
        byte(0x80U | (c & 0x3fU));
    }
}

// Appends what the escape at the start of `rest` stands for; returns its length, 0 where it is none.
static std::size_t decodeEscape(std::string_view rest, std::string &value)
{
    if (rest.size() < 2)
        return 0;
    const std::string_view selectors = "nrt\"\\";
    if (const std::size_t simple = selectors.find(rest[1]); simple != std::string_view::npos) {
        value += "\n\r\t\"\\"[simple];
        return 2;
    }
    const std::size_t digits = rest[1] == 'u' ? 4 : rest[1] == 'U' ? 8 : 0;
    if (digits == 0 || rest.size() < 2 + digits)
        return 0;
    std::uint32_t code = 0;
    const char *const end = rest.data() + 2 + digits;
    const auto parsed = std::from_chars(rest.data() + 2, end, code, 16);
    if (parsed.ptr != end || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
        return 0;
    appendUtf8(value, code);
    return 2 + digits;
}

std::string decodeQuoted(std::string_view raw)
{
    std::string value;
    value.reserve(raw.size());
    for (std::size_t at = 0; at < raw.size();) {
        const std::size_t special = std::min(raw.find_first_of("\\$%", at), raw.size());
        value += raw.substr(at, special - at);
        at = special;
        if (at == raw.size())
            break;
        const std::string_view rest = raw.substr(at);
        if (rest[0] == '\\') {
            const std::size_t length = decodeEscape(rest, value);
            if (length == 0)
                value += '\\';
            at += length == 0 ? 1 : length;
        } else {
            const bool escape = rest.size() >= 3 && rest[1] == rest[0] && rest[2] == '{';
            value += escape ? rest.substr(1, 2) : rest.substr(0, 1);
            at += escape ? 3 : 1;
        }
    }
    return value;
}

std::string encodeQuoted(std::string_view text)
{
    std::string raw;
    raw.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        switch (c) {
        case '\n':
            raw += "\\n";
            break;
        case '\r':
            raw += "\\r";
            break;
        case '\t':
            raw += "\\t";
            break;
        case '"':
        case '\\':
            raw += '\\';
            raw += c;
            break;
        case '$':
        case '%':
            if (at + 1 < text.size() && text[at + 1] == '{')
                raw += c;
            raw += c;
            break;
        default:
            raw += c;
        }
    }
    return raw;
}

} // namespace drydock::hcl
