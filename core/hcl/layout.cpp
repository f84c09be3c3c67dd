// SPDX-License-Identifier: MIT
#include "core/hcl/layout.h"

#include "core/hcl/graphemes.h"

#include <algorithm>

namespace drydock::hcl {

using enum TokenKind;

static int bracketChange(TokenKind kind)
{
    switch (kind) {
    case OpenBrace:
    case OpenBracket:
    case OpenParen:
    case Interpolation:
    case Control:
        return 1;
    case CloseBrace:
    case CloseBracket:
    case CloseParen:
    case SequenceEnd:
        return -1;
    default:
        return 0;
    }
}

/// Whether a minus behind a token of the kind is a sign and not a subtraction.
static bool signFollows(TokenKind before)
{
    switch (before) {
    case EndOfFile:
    case OpenParen:
    case OpenBrace:
    case OpenBracket:
    case Assign:
    case Colon:
    case Comma:
    case Question:
    case Plus:
    case Star:
    case Slash:
    case Percent:
    case Minus:
    case Equal:
    case NotEqual:
    case Greater:
    case GreaterEqual:
    case Less:
    case LessEqual:
    case And:
    case Or:
    case Not:
        return true;
    default:
        return false;
    }
}

static bool isTemplateInside(TokenKind kind, TokenKind after)
{
    return kind == TemplateText || kind == OpenQuote || kind == OpenHeredoc || after == TemplateText ||
           after == CloseQuote || after == CloseHeredoc;
}

/// Whether a space stands between `token` and `after`; EndOfFile as `before` stands for the cell's begin.
static bool spaceBetween(TokenKind before, const LayoutToken &token, TokenKind after)
{
    const TokenKind kind = token.kind;
    if (after == Newline || (kind == Identifier && (after == OpenParen || after == DoubleColon)) ||
        (kind == DoubleColon && after == Identifier) || kind == Dot || after == Dot || after == Comma ||
        after == Ellipsis)
        return false;
    if (kind == Comma)
        return true;
    if (isTemplateInside(kind, after))
        return false;
    if (kind == Identifier && before == Identifier && token.view() == "in")
        return true;
    if (after == OpenBracket && (kind == Identifier || kind == Number || bracketChange(kind) < 0))
        return false;
    if (kind == Not)
        return false;
    if (kind == Minus)
        return !signFollows(before);
    if (kind == OpenBrace || after == CloseBrace)
        return !(kind == OpenBrace && after == CloseBrace);
    if ((kind == Interpolation || kind == Control) && after == OpenBrace)
        return true;
    if (kind == CloseBrace && after == SequenceEnd)
        return true;
    if (kind == SequenceEnd && (after == Interpolation || after == Control))
        return false;
    return bracketChange(kind) <= 0 && bracketChange(after) >= 0;
}

void Layout::add(std::span<const LayoutToken> tokens)
{
    std::size_t begin = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (!tokens[i].endsLine)
            continue;
        addLine(tokens.subspan(begin, i + 1 - begin));
        begin = i + 1;
    }
    if (begin < tokens.size())
        addLine(tokens.subspan(begin));
}

void Layout::addLine(std::span<const LayoutToken> tokens)
{
    Line line{m_tokens.size(), 0, 0, m_tokens.size() + tokens.size(), 0};
    m_tokens.insert(m_tokens.end(), tokens.begin(), tokens.end());
    split(line);
    indent(line);
    space(line.begin, line.assign);
    if (line.assign != line.comment) {
        m_tokens[line.assign].spaces = 1;
        space(line.assign, line.comment);
    }
    const bool chained = line.assign != line.comment || line.comment != line.end;
    m_lines.push_back(line);
    if (!chained)
        flush();
}

void Layout::split(Line &line)
{
    line.comment = line.end;
    if (line.end - line.begin > 1 && m_tokens[line.end - 1].kind == Comment)
        --line.comment;
    line.assign = line.comment;
    for (std::size_t i = line.begin + 1; i < line.comment; ++i) {
        if (m_tokens[i].kind != Assign)
            continue;
        int open = 0;
        for (std::size_t j = i; j < line.comment; ++j)
            open += bracketChange(m_tokens[j].kind);
        if (open == 0)
            line.assign = i;
        return;
    }
}

