// SPDX-License-Identifier: MIT
#include "core/hcl/syntaxparser.h"

#include <algorithm>

namespace drydock::hcl {

SyntaxParser::Parsed SyntaxParser::call(const Token &name)
{
    while (at(TokenKind::DoubleColon)) {
        advance();
        if (!at(TokenKind::Identifier)) {
            fail(m_token.range(), "Function name expected after \"::\"", "Found " + found() + ".",
                 "Functions of providers are called as provider::NAME::FUNCTION(…).");
            return node(NodeKind::Call, name.start, m_lastEnd, 0, 1);
        }
        advance();
    }
    if (!at(TokenKind::OpenParen)) {
        fail({name.start, m_lastEnd}, "Function call without parentheses",
             "A name with \"::\" is a function's and must be called; found " + found() + ".",
             "Write its arguments in parentheses.");
        return node(NodeKind::Call, name.start, m_lastEnd, 0, 1);
    }
    Children children;
    std::uint32_t height = 1;
    NodeKind kind = NodeKind::Call;
    const Scope scope = enter();
    arguments(scope, children, height, kind);
    (void)leave(scope, TokenKind::CloseParen);
    return node(kind, name.start, m_lastEnd, children.first, height + 1);
}

void SyntaxParser::arguments(const Scope &scope, Children &children, std::uint32_t &height, NodeKind &kind)
{
    while (!m_failed && !at(TokenKind::CloseParen)) {
        const Parsed argument = expressionNode();
        children.add(m_builder, argument.id);
        height = std::max(height, argument.height);
        if (m_failed || at(TokenKind::CloseParen))
            return;
        if (at(TokenKind::Ellipsis)) {
            kind = NodeKind::CallExpanded;
            advance();
            if (!at(TokenKind::CloseParen))
                fail(m_token.range(), "Argument after \"...\"",
                     "Only the last argument can be expanded with \"...\"; found " + found() +
                         " where \")\" is expected.");
            return;
        }
        if (at(TokenKind::Comma))
            advance();
        else
            failSeparator(scope, "function call");
    }
}

SyntaxParser::Parsed SyntaxParser::tuple()
{
    const Scope scope = enter();
    if (atWord("for"))
        return forExpression(scope);
    Children children;
    std::uint32_t height = 1;
    while (!m_failed && !at(TokenKind::CloseBracket)) {
        const Parsed element = expressionNode();
        children.add(m_builder, element.id);
        height = std::max(height, element.height);
        if (m_failed || at(TokenKind::CloseBracket))
            break;
        if (at(TokenKind::Comma))
            advance();
        else
            failSeparator(scope, "list");
    }
    (void)leave(scope, TokenKind::CloseBracket);
    return node(NodeKind::Tuple, scope.opener.start, m_lastEnd, children.first, height + 1);
}

SyntaxParser::Parsed SyntaxParser::object()
{
    const Scope scope = enter();
    if (atWord("for"))
        return forExpression(scope);
    m_skipNewlines = false;
    const bool inTemplate = m_lexer.depth() > 0;
    Children children;
    std::uint32_t height = 1;
    while (!m_failed && !at(TokenKind::CloseBrace)) {
        if (at(TokenKind::Newline)) {
            advance();
            continue;
        }
        const std::uint32_t itemStart = m_token.start;
        const Parsed item = objectItem(scope);
        children.add(m_builder, item.id);
        height = std::max(height, item.height);
        if (!m_failed && (at(TokenKind::Comma) || at(TokenKind::Newline)))
            advance();
        else if (!m_failed && !at(TokenKind::CloseBrace))
            failSeparator(scope, "object");
        if (m_failed && !inTemplate)
            resumeObject(scope.opener.start, itemStart);
    }
    (void)leave(scope, TokenKind::CloseBrace);
    return node(NodeKind::Object, scope.opener.start, m_lastEnd, children.first, height + 1);
}

// Goes on at the object's next line after an error, unless that line no longer looks like the object's.
void SyntaxParser::resumeObject(std::uint32_t objectStart, std::uint32_t itemStart)
{
    if (m_abandoned)
        return;
    recover(itemStart);
    if (at(TokenKind::CloseBrace))
        return;
    const bool inside = at(TokenKind::Newline) && !beginsItem(m_token.end, indentAt(objectStart), LineKind::Item);
    m_failed = m_abandoned = !inside;
}

SyntaxParser::Parsed SyntaxParser::objectItem(const Scope &scope)
{
    if (at(TokenKind::EndOfFile)) {
        failUnclosed(scope.opener, "object");
        return missing();
    }
    Children children;
    const Parsed key = expressionNode();
    children.add(m_builder, key.id);
    const std::uint32_t start = m_builder.node(key.id).start;
    Parsed value{0, 0};
    if (!m_failed && !at(TokenKind::Assign) && !at(TokenKind::Colon)) {
        const std::string given(text({start, m_builder.node(key.id).end}));
        if (at(TokenKind::Invalid))
            failInvalid();
        else if (at(TokenKind::EndOfFile))
            failUnclosed(scope.opener, "object");
        else if (at(TokenKind::OpenBrace))
            fail(m_token.range(), "Block inside an object", "An object holds keys with values, not blocks.",
                 "Write \"=\" before the brace.");
        else
            fail(m_token.range(), "Key without value",
                 "In an object each key is followed by \"=\" or \":\" and a value; found " + found() + ".",
                 "A key with dots or spaces goes in quotes.");
    }
    if (!m_failed) {
        advance();
        value = expressionNode();
        children.add(m_builder, value.id);
    } else {
        children.add(m_builder, m_builder.add(NodeKind::Missing, m_token.start, m_token.start));
    }
    const std::uint32_t end = std::max(start, m_builder.node(children.last).end);
    return node(NodeKind::ObjectItem, start, end, children.first, std::max(key.height, value.height) + 1);
}

// `for NAME[, NAME] in COLLECTION`, of an expression or a directive; stands on `for`.
SyntaxParser::Header SyntaxParser::forHeader()
{
    Header header;
    Children children;
    advance();
    for (int names = 0; names < 2; ++names) {
        if (!at(TokenKind::Identifier)) {
            fail(m_token.range(), "Variable name expected in for", "Found " + found() + ".",
                 "Write for VALUE in COLLECTION or for KEY, VALUE in COLLECTION.");
            break;
        }
        children.add(m_builder, m_builder.add(NodeKind::Name, m_token.start, m_token.end));
        advance();
        if (names == 1 || !at(TokenKind::Comma))
            break;
        advance();
    }
    if (!m_failed && !atWord("in"))
        fail(m_token.range(), "\"in\" expected in for",
             "The variables of a for are followed by \"in\"; found " + found() + ".",
             "Write for VALUE in COLLECTION or for KEY, VALUE in COLLECTION.");
    if (!m_failed) {
        advance();
        const Parsed collection = expressionNode();
        children.add(m_builder, collection.id);
        header.height = collection.height;
        header.ok = !m_failed;
    }
    header.first = children.first;
    header.last = children.last;
    return header;
}

SyntaxParser::Parsed SyntaxParser::forExpression(const Scope &scope)
{
    const bool makesObject = scope.opener.kind == TokenKind::OpenBrace;
    const TokenKind closer = makesObject ? TokenKind::CloseBrace : TokenKind::CloseBracket;
    const Header header = forHeader();
    Children children{header.first, header.last};
    std::uint32_t height = header.height;
    NodeKind kind = makesObject ? NodeKind::ForObject : NodeKind::ForTuple;
    const auto next = [&] {
        const Parsed parsed = expressionNode();
        children.add(m_builder, parsed.id);
        height = std::max(height, parsed.height);
    };
    if (!m_failed && !at(TokenKind::Colon))
        fail(m_token.range(), "\":\" expected in for",
             "The collection of a for is followed by \":\" and the result; found " + found() + ".");
    if (!m_failed) {
        advance();
        next();
    }
    if (!m_failed && makesObject != at(TokenKind::Arrow)) {
        if (makesObject)
            fail(m_token.range(), "Key and value expected in for",
                 "A for in braces makes an object, so its result is key => value; found " + found() + ".",
                 "Use brackets to make a list.");
        else
            fail(m_token.range(), "Key in a for that makes a list", "A for in brackets has a value only.",
                 "Use braces to make an object.");
    } else if (!m_failed && makesObject) {
        advance();
        next();
    }
    if (!m_failed && at(TokenKind::Ellipsis)) {
        if (!makesObject)
            fail(m_token.range(), "Grouping in a for that makes a list",
                 "Only a for in braces can group with \"...\".");
        kind = NodeKind::ForObjectGrouped;
        advance();
    }
    if (!m_failed && atWord("if")) {
        advance();
        next();
    }
    if (!m_failed && !at(closer))
        failSeparator(scope, "for");
    (void)leave(scope, closer);
    if (m_failed)
        return node(NodeKind::Missing, scope.opener.start, m_lastEnd, 0, 1);
    return node(kind, scope.opener.start, m_lastEnd, children.first, height + 1);
}

} // namespace drydock::hcl
