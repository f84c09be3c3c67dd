// SPDX-License-Identifier: MIT
#include "core/hcl/jsonlexer.h"

#include "core/hcl/limits.h"
#include "core/hcl/unicode.h"
#include "core/hcl/unicodeidentifier.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace drydock::hcl {

JsonLexer::JsonLexer(std::string_view text)
    : m_text(text)
    , m_size(static_cast<std::uint32_t>(text.size()))
{
}

void JsonLexer::report(Severity severity, ByteRange range, std::string summary, std::string detail, std::string hint)
{
    if (m_diagnostics.size() < limits::Diagnostics)
        m_diagnostics.push_back({severity, std::move(summary), std::move(detail), range, std::move(hint)});
}

std::vector<JsonToken> JsonLexer::tokens()
{
    if (m_text.starts_with("\xef\xbb\xbf")) {
        report(Severity::Error, {0, 3}, "Byte order mark", "JSON text has no byte order mark; Terraform refuses it.",
               "Save the file as UTF-8 without a byte order mark.");
        m_at = 3;
    }
    std::vector<JsonToken> tokens;
    do
        tokens.push_back(next());
    while (tokens.back().kind != JsonTokenKind::EndOfFile);
    pairBrackets(tokens);
    return tokens;
}

void JsonLexer::pairBrackets(std::vector<JsonToken> &tokens)
{
    std::vector<std::uint32_t> open;
    const auto last = static_cast<std::uint32_t>(tokens.size() - 1);
    for (std::uint32_t at = 0; at < last; ++at) {
        JsonToken &token = tokens[at];
        if (token.kind == JsonTokenKind::OpenBrace || token.kind == JsonTokenKind::OpenBracket) {
            token.partner = last;
            open.push_back(at);
        } else if ((token.kind == JsonTokenKind::CloseBrace || token.kind == JsonTokenKind::CloseBracket) &&
                   !open.empty()) {
            tokens[open.back()].partner = at;
            open.pop_back();
        }
    }
}

JsonToken JsonLexer::take(JsonTokenKind kind, std::uint32_t end)
{
    const std::uint32_t start = std::exchange(m_at, end);
    return {start, end, start, end, 0, kind};
}

static bool isSpaceOrLineEnd(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}

static bool isBeyondAscii(char c)
{
    return static_cast<unsigned char>(c) >= 0x80;
}

static JsonTokenKind symbolKind(char c)
{
    switch (c) {
    case '{':
        return JsonTokenKind::OpenBrace;
    case '}':
        return JsonTokenKind::CloseBrace;
    case '[':
        return JsonTokenKind::OpenBracket;
    case ']':
        return JsonTokenKind::CloseBracket;
    case ',':
        return JsonTokenKind::Comma;
    case ':':
        return JsonTokenKind::Colon;
    case '=':
        return JsonTokenKind::Equals;
    default:
        return JsonTokenKind::Invalid;
    }
}

JsonToken JsonLexer::next()
{
    while (m_at < m_size && isSpaceOrLineEnd(m_text[m_at]))
        ++m_at;
    if (m_at >= m_size)
        return take(JsonTokenKind::EndOfFile, m_size);
    const char c = m_text[m_at];
    if (c == '"')
        return string();
    std::uint32_t end = m_at + 1;
    if (isAsciiLetter(c)) {
        while (end < m_size && (isAsciiLetter(m_text[end]) || isAsciiDigit(m_text[end])))
            ++end;
        return take(JsonTokenKind::Word, end);
    }
    const auto isNumeric = [](char digit) {
        return isAsciiDigit(digit) || digit == '-' || digit == '+' || digit == '.';
    };
    if (isNumeric(c)) {
        while (end < m_size && (isNumeric(m_text[end]) || isAsciiLetter(m_text[end])))
            ++end;
        return take(JsonTokenKind::Number, end);
    }
    if (const JsonTokenKind symbol = symbolKind(c); symbol != JsonTokenKind::Invalid)
        return take(symbol, end);
    const DecodedCharacter decoded = decodeUtf8(m_text, m_at);
    return take(JsonTokenKind::Invalid, m_at + std::max(1U, decoded.length));
}

