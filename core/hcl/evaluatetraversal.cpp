// SPDX-License-Identifier: MIT
#include "core/hcl/conversion.h"
#include "core/hcl/evaluation.h"
#include "core/hcl/suggestion.h"

#include <boost/container/small_vector.hpp>

#include <algorithm>

namespace drydock::hcl {

static bool isStep(ExpressionKind kind)
{
    return kind == ExpressionKind::AttributeAccess || kind == ExpressionKind::Index ||
           kind == ExpressionKind::LegacyIndex;
}

/// `a.b[0].c`: finds the root, lets the scope take as much of the path as is an address, and walks the rest.
Value Evaluation::chain(const Expression &expression)
{
    // References are short: these stay on the stack.
    boost::container::small_vector<Expression, 8> steps;
    Expression root = expression;
    for (; isStep(root.kind()); root = root.source())
        steps.push_back(root);
    std::ranges::reverse(steps);
    std::size_t consumed = 0;
    Value value = root.kind() == ExpressionKind::Variable ? resolve(root, steps, consumed) : evaluate(root);
    for (std::size_t i = consumed; i < steps.size(); ++i)
        value = step(value, steps[i]);
    return value;
}

/// The value of a literal index; nothing where it has to be evaluated.
static std::optional<Value> constantKey(const Expression &step)
{
    if (step.kind() == ExpressionKind::AttributeAccess)
        return std::nullopt;
    const bool legacy = step.kind() == ExpressionKind::LegacyIndex;
    const Expression key = step.key();
    if (legacy || key.kind() == ExpressionKind::Number) {
        auto number = Number::parse(legacy ? step.name() : key.text());
        return number ? std::optional(Value::number(std::move(*number))) : std::nullopt;
    }
    if (key.kind() == ExpressionKind::String)
        return Value::string(key.stringValue().value_or(""));
    return std::nullopt;
}

using Names = boost::container::small_vector<std::string_view, 8>;

static std::size_t appendNames(std::span<const Expression> steps, std::size_t at, Names &names)
{
    for (; at < steps.size() && steps[at].kind() == ExpressionKind::AttributeAccess; ++at)
        names.push_back(steps[at].name());
    return at;
}

Value Evaluation::resolve(const Expression &variable, std::span<const Expression> steps, std::size_t &consumed)
{
    const std::string_view name = variable.name();
    for (const LocalVariable *local = m_locals; local != nullptr; local = local->outer)
        if (local->name == name)
            return *local->value;
    Names names;
    Names behindKey;
    std::optional<Value> key;
    const std::size_t at = appendNames(steps, 0, names);
    if (at < steps.size() && (key = constantKey(steps[at])))
        appendNames(steps, at + 1, behindKey);
    const Reference reference{name, names, key ? &*key : nullptr, behindKey};
    auto found = m_context.scope != nullptr ? m_context.scope->resolve(reference) : std::nullopt;
    if (!found) {
        const auto known = m_context.scope != nullptr ? m_context.scope->names() : std::vector<std::string>();
        consumed = steps.size();
        return error(variable.range(), "Unknown variable", "There is no variable named \"" + std::string(name) + "\".",
                     suggestion(name, known));
    }
    if (!found->error.empty()) {
        const ByteRange whole{
            variable.range().start,
            steps.empty() ? variable.range().end
                          : steps[std::min(std::max<std::size_t>(found->consumed, 1), steps.size()) - 1].range().end};
        consumed = steps.size();
        return error(whole, "Invalid reference", found->error, found->hint);
    }
    consumed = std::min(found->consumed, steps.size());
    return std::move(found->value);
}

Value Evaluation::step(const Value &value, const Expression &expression)
{
    switch (expression.kind()) {
    case ExpressionKind::AttributeAccess:
        return attribute(value, expression.name(), expression.nameRange());
    case ExpressionKind::LegacyIndex: {
        auto key = Number::parse(expression.name());
        return index(value, Value::number(key.value_or(Number())), expression.nameRange());
    }
    default:
        return index(value, evaluate(expression.key()), expression.key().range());
    }
}

/// A step into something unknown: what its refinement or its type tells.
static Value unknownAttribute(const Value &value, std::string_view name)
{
    const Refinement *refinement = value.refinement();
    if (refinement != nullptr && refinement->object)
        if (const Value *known = refinement->object->find(name))
            return known->withMarks(value.marks());
    Type type;
    if (const TypeAttribute *declared = value.type().attribute(name))
        type = declared->type;
    else if (value.kind() == Kind::Map)
        type = value.type().element();
    return Value::unknown(type).withMarks(value.marks());
}

static std::vector<std::string> fieldNames(const Value &value)
{
    std::vector<std::string> names;
    if (value.isUnknown())
        for (const TypeAttribute &attribute : value.type().attributes())
            names.push_back(attribute.name);
    for (const Field &field : value.fields())
        names.push_back(field.name);
    return names;
}

Value Evaluation::attribute(const Value &value, std::string_view name, ByteRange range)
{
    if (value.isUnknown()) {
        const Kind kind = value.kind();
        const bool lacking = kind == Kind::Object && value.type().attribute(name) == nullptr;
        const bool possible = kind == Kind::Dynamic || (kind == Kind::Object && !lacking) || kind == Kind::Map;
        if (possible || lenient())
            return unknownAttribute(value, name);
    }
    if (value.isNull())
        return lenient() ? Value().withMarks(value.marks())
                         : error(range, "Attempt to get attribute from null value",
                                 "This value is null, so it does not have any attributes.");
    if (const Value *found = value.find(name))
        return value.marks().isEmpty() ? *found : found->withMarks(value.marks());
    if (lenient()) {
        const auto elements = value.elements();
        if (elements.size() == 1 &&
            (elements[0].kind() == Kind::Object || elements[0].kind() == Kind::Map || elements[0].isUnknown()))
            return attribute(elements[0].withMarks(value.marks()), name, range);
        return Value().withMarks(value.marks());
    }
    if (value.kind() == Kind::Object)
        return error(range, "Unsupported attribute",
                     "This object does not have an attribute named \"" + std::string(name) + "\".",
                     suggestion(name, fieldNames(value)));
    if (value.kind() == Kind::Map)
        return error(range, "Missing map element",
                     "This map does not have an element with the key \"" + std::string(name) + "\".",
                     suggestion(name, fieldNames(value)));
    if (value.type().isPrimitive())
        return error(range, "Unsupported attribute",
                     "Can't access attributes on a primitive-typed value (" + value.type().friendlyName() + ").");
    return error(range, "Unsupported attribute", "This value does not have any attributes.",
                 "Use an index such as [0] for one element, or [*] for the attribute of all of them.");
}

Value Evaluation::indexSequence(const Value &value, const Value &key, ByteRange range)
{
    auto number = convert(key, Type::number());
    if (!number)
        return lenient()
                   ? Value()
                   : error(
                         range, "Invalid index",
                         "The given key does not identify an element in this collection value: a number is required.");
    const auto position = number->asNumber().toInt64();
    const auto length = static_cast<std::int64_t>(value.elements().size());
    if (position && *position >= 0 && *position < length)
        return value.elements()[static_cast<std::size_t>(*position)].withMarks(value.marks() | key.marks());
    if (lenient())
        return Value().withMarks(value.marks() | key.marks());
    const std::string start = "The given key does not identify an element in this collection value";
    if (!number->asNumber().isInteger())
        return error(range, "Invalid index",
                     start +
                         ": indexing a sequence requires a whole number, but the given index has a fractional part.");
    if (length == 0)
        return error(range, "Invalid index", start + ": the collection has no elements.");
    if (number->asNumber().isNegative())
        return error(range, "Invalid index", start + ": a negative number is not a valid index for a sequence.");
    return error(range, "Invalid index",
                 start + ": the given index is greater than or equal to the length of the collection.",
                 "The last index is " + std::to_string(length - 1) + ".");
}

Value Evaluation::indexMapping(const Value &value, const Value &key, ByteRange range)
{
    auto name = convert(key, Type::string());
    if (name && !name->isNull())
        if (const Value *found = value.find(name->asString()))
            return found->withMarks(value.marks() | key.marks());
    if (lenient())
        return Value().withMarks(value.marks() | key.marks());
    const std::string hint = name && !name->isNull() ? suggestion(name->asString(), fieldNames(value)) : "";
    if (!name)
        return error(range, "Invalid index",
                     "The given key does not identify an element in this collection value: string required.");
    if (value.kind() == Kind::Object)
        return error(range, "Invalid index", "The given key does not identify an element in this collection value.",
                     hint);
    return error(range, "Invalid index", "The given key does not identify an element in this collection value.", hint);
}

Value Evaluation::index(const Value &value, const Value &key, ByteRange range)
{
    const Marks marks = value.marks() | key.marks();
    if (value.isNull())
        return lenient() ? Value().withMarks(marks)
                         : error(range, "Attempt to index null value",
                                 "This value is null, so it does not have any indices.");
    if (key.isNull())
        return lenient() ? Value().withMarks(marks)
                         : error(range, "Invalid index", "Can't use a null value as an indexing key.");
    if (key.isUnknown() || value.isUnknown()) {
        if (value.isUnknown() && key.is(Kind::String))
            return unknownAttribute(value, key.asString()).withMarks(marks);
        const Type element = value.type().isCollection() ? value.type().element() : Type();
        return Value::unknown(element).withMarks(marks);
    }
    switch (value.kind()) {
    case Kind::List:
    case Kind::Tuple:
        return indexSequence(value, key, range);
    case Kind::Map:
    case Kind::Object:
        return indexMapping(value, key, range);
    case Kind::Set:
        if (lenient())
            return indexSequence(value, key, range);
        return error(range, "Invalid index",
                     "Elements of a set are identified only by their value and don't have any separate index or key to "
                     "select with, so it's only possible to perform operations across all elements of the set.",
                     "Use one(...) for a set of one element, or tolist(...) to give the elements an order.");
    default:
        return lenient() ? Value().withMarks(marks)
                         : error(range, "Invalid index", "This value does not have any indices.");
    }
}

Value Evaluation::splatElements(const Expression &expression, const Value &source)
{
    std::vector<Value> results;
    results.reserve(source.elements().size());
    const Value *outer = m_splatItem;
    for (const Value &element : source.elements()) {
        m_splatItem = &element;
        results.push_back(evaluate(expression.each()));
    }
    m_splatItem = outer;
    if (source.kind() == Kind::Tuple || results.empty())
        return source.kind() == Kind::Tuple ? Value::tuple(std::move(results)) : Value::list(Type(), {});
    std::vector<Type> types;
    types.reserve(results.size());
    for (const Value &value : results)
        types.push_back(value.type());
    const bool same = std::ranges::all_of(types, [&](const Type &type) { return type == types.front(); });
    return same ? Value::list(types.front(), std::move(results)) : Value::tuple(std::move(results));
}

Value Evaluation::splat(const Expression &expression)
{
    Value source = evaluate(expression.source());
    if (source.isNull()) {
        const bool sequence = source.type().isCollection() || source.kind() == Kind::Tuple;
        if (sequence && !lenient())
            return error(expression.source().range(), "Splat of null value",
                         "Splat expressions (with the * symbol) cannot be applied to null sequences.");
        return Value::tuple({}).withMarks(source.marks());
    }
    const bool sequence = source.kind() == Kind::List || source.kind() == Kind::Set || source.kind() == Kind::Tuple;
    if (source.isUnknown()) {
        // `resource.x[*]` of one unknown object is a list of that object.
        const Value element = Value::unknown(source.type().element()).withMarks(source.marks());
        const Value *outer = m_splatItem;
        const bool object = source.refinement() != nullptr && source.refinement()->object;
        const bool single = !sequence && (source.kind() != Kind::Dynamic || object);
        m_splatItem = single ? &source : &element;
        const Value each = evaluate(expression.each());
        m_splatItem = outer;
        if (single && source.refinement() != nullptr && source.refinement()->nullness == Nullness::NotNull)
            return Value::tuple({each}).withMarks(source.marks());
        return Value::unknown(sequence ? Type::list(each.type()) : Type()).withMarks(source.marks());
    }
    const Marks marks = source.marks();
    if (!sequence)
        source = Value::tuple({source.withoutMarks()});
    return splatElements(expression, source).withMarks(marks);
}

} // namespace drydock::hcl
