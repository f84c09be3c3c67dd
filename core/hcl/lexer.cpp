// SPDX-License-Identifier: MIT
#include "core/hcl/lexer.h"

#include "core/hcl/characters.h"
#include "core/hcl/unicodeidentifier.h"

#include <algorithm>
#include <cstring>

namespace drydock::hcl {

using namespace characters;

Lexer::Lexer(std::string_view text, LexMode mode)
    : m_text(text.data())
    , m_size(static_cast<std::uint32_t>(text.size()))
{
    if (text.starts_with("\xef\xbb\xbf"))
        m_at = 3;
    if (mode == LexMode::Template)
        m_inside = m_outermost = Inside::BareTemplate;
}

Token Lexer::next()
{
    switch (m_inside) {
    case Inside::Code:
    case Inside::Sequence:
        return codeToken();
    case Inside::Quotes:
        return quotesToken();
    case Inside::Heredoc:
        return heredocToken();
    case Inside::BareTemplate:
        return bareTemplateToken();
    }
    return invalid();
}

void Lexer::restart(std::uint32_t offset)
{
    m_modes.clear();
    m_inside = m_outermost;
    m_at = std::min(offset, m_size);
}

void Lexer::push(Mode mode)
{
    m_inside = mode.inside;
    m_modes.push_back(mode);
}

void Lexer::pop()
{
    m_modes.pop_back();
    m_inside = m_modes.empty() ? m_outermost : m_modes.back().inside;
}

char Lexer::peek(std::uint32_t ahead) const
{
    return m_at + ahead < m_size ? m_text[m_at + ahead] : '\0';
}

Token Lexer::takeTo(TokenKind kind, std::uint32_t end)
{
    const Token token{m_at, end, kind};
    m_at = end;
    return token;
}

Token Lexer::take(TokenKind kind, std::uint32_t length)
{
    return takeTo(kind, m_at + length);
}

Token Lexer::takeEither(char second, TokenKind both, TokenKind alone)
{
    return peek(1) == second ? take(both, 2) : take(alone, 1);
}

Token Lexer::codeToken()
{
    while (m_at < m_size && is(m_text[m_at], Space))
        ++m_at;
    if (m_at >= m_size)
        return {m_size, m_size, TokenKind::EndOfFile};
    const char c = m_text[m_at];
    const std::uint8_t kind = Classes[static_cast<unsigned char>(c)];
    if ((kind & NameStart) != 0) {
        const std::uint32_t start = m_at++;
        while (m_at < m_size && is(m_text[m_at], NameContinue))
            ++m_at;
        if (m_at < m_size && is(m_text[m_at], HighByte))
            finishName();
        return {start, m_at, TokenKind::Identifier};
    }
    if ((kind & Digit) != 0)
        return number();
    if ((kind & HighByte) != 0)
        return unicodeName();
    return symbol(c);
}

Token Lexer::symbol(char c)
{
    switch (c) {
    case '\n':
        return take(TokenKind::Newline, 1);
    case '\r':
        return peek(1) == '\n' ? take(TokenKind::Newline, 2) : invalid();
    case '"': {
        const Token token = take(TokenKind::OpenQuote, 1);
        push({.inside = Inside::Quotes});
        return token;
    }
    case '{':
        if (m_inside == Inside::Sequence)
            ++m_modes.back().braces;
        return take(TokenKind::OpenBrace, 1);
    case '}':
        return closingBrace();
    case '~':
        if (peek(1) == '}' && m_inside == Inside::Sequence && m_modes.back().braces == 0) {
            pop();
            return take(TokenKind::SequenceEnd, 2);
        }
        return invalid();
    case '[':
        return take(TokenKind::OpenBracket, 1);
    case ']':
        return take(TokenKind::CloseBracket, 1);
    case '(':
        return take(TokenKind::OpenParen, 1);
    case ')':
        return take(TokenKind::CloseParen, 1);
    case '.':
        return peek(1) == '.' && peek(2) == '.' ? take(TokenKind::Ellipsis, 3) : take(TokenKind::Dot, 1);
    case ',':
        return take(TokenKind::Comma, 1);
    case ':':
        return takeEither(':', TokenKind::DoubleColon, TokenKind::Colon);
    case '?':
        return take(TokenKind::Question, 1);
    case '=':
        return peek(1) == '>' ? take(TokenKind::Arrow, 2) : takeEither('=', TokenKind::Equal, TokenKind::Assign);
    case '+':
        return take(TokenKind::Plus, 1);
    case '-':
        return take(TokenKind::Minus, 1);
    case '*':
        return take(TokenKind::Star, 1);
    case '%':
        return take(TokenKind::Percent, 1);
    case '#':
        return comment();
    case '/':
        return peek(1) == '/' || peek(1) == '*' ? comment() : take(TokenKind::Slash, 1);
    case '!':
        return takeEither('=', TokenKind::NotEqual, TokenKind::Not);
    case '<':
        return lessOrHeredoc();
    case '>':
        return takeEither('=', TokenKind::GreaterEqual, TokenKind::Greater);
    case '&':
        return takeEither('&', TokenKind::And, TokenKind::Invalid);
    case '|':
        return takeEither('|', TokenKind::Or, TokenKind::Invalid);
    default:
        return invalid();
    }
}

Token Lexer::closingBrace()
{
    if (m_inside == Inside::Sequence) {
        if (m_modes.back().braces == 0) {
            pop();
            return take(TokenKind::SequenceEnd, 1);
        }
        --m_modes.back().braces;
    }
    return take(TokenKind::CloseBrace, 1);
}

void Lexer::finishName()
{
    const std::string_view text(m_text, m_size);
    while (m_at < m_size) {
        if (is(m_text[m_at], NameContinue)) {
            ++m_at;
            continue;
        }
        if (!is(m_text[m_at], HighByte))
            return;
        const DecodedCharacter decoded = decodeUtf8(text, m_at);
        if (decoded.length == 0 || !isIdentifierContinue(decoded.character))
            return;
        m_at += decoded.length;
    }
}

Token Lexer::unicodeName()
{
    const DecodedCharacter decoded = decodeUtf8({m_text, m_size}, m_at);
    if (decoded.length == 0 || !isIdentifierStart(decoded.character))
        return invalid();
    const std::uint32_t start = m_at;
    m_at += decoded.length;
    finishName();
    return {start, m_at, TokenKind::Identifier};
}

Token Lexer::invalid()
{
    const DecodedCharacter decoded = decodeUtf8({m_text, m_size}, m_at);
    return take(TokenKind::Invalid, std::max(1U, decoded.length));
}

// Dots belong to the number where more of it follows: 1.2.3 is one (wrong) number, 1.foo and 1... are not.
Token Lexer::number()
{
    std::uint32_t end = m_at + 1;
    for (std::uint32_t at = end; at < m_size;) {
        const char c = m_text[at];
        if (c == '.') {
            ++at;
            continue;
        }
        if ((c == 'e' || c == 'E') && at + 1 < m_size) {
            const bool sign = m_text[at + 1] == '+' || m_text[at + 1] == '-';
            at += sign ? 2 : 1;
            if (at >= m_size || !is(m_text[at], Digit))
                break;
        } else if (!is(c, Digit)) {
            break;
        }
        end = ++at;
    }
    return takeTo(TokenKind::Number, end);
}

Token Lexer::comment()
{
    const std::string_view text(m_text, m_size);
    if (m_text[m_at] == '/' && m_text[m_at + 1] == '*') {
        const std::size_t close = text.find("*/", m_at + 2);
        if (close == std::string_view::npos)
            return takeTo(TokenKind::Invalid, m_size);
        return takeTo(TokenKind::Comment, static_cast<std::uint32_t>(close) + 2);
    }
    const void *newline = std::memchr(m_text + m_at, '\n', m_size - m_at);
    if (newline == nullptr)
        return takeTo(TokenKind::Comment, m_size);
    auto end = static_cast<std::uint32_t>(static_cast<const char *>(newline) - m_text);
    if (m_text[end - 1] == '\r')
        --end;
    return takeTo(TokenKind::Comment, end);
}

Token Lexer::lessOrHeredoc()
{
    if (peek(1) != '<')
        return takeEither('=', TokenKind::LessEqual, TokenKind::Less);
    const std::uint32_t start = m_at;
    m_at += peek(2) == '-' ? 3 : 2;
    const std::uint32_t nameStart = m_at;
    const bool named = m_at < m_size && (is(m_text[m_at], NameStart) ||
                                         (is(m_text[m_at], HighByte) && unicodeName().kind == TokenKind::Identifier));
    if (named)
        finishName();
    const std::uint32_t nameEnd = m_at;
    const std::uint32_t lineEnd = peek(0) == '\r' ? 1 : 0;
    if (!named || peek(lineEnd) != '\n') {
        m_at = start;
        return take(TokenKind::Less, 1);
    }
    m_at += lineEnd + 1;
    push({.inside = Inside::Heredoc, .lineStart = true, .markerStart = nameStart, .markerEnd = nameEnd});
    return {start, m_at, TokenKind::OpenHeredoc};
}

std::string_view tokenName(TokenKind kind)
{
    static constexpr std::string_view Names[] = {
        "the end of the file",
        "a newline",
        "a comment",
        "a name",
        "a number",
        "a quoted string",
        "the closing quote",
        "a heredoc",
        "the end of the heredoc",
        "text",
        "\"${\"",
        "\"%{\"",
        "\"}\" that ends the sequence",
        "\"{\"",
        "\"}\"",
        "\"[\"",
        "\"]\"",
        "\"(\"",
        "\")\"",
        "\".\"",
        "\",\"",
        "\":\"",
        "\"::\"",
        "\"...\"",
        "\"?\"",
        "\"=\"",
        "\"=>\"",
        "\"+\"",
        "\"-\"",
        "\"*\"",
        "\"/\"",
        "\"%\"",
        "\"==\"",
        "\"!=\"",
        "\"<\"",
        "\"<=\"",
        "\">\"",
        "\">=\"",
        "\"&&\"",
        "\"||\"",
        "\"!\"",
        "a character that means nothing here",
    };
    return Names[static_cast<std::size_t>(kind)];
}

} // namespace drydock::hcl
