// SPDX-License-Identifier: MIT
#include "tests/hcl/treeprinter.h"

namespace drydock::hcl {

static std::string quote(std::string_view text)
{
    return "\"" + encodeQuoted(text) + "\"";
}

static std::string printFor(Expression e)
{
    std::string text = std::string("(for ") + (e.kind() == ExpressionKind::ForTuple ? "[" : "{");
    if (!e.keyVariable().empty())
        text += std::string(e.keyVariable()) + ",";
    text += std::string(e.valueVariable()) + " " + print(e.collection());
    if (e.forKey())
        text += " " + print(e.forKey());
    text += " " + print(e.forValue()) + (e.isGrouped() ? "..." : "");
    return text + (e.condition() ? " if " + print(e.condition()) : "") + ")";
}

std::string print(Expression e)
{
    std::string text;
    switch (e.kind()) {
    case ExpressionKind::Missing:
        return "MISSING";
    case ExpressionKind::Number:
    case ExpressionKind::True:
    case ExpressionKind::False:
    case ExpressionKind::Null:
        return std::string(e.text());
    case ExpressionKind::String:
        return quote(*e.stringValue());
    case ExpressionKind::Template:
    case ExpressionKind::Heredoc:
        return "(template" + print(e.templateBody()) + ")";
    case ExpressionKind::Variable:
        return std::string(e.name());
    case ExpressionKind::AttributeAccess:
        return "(. " + print(e.source()) + " " + std::string(e.name()) + ")";
    case ExpressionKind::Index:
        return "([] " + print(e.source()) + " " + print(e.key()) + ")";
    case ExpressionKind::LegacyIndex:
        return "([] " + print(e.source()) + " " + std::string(e.name()) + ")";
    case ExpressionKind::AttributeSplat:
        return "(.* " + print(e.source()) + " " + print(e.each()) + ")";
    case ExpressionKind::FullSplat:
        return "([*] " + print(e.source()) + " " + print(e.each()) + ")";
    case ExpressionKind::SplatItem:
        return "_";
    case ExpressionKind::Tuple:
        text = "[";
        for (const Expression element : e.elements())
            text += (text.size() > 1 ? " " : "") + print(element);
        return text + "]";
    case ExpressionKind::Object:
        text = "{";
        for (const ObjectItem item : e.items())
            text += (text.size() > 1 ? " " : "") + print(item.key()) + "=" + print(item.value());
        return text + "}";
    case ExpressionKind::ForTuple:
    case ExpressionKind::ForObject:
        return printFor(e);
    case ExpressionKind::Call:
        text = "(call " + e.functionName();
        for (const Expression argument : e.arguments())
            text += " " + print(argument);
        return text + (e.expandsLast() ? "...)" : ")");
    case ExpressionKind::Conditional:
        return "(? " + print(e.condition()) + " " + print(e.whenTrue()) + " " + print(e.whenFalse()) + ")";
    case ExpressionKind::Parentheses:
        return "(" + print(e.source()) + ")";
    case ExpressionKind::Unary:
        return std::string(e.unaryOperator() == UnaryOperator::Not ? "(! " : "(- ") + print(e.source()) + ")";
    case ExpressionKind::Binary:
        return "(" + std::string(operatorText(e.binaryOperator())) + " " + print(e.left()) + " " + print(e.right()) +
               ")";
    }
    return text;
}

std::string print(TemplateBody body)
{
    std::string text;
    for (const TemplatePart part : body) {
        text += " ";
        switch (part.kind()) {
        case TemplatePartKind::Literal:
            text += quote(part.literal());
            break;
        case TemplatePartKind::Interpolation:
            text += "$" + print(part.expression());
            break;
        case TemplatePartKind::If:
            text += "(if " + print(part.condition()) + " (" + print(part.thenBody()) + ")";
            text += (part.elseBody() ? " (" + print(part.elseBody()) + ")" : "") + ")";
            break;
        case TemplatePartKind::For:
            text += "(for " + (part.keyVariable().empty() ? "" : std::string(part.keyVariable()) + ",");
            text += std::string(part.valueVariable()) + " " + print(part.collection()) + " (" + print(part.forBody()) +
                    "))";
            break;
        }
    }
    return text;
}

std::string print(Body body)
{
    std::string text;
    for (const BodyItem item : body.items()) {
        text += text.empty() ? "" : " ";
        if (const Attribute attribute = item.attribute()) {
            text += std::string(attribute.name()) + "=" + print(attribute.value()) + ";";
            continue;
        }
        const Block block = item.block();
        text += std::string(block.type());
        for (const Label label : block.labels())
            text += " " + quote(label.value());
        text += "{" + print(block.body()) + "}";
    }
    return text;
}

} // namespace drydock::hcl
