// SPDX-License-Identifier: MIT
#include "core/hcl/evaluator.h"

#include "core/hcl/conversion.h"
#include "core/hcl/evaluation.h"
#include "core/hcl/limits.h"
#include "core/hcl/operations.h"
#include "core/hcl/parser.h"
#include "core/hcl/unicode.h"

#include <array>

namespace drydock::hcl {

Evaluation::Evaluation(const EvaluationContext &context, std::vector<Diagnostic> &diagnostics)
    : m_context(context)
    , m_diagnostics(diagnostics)
{
}

Value Evaluation::error(ByteRange range, std::string summary, std::string detail, std::string hint)
{
    if (m_diagnostics.size() < limits::Diagnostics)
        m_diagnostics.push_back({Severity::Error, std::move(summary), std::move(detail), range, std::move(hint)});
    return Value::unknown();
}

Value Evaluation::number(const Expression &expression)
{
    if (auto number = Number::parse(expression.text()))
        return Value::number(std::move(*number));
    return error(expression.range(), "Number out of range",
                 "The number has more than " + std::to_string(Number::maximumDecimalExponent) + " decimal places.");
}

/// In lenient mode a condition on something missing is false.
Value Evaluation::operandOf(const Expression &expression)
{
    Value value = evaluate(expression);
    if (lenient() && value.isNull())
        return Value::boolean(false).withMarks(value.marks());
    return value;
}

Value Evaluation::unary(const Expression &expression)
{
    const bool isNot = expression.unaryOperator() == UnaryOperator::Not;
    const Value operand = isNot ? operandOf(expression.source()) : evaluate(expression.source());
    auto result = apply(expression.unaryOperator(), operand);
    if (result)
        return *result;
    if (operand.isNull())
        return lenient() ? operand
                         : error(expression.source().range(), "Operation failed",
                                 "Error during operation: argument must not be null.");
    return error(expression.source().range(), "Invalid operand", result.error().message);
}

Value Evaluation::binary(const Expression &expression)
{
    const BinaryOperator operation = expression.binaryOperator();
    const bool logic = operation == BinaryOperator::And || operation == BinaryOperator::Or;
    const Value left = logic ? operandOf(expression.left()) : evaluate(expression.left());
    const Value right = logic ? operandOf(expression.right()) : evaluate(expression.right());
    const bool equality = operation == BinaryOperator::Equal || operation == BinaryOperator::NotEqual;
    if (lenient() && !logic && !equality && (left.isNull() || right.isNull())) {
        const bool comparison = operation >= BinaryOperator::Less && operation <= BinaryOperator::GreaterEqual;
        return (comparison ? Value::boolean(false) : Value()).withMarks(left.marks() | right.marks());
    }
    auto result = apply(operation, left, right);
    if (result)
        return *result;
    if (left.isNull() || right.isNull())
        return error(left.isNull() ? expression.left().range() : expression.right().range(), "Operation failed",
                     "Error during operation: argument must not be null.");
    const bool aboutRight = result.error().message.find("right operand") != std::string::npos;
    const ByteRange range = aboutRight ? expression.right().range() : expression.left().range();
    // Both operands may be of the wrong type, and each is a mistake of its own.
    const Type wanted = logic ? Type::boolean() : Type::number();
    if (const auto other = convert(right, wanted);
        !other && result.error().message.find("left operand") != std::string::npos) {
        (void)error(range, "Invalid operand", result.error().message, result.error().hint);
        return error(expression.right().range(), "Invalid operand",
                     "Unsuitable value for right operand: " + other.error().message + ".");
    }
    const bool failed = result.error().message.starts_with("Error during operation");
    return error(range, failed ? "Operation failed" : "Invalid operand", result.error().message, result.error().hint);
}

static bool certainlyNotNull(const Value &value)
{
    if (value.isKnown())
        return !value.isNull();
    return value.refinement() != nullptr && value.refinement()->nullness == Nullness::NotNull;
}

/// The result of `unknown ? a : b`: what both have in common is known.
Value Evaluation::decideLater(const Value &whenTrue, const Value &whenFalse, const Marks &marks)
{
    if (whenTrue.isWhollyKnown() && whenFalse.isWhollyKnown() && equal(whenTrue, whenFalse).asBool() &&
        !whenTrue.isNull())
        return whenTrue.withMarks(marks | whenTrue.marks() | whenFalse.marks());
    // The structure is lost, so what its parts derive from goes to the whole.
    const Marks all = marks | whenTrue.deepMarks() | whenFalse.deepMarks();
    Refinement refinement;
    if (certainlyNotNull(whenTrue) && certainlyNotNull(whenFalse))
        refinement.nullness = Nullness::NotNull;
    return Value::unknown(whenTrue.type(), std::move(refinement)).withMarks(all);
}

static std::string conditionalMismatch(const Value &whenTrue, const Value &whenFalse)
{
    const std::string a = whenTrue.type().friendlyName();
    const std::string b = whenFalse.type().friendlyName();
    const std::string start = "The true and false result expressions must have consistent types. ";
    if (a == b)
        return start + "At least one deeply-nested attribute or index is not compatible across both.";
    return start + "The 'true' value is " + a + ", but the 'false' value is " + b + ".";
}

Value Evaluation::conditional(const Expression &expression)
{
    const Value condition = evaluate(expression.condition());
    const std::size_t before = m_diagnostics.size();
    Value whenTrue = evaluate(expression.whenTrue());
    const std::size_t between = m_diagnostics.size();
    Value whenFalse = evaluate(expression.whenFalse());
    if (lenient() && condition.isNull())
        return whenFalse.withMarks(condition.marks());
    auto decided = truth(condition);
    if (!decided)
        return error(expression.condition().range(), condition.isNull() ? "Null condition" : "Incorrect condition type",
                     decided.error().message);
    // Errors of the branch that is not taken do not count, and which one will be taken may not be known yet.
    const auto errors = m_diagnostics.begin();
    if (*decided == Truth::True)
        m_diagnostics.erase(errors + static_cast<std::ptrdiff_t>(between), m_diagnostics.end());
    else if (*decided == Truth::False)
        m_diagnostics.erase(errors + static_cast<std::ptrdiff_t>(before),
                            errors + static_cast<std::ptrdiff_t>(between));
    else
        m_diagnostics.erase(errors + static_cast<std::ptrdiff_t>(before), m_diagnostics.end());

    const Value &taken = *decided == Truth::False ? whenFalse : whenTrue;
    const auto untypedNull = [](const Value &value) { return value.isNull() && value.kind() == Kind::Dynamic; };
    Type type = untypedNull(whenTrue) ? whenFalse.type() : whenTrue.type();
    if (!untypedNull(whenTrue) && !untypedNull(whenFalse)) {
        const std::array<Type, 2> types{whenTrue.type(), whenFalse.type()};
        const bool open = types[0].isDynamic() || types[1].isDynamic();
        const auto unified = open ? Type() : unify(types);
        if (!unified && lenient())
            return *decided == Truth::Unknown ? decideLater(whenTrue, whenFalse, condition.marks())
                                              : taken.withMarks(condition.marks());
        if (!unified)
            return error(expression.range(), "Inconsistent conditional result types",
                         conditionalMismatch(whenTrue, whenFalse));
        type = *unified;
    }
    if (*decided != Truth::Unknown) {
        auto converted = convert(taken, type);
        return (converted ? *converted : taken).withMarks(condition.marks());
    }
    const Value a = convert(whenTrue, type).value_or(whenTrue);
    const Value b = convert(whenFalse, type).value_or(whenFalse);
    return decideLater(a, b, condition.marks());
}

/// A collection, or the error that it is too large to go on with.
Value Evaluation::bounded(Value value, const Expression &expression)
{
    if (value.weight() <= limits::ValueWeight)
        return value;
    const Marks marks = value.marks();
    return error(expression.range(), "Value too large",
                 "The value has more than " + std::to_string(limits::ValueWeight) + " parts.")
        .withMarks(marks);
}

/// Whether the work done so far allows more; reports once when it does not.
bool Evaluation::mayGoOn(const Expression &expression)
{
    if (m_steps <= limits::EvaluationSteps && ++m_steps > limits::EvaluationSteps)
        error(expression.range(), "Expression takes too long",
              "More than " + std::to_string(limits::EvaluationSteps) + " steps were needed.",
              "Loop over fewer elements.");
    return m_steps <= limits::EvaluationSteps;
}

Value Evaluation::evaluate(const Expression &expression)
{
    if (!mayGoOn(expression))
        return Value::unknown();
    switch (expression.kind()) {
    case ExpressionKind::Missing:
        return Value::unknown();
    case ExpressionKind::Number:
        return number(expression);
    case ExpressionKind::True:
        return Value::boolean(true);
    case ExpressionKind::False:
        return Value::boolean(false);
    case ExpressionKind::Null:
        return {};
    case ExpressionKind::String:
        return Value::string(normalized(expression.stringValue().value_or("")));
    case ExpressionKind::Template:
    case ExpressionKind::Heredoc:
        return evaluateTemplate(expression.templateBody());
    case ExpressionKind::Variable:
    case ExpressionKind::AttributeAccess:
    case ExpressionKind::Index:
    case ExpressionKind::LegacyIndex:
        return chain(expression);
    case ExpressionKind::AttributeSplat:
    case ExpressionKind::FullSplat:
        return bounded(splat(expression), expression);
    case ExpressionKind::SplatItem:
        return m_splatItem != nullptr ? *m_splatItem : Value::unknown();
    case ExpressionKind::Tuple:
        return bounded(tuple(expression), expression);
    case ExpressionKind::Object:
        return bounded(object(expression), expression);
    case ExpressionKind::ForTuple:
        return bounded(forTuple(expression), expression);
    case ExpressionKind::ForObject:
        return bounded(forObject(expression), expression);
    case ExpressionKind::Call:
        return bounded(call(expression), expression);
    case ExpressionKind::Conditional:
        return conditional(expression);
    case ExpressionKind::Parentheses:
        return evaluate(expression.source());
    case ExpressionKind::Unary:
        return unary(expression);
    case ExpressionKind::Binary:
        return binary(expression);
    }
    return Value::unknown();
}

Value evaluate(const Expression &expression, const EvaluationContext &context, std::vector<Diagnostic> &diagnostics)
{
    return Evaluation(context, diagnostics).evaluate(expression);
}

/// The value, or the first error with its place.
static Result<Value> concluded(Value value, const std::vector<Diagnostic> &diagnostics, const SourceFile &source,
                               const char *code)
{
    for (const Diagnostic &diagnostic : diagnostics)
        if (diagnostic.severity == Severity::Error)
            return failure(toError(diagnostic, source, code));
    return value;
}

Result<Value> evaluateText(std::string_view text, const EvaluationContext &context, std::string_view name)
{
    const ParsedFile parsed = parseExpression(SourceFile(std::string(name), std::string(text)));
    std::vector<Diagnostic> diagnostics = parsed.diagnostics;
    Value value = parsed.ok() ? evaluate(parsed.expression(), context, diagnostics) : Value();
    return concluded(std::move(value), diagnostics, parsed.source(), "hcl.expression");
}

Result<Value> evaluateTemplateText(std::string_view text, const EvaluationContext &context, std::string_view name)
{
    const ParsedFile parsed = parseTemplate(SourceFile(std::string(name), std::string(text)));
    std::vector<Diagnostic> diagnostics = parsed.diagnostics;
    Value value;
    if (parsed.ok())
        value = Evaluation(context, diagnostics).evaluateTemplate(parsed.templateBody());
    return concluded(std::move(value), diagnostics, parsed.source(), "hcl.template");
}

Result<std::string> renderTemplate(std::string_view text, const Fields &variables, std::string_view name)
{
    const VariableScope scope(variables);
    EvaluationContext context;
    context.scope = &scope;
    auto value = evaluateTemplateText(text, context, name);
    if (!value)
        return tl::unexpected(value.error());
    auto rendered = convert(*value, Type::string());
    if (!rendered || rendered->isNull())
        return failure("hcl.template", "The template's one interpolation does not give text.", std::string(name),
                       "Use jsonencode(...) or join(...) to turn the value into text.");
    if (!rendered->isKnown())
        return failure("hcl.template", "The template depends on something that is not known yet.", std::string(name));
    return rendered->asString();
}

} // namespace drydock::hcl