JsonToken JsonLexer::string()
{
    bool isPlain = true;
    std::uint32_t at = m_at + 1;
    while (at < m_size && m_text[at] != '"' && m_text[at] != '\n') {
        const char c = m_text[at];
        if (c == '\\') {
            isPlain = false;
            at += at + 1 < m_size && m_text[at + 1] != '\n' ? 2 : 1;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            report(Severity::Error, {at, at + 1}, "Invalid JSON string",
                   "A control character cannot stand in a JSON string as it is.",
                   "Write it as an escape: \\t, \\u0001.");
            ++at;
        } else if (isBeyondAscii(c)) {
            const std::uint32_t length = decodeUtf8(m_text, at).length;
            isPlain = isPlain && length != 0;
            at += std::max(1U, length);
        } else {
            ++at;
        }
    }
    if (at >= m_size || m_text[at] == '\n') {
        report(Severity::Error, {m_at, m_at + 1}, "Invalid JSON string",
               "The line ends before the closing quote of this string.", "Add the quote; write \\n for a line break.");
        return take(JsonTokenKind::Invalid, at);
    }
    JsonToken token = take(JsonTokenKind::String, at + 1);
    if (!isPlain)
        decode(token);
    return token;
}

void JsonLexer::beginPiece(std::uint32_t written)
{
    m_pieces.push_back({m_size + static_cast<std::uint32_t>(m_decoded.size()), written});
}

// The text goes behind the file's own with its quotes, so that it looks like a string that needed no decoding.
void JsonLexer::decode(JsonToken &token)
{
    if (m_decoded.empty())
        beginPiece(m_size);
    // Keeps the end of what is before apart from the beginning of this.
    m_decoded += '\n';
    token.decodedStart = m_size + static_cast<std::uint32_t>(m_decoded.size());
    beginPiece(token.start);
    for (std::uint32_t at = token.start; at < token.end;) {
        const char c = m_text[at];
        std::uint32_t length = 1;
        if (c == '\\') {
            beginPiece(at);
            length = decodeEscape(at, token.end);
        } else if (isBeyondAscii(c)) {
            length = decodeUtf8(m_text, at).length;
            m_decoded += m_text.substr(at, length);
        } else {
            m_decoded += c;
        }
        if (length == 0) {
            report(Severity::Warning, {at, at + 1}, "Invalid character encoding",
                   "The bytes here are not valid UTF-8; Terraform reads U+FFFD instead.",
                   "Save the file with the encoding UTF-8.");
            beginPiece(at);
            appendCodePoint(m_decoded, 0xfffd);
            length = 1;
            beginPiece(at + length);
        }
        at += length;
        if (c == '\\')
            beginPiece(at);
    }
    token.decodedEnd = m_size + static_cast<std::uint32_t>(m_decoded.size());
    beginPiece(token.end);
}

// The code unit of `\uXXXX` at the place, if one is there.
static std::optional<char32_t> codeUnit(std::string_view text, std::uint32_t at, std::uint32_t end)
{
    if (at + 6 > end || text[at] != '\\' || text[at + 1] != 'u')
        return std::nullopt;
    std::uint32_t unit = 0;
    const char *const last = text.data() + at + 6;
    const auto parsed = std::from_chars(text.data() + at + 2, last, unit, 16);
    if (parsed.ptr != last || parsed.ec != std::errc())
        return std::nullopt;
    return static_cast<char32_t>(unit);
}

// Appends what the escape stands for; returns its length.
std::uint32_t JsonLexer::decodeEscape(std::uint32_t at, std::uint32_t end)
{
    static constexpr std::string_view Selectors = "\"\\/bfnrt";
    const char selector = m_text[at + 1];
    if (const std::size_t simple = Selectors.find(selector); simple != std::string_view::npos) {
        m_decoded += "\"\\/\b\f\n\r\t"[simple];
        return 2;
    }
    const std::optional<char32_t> first = codeUnit(m_text, at, end);
    if (!first) {
        const std::uint32_t length = 1 + std::max(1U, decodeUtf8(m_text, at + 1).length);
        report(Severity::Error, {at, std::min(at + length, end)}, "Invalid JSON string",
               selector == 'u' ? "\\u is followed by four hexadecimal digits."
                               : "\"" + std::string(m_text.substr(at, length)) + "\" is no escape sequence of JSON.",
               "Write \\\\ for a backslash; the others are \\\", \\/, \\b, \\f, \\n, \\r, \\t and \\uXXXX.");
        m_decoded += m_text.substr(at, std::min(length, end - at));
        return length;
    }
    const bool isHigh = *first >= 0xd800 && *first < 0xdc00;
    const std::optional<char32_t> second = isHigh ? codeUnit(m_text, at + 6, end) : std::nullopt;
    if (second && *second >= 0xdc00 && *second < 0xe000) {
        appendCodePoint(m_decoded, 0x10000 + ((*first - 0xd800) << 10U) + (*second - 0xdc00));
        return 12;
    }
    // Half of a pair alone is read as Go reads it.
    appendCodePoint(m_decoded, *first >= 0xd800 && *first < 0xe000 ? U'\ufffd' : *first);
    return 6;
}

} // namespace drydock::hcl
