// SPDX-License-Identifier: MIT
#include "core/hcl/syntaxparser.h"
#include "core/hcl/unicodeidentifier.h"

#include <algorithm>

namespace drydock::hcl {

SyntaxParser::Parsed SyntaxParser::quoted()
{
    const Token opener = m_token;
    if (const std::uint32_t end = m_lexer.skipPlainString(); end != 0) {
        m_token.end = end;
        advance();
        return node(NodeKind::String, opener.start, end, 0, 1);
    }
    if (tooDeep())
        return missing();
    ++m_depth;
    advance();
    Children children;
    std::uint32_t height = 1;
    allParts(children, height, TokenKind::CloseQuote);
    const bool closed = !m_failed && at(TokenKind::CloseQuote);
    if (!m_failed && !closed)
        failUnterminatedString(opener.start);
    if (closed)
        advance();
    --m_depth;
    const std::uint32_t end = m_lastEnd;
    const bool plain = children.first == 0 ||
                       (children.first == children.last && m_builder.kind(children.first) == NodeKind::TemplateText);
    if (plain && closed) {
        if (children.first != 0)
            m_builder.removeLast();
        return node(NodeKind::String, opener.start, end, 0, 1);
    }
    return node(NodeKind::Template, opener.start, end, children.first, height + 1);
}

SyntaxParser::Parsed SyntaxParser::heredoc()
{
    if (tooDeep())
        return missing();
    ++m_depth;
    const Token opener = m_token;
    advance();
    Children children;
    std::uint32_t height = 1;
    allParts(children, height, TokenKind::CloseHeredoc);
    if (!m_failed && !at(TokenKind::CloseHeredoc))
        failUnterminatedHeredoc(opener);
    if (!m_failed)
        advance();
    --m_depth;
    return node(NodeKind::Heredoc, opener.start, std::max(opener.end, m_lastEnd), children.first, height + 1);
}

void SyntaxParser::allParts(Children &children, std::uint32_t &height, TokenKind end)
{
    const Closing closing = parts(children, height, end);
    if (m_failed || closing == Closing::End)
        return;
    const std::string name = closing == Closing::Else ? "else" : closing == Closing::EndIf ? "endif" : "endfor";
    fail({m_lastEnd - 1, m_lastEnd}, "Unexpected " + name,
         "No directive is open that this %{" + name + "} could belong to.",
         "Remove it, or add the %{if} or %{for} before it.");
}

// Reads parts up to `end`, on which it stops, or up to a directive that closes the one around, which is consumed.
SyntaxParser::Closing SyntaxParser::parts(Children &children, std::uint32_t &height, TokenKind end)
{
    while (!m_failed) {
        Parsed part;
        if (at(TokenKind::TemplateText)) {
            if (end == TokenKind::CloseQuote)
                checkEscapes(m_token.range());
            part = node(NodeKind::TemplateText, m_token.start, m_token.end, 0, 1);
            advance();
        } else if (at(TokenKind::Interpolation)) {
            part = interpolation();
        } else if (at(TokenKind::Control)) {
            const Token opener = m_token;
            const Scope scope = enter();
            if (atWord("if")) {
                part = ifDirective(opener, scope, end);
            } else if (atWord("for")) {
                part = forDirective(opener, scope, end);
            } else {
                const Closing closing = atWord("else")     ? Closing::Else
                                        : atWord("endif")  ? Closing::EndIf
                                        : atWord("endfor") ? Closing::EndFor
                                                           : Closing::End;
                if (closing == Closing::End) {
                    fail(m_token.range(), "Unknown template directive", "Found " + found() + " behind \"%{\".",
                         "Directives are if, else, endif, for and endfor; write %%{ for a literal %{.");
                    return closing;
                }
                advance();
                (void)closeSequence(scope);
                return closing;
            }
        } else {
            return Closing::End;
        }
        children.add(m_builder, part.id);
        height = std::max(height, part.height);
    }
    return Closing::End;
}

bool SyntaxParser::closeSequence(const Scope &scope)
{
    if (!m_failed && !at(TokenKind::SequenceEnd)) {
        const std::string opener(text({scope.opener.start, scope.opener.start + 2}));
        if (at(TokenKind::EndOfFile))
            failUnclosed(scope.opener, "template sequence");
        else if (at(TokenKind::Invalid))
            failInvalid();
        else
            fail(m_token.range(), "Missing \"}\" in a template",
                 "The sequence " + opener + "…} must end behind its expression; found " + found() + ".",
                 "For a literal " + opener + " as shell scripts have it, write " + opener.substr(0, 1) + opener + ".");
    }
    return leave(scope, TokenKind::SequenceEnd);
}

SyntaxParser::Parsed SyntaxParser::interpolation()
{
    if (tooDeep())
        return missing();
    const Scope scope = enter();
    const Parsed inner = expressionNode();
    (void)closeSequence(scope);
    return node(NodeKind::Interpolation, scope.opener.start, m_lastEnd, inner.id, inner.height + 1);
}

SyntaxParser::Parsed SyntaxParser::directiveBody(Closing &closing, TokenKind end)
{
    const std::uint32_t start = m_lastEnd;
    Children children;
    std::uint32_t height = 1;
    if (tooDeep())
        return missing();
    ++m_depth;
    closing = parts(children, height, end);
    --m_depth;
    const std::uint32_t last = children.last != 0 ? m_builder.node(children.last).end : start;
    return node(NodeKind::TemplateBody, start, std::max(start, last), children.first, height + 1);
}

SyntaxParser::Parsed SyntaxParser::ifDirective(const Token &opener, const Scope &scope, TokenKind end)
{
    advance();
    Children children;
    const Parsed condition = expressionNode();
    children.add(m_builder, condition.id);
    std::uint32_t height = condition.height;
    (void)closeSequence(scope);
    Closing closing = Closing::End;
    const auto branch = [&] {
        const Parsed parsed = directiveBody(closing, end);
        children.add(m_builder, parsed.id);
        height = std::max(height, parsed.height);
    };
    if (!m_failed)
        branch();
    if (!m_failed && closing == Closing::Else)
        branch();
    if (!m_failed && closing != Closing::EndIf)
        fail(opener.range(), closing == Closing::Else ? "Second else" : "Unclosed if directive",
             closing == Closing::End ? "The template ends before the %{endif} of this if."
                                     : "Another directive closes where the %{endif} of this if is expected.",
             "Add %{endif}.");
    return node(NodeKind::IfDirective, opener.start, m_lastEnd, children.first, height + 1);
}

SyntaxParser::Parsed SyntaxParser::forDirective(const Token &opener, const Scope &scope, TokenKind end)
{
    const Header header = forHeader();
    Children children{header.first, header.last};
    (void)closeSequence(scope);
    std::uint32_t height = header.height;
    Closing closing = Closing::End;
    if (!m_failed) {
        const Parsed body = directiveBody(closing, end);
        children.add(m_builder, body.id);
        height = std::max(height, body.height);
    }
    if (!m_failed && closing != Closing::EndFor)
        fail(opener.range(), "Unclosed for directive",
             closing == Closing::End ? "The template ends before the %{endfor} of this for."
                                     : "Another directive closes where the %{endfor} of this for is expected.",
             "Add %{endfor}.");
    if (!header.ok)
        return missing();
    return node(NodeKind::ForDirective, opener.start, m_lastEnd, children.first, height + 1);
}

static bool areHexDigits(std::string_view text, std::size_t count)
{
    return text.size() >= count &&
           text.substr(0, count).find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

void SyntaxParser::checkEscapes(ByteRange range)
{
    const std::string_view all = text(range);
    for (std::size_t at = all.find('\\'); at != std::string_view::npos; at = all.find('\\', at)) {
        const std::string_view rest = all.substr(at + 1);
        const char selector = rest.empty() ? '\0' : rest[0];
        const std::size_t digits = selector == 'u' ? 4 : selector == 'U' ? 8 : 0;
        const auto start = range.start + static_cast<std::uint32_t>(at);
        if (digits != 0) {
            const bool hex = areHexDigits(rest.substr(1), digits);
            const unsigned long code = hex ? std::stoul(std::string(rest.substr(1, digits)), nullptr, 16) : 0;
            if (!hex || code > 0x10ffff || (code >= 0xd800 && code < 0xe000))
                report({start, start + 2}, "Invalid escape sequence",
                       hex ? "There is no such Unicode character."
                           : "\\" + std::string(1, selector) + " is followed by " + std::to_string(digits) +
                                 " hexadecimal digits.");
        } else if (selector == '\0' || std::string_view("nrt\"\\").find(selector) == std::string_view::npos) {
            const std::uint32_t length = rest.empty() ? 0 : std::max(1U, decodeUtf8(rest, 0).length);
            report({start, start + 1 + length}, "Invalid escape sequence",
                   "\"\\" + std::string(rest.substr(0, length)) + "\" is no escape sequence.",
                   "Write \\\\ for a backslash; the others are \\n, \\r, \\t, \\\", \\uXXXX and \\UXXXXXXXX.");
        }
        at += 2;
        if (at > all.size())
            break;
    }
}

} // namespace drydock::hcl
