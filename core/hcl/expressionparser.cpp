// SPDX-License-Identifier: MIT
#include "core/hcl/limits.h"
#include "core/hcl/syntaxparser.h"

#include <algorithm>
#include <array>

namespace drydock::hcl {

namespace {

struct Operator
{
    std::uint8_t level = 0; ///< 0: no binary operator; higher binds tighter
    NodeKind node = NodeKind::Missing;
};

constexpr std::size_t TokenKinds = static_cast<std::size_t>(TokenKind::Invalid) + 1;

constexpr std::array<Operator, TokenKinds> makeOperators()
{
    std::array<Operator, TokenKinds> table{};
    const auto set = [&table](TokenKind token, std::uint8_t level, NodeKind node) {
        table[static_cast<std::size_t>(token)] = {level, node};
    };
    set(TokenKind::Or, 1, NodeKind::Or);
    set(TokenKind::And, 2, NodeKind::And);
    set(TokenKind::Equal, 3, NodeKind::Equal);
    set(TokenKind::NotEqual, 3, NodeKind::NotEqual);
    set(TokenKind::Less, 4, NodeKind::Less);
    set(TokenKind::LessEqual, 4, NodeKind::LessEqual);
    set(TokenKind::Greater, 4, NodeKind::Greater);
    set(TokenKind::GreaterEqual, 4, NodeKind::GreaterEqual);
    set(TokenKind::Plus, 5, NodeKind::Add);
    set(TokenKind::Minus, 5, NodeKind::Subtract);
    set(TokenKind::Star, 6, NodeKind::Multiply);
    set(TokenKind::Slash, 6, NodeKind::Divide);
    set(TokenKind::Percent, 6, NodeKind::Modulo);
    return table;
}

constexpr std::array<Operator, TokenKinds> Operators = makeOperators();

} // namespace

SyntaxParser::Parsed SyntaxParser::node(NodeKind kind, std::uint32_t start, std::uint32_t end, NodeId first,
                                        std::uint32_t height)
{
    if (height > limits::ExpressionHeight && !m_failed)
        fail({start, end}, "Expression too long",
             "At most " + std::to_string(limits::ExpressionHeight) + " operators or steps may follow each other.",
             "Split it with local values, or use a function over a list.");
    return {m_builder.add(kind, start, end, first), height};
}

SyntaxParser::Parsed SyntaxParser::missing()
{
    return {m_builder.add(NodeKind::Missing, m_token.start, m_token.start), 1};
}

SyntaxParser::Parsed SyntaxParser::expressionNode()
{
    if (tooDeep())
        return missing();
    ++m_depth;
    Parsed result = binary(1);
    if (at(TokenKind::Question) && !m_failed)
        result = conditional(result);
    --m_depth;
    return result;
}

SyntaxParser::Parsed SyntaxParser::conditional(Parsed condition)
{
    const Token question = m_token;
    Children children;
    children.add(m_builder, condition.id);
    advance();
    const Parsed whenTrue = expressionNode();
    children.add(m_builder, whenTrue.id);
    Parsed whenFalse{0, 0};
    if (!m_failed && !at(TokenKind::Colon))
        fail(m_token.range(), "Conditional without \":\"",
             "A conditional is condition ? value : other value; found " + found() + " where \":\" is expected.",
             "Its \"?\" is in line " + lineOf(question.start) + "; put parentheses around it to spread it over lines.");
    if (!m_failed) {
        advance();
        whenFalse = expressionNode();
        children.add(m_builder, whenFalse.id);
    }
    const std::uint32_t height = std::max({condition.height, whenTrue.height, whenFalse.height}) + 1;
    return node(NodeKind::Conditional, m_builder.node(condition.id).start, m_builder.node(children.last).end,
                children.first, height);
}

SyntaxParser::Parsed SyntaxParser::binary(std::uint32_t level)
{
    Parsed left = unary();
    while (!m_failed) {
        const Operator op = Operators[static_cast<std::size_t>(m_token.kind)];
        if (op.level < level || op.level == 0)
            break;
        advance();
        const Parsed right = binary(op.level + 1U);
        m_builder.link(left.id, right.id);
        left = node(op.node, m_builder.node(left.id).start, m_builder.node(right.id).end, left.id,
                    std::max(left.height, right.height) + 1);
    }
    return left;
}

SyntaxParser::Parsed SyntaxParser::unary()
{
    if (!at(TokenKind::Minus) && !at(TokenKind::Not))
        return steps(term());
    if (tooDeep())
        return missing();
    ++m_depth;
    const Token sign = m_token;
    advance();
    const Parsed operand = unary();
    --m_depth;
    return node(sign.kind == TokenKind::Minus ? NodeKind::Negate : NodeKind::Not, sign.start,
                m_builder.node(operand.id).end, operand.id, operand.height + 1);
}

SyntaxParser::Parsed SyntaxParser::term()
{
    switch (m_token.kind) {
    case TokenKind::Identifier:
        return word();
    case TokenKind::OpenQuote:
        return quoted();
    case TokenKind::Number:
        return number();
    case TokenKind::OpenBracket:
        return tuple();
    case TokenKind::OpenBrace:
        return object();
    case TokenKind::OpenParen:
        return parentheses();
    case TokenKind::OpenHeredoc:
        return heredoc();
    default:
        failExpression();
        return missing();
    }
}

SyntaxParser::Parsed SyntaxParser::word()
{
    const Token name = m_token;
    advance();
    if (at(TokenKind::OpenParen) || at(TokenKind::DoubleColon))
        return call(name);
    NodeKind kind = NodeKind::Variable;
    if (name.end - name.start <= 5) {
        const std::string_view given = text(name.range());
        if (given == "true")
            kind = NodeKind::True;
        else if (given == "false")
            kind = NodeKind::False;
        else if (given == "null")
            kind = NodeKind::Null;
    }
    return node(kind, name.start, name.end, 0, 1);
}

// digits [. [digits]] [e [sign] digits]
static bool isNumber(std::string_view text)
{
    std::size_t dots = 0;
    bool exponent = false;
    for (const char c : text) {
        if (c == '.' && (exponent || ++dots > 1))
            return false;
        if (c == 'e' || c == 'E') {
            if (exponent)
                return false;
            exponent = true;
        }
    }
    return true;
}

SyntaxParser::Parsed SyntaxParser::number()
{
    const Token token = m_token;
    const std::string_view digits = text(token.range());
    if (!isNumber(digits))
        fail(token.range(), "Invalid number", "\"" + std::string(digits) + "\" is not a number.",
             "Write digits with at most one point; a version or an address belongs in quotes.");
    advance();
    if (!m_failed && at(TokenKind::Identifier) && m_token.start == token.end)
        fail({token.start, m_token.end}, "Invalid number", "Letters follow the digits of this number.",
             digits == "0"
                 ? "Hexadecimal, octal and binary numbers are not part of the language; use parseint(\"ff\", 16)."
                 : "Put text in quotes; units are not part of a number.");
    return node(NodeKind::Number, token.start, token.end, 0, 1);
}

SyntaxParser::Parsed SyntaxParser::parentheses()
{
    const Scope scope = enter();
    const Parsed inner = expressionNode();
    if (!m_failed && !at(TokenKind::CloseParen))
        failSeparator(scope, "parentheses");
    (void)leave(scope, TokenKind::CloseParen);
    return node(NodeKind::Parentheses, scope.opener.start, m_lastEnd, inner.id, inner.height + 1);
}

SyntaxParser::Parsed SyntaxParser::steps(Parsed source)
{
    while (!m_failed) {
        if (at(TokenKind::Dot))
            source = dotStep(source);
        else if (at(TokenKind::OpenBracket))
            source = bracketStep(source);
        else
            break;
    }
    return source;
}

SyntaxParser::Parsed SyntaxParser::dotStep(Parsed source)
{
    const std::uint32_t start = m_builder.node(source.id).start;
    const Token dot = m_token;
    advance();
    const Token token = m_token;
    if (at(TokenKind::Identifier)) {
        advance();
        return node(NodeKind::AttributeAccess, start, token.end, source.id, source.height + 1);
    }
    if (at(TokenKind::Number)) {
        const std::string digits(text(token.range()));
        const std::size_t point = digits.find_first_not_of("0123456789");
        if (point != std::string::npos)
            fail(token.range(), "Two legacy indexes in a row",
                 "\"" + digits + "\" reads as one number, not as two indexes.",
                 "Write indexes in brackets: [" + digits.substr(0, point) + "][" + digits.substr(point + 1) + "].");
        advance();
        return node(NodeKind::LegacyIndex, start, token.end, source.id, source.height + 1);
    }
    if (at(TokenKind::Star))
        return attributeSplat(source, dot);
    if (at(TokenKind::Invalid))
        failInvalid();
    else
        fail({dot.start, std::max(dot.end, token.end)}, "Name expected after \".\"",
             "A dot is followed by an attribute's name, an index or \"*\"; found " + found() + ".",
             "A name with other characters goes in brackets: [\"some key\"].");
    return node(NodeKind::AttributeAccess, start, dot.end, source.id, source.height + 1);
}

// `.*` reaches over the names and legacy indexes behind it; a bracket applies to the list it makes.
SyntaxParser::Parsed SyntaxParser::attributeSplat(Parsed source, const Token &dot)
{
    const std::uint32_t start = m_builder.node(source.id).start;
    Parsed each = node(NodeKind::SplatItem, dot.start, m_token.end, 0, 1);
    advance();
    while (!m_failed && at(TokenKind::Dot)) {
        const Token next = m_token;
        each = dotStep(each);
        if (!m_failed && m_builder.kind(each.id) == NodeKind::AttributeSplat)
            fail({next.start, m_lastEnd}, "Splat inside a splat", "\".*\" cannot be used behind another \".*\".",
                 "Use [*], and flatten() for the list of lists it makes.");
    }
    m_builder.link(source.id, each.id);
    return node(NodeKind::AttributeSplat, start, m_builder.node(each.id).end, source.id,
                std::max(source.height, each.height) + 1);
}

SyntaxParser::Parsed SyntaxParser::bracketStep(Parsed source)
{
    const std::uint32_t start = m_builder.node(source.id).start;
    if (tooDeep())
        return source;
    const Scope scope{m_token, m_skipNewlines};
    advance();
    ++m_depth;
    Parsed result = source;
    if (at(TokenKind::Star)) {
        advance();
        if (!at(TokenKind::CloseBracket))
            failSeparator(scope, "splat");
        (void)leave(scope, TokenKind::CloseBracket);
        const Parsed each = steps(node(NodeKind::SplatItem, scope.opener.start, m_lastEnd, 0, 1));
        m_builder.link(source.id, each.id);
        result = node(NodeKind::FullSplat, start, m_builder.node(each.id).end, source.id,
                      std::max(source.height, each.height) + 1);
    } else {
        // Unlike a splat's star, a key may stand on a line of its own.
        m_skipNewlines = true;
        if (at(TokenKind::Newline))
            advance();
        const Parsed key = expressionNode();
        m_builder.link(source.id, key.id);
        if (!m_failed && !at(TokenKind::CloseBracket))
            failSeparator(scope, "index");
        (void)leave(scope, TokenKind::CloseBracket);
        result = node(NodeKind::Index, start, m_lastEnd, source.id, std::max(source.height, key.height) + 1);
    }
    --m_depth;
    return result;
}

} // namespace drydock::hcl
