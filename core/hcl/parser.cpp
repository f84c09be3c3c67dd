// SPDX-License-Identifier: MIT
#include "core/hcl/parser.h"

#include "core/hcl/limits.h"
#include "core/hcl/syntaxparser.h"

#include <algorithm>
#include <utility>

namespace drydock::hcl {

ParsedFile parse(SourceFile source)
{
    return SyntaxParser(std::move(source), LexMode::Configuration).file();
}

ParsedFile parseExpression(SourceFile source)
{
    return SyntaxParser(std::move(source), LexMode::Configuration).expression();
}

ParsedFile parseTemplate(SourceFile source)
{
    return SyntaxParser(std::move(source), LexMode::Template).bareTemplate();
}

SyntaxParser::SyntaxParser(SourceFile source, LexMode mode)
    : m_builder(std::move(source))
    , m_text(m_builder.source().text())
    , m_lexer(m_text, mode)
{
}

SyntaxParser::SyntaxParser(TreeBuilder builder, ByteRange range, LexMode mode, std::uint32_t depth)
    : m_builder(std::move(builder))
    , m_text(m_builder.source().storage().substr(0, range.end))
    , m_lexer(m_text, mode)
    , m_token{range.start, range.start, TokenKind::EndOfFile}
    , m_depth(depth)
{
    m_lexer.restart(range.start);
}

bool SyntaxParser::refuse()
{
    if (m_text.size() <= limits::FileBytes)
        return false;
    report({0, 0}, "File too large",
           "The text has " + std::to_string(m_text.size()) + " bytes; at most " + std::to_string(limits::FileBytes) +
               " are read.",
           "Split the file.");
    return true;
}

ParsedFile SyntaxParser::file()
{
    if (refuse())
        return finish(m_builder.add(NodeKind::Body, 0, 0));
    advance();
    return finish(body(0, nullptr));
}

ParsedFile SyntaxParser::expression()
{
    if (refuse())
        return finish(m_builder.add(NodeKind::Missing, 0, 0));
    m_skipNewlines = true;
    advance();
    const Parsed parsed = expressionNode();
    expectEnd();
    return finish(parsed.id);
}

void SyntaxParser::expectEnd()
{
    if (m_failed || at(TokenKind::EndOfFile))
        return;
    if (at(TokenKind::Invalid))
        failInvalid();
    else
        fail(m_token.range(), "Extra characters after the expression",
             "The expression is complete before " + found() + ".",
             "Remove the rest, or join both parts with an operator.");
}

NodeId SyntaxParser::embeddedTemplate()
{
    const std::uint32_t start = m_token.start;
    Children children;
    std::uint32_t height = 1;
    advance();
    allParts(children, height, TokenKind::EndOfFile);
    const auto end = static_cast<std::uint32_t>(m_text.size());
    return node(NodeKind::JsonTemplate, start - 1, end + 1, children.first, height + 1).id;
}

NodeId SyntaxParser::embeddedExpression()
{
    m_skipNewlines = true;
    advance();
    const Parsed parsed = expressionNode();
    expectEnd();
    return parsed.id;
}

ParsedFile SyntaxParser::bareTemplate()
{
    Children children;
    std::uint32_t height = 1;
    if (!refuse()) {
        advance();
        allParts(children, height, TokenKind::EndOfFile);
    }
    return finish(m_builder.add(NodeKind::TemplateBody, 0, static_cast<std::uint32_t>(m_text.size()), children.first));
}

ParsedFile SyntaxParser::finish(NodeId root)
{
    if (m_builder.tooLarge())
        report({0, 0}, "File too large", "One block has more than " + std::to_string(limits::TreeNodes) + " parts.",
               "Split the block.");
    checkEncoding();
    std::stable_sort(m_diagnostics.begin(), m_diagnostics.end(),
                     [](const Diagnostic &a, const Diagnostic &b) { return a.range.start < b.range.start; });
    return {m_builder.finish(root), std::move(m_diagnostics)};
}

void SyntaxParser::advance()
{
    m_lastEnd = m_token.end;
    for (;;) {
        m_token = m_lexer.next();
        if (m_token.kind == TokenKind::Comment)
            m_builder.addComment(m_token.range());
        else if (m_token.kind != TokenKind::Newline || !m_skipNewlines)
            return;
    }
}

bool SyntaxParser::atWord(std::string_view word) const
{
    return m_token.kind == TokenKind::Identifier && text(m_token.range()) == word;
}

// Steps behind an opening bracket, inside of which line ends mean nothing.
SyntaxParser::Scope SyntaxParser::enter()
{
    const Scope scope{m_token, m_skipNewlines};
    m_skipNewlines = true;
    advance();
    return scope;
}

// Steps behind the closing bracket if it is there; what follows is read as outside of the brackets.
bool SyntaxParser::leave(const Scope &scope, TokenKind closer)
{
    m_skipNewlines = scope.skippedNewlines;
    if (m_failed || !at(closer))
        return false;
    advance();
    return true;
}

bool SyntaxParser::tooDeep()
{
    if (m_depth < limits::NestingDepth)
        return false;
    if (!m_failed)
        fail(m_token.range(), "Nested too deeply",
             "At most " + std::to_string(limits::NestingDepth) + " levels of nesting are read.",
             "Move inner parts to local values.");
    return true;
}

} // namespace drydock::hcl
