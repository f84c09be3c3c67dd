// SPDX-License-Identifier: MIT
#include "core/hcl/conversion.h"
#include "core/hcl/operations.h"
#include "core/hcl/standardfunctions.h"

#include <algorithm>
#include <set>

namespace drydock::hcl {

static constexpr Accepts openInside = Accepts::Inside | Accepts::Marked;

static bool isSequence(const Value &value)
{
    return value.kind() == Kind::List || value.kind() == Kind::Set || value.kind() == Kind::Tuple;
}

static bool isOrdered(const Value &value)
{
    return value.kind() == Kind::List || value.kind() == Kind::Tuple;
}

/// A sequence like `model` with other elements: a list stays a list.
static Value sequenceLike(const Value &model, std::vector<Value> elements)
{
    const Value result = model.kind() == Kind::Tuple ? Value::tuple(std::move(elements))
                                                     : Value::list(model.type().element(), std::move(elements));
    return result.withMarks(model.marks());
}

static CallResult element(Arguments arguments)
{
    const Value &list = arguments[0];
    if (!isOrdered(list))
        return callError("cannot read elements from " + list.type().friendlyName());
    const auto position = arguments[1].asNumber().toInt64();
    if (!position)
        return callError("invalid index: value must be a whole number, between -9223372036854775808 and "
                         "9223372036854775807 inclusive",
                         1);
    const auto length = static_cast<std::int64_t>(list.length());
    if (length == 0)
        return callError("cannot use element function with an empty list");
    // Past the end it starts again, and -1 is the last element of a list; in a tuple Terraform does not find that.
    const std::int64_t rest = *position % length;
    if (rest < 0 && list.kind() == Kind::Tuple)
        return callError("cannot use element function with a negative index", 1);
    return list.elements()[static_cast<std::size_t>(rest < 0 ? rest + length : rest)].withMarks(list.marks());
}

static CallResult concat(Arguments arguments)
{
    if (arguments.empty())
        return callError("at least one argument is required");
    Marks marks;
    std::vector<Value> elements;
    bool lists = true;
    bool unknown = false;
    std::vector<Type> types;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const Value &list = arguments[i];
        if (!isOrdered(list) && !(list.isUnknown() && list.kind() == Kind::Dynamic))
            return callError("all arguments must be lists or tuples; got " + list.type().friendlyName(), i);
        if (list.isNull())
            return callError("argument must not be null", i);
        lists = lists && list.kind() == Kind::List;
        unknown = unknown || list.isUnknown();
        types.push_back(list.type());
        marks |= list.marks();
        elements.insert(elements.end(), list.elements().begin(), list.elements().end());
    }
    if (unknown) {
        for (const Value &value : elements)
            marks |= value.deepMarks();
        return Value::unknown().withMarks(marks);
    }
    const auto type = lists ? unify(types) : std::nullopt;
    if (!type || type->kind() != Kind::List)
        return Value::tuple(std::move(elements)).withMarks(marks);
    for (Value &value : elements)
        value = convert(value, type->element()).value_or(value);
    return Value::list(type->element(), std::move(elements)).withMarks(marks);
}

static CallResult distinct(Arguments arguments)
{
    const auto before = [](const Value &a, const Value &b) { return order(a, b) < 0; };
    std::set<Value, decltype(before)> seen(before);
    std::vector<Value> found;
    for (const Value &value : arguments[0].elements())
        if (seen.insert(value).second)
            found.push_back(value);
    return Value::list(arguments[0].type().element(), std::move(found));
}

/// False: something unknown inside hides how many elements there are.
static bool flattenInto(const Value &list, std::vector<Value> &out, Marks &marks)
{
    marks |= list.marks();
    for (const Value &value : list.elements()) {
        if (value.isUnknown() && (isSequence(value) || value.kind() == Kind::Dynamic)) {
            marks |= value.marks();
            return false;
        }
        if (isSequence(value) && !value.isNull()) {
            if (!flattenInto(value, out, marks))
                return false;
        } else {
            out.push_back(value);
        }
    }
    return true;
}

