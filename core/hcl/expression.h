// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/node.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace drydock::hcl {

class ObjectItem;
class TemplateBody;

enum class ExpressionKind : std::uint8_t {
    Missing, ///< could not be read; there is a diagnostic
    Number,
    True,
    False,
    Null,
    String,          ///< quotes without sequences: stringValue()
    Template,        ///< quotes with sequences: templateBody()
    Heredoc,         ///< templateBody(); stringValue() where it has no sequences
    Variable,        ///< a root name: name()
    AttributeAccess, ///< source(), name()
    Index,           ///< source(), key()
    LegacyIndex,     ///< source(), name() has the digits
    AttributeSplat,  ///< source(), each()
    FullSplat,       ///< source(), each()
    SplatItem,       ///< inside each(): the element the splat stands at
    Tuple,           ///< elements()
    Object,          ///< items()
    ForTuple,        ///< keyVariable(), valueVariable(), collection(), forValue(), condition()
    ForObject,       ///< likewise, with forKey() and isGrouped()
    Call,            ///< functionName(), arguments(), expandsLast()
    Conditional,     ///< condition(), whenTrue(), whenFalse()
    Parentheses,     ///< source()
    Unary,           ///< unaryOperator(), source()
    Binary,          ///< binaryOperator(), left(), right()
};

enum class UnaryOperator : std::uint8_t { Negate, Not };

enum class BinaryOperator : std::uint8_t {
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
};

/// As written: "==", "&&".
[[nodiscard]] std::string_view operatorText(BinaryOperator op);

/// Any expression. An accessor that does not fit the kind gives an empty answer.
class Expression : public View
{
public:
    using View::View;
    [[nodiscard]] static bool accepts(NodeKind) { return true; }

    [[nodiscard]] ExpressionKind kind() const;

    /// Of a Variable or AttributeAccess; the digits of a LegacyIndex.
    [[nodiscard]] std::string_view name() const;
    [[nodiscard]] ByteRange nameRange() const;

    /// What an access, index, splat, unary operator or pair of parentheses stands on.
    [[nodiscard]] Expression source() const;
    [[nodiscard]] Expression key() const;
    [[nodiscard]] Expression each() const;
    /// Without parentheses around it.
    [[nodiscard]] Expression unwrapped() const;

    /// The text of a string or heredoc without sequences, escapes and indentation resolved; nothing for other kinds.
    [[nodiscard]] std::optional<std::string> stringValue() const;
    /// Of a String, Template or Heredoc. (A String has no part nodes: use stringValue().)
    [[nodiscard]] TemplateBody templateBody() const;

    [[nodiscard]] ViewRange<Expression> elements() const;
    [[nodiscard]] ViewRange<ObjectItem> items() const;

    /// With its namespaces: "provider::aws::arn_parse".
    [[nodiscard]] std::string functionName() const;
    [[nodiscard]] ByteRange functionNameRange() const;
    [[nodiscard]] ViewRange<Expression> arguments() const;
    /// Whether the last argument is followed by `...`.
    [[nodiscard]] bool expandsLast() const { return nodeKind() == NodeKind::CallExpanded; }

    /// Of a for expression; the first is empty where only one is declared.
    [[nodiscard]] std::string_view keyVariable() const;
    [[nodiscard]] std::string_view valueVariable() const;
    [[nodiscard]] Expression collection() const;
    [[nodiscard]] Expression forKey() const;
    [[nodiscard]] Expression forValue() const;
    [[nodiscard]] bool isGrouped() const { return nodeKind() == NodeKind::ForObjectGrouped; }

    /// Of a conditional, or the `if` of a for expression (nothing where there is none).
    [[nodiscard]] Expression condition() const;
    [[nodiscard]] Expression whenTrue() const;
    [[nodiscard]] Expression whenFalse() const;

    [[nodiscard]] UnaryOperator unaryOperator() const;
    [[nodiscard]] BinaryOperator binaryOperator() const;
    [[nodiscard]] Expression left() const;
    [[nodiscard]] Expression right() const;

private:
    [[nodiscard]] bool isFor() const;
    [[nodiscard]] Expression at(std::uint32_t index) const;
    [[nodiscard]] std::uint32_t forNames() const;
};

/// `key = value` in an object.
class ObjectItem : public View
{
public:
    using View::View;
    [[nodiscard]] static bool accepts(NodeKind kind) { return kind == NodeKind::ObjectItem; }

    [[nodiscard]] Expression key() const;
    /// The key's text where it is a bare name or a string without sequences: what needs no evaluation.
    [[nodiscard]] std::optional<std::string> keyName() const;
    [[nodiscard]] Expression value() const;
};

} // namespace drydock::hcl
