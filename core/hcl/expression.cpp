// SPDX-License-Identifier: MIT
#include "core/hcl/expression.h"

#include "core/hcl/names.h"
#include "core/hcl/tree.h"

#include <algorithm>

namespace drydock::hcl {

ExpressionKind Expression::kind() const
{
    const NodeKind node = nodeKind();
    if (node >= NodeKind::Number && node <= NodeKind::ForObject) {
        // The kinds stand in the same order, but for objects' items.
        switch (node) {
        case NodeKind::ForTuple:
            return ExpressionKind::ForTuple;
        case NodeKind::ForObject:
            return ExpressionKind::ForObject;
        case NodeKind::ObjectItem:
            return ExpressionKind::Missing;
        default:
            return static_cast<ExpressionKind>(static_cast<int>(node) - static_cast<int>(NodeKind::Number) +
                                               static_cast<int>(ExpressionKind::Number));
        }
    }
    if (node >= NodeKind::Or && node <= NodeKind::Modulo)
        return ExpressionKind::Binary;
    switch (node) {
    case NodeKind::ForObjectGrouped:
        return ExpressionKind::ForObject;
    case NodeKind::Call:
    case NodeKind::CallExpanded:
        return ExpressionKind::Call;
    case NodeKind::Conditional:
        return ExpressionKind::Conditional;
    case NodeKind::Parentheses:
        return ExpressionKind::Parentheses;
    case NodeKind::Negate:
    case NodeKind::Not:
        return ExpressionKind::Unary;
    case NodeKind::JsonString:
        return ExpressionKind::String;
    case NodeKind::JsonTemplate:
        return ExpressionKind::Template;
    default:
        return ExpressionKind::Missing;
    }
}

static_assert(static_cast<int>(NodeKind::Object) - static_cast<int>(NodeKind::Number) ==
              static_cast<int>(ExpressionKind::Object) - static_cast<int>(ExpressionKind::Number));

Expression Expression::at(std::uint32_t index) const
{
    return {m_tree, child(index).id()};
}

static ByteRange storedName(const Expression &expression)
{
    switch (expression.nodeKind()) {
    case NodeKind::Variable:
        return expression.stored();
    case NodeKind::AttributeAccess:
    case NodeKind::LegacyIndex:
        return nameBefore(expression.tree()->source().storage(), expression.stored().end);
    default:
        return {};
    }
}

ByteRange Expression::nameRange() const
{
    const ByteRange name = storedName(*this);
    return name.empty() ? name : m_tree->source().written(name);
}

std::string_view Expression::name() const
{
    const ByteRange name = storedName(*this);
    return name.empty() ? std::string_view() : m_tree->source().text(name);
}

Expression Expression::source() const
{
    switch (kind()) {
    case ExpressionKind::AttributeAccess:
    case ExpressionKind::Index:
    case ExpressionKind::LegacyIndex:
    case ExpressionKind::AttributeSplat:
    case ExpressionKind::FullSplat:
    case ExpressionKind::Parentheses:
    case ExpressionKind::Unary:
        return at(0);
    default:
        return {};
    }
}

Expression Expression::key() const
{
    return nodeKind() == NodeKind::Index ? at(1) : Expression();
}

Expression Expression::each() const
{
    return nodeKind() == NodeKind::AttributeSplat || nodeKind() == NodeKind::FullSplat ? at(1) : Expression();
}

Expression Expression::unwrapped() const
{
    Expression inner = *this;
    while (inner.nodeKind() == NodeKind::Parentheses)
        inner = inner.at(0);
    return inner;
}

std::optional<std::string> Expression::stringValue() const
{
    if (nodeKind() == NodeKind::String || nodeKind() == NodeKind::JsonString) {
        std::string_view raw = text();
        raw = raw.substr(1, raw.size() - 2);
        return nodeKind() == NodeKind::String ? decodeQuoted(raw) : std::string(raw);
    }
    if (nodeKind() != NodeKind::Heredoc && nodeKind() != NodeKind::JsonTemplate)
        return std::nullopt;
    std::string value;
    for (const TemplatePart part : templateBody()) {
        if (part.kind() != TemplatePartKind::Literal)
            return std::nullopt;
        value += part.literal();
    }
    return value;
}

TemplateBody Expression::templateBody() const
{
    switch (nodeKind()) {
    case NodeKind::String:
    case NodeKind::Template:
        return {m_tree, m_id, {TemplateStyle::Escapes::Quoted, 0}};
    case NodeKind::Heredoc:
        return {m_tree, m_id, {TemplateStyle::Escapes::Heredoc, heredocIndent(*this)}};
    case NodeKind::JsonString:
    case NodeKind::JsonTemplate:
        return {m_tree, m_id, {TemplateStyle::Escapes::Heredoc, 0}};
    default:
        return {};
    }
}

ViewRange<Expression> Expression::elements() const
{
    return {m_tree, nodeKind() == NodeKind::Tuple ? child(0).id() : 0};
}

ViewRange<ObjectItem> Expression::items() const
{
    return {m_tree, nodeKind() == NodeKind::Object ? child(0).id() : 0};
}

static ByteRange storedFunctionName(const Expression &call)
{
    if (call.kind() != ExpressionKind::Call)
        return {};
    const std::string_view text = call.tree()->source().storage();
    const std::uint32_t end = call.stored().end;
    ByteRange name = nameFrom(text, call.stored().start);
    for (std::uint32_t at = name.end; at < end; at = name.end) {
        while (at < end && (characters::is(text[at], characters::Space) || text[at] == ':'))
            ++at;
        const ByteRange next = nameFrom(text, at);
        if (next.empty())
            break;
        name.end = next.end;
    }
    return name;
}

ByteRange Expression::functionNameRange() const
{
    const ByteRange name = storedFunctionName(*this);
    return name.empty() ? name : m_tree->source().written(name);
}

std::string Expression::functionName() const
{
    const ByteRange range = storedFunctionName(*this);
    std::string name(range.empty() ? std::string_view() : m_tree->source().text(range));
    std::erase_if(name, [](char c) { return characters::is(c, characters::Space); });
    return name;
}

ViewRange<Expression> Expression::arguments() const
{
    return {m_tree, kind() == ExpressionKind::Call ? child(0).id() : 0};
}

bool Expression::isFor() const
{
    return kind() == ExpressionKind::ForTuple || kind() == ExpressionKind::ForObject;
}

std::uint32_t Expression::forNames() const
{
    return child(1).nodeKind() == NodeKind::Name ? 2 : 1;
}

std::string_view Expression::keyVariable() const
{
    return isFor() && forNames() == 2 ? child(0).text() : std::string_view();
}

std::string_view Expression::valueVariable() const
{
    return isFor() ? child(forNames() - 1).text() : std::string_view();
}

Expression Expression::collection() const
{
    return isFor() ? at(forNames()) : Expression();
}

Expression Expression::forKey() const
{
    return kind() == ExpressionKind::ForObject ? at(forNames() + 1) : Expression();
}

Expression Expression::forValue() const
{
    return isFor() ? at(forNames() + (kind() == ExpressionKind::ForObject ? 2 : 1)) : Expression();
}

Expression Expression::condition() const
{
    if (nodeKind() == NodeKind::Conditional)
        return at(0);
    return isFor() ? at(forNames() + (kind() == ExpressionKind::ForObject ? 3 : 2)) : Expression();
}

Expression Expression::whenTrue() const
{
    return nodeKind() == NodeKind::Conditional ? at(1) : Expression();
}

Expression Expression::whenFalse() const
{
    return nodeKind() == NodeKind::Conditional ? at(2) : Expression();
}

UnaryOperator Expression::unaryOperator() const
{
    return nodeKind() == NodeKind::Not ? UnaryOperator::Not : UnaryOperator::Negate;
}

BinaryOperator Expression::binaryOperator() const
{
    if (kind() != ExpressionKind::Binary)
        return BinaryOperator::Or;
    return static_cast<BinaryOperator>(static_cast<int>(nodeKind()) - static_cast<int>(NodeKind::Or));
}

Expression Expression::left() const
{
    return kind() == ExpressionKind::Binary ? at(0) : Expression();
}

Expression Expression::right() const
{
    return kind() == ExpressionKind::Binary ? at(1) : Expression();
}

std::string_view operatorText(BinaryOperator op)
{
    static constexpr std::string_view Texts[] = {"||", "&&", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%"};
    return Texts[static_cast<std::size_t>(op)];
}

Expression ObjectItem::key() const
{
    return {m_tree, child(0).id()};
}

std::optional<std::string> ObjectItem::keyName() const
{
    const Expression expression = key();
    switch (expression.kind()) {
    case ExpressionKind::Variable:
    case ExpressionKind::True:
    case ExpressionKind::False:
    case ExpressionKind::Null:
        return std::string(expression.text());
    case ExpressionKind::String:
    case ExpressionKind::Heredoc:
        return expression.stringValue();
    default:
        return std::nullopt;
    }
}

Expression ObjectItem::value() const
{
    return {m_tree, child(1).id()};
}

} // namespace drydock::hcl