static CallResult flatten(Arguments arguments)
{
    if (!isSequence(arguments[0]))
        return callError("can only flatten lists, sets and tuples");
    std::vector<Value> out;
    Marks marks;
    if (!flattenInto(arguments[0], out, marks))
        return Value::unknown().withMarks(marks | arguments[0].deepMarks());
    return Value::tuple(std::move(out)).withMarks(marks);
}

static CallResult chunklist(Arguments arguments)
{
    const auto size = arguments[1].asNumber().toInt64();
    if (!size)
        return callError("invalid size: value must be a whole number", 1);
    if (*size < 0)
        return callError("the size argument must be positive");
    const auto elements = arguments[0].elements();
    const Type type = arguments[0].type().element();
    std::vector<Value> chunks;
    const std::size_t step = *size == 0 ? elements.size() : static_cast<std::size_t>(*size);
    for (std::size_t at = 0; at < elements.size(); at += step) {
        const auto part = elements.subspan(at, std::min(step, elements.size() - at));
        chunks.push_back(Value::list(type, {part.begin(), part.end()}));
    }
    return Value::list(Type::list(type), std::move(chunks)).withMarks(arguments[0].marks());
}

static CallResult compact(Arguments arguments)
{
    std::vector<Value> kept;
    for (const Value &value : arguments[0].elements())
        if (!value.isNull() && !value.asString().empty())
            kept.push_back(value);
    return Value::list(Type::string(), std::move(kept));
}

static CallResult indexOf(Arguments arguments)
{
    if (!isOrdered(arguments[0]))
        return callError("argument must be a list or tuple");
    if (arguments[0].length() == 0)
        return callError("cannot search an empty list");
    std::int64_t position = 0;
    for (const Value &value : arguments[0].elements()) {
        const Value same = equal(value, arguments[1]);
        if (same.isUnknown())
            return Value::unknown(Type::number());
        if (same.asBool())
            return Value::number(Number(position));
        ++position;
    }
    return callError("item not found");
}

static CallResult one(Arguments arguments)
{
    const Value &list = arguments[0];
    if (list.isUnknown())
        return Value::unknown(list.type().element()).withMarks(list.marks());
    if (!isSequence(list) || list.length() > 1)
        return callError("must be a list, set, or tuple value with either zero or one elements", 0);
    if (list.length() == 0)
        return Value::null(list.type().element()).withMarks(list.marks());
    return list.elements()[0].withMarks(list.marks());
}

static CallResult range(Arguments arguments)
{
    if (arguments.empty() || arguments.size() > 3)
        return callError("must have one, two, or three arguments");
    const Number start = arguments.size() > 1 ? arguments[0].asNumber() : Number(0);
    const Number end = arguments[arguments.size() > 1 ? 1 : 0].asNumber();
    const bool down = end < start;
    const Number step = arguments.size() == 3 ? arguments[2].asNumber() : Number(down ? -1 : 1);
    if (step.isZero())
        return callError("step must not be zero", 2);
    if (down && !step.isNegative())
        return callError("end must be greater than start when step is positive", 1);
    if (!down && step.isNegative())
        return callError("end must be less than start when step is negative", 1);
    constexpr std::size_t limit = 1024;
    std::vector<Value> numbers;
    for (Number at = start; down ? at > end : at < end; at = at + step) {
        if (numbers.size() >= limit)
            return callError("more than 1024 values were generated; either decrease the difference between start and "
                             "end or use a smaller step");
        numbers.push_back(Value::number(at));
    }
    return Value::list(Type::number(), std::move(numbers));
}

static CallResult reverse(Arguments arguments)
{
    const Value &list = arguments[0];
    if (!isSequence(list))
        return callError("can only reverse list or tuple values, not " + list.type().friendlyName(), 0);
    std::vector<Value> elements(list.elements().rbegin(), list.elements().rend());
    return sequenceLike(list, std::move(elements));
}

