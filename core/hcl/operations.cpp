// SPDX-License-Identifier: MIT
#include "core/hcl/operations.h"

#include "core/hcl/conversion.h"
#include "core/hcl/expression.h"

#include <algorithm>

namespace drydock::hcl {

static Value withMarksOf(const Value &result, const Value &left, const Value &right)
{
    if (left.marks().isEmpty() && right.marks().isEmpty())
        return result;
    return result.withMarks(left.marks() | right.marks());
}

static Value unknownBool()
{
    static const Value value = Value::unknown(Type::boolean(), notNull());
    return value;
}

static Truth both(Truth a, Truth b)
{
    if (a == Truth::False || b == Truth::False)
        return Truth::False;
    return a == Truth::Unknown || b == Truth::Unknown ? Truth::Unknown : Truth::True;
}

static Truth fromBool(bool value)
{
    return value ? Truth::True : Truth::False;
}

static bool isNotNull(const Value &value)
{
    if (value.isKnown())
        return !value.isNull();
    return value.refinement() != nullptr && value.refinement()->nullness == Nullness::NotNull;
}

static Truth compare(const Value &left, const Value &right);

static Truth compareUnknown(const Value &left, const Value &right)
{
    if ((left.isNull() && isNotNull(right)) || (right.isNull() && isNotNull(left)))
        return Truth::False;
    const bool typed = !left.type().hasDynamic() && !right.type().hasDynamic();
    if (typed && !left.isNull() && !right.isNull() && !(left.type() == right.type()))
        return Truth::False;
    const Value &unknown = left.isUnknown() ? left : right;
    const Value &other = left.isUnknown() ? right : left;
    if (unknown.refinement() != nullptr && other.is(Kind::String) &&
        !other.asString().starts_with(unknown.refinement()->prefix))
        return Truth::False;
    return Truth::Unknown;
}

static Truth compareElements(const Value &left, const Value &right)
{
    if (left.length() != right.length()) {
        // Unknown members of a set may turn out to be equal to others.
        const bool open = left.kind() == Kind::Set && (!left.isWhollyKnown() || !right.isWhollyKnown());
        return open ? Truth::Unknown : Truth::False;
    }
    if (left.kind() == Kind::Set && (!left.isWhollyKnown() || !right.isWhollyKnown()))
        return Truth::Unknown;
    Truth result = Truth::True;
    for (std::size_t i = 0; i < left.elements().size() && result != Truth::False; ++i)
        result = both(result, compare(left.elements()[i], right.elements()[i]));
    for (std::size_t i = 0; i < left.fields().size() && result != Truth::False; ++i) {
        if (left.fields()[i].name != right.fields()[i].name)
            return Truth::False;
        result = both(result, compare(left.fields()[i].value, right.fields()[i].value));
    }
    return result;
}

static Truth compare(const Value &left, const Value &right)
{
    if (left.isUnknown() || right.isUnknown())
        return compareUnknown(left, right);
    if (left.isNull() || right.isNull())
        return fromBool(left.isNull() && right.isNull());
    if (left.kind() != right.kind())
        return Truth::False;
    switch (left.kind()) {
    case Kind::Bool:
        return fromBool(left.asBool() == right.asBool());
    case Kind::Number:
        return fromBool(left.asNumber() == right.asNumber());
    case Kind::String:
        return fromBool(left.asString() == right.asString());
    case Kind::List:
    case Kind::Set:
    case Kind::Map:
        if (!left.type().hasDynamic() && !right.type().hasDynamic() && !(left.type() == right.type()))
            return Truth::False;
        return compareElements(left, right);
    default:
        return compareElements(left, right);
    }
}

Value equal(const Value &left, const Value &right)
{
    const Truth result = compare(left, right);
    Value value = result == Truth::Unknown ? unknownBool() : Value::boolean(result == Truth::True);
    if (!left.hasMarks() && !right.hasMarks())
        return value;
    return value.withMarks(left.deepMarks() | right.deepMarks());
}

Result<Truth> truth(const Value &value)
{
    if (value.isNull())
        return failure("hcl.condition", "The condition value is null. Conditions must either be true or false.");
    auto converted = convert(value, Type::boolean());
    if (!converted)
        return failure("hcl.condition", "The condition expression must be of type bool.");
    if (converted->isUnknown())
        return Truth::Unknown;
    return fromBool(converted->asBool());
}

static Failure operandError(const char *side, const std::string &reason)
{
    return failure("hcl.operand", std::string("Unsuitable value for ") + side + ": " + reason + ".");
}

static Result<Value> operand(const Value &value, const Type &type, const char *side)
{
    if (value.isNull())
        return operandError(side, "argument must not be null");
    auto converted = convert(value, type);
    if (!converted)
        return operandError(side, converted.error().message);
    return converted;
}

static Result<Value> applyLogic(BinaryOperator operation, const Value &left, const Value &right)
{
    // `false && unknown` is false: what is decided does not wait for the rest.
    const Truth a = left.isUnknown() ? Truth::Unknown : fromBool(left.asBool());
    const Truth b = right.isUnknown() ? Truth::Unknown : fromBool(right.asBool());
    const bool isAnd = operation == BinaryOperator::And;
    const Truth deciding = isAnd ? Truth::False : Truth::True;
    if (a == deciding || b == deciding)
        return Value::boolean(!isAnd);
    return a == Truth::Unknown || b == Truth::Unknown ? unknownBool() : Value::boolean(isAnd);
}

static Result<Value> compareNumbers(BinaryOperator operation, const Number &left, const Number &right)
{
    const auto order = left <=> right;
    switch (operation) {
    case BinaryOperator::Less:
        return Value::boolean(order < 0);
    case BinaryOperator::LessEqual:
        return Value::boolean(order <= 0);
    case BinaryOperator::Greater:
        return Value::boolean(order > 0);
    default:
        return Value::boolean(order >= 0);
    }
}

/// Why infinite numbers have no result, in Terraform's words; nothing where they have one.
static const char *undefinedResult(BinaryOperator operation, const Number &left, const Number &right)
{
    const bool both = left.isInfinite() && right.isInfinite();
    switch (operation) {
    case BinaryOperator::Add:
        return both && left.isNegative() != right.isNegative() ? "can't compute sum of opposing infinities" : nullptr;
    case BinaryOperator::Subtract:
        return both && left.isNegative() == right.isNegative() ? "can't subtract infinity from itself" : nullptr;
    case BinaryOperator::Multiply:
        return left.isZero() || right.isZero() ? "can't multiply zero by infinity" : nullptr;
    case BinaryOperator::Divide:
        return both ? "can't divide zero by zero or infinity by infinity" : nullptr;
    case BinaryOperator::Modulo:
        return "can't use modulo with zero and infinity";
    default:
        return nullptr;
    }
}

static Result<Value> calculate(BinaryOperator operation, const Number &left, const Number &right)
{
    if (left.isInfinite() || right.isInfinite())
        if (const char *why = undefinedResult(operation, left, right))
            return failure("hcl.operand", std::string("Error during operation: ") + why + ".");
    switch (operation) {
    case BinaryOperator::Add:
        return Value::number(left + right);
    case BinaryOperator::Subtract:
        return Value::number(left - right);
    case BinaryOperator::Multiply:
        return Value::number(left * right);
    case BinaryOperator::Divide:
        // As Terraform: anything else divided by zero is infinite.
        if (left.isZero() && right.isZero())
            return failure("hcl.operand", "Error during operation: can't divide zero by zero or infinity by infinity.",
                           {}, "Test the divisor first: `n == 0 ? 0 : m / n`.");
        return Value::number(left / right);
    case BinaryOperator::Modulo:
        return Value::number(right.isZero() ? left : left.remainder(right));
    default:
        return compareNumbers(operation, left, right);
    }
}

static bool isComparison(BinaryOperator operation)
{
    return operation >= BinaryOperator::Less && operation <= BinaryOperator::GreaterEqual;
}

static Result<Value> applyTyped(BinaryOperator operation, const Value &left, const Value &right)
{
    const bool logic = operation == BinaryOperator::And || operation == BinaryOperator::Or;
    const Type type = logic ? Type::boolean() : Type::number();
    auto a = operand(left, type, "left operand");
    if (!a)
        return a;
    auto b = operand(right, type, "right operand");
    if (!b)
        return b;
    if (logic)
        return applyLogic(operation, *a, *b);
    if (a->isUnknown() || b->isUnknown())
        return isComparison(operation) ? unknownBool() : Value::unknown(Type::number(), notNull());
    return calculate(operation, a->asNumber(), b->asNumber());
}

Result<Value> apply(BinaryOperator operation, const Value &left, const Value &right)
{
    if (operation == BinaryOperator::Equal)
        return equal(left, right);
    if (operation == BinaryOperator::NotEqual) {
        const Value same = equal(left, right);
        return same.isUnknown() ? same : Value::boolean(!same.asBool()).withMarks(same.marks());
    }
    auto result = applyTyped(operation, left, right);
    return result ? Result<Value>(withMarksOf(*result, left, right)) : result;
}

Result<Value> apply(UnaryOperator operation, const Value &value)
{
    const bool isNot = operation == UnaryOperator::Not;
    auto converted = operand(value, isNot ? Type::boolean() : Type::number(), "unary operand");
    if (!converted)
        return converted;
    if (converted->isUnknown())
        return Value::unknown(converted->type(), notNull()).withMarks(value.marks());
    const Value result = isNot ? Value::boolean(!converted->asBool()) : Value::number(-converted->asNumber());
    return result.withMarks(value.marks());
}

static int rank(const Value &value)
{
    if (value.isUnknown())
        return 2;
    return value.isNull() ? 1 : 0;
}

static std::strong_ordering orderElements(const Value &left, const Value &right)
{
    const std::size_t shared = std::min(left.elements().size(), right.elements().size());
    for (std::size_t i = 0; i < shared; ++i)
        if (const auto part = order(left.elements()[i], right.elements()[i]); part != 0)
            return part;
    const std::size_t fields = std::min(left.fields().size(), right.fields().size());
    for (std::size_t i = 0; i < fields; ++i) {
        const Field &a = left.fields()[i];
        const Field &b = right.fields()[i];
        if (const auto part = a.name <=> b.name; part != 0)
            return part;
        if (const auto part = order(a.value, b.value); part != 0)
            return part;
    }
    return left.length() <=> right.length();
}

std::strong_ordering order(const Value &left, const Value &right)
{
    if (const auto part = rank(left) <=> rank(right); part != 0 || rank(left) != 0)
        return part;
    if (const auto part = left.kind() <=> right.kind(); part != 0)
        return part;
    switch (left.kind()) {
    case Kind::Bool:
        return left.asBool() <=> right.asBool();
    case Kind::Number:
        return left.asNumber() <=> right.asNumber();
    case Kind::String:
        return left.asString() <=> right.asString();
    default:
        return orderElements(left, right);
    }
}

} // namespace drydock::hcl