void Layout::indent(const Line &line)
{
    LayoutToken &first = m_tokens[line.begin];
    if (first.kind == Newline) {
        first.spaces = 0;
        return;
    }
    int open = 0;
    for (std::size_t i = line.begin; i < line.assign && m_tokens[i].kind != OpenHeredoc; ++i)
        open += bracketChange(m_tokens[i].kind);
    for (std::size_t i = line.assign; i < line.comment; ++i)
        open += bracketChange(m_tokens[i].kind);
    for (auto closed = static_cast<std::uint32_t>(std::max(0, -open)); closed > 0 && !m_indents.empty();) {
        if (closed < m_indents.back()) {
            m_indents.back() -= closed;
            break;
        }
        closed -= m_indents.back();
        m_indents.pop_back();
    }
    first.spaces = 2 * static_cast<std::uint32_t>(m_indents.size());
    if (open > 0)
        m_indents.push_back(static_cast<std::uint32_t>(open));
}

// `1 .2` and `1 .e5` would become one number. The real program lets them.
bool Layout::wouldJoin(std::size_t number, std::size_t end) const
{
    if (m_tokens[number].kind != Number || number + 2 >= end || m_tokens[number + 1].kind != Dot ||
        m_tokens[number + 1].spaces == 0)
        return false;
    const LayoutToken &step = m_tokens[number + 2];
    const char first = step.size == 0 ? '\0' : step.text[0];
    return step.kind == Number || first == 'e' || first == 'E';
}

void Layout::space(std::size_t begin, std::size_t end)
{
    TokenKind before = EndOfFile;
    for (std::size_t i = begin; i + 1 < end; ++i) {
        if (wouldJoin(i, end)) {
            m_tokens[i + 1].spaces = 1;
            before = m_tokens[i].kind;
            continue;
        }
        m_tokens[i + 1].spaces = spaceBetween(before, m_tokens[i], m_tokens[i + 1].kind) ? 1 : 0;
        before = m_tokens[i].kind;
    }
}

std::uint32_t Layout::columns(std::size_t begin, std::size_t end) const
{
    std::uint32_t count = 0;
    for (std::size_t i = begin; i < end; ++i)
        count += m_tokens[i].spaces + countGraphemes(m_tokens[i].view());
    return count;
}

void Layout::alignAssignments()
{
    for (std::size_t begin = 0; begin < m_lines.size(); ++begin) {
        std::uint32_t widest = 0;
        std::size_t end = begin;
        for (; end < m_lines.size() && m_lines[end].assign != m_lines[end].comment; ++end) {
            m_lines[end].columns = columns(m_lines[end].begin, m_lines[end].assign);
            widest = std::max(widest, m_lines[end].columns);
        }
        for (; begin < end; ++begin)
            m_tokens[m_lines[begin].assign].spaces = widest - m_lines[begin].columns + 1;
    }
}

void Layout::alignComments()
{
    for (std::size_t begin = 0; begin < m_lines.size(); ++begin) {
        std::uint32_t widest = 0;
        std::size_t end = begin;
        for (; end < m_lines.size() && m_lines[end].comment != m_lines[end].end; ++end) {
            m_lines[end].columns = columns(m_lines[end].begin, m_lines[end].comment);
            widest = std::max(widest, m_lines[end].columns);
        }
        for (; begin < end; ++begin)
            m_tokens[m_lines[begin].comment].spaces = widest - m_lines[begin].columns + 1;
    }
}

void Layout::flush()
{
    alignAssignments();
    alignComments();
    for (const LayoutToken &token : m_tokens) {
        m_output.append(token.spaces, ' ');
        m_output.append(token.text, token.size);
    }
    m_tokens.clear();
    m_lines.clear();
}

} // namespace drydock::hcl
