// SPDX-License-Identifier: MIT
#include "core/hcl/characters.h"
#include "core/hcl/limits.h"
#include "core/hcl/syntaxparser.h"

#include <algorithm>

namespace drydock::hcl {

static std::uint32_t hashName(std::string_view name)
{
    std::uint32_t hash = 2166136261U;
    for (const char c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

/// `opener` is the block's opening brace, or null for the file. Ends at the closing brace, which is not consumed.
NodeId SyntaxParser::body(std::uint32_t start, const Token *opener)
{
    Children children;
    const std::size_t firstName = m_names.size();
    while (m_diagnostics.size() < limits::Diagnostics) {
        if (at(TokenKind::Newline)) {
            advance();
            continue;
        }
        if (at(TokenKind::CloseBrace) && opener != nullptr)
            break;
        if (at(TokenKind::EndOfFile)) {
            if (opener != nullptr && !m_unclosed) {
                m_unclosed = true;
                report(opener->range(), "Unclosed block", "The file ends before the \"}\" that closes this block.",
                       unclosedHint());
            }
            break;
        }
        const std::uint32_t itemStart = m_token.start;
        if (at(TokenKind::Identifier))
            children.add(m_builder, item());
        else
            stray();
        if (m_failed)
            recover(itemStart);
    }
    checkRepeatedNames(firstName);
    const bool closed = opener != nullptr && at(TokenKind::CloseBrace);
    const std::uint32_t end = opener == nullptr ? static_cast<std::uint32_t>(m_text.size())
                              : closed          ? m_token.end
                                                : m_lastEnd;
    return m_builder.add(NodeKind::Body, start, std::max(start, end), children.first);
}

void SyntaxParser::stray()
{
    if (at(TokenKind::CloseBrace)) {
        report(m_token.range(), "Extra closing brace", "No block is open that this brace could close.",
               "Remove it, or check the braces above.");
        advance();
    } else if (at(TokenKind::OpenQuote)) {
        fail(m_token.range(), "Quoted argument name",
             "An argument or block begins with a plain name; quotes are for keys in an object.",
             "Write the name without quotes.");
    } else if (at(TokenKind::Invalid)) {
        failInvalid();
    } else {
        fail(m_token.range(), "Argument or block expected",
             "Found " + found() + " where an argument (name = value) or a block (type \"label\" { … }) should begin.");
    }
}

NodeId SyntaxParser::item()
{
    const Token name = m_token;
    advance();
    switch (m_token.kind) {
    case TokenKind::Assign: {
        const NodeId id = attribute(name);
        endOfItem("an argument");
        return id;
    }
    case TokenKind::OpenQuote:
    case TokenKind::OpenBrace:
    case TokenKind::Identifier:
        return block(name);
    default:
        break;
    }
    const std::string given(text(name.range()));
    if (at(TokenKind::Invalid))
        failInvalid();
    else if (at(TokenKind::Colon))
        fail(m_token.range(), "Colon instead of equals sign", "An argument's value follows an equals sign.",
             "Write " + given + " = …");
    else
        fail(name.range(), "Incomplete argument or block", "\"" + given + "\" is followed by " + found() + ".",
             "For an argument write " + given + " = value, for a block " + given + " { … }.");
    const NodeId value = m_builder.add(NodeKind::Missing, name.end, name.end);
    return m_builder.add(NodeKind::Attribute, name.start, name.end, value);
}

NodeId SyntaxParser::attribute(const Token &name)
{
    m_names.push_back({hashName(text(name.range())), name.range()});
    advance();
    const Parsed value = expressionNode();
    return m_builder.add(NodeKind::Attribute, name.start, std::max(name.end, m_builder.node(value.id).end), value.id);
}

void SyntaxParser::endOfItem(std::string_view what)
{
    if (m_failed)
        return;
    if (at(TokenKind::Newline)) {
        advance();
        return;
    }
    if (at(TokenKind::EndOfFile))
        return;
    if (at(TokenKind::Invalid))
        failInvalid();
    else if (at(TokenKind::Comma))
        fail(m_token.range(), "Comma after " + std::string(what),
             "Line ends, not commas, stand between arguments and blocks.", "Remove the comma.");
    else
        fail(m_token.range(), "Missing newline after " + std::string(what),
             "After " + std::string(what) + " the line must end; found " + found() + ".",
             at(TokenKind::CloseBrace) ? "Put the closing brace on a line of its own." : "");
}

NodeId SyntaxParser::block(const Token &type)
{
    Children children;
    if (tooDeep() || !labels(type, children)) {
        children.add(m_builder, m_builder.add(NodeKind::Body, m_lastEnd, m_lastEnd));
        return m_builder.add(NodeKind::Block, type.start, std::max(type.end, m_lastEnd), children.first);
    }
    ++m_depth;
    children.add(m_builder, blockBody());
    --m_depth;
    const std::uint32_t end = m_builder.node(children.last).end;
    endOfItem("a block");
    return m_builder.add(NodeKind::Block, type.start, end, children.first);
}

bool SyntaxParser::labels(const Token &type, Children &children)
{
    for (;;) {
        if (at(TokenKind::Identifier)) {
            children.add(m_builder, m_builder.add(NodeKind::LabelIdentifier, m_token.start, m_token.end));
            advance();
        } else if (at(TokenKind::OpenQuote)) {
            children.add(m_builder, quotedLabel());
        } else {
            break;
        }
        if (m_failed)
            return false;
    }
    if (at(TokenKind::OpenBrace))
        return true;
    const ByteRange header{type.start, std::max(type.end, m_lastEnd)};
    if (at(TokenKind::Newline)) {
        const Token newline = m_token;
        while (at(TokenKind::Newline))
            advance();
        const bool braceBelow = at(TokenKind::OpenBrace);
        fail(header, "Block without opening brace", "A block's \"{\" must stand on the line of its header.",
             braceBelow ? "Move the brace to the end of this line."
                        : "Add the brace, or write \"=\" behind the name if this is an argument.");
        if (braceBelow)
            m_failed = false;
        else
            m_token = newline;
        return braceBelow;
    }
    if (at(TokenKind::Invalid))
        failInvalid();
    else if (at(TokenKind::Assign))
        fail(m_token.range(), "Equals sign in a block header",
             "A block has no equals sign, and an argument's name is one word without quotes.",
             "Remove the sign for a block; for an argument write name = value.");
    else
        fail(m_token.range(), "Invalid block header",
             "Found " + found() + " where a quoted label or the opening brace \"{\" is expected.");
    return false;
}

NodeId SyntaxParser::quotedLabel()
{
    const std::uint32_t start = m_token.start;
    if (const std::uint32_t end = m_lexer.skipPlainString(); end != 0) {
        m_token.end = end;
        advance();
        return m_builder.add(NodeKind::LabelQuoted, start, end);
    }
    advance();
    while (!at(TokenKind::CloseQuote)) {
        if (at(TokenKind::TemplateText)) {
            checkEscapes(m_token.range());
            advance();
            continue;
        }
        if (at(TokenKind::Interpolation) || at(TokenKind::Control)) {
            const std::string opening{m_text[m_token.start], '{'};
            fail(m_token.range(), "Template in a block label",
                 "A block label is fixed text; \"" + opening + "\" is not allowed in it.",
                 std::string("Write ").append(opening, 0, 1).append(opening).append(" for a literal ").append(opening) +
                     ".");
        } else {
            failUnterminatedString(start);
        }
        return m_builder.add(NodeKind::LabelQuoted, start, m_token.start);
    }
    const std::uint32_t end = m_token.end;
    advance();
    return m_builder.add(NodeKind::LabelQuoted, start, end);
}

NodeId SyntaxParser::blockBody()
{
    const Token opener = m_token;
    const bool skipped = m_skipNewlines;
    m_skipNewlines = false;
    advance();
    const bool oneLine = !at(TokenKind::Newline) && !at(TokenKind::EndOfFile) && !at(TokenKind::CloseBrace);
    const NodeId id = oneLine ? oneLineBody(opener) : body(opener.start, &opener);
    m_skipNewlines = skipped;
    if (!m_failed && at(TokenKind::CloseBrace))
        advance();
    return id;
}

NodeId SyntaxParser::oneLineBody(const Token &opener)
{
    Children children;
    if (at(TokenKind::Identifier)) {
        const std::size_t firstName = m_names.size();
        const Token name = m_token;
        advance();
        if (at(TokenKind::Assign))
            children.add(m_builder, attribute(name));
        else
            fail({name.start, m_token.end}, "Nested block in a one-line block",
                 "A block on one line can hold one argument and nothing else.", "Put the content on lines of its own.");
        m_names.resize(firstName);
    } else {
        stray();
    }
    if (!m_failed && at(TokenKind::EndOfFile)) {
        failUnclosed(opener, "block");
    } else if (!m_failed && !at(TokenKind::CloseBrace)) {
        if (at(TokenKind::Invalid))
            failInvalid();
        else
            fail(m_token.range(), "Unfinished one-line block",
                 "A block that begins with an argument on its first line holds only that one and ends on the same "
                 "line; found " +
                     found() + ".",
                 "Put each argument and the closing brace on lines of their own.");
    }
    const std::uint32_t end = !m_failed && at(TokenKind::CloseBrace) ? m_token.end : m_lastEnd;
    return m_builder.add(NodeKind::Body, opener.start, std::max(opener.end, end), children.first);
}

void SyntaxParser::checkRepeatedNames(std::size_t firstName)
{
    const auto begin = m_names.begin() + static_cast<std::ptrdiff_t>(firstName);
    const auto repeated = [this](const AttributeName &first, const AttributeName &again) {
        const std::string_view name = text(again.range);
        if (name != text(first.range))
            return;
        report(again.range, "Attribute redefined",
               "\"" + std::string(name) + "\" was already set in line " + lineOf(first.range.start) + ".",
               "Keep one of the two.");
    };
    if (m_names.end() - begin <= 12) {
        for (auto i = begin; i != m_names.end(); ++i)
            for (auto j = begin; j != i; ++j)
                if (i->hash == j->hash)
                    repeated(*j, *i);
    } else {
        std::stable_sort(begin, m_names.end(),
                         [](const AttributeName &a, const AttributeName &b) { return a.hash < b.hash; });
        for (auto i = begin; i + 1 != m_names.end(); ++i)
            if (i->hash == (i + 1)->hash)
                repeated(*i, *(i + 1));
    }
    m_names.resize(firstName);
}

// Whether the line looks like the begin of an item that is not inside of the broken one.
bool SyntaxParser::beginsItem(std::uint32_t lineStart, std::uint32_t indent, LineKind kind) const
{
    using namespace characters;
    const auto skip = [this](std::size_t from, std::uint8_t classes) {
        while (from < m_text.size() && is(m_text[from], classes))
            ++from;
        return from;
    };
    const std::size_t start = skip(lineStart, Space);
    if (start - lineStart > indent || start >= m_text.size())
        return false;
    if (m_text[start] == '}')
        return kind == LineKind::ItemOrBrace;
    if (!is(m_text[start], NameStart | HighByte))
        return false;
    const std::size_t nameEnd = skip(start, NameContinue | HighByte);
    const std::size_t next = skip(nameEnd, Space);
    if (next >= m_text.size())
        return false;
    const char after = next + 1 < m_text.size() ? m_text[next + 1] : '\0';
    return m_text[next] == '{' || (m_text[next] == '=' && after != '=' && after != '>') ||
           (m_text[next] == '"' && next > nameEnd);
}

// How far the line of the offset is indented.
std::uint32_t SyntaxParser::indentAt(std::uint32_t offset) const
{
    std::size_t lineStart = offset;
    while (lineStart > 0 && m_text[lineStart - 1] != '\n')
        --lineStart;
    std::size_t first = lineStart;
    while (first < offset && characters::is(m_text[first], characters::Space))
        ++first;
    return static_cast<std::uint32_t>(first - lineStart);
}

static int depthChange(TokenKind kind)
{
    switch (kind) {
    case TokenKind::OpenBrace:
    case TokenKind::OpenBracket:
    case TokenKind::OpenParen:
    case TokenKind::Interpolation:
    case TokenKind::Control:
        return 1;
    case TokenKind::CloseBrace:
    case TokenKind::CloseBracket:
    case TokenKind::CloseParen:
    case TokenKind::SequenceEnd:
        return -1;
    default:
        return 0;
    }
}

bool SyntaxParser::stopsRecovery(std::uint32_t from, std::uint32_t indent, std::uint32_t depth) const
{
    if (at(TokenKind::Newline))
        return depth == 0 ? m_token.start >= from : beginsItem(m_token.end, indent, LineKind::ItemOrBrace);
    return at(TokenKind::EndOfFile) ||
           (at(TokenKind::CloseBrace) && depth == 0 && m_token.start >= from && m_depth > 0);
}

// Reads the broken item again, now only counting brackets, and stops at the line end behind the error that is outside
// of all of them; or at a line that by its indentation is the next item, whatever is still open.
void SyntaxParser::recover(std::uint32_t itemStart)
{
    const std::uint32_t from = m_token.start;
    const std::uint32_t indent = indentAt(itemStart);
    std::uint32_t depth = 0;
    std::uint32_t depthOutside = 0;
    m_lexer.restart(itemStart);
    m_failed = m_skipNewlines = m_abandoned = false;
    for (;;) {
        if (m_lexer.depth() == 0)
            depthOutside = depth;
        m_token = m_lexer.next();
        if (stopsRecovery(from, indent, depth))
            break;
        if (at(TokenKind::Comment))
            m_builder.addComment(m_token.range());
        const bool brokenString = at(TokenKind::Invalid) && m_lexer.depth() > 0 &&
                                  (m_text[m_token.start] == '\n' || m_text[m_token.start] == '\r');
        if (brokenString) {
            m_lexer.restart(m_token.start);
            depth = depthOutside;
        }
        const int change = depthChange(m_token.kind);
        depth += change > 0 ? 1 : change < 0 && depth > 0 ? -1 : 0;
    }
    if (at(TokenKind::Newline))
        m_lexer.restart(m_token.end);
}

} // namespace drydock::hcl