static CallResult slice(Arguments arguments)
{
    const Value &list = arguments[0];
    if (list.kind() == Kind::Set)
        return callError("cannot slice a set, because its elements do not have indices; explicitly convert to a list "
                         "if the ordering of the result is not important",
                         0);
    if (!isOrdered(list))
        return callError("must be a list or tuple value", 0);
    const auto from = arguments[1].asNumber().toInt64();
    const auto to = arguments[2].asNumber().toInt64();
    const auto length = static_cast<std::int64_t>(list.length());
    if (!from || !to)
        return callError("start and end index must be whole numbers", from ? 2 : 1);
    if (*from < 0)
        return callError("start index must not be less than zero", 1);
    if (*from > length)
        return callError("start index must not be greater than the length of the list", 1);
    if (*to > length)
        return callError("end index must not be greater than the length of the list", 2);
    if (*from > *to)
        return callError("start index must not be greater than end index", 1);
    const auto part = list.elements().subspan(static_cast<std::size_t>(*from), static_cast<std::size_t>(*to - *from));
    return sequenceLike(list, {part.begin(), part.end()});
}

static CallResult sortStrings(Arguments arguments)
{
    std::vector<Value> elements(arguments[0].elements().begin(), arguments[0].elements().end());
    for (std::size_t i = 0; i < elements.size(); ++i)
        if (elements[i].isNull())
            return callError("given list element " + std::to_string(i) + " is null; a null string cannot be sorted");
    // Where any of them stands is not known while one is unknown.
    if (!arguments[0].isWhollyKnown())
        return Value::list(Type::string(), std::vector<Value>(elements.size(), Value::unknown(Type::string())));
    std::ranges::sort(elements, {}, [](const Value &value) -> const std::string & { return value.asString(); });
    return Value::list(Type::string(), std::move(elements));
}

static CallResult sum(Arguments arguments)
{
    if (!isSequence(arguments[0]))
        return callError("cannot sum noniterable", 0);
    if (arguments[0].length() == 0)
        return callError("cannot sum an empty list", 0);
    Number total;
    for (const Value &value : arguments[0].elements()) {
        auto number = convert(value, Type::number());
        if (!number || number->isNull())
            return callError("argument must be list, set, or tuple of number values", 0);
        total = total + number->asNumber();
    }
    return Value::number(total);
}

/// Of reverse() and slice(): a list of the same elements.
static Type sequenceType(Arguments arguments)
{
    const Type type = arguments[0].type();
    return type.kind() == Kind::List || type.kind() == Kind::Set ? Type::list(type.element()) : Type();
}

void addListFunctions(FunctionTable &table)
{
    const Type any;
    const Type anyList = Type::list(any);
    const Accepts open = openInside | Accepts::Unknown;
    define(table, "element", {{"list", any, openInside}, {"index", Type::number()}}, any, element);
    defineVariadic(table, "concat", {}, {"seqs", any, open}, any, concat);
    define(table, "distinct", {{"list", anyList}}, anyList, distinct);
    define(table, "flatten", {{"list", any, openInside}}, any, flatten);
    define(table, "chunklist", {{"list", anyList, openInside}, {"size", Type::number()}}, Type::list(anyList),
           chunklist);
    define(table, "compact", {{"list", Type::list(Type::string())}}, Type::list(Type::string()), compact);
    define(table, "index", {{"list", any, Accepts::Inside}, {"value", any}}, Type::number(), indexOf);
    define(table, "one", {{"list", any, open}}, any, one);
    defineVariadic(table, "range", {}, {"params", Type::number()}, Type::list(Type::number()), range);
    define(table, "reverse", {{"list", any, openInside}}, any, reverse);
    define(table, "slice", {{"list", any, openInside}, {"start_index", Type::number()}, {"end_index", Type::number()}},
           any, slice);
    define(table, "sort", {{"list", Type::list(Type::string()), Accepts::Inside}}, Type::list(Type::string()),
           sortStrings);
    define(table, "sum", {{"list", any}}, Type::number(), sum);
    deriveType(table, "element", [](Arguments arguments) { return arguments[0].type().element(); });
    deriveType(table, "distinct", [](Arguments arguments) { return arguments[0].type(); });
    deriveType(table, "chunklist", [](Arguments arguments) { return Type::list(arguments[0].type()); });
    deriveType(table, "reverse", sequenceType);
    deriveType(table, "slice", sequenceType);
}

} // namespace drydock::hcl
