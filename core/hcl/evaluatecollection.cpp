// SPDX-License-Identifier: MIT
#include "core/hcl/conversion.h"
#include "core/hcl/evaluation.h"
#include "core/hcl/limits.h"
#include "core/hcl/operations.h"
#include "core/hcl/unicode.h"

#include <algorithm>

namespace drydock::hcl {

Value Evaluation::tuple(const Expression &expression)
{
    std::vector<Value> elements;
    for (const Expression element : expression.elements())
        elements.push_back(evaluate(element));
    return Value::tuple(std::move(elements));
}

/// What an object expression or a `for` with `=>` has collected.
struct Evaluation::ObjectParts
{
    Fields fields;
    Marks marks;          ///< of keys and conditions: they go to the whole
    bool unknown = false; ///< a key or condition was unknown, so the object's shape is
};

/// Turns a key into an attribute name. False: it is wrong or unknown, and the item is left out.
bool Evaluation::objectKey(const Value &key, ByteRange range, ObjectParts &parts, std::string &name)
{
    parts.marks |= key.deepMarks();
    if (key.isNull()) {
        error(range, "Null value as key", "Can't use a null value as a key.");
        return false;
    }
    auto text = convert(key, Type::string());
    if (!text) {
        error(range, "Incorrect key type", "Can't use this value as a key: " + text.error().message + ".");
        return false;
    }
    if (text->isUnknown()) {
        parts.unknown = true;
        return false;
    }
    name = text->asString();
    return true;
}

Value Evaluation::withUnknownKeys(ObjectParts parts, std::vector<std::pair<Value, Value>> unknownEntries)
{
    Refinement refinement;
    refinement.nullness = Nullness::NotNull;
    // Values that would be there still tell where the whole derives from.
    for (Field &field : parts.fields) {
        parts.marks |= field.value.deepMarks();
        refinement.entries.emplace_back(Value::string(std::move(field.name)), std::move(field.value));
    }
    for (auto &entry : unknownEntries)
        refinement.entries.push_back(std::move(entry));
    return Value::unknown(Type::dynamic(), std::move(refinement)).withMarks(parts.marks);
}

/// `a.b`, `a[0]`, `a["b"]`: as a key it could be meant as a name or as a reference.
static bool isAmbiguousKey(Expression key)
{
    bool hasSteps = false;
    for (;; hasSteps = true, key = key.source()) {
        switch (key.kind()) {
        case ExpressionKind::Variable:
            return hasSteps;
        case ExpressionKind::AttributeAccess:
        case ExpressionKind::LegacyIndex:
            break;
        case ExpressionKind::Index:
            if (key.key().kind() != ExpressionKind::Number && key.key().kind() != ExpressionKind::String)
                return false;
            break;
        default:
            return false;
        }
    }
}

Value Evaluation::object(const Expression &expression)
{
    ObjectParts parts;
    std::vector<std::pair<Value, Value>> unknownEntries;
    for (const ObjectItem item : expression.items()) {
        std::string name;
        Value key;
        if (auto constant = item.keyName())
            name = normalized(std::move(*constant));
        else if (isAmbiguousKey(item.key()))
            return error(item.key().range(), "Ambiguous attribute key",
                         "A key with points could be a name or a reference.",
                         "Put a reference in parentheses, a name in quotes.");
        else if (key = evaluate(item.key()); !objectKey(key, item.key().range(), parts, name)) {
            unknownEntries.emplace_back(std::move(key), evaluate(item.value()));
            continue;
        }
        parts.fields.push_back({std::move(name), evaluate(item.value())});
    }
    if (parts.unknown)
        return withUnknownKeys(std::move(parts), std::move(unknownEntries));
    return Value::object(std::move(parts.fields)).withMarks(parts.marks);
}

bool Evaluation::iterable(Value &collection, ByteRange range, Value &instead)
{
    if (collection.isNull()) {
        if (lenient()) {
            collection = Value::tuple({}).withMarks(collection.marks());
            return true;
        }
        instead = error(range, "Iteration over null value",
                        "A null value cannot be used as the collection in a 'for' expression.");
        return false;
    }
    if (collection.kind() >= Kind::Bool && collection.kind() <= Kind::String) {
        instead = error(range, "Iteration over non-iterable value",
                        "A value of type " + collection.type().friendlyName() +
                            " cannot be used as the collection in a 'for' expression.");
        return false;
    }
    if (collection.isUnknown()) {
        instead = Value::unknown().withMarks(collection.marks());
        return false;
    }
    return true;
}

void Evaluation::iterate(std::string_view keyName, std::string_view valueName, const Value &collection,
                         const std::function<bool(const Value &, const Value &)> &visit)
{
    const LocalVariable *outer = m_locals;
    Value key;
    Value value;
    const LocalVariable keyVariable{keyName, &key, outer};
    const LocalVariable valueVariable{valueName, &value, keyName.empty() ? outer : &keyVariable};
    m_locals = &valueVariable;
    std::int64_t position = 0;
    bool go = true;
    for (const Value &element : collection.elements()) {
        value = element;
        if (!keyName.empty())
            key = collection.kind() == Kind::Set ? element : Value::number(Number(position));
        ++position;
        if (!(go = visit(key, value)))
            break;
    }
    for (const Field &field : collection.fields()) {
        if (!go)
            break;
        value = field.value;
        if (!keyName.empty())
            key = Value::string(field.name);
        go = visit(key, value);
    }
    m_locals = outer;
}

Evaluation::Choice Evaluation::condition(const Expression &expression, Marks &marks)
{
    if (!expression)
        return Choice::Take;
    const Value value = evaluate(expression);
    marks |= value.marks();
    if (lenient() && value.isNull())
        return Choice::Skip;
    auto decided = truth(value);
    if (!decided) {
        error(expression.range(), value.isNull() ? "Condition is null" : "Invalid 'for' condition",
              value.isNull()
                  ? "The value of the 'if' clause must not be null."
                  : "The 'if' clause value is invalid: " + convert(value, Type::boolean()).error().message + ".");
        return Choice::Error;
    }
    if (*decided == Truth::Unknown)
        return Choice::Unknown;
    return *decided == Truth::True ? Choice::Take : Choice::Skip;
}

Value Evaluation::forTuple(const Expression &expression)
{
    Value collection = evaluate(expression.collection());
    Value instead;
    if (!iterable(collection, expression.collection().range(), instead))
        return instead;
    Marks marks = collection.marks();
    std::vector<Value> elements;
    bool unknown = false;
    std::uint64_t weight = 0;
    iterate(expression.keyVariable(), expression.valueVariable(), collection, [&](const Value &, const Value &) {
        const Choice choice = condition(expression.condition(), marks);
        unknown = unknown || choice == Choice::Unknown;
        if (choice == Choice::Take)
            elements.push_back(evaluate(expression.forValue()));
        else if (choice == Choice::Unknown)
            marks |= evaluate(expression.forValue()).deepMarks();
        weight += choice == Choice::Take ? elements.back().weight() : 0;
        return choice != Choice::Error && weight <= limits::ValueWeight && mayGoOn(expression);
    });
    if (!unknown)
        return Value::tuple(std::move(elements)).withMarks(marks);
    for (const Value &element : elements)
        marks |= element.deepMarks();
    return Value::unknown().withMarks(marks);
}

void Evaluation::objectItem(const Expression &expression, ObjectParts &parts)
{
    std::string name;
    const Value key = evaluate(expression.forKey());
    Value value = evaluate(expression.forValue());
    if (key.isNull()) {
        (void)error(expression.forKey().range(), "Invalid object key",
                    "Key expression in 'for' expression must not produce a null value.");
        parts.marks |= key.deepMarks() | value.deepMarks();
        return;
    }
    if (!objectKey(key, expression.forKey().range(), parts, name)) {
        parts.marks |= value.deepMarks();
        return;
    }
    parts.fields.push_back({std::move(name), std::move(value)});
}

/// `{for ... => value...}`: all values of a key become a tuple.
static Fields grouped(Fields fields)
{
    std::ranges::stable_sort(fields, {}, &Field::name);
    Fields groups;
    for (std::size_t i = 0; i < fields.size();) {
        std::vector<Value> values;
        const std::size_t first = i;
        for (; i < fields.size() && fields[i].name == fields[first].name; ++i)
            values.push_back(std::move(fields[i].value));
        groups.push_back({std::move(fields[first].name), Value::tuple(std::move(values))});
    }
    return groups;
}

Value Evaluation::forObject(const Expression &expression)
{
    Value collection = evaluate(expression.collection());
    Value instead;
    if (!iterable(collection, expression.collection().range(), instead))
        return instead;
    ObjectParts parts;
    parts.marks = collection.marks();
    std::uint64_t weight = 0;
    iterate(expression.keyVariable(), expression.valueVariable(), collection, [&](const Value &, const Value &) {
        const Choice choice = condition(expression.condition(), parts.marks);
        parts.unknown = parts.unknown || choice == Choice::Unknown;
        if (choice == Choice::Take || choice == Choice::Unknown)
            objectItem(expression, parts);
        weight += parts.fields.empty() ? 0 : parts.fields.back().value.weight();
        return choice != Choice::Error && weight <= limits::ValueWeight && mayGoOn(expression);
    });
    if (parts.unknown) {
        for (const Field &field : parts.fields)
            parts.marks |= field.value.deepMarks();
        return Value::unknown().withMarks(parts.marks);
    }
    if (expression.isGrouped())
        return Value::object(grouped(std::move(parts.fields))).withMarks(parts.marks);
    std::ranges::stable_sort(parts.fields, {}, &Field::name);
    const auto twice = std::ranges::adjacent_find(parts.fields, {}, &Field::name);
    if (twice != parts.fields.end())
        error(expression.forKey().range(), "Duplicate object key",
              "Two different items produced the key \"" + twice->name +
                  "\" in this 'for' expression. If duplicates are expected, use the ellipsis (...) after the value "
                  "expression to enable grouping by key.");
    return Value::object(std::move(parts.fields)).withMarks(parts.marks);
}

} // namespace drydock::hcl
