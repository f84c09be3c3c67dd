// SPDX-License-Identifier: MIT
#include "core/hcl/characters.h"
#include "core/hcl/lexer.h"

#include <cstring>

// The part of the lexer that reads literal text: quotes, heredocs and template files.
namespace drydock::hcl {

using namespace characters;

bool Lexer::atSequence(std::uint32_t at) const
{
    return at + 1 < m_size && m_text[at + 1] == '{';
}

// `$${` and `%%{` are escapes; returns the offset behind what the sign at `at` begins.
std::uint32_t Lexer::skipDollars(std::uint32_t at) const
{
    const bool escape = at + 2 < m_size && m_text[at + 1] == m_text[at] && m_text[at + 2] == '{';
    return at + (escape ? 3 : 1);
}

Token Lexer::sequenceOpener()
{
    const TokenKind kind = m_text[m_at] == '$' ? TokenKind::Interpolation : TokenKind::Control;
    const Token token = take(kind, peek(2) == '~' ? 3 : 2);
    push({.inside = Inside::Sequence});
    return token;
}

std::uint32_t Lexer::skipPlainString()
{
    std::uint32_t at = m_at;
    while (at < m_size && !is(m_text[at], StringStop))
        ++at;
    if (at >= m_size || m_text[at] != '"')
        return 0;
    m_at = at + 1;
    pop();
    return m_at;
}

Token Lexer::quotesToken()
{
    std::uint32_t at = m_at;
    while (at < m_size) {
        const char c = m_text[at];
        if (!is(c, StringStop)) {
            ++at;
        } else if (c == '\\') {
            at += at + 1 < m_size && m_text[at + 1] != '\n' && m_text[at + 1] != '\r' ? 2 : 1;
        } else if (c == '"' || c == '\n' || c == '\r' || atSequence(at)) {
            break;
        } else {
            at = skipDollars(at);
        }
    }
    if (at > m_at)
        return takeTo(TokenKind::TemplateText, at);
    if (at >= m_size)
        return {m_size, m_size, TokenKind::EndOfFile};
    if (m_text[at] == '"') {
        pop();
        return take(TokenKind::CloseQuote, 1);
    }
    if (m_text[at] == '\n' || m_text[at] == '\r')
        return take(TokenKind::Invalid, 1);
    return sequenceOpener();
}

// The end of the heredoc's last line if the line at `lineStart` closes it, else 0.
std::uint32_t Lexer::closingLine(std::uint32_t lineStart) const
{
    const Mode &mode = m_modes.back();
    const std::uint32_t length = mode.markerEnd - mode.markerStart;
    std::uint32_t at = lineStart;
    while (at < m_size && is(m_text[at], Space))
        ++at;
    if (at + length >= m_size || std::memcmp(m_text + at, m_text + mode.markerStart, length) != 0)
        return 0;
    at += length;
    while (at < m_size && is(m_text[at], Space))
        ++at;
    const std::uint32_t end = at;
    if (at < m_size && m_text[at] == '\r')
        ++at;
    return at < m_size && m_text[at] == '\n' ? end : 0;
}

Token Lexer::heredocToken()
{
    bool lineStart = m_modes.back().lineStart;
    std::uint32_t at = m_at;
    while (at < m_size) {
        if (lineStart) {
            const std::uint32_t close = closingLine(at);
            if (close != 0 && at == m_at) {
                pop();
                return takeTo(TokenKind::CloseHeredoc, close);
            }
            if (close != 0)
                break;
            lineStart = false;
        }
        const char c = m_text[at];
        if (c == '\n') {
            lineStart = true;
            ++at;
        } else if (c != '$' && c != '%') {
            ++at;
        } else if (atSequence(at)) {
            break;
        } else {
            at = skipDollars(at);
        }
    }
    m_modes.back().lineStart = lineStart;
    if (at > m_at)
        return takeTo(TokenKind::TemplateText, at);
    if (at >= m_size)
        return {m_size, m_size, TokenKind::EndOfFile};
    m_modes.back().lineStart = false;
    return sequenceOpener();
}

Token Lexer::bareTemplateToken()
{
    std::uint32_t at = m_at;
    while (at < m_size) {
        if (m_text[at] != '$' && m_text[at] != '%')
            ++at;
        else if (atSequence(at))
            break;
        else
            at = skipDollars(at);
    }
    if (at > m_at)
        return takeTo(TokenKind::TemplateText, at);
    return at >= m_size ? Token{m_size, m_size, TokenKind::EndOfFile} : sequenceOpener();
}

} // namespace drydock::hcl
