// SPDX-License-Identifier: MIT
#include "core/hcl/conversion.h"
#include "core/hcl/operations.h"
#include "core/hcl/standardfunctions.h"
#include "core/hcl/unicode.h"

#include <algorithm>
#include <array>
#include <map>

namespace drydock::hcl {

static constexpr Accepts openInside = Accepts::Inside | Accepts::Marked;

static bool isMapping(const Value &value)
{
    return value.kind() == Kind::Map || value.kind() == Kind::Object;
}

static bool isSequence(const Value &value)
{
    return value.kind() == Kind::List || value.kind() == Kind::Set || value.kind() == Kind::Tuple;
}

static CallResult length(Arguments arguments)
{
    const Value &value = arguments[0];
    const Type type = value.type();
    if (value.kind() == Kind::String && value.isKnown())
        return Value::number(Number(static_cast<std::int64_t>(characters(value.asString()).size())))
            .withMarks(value.marks());
    if (type.isPrimitive() && value.kind() != Kind::String)
        return callError("argument must be a string, a collection type, or a structural type");
    if (value.isUnknown() || (value.kind() == Kind::Set && !value.isWhollyKnown()))
        return Value::unknown(Type::number(), notNull()).withMarks(value.marks());
    return Value::number(Number(static_cast<std::int64_t>(value.length()))).withMarks(value.marks());
}

/// Unknown, and so is what it will be.
static bool isOpen(const Value &value)
{
    return value.isUnknown() && value.kind() == Kind::Dynamic;
}

static CallResult keys(Arguments arguments)
{
    const Value &map = arguments[0];
    if (!isMapping(map) && !isOpen(map))
        return callError("must have map or object type", 0);
    if (map.isUnknown())
        return Value::unknown(Type::list(Type::string())).withMarks(map.marks());
    std::vector<Value> names;
    for (const Field &field : map.fields())
        names.push_back(Value::string(field.name));
    const Value result =
        map.kind() == Kind::Map ? Value::list(Type::string(), std::move(names)) : Value::tuple(std::move(names));
    return result.withMarks(map.marks());
}

static CallResult values(Arguments arguments)
{
    const Value &map = arguments[0];
    if (!isMapping(map))
        return callError("values() requires a map as the first argument");
    std::vector<Value> all;
    for (const Field &field : map.fields())
        all.push_back(field.value);
    const Value result =
        map.kind() == Kind::Map ? Value::list(map.type().element(), std::move(all)) : Value::tuple(std::move(all));
    return result.withMarks(map.marks());
}

static CallResult lookup(Arguments arguments)
{
    const Value &map = arguments[0];
    const Value &key = arguments[1];
    if (arguments.size() > 3)
        return callError("lookup() takes two or three arguments, got " + std::to_string(arguments.size()));
    if (!isMapping(map) && !isOpen(map))
        return callError("lookup() requires a map as the first argument", 0);
    const Marks marks = map.marks() | key.marks();
    if (map.isUnknown() || key.isUnknown())
        return Value::unknown(map.kind() == Kind::Map ? map.type().element() : Type()).withMarks(marks);
    if (const Value *found = map.find(key.asString())) {
        return found->withMarks(marks);
    }
    if (arguments.size() < 3)
        return map.kind() == Kind::Object ? callError("the given object has no attribute \"" + key.asString() + "\"", 0)
                                          : callError("lookup failed to find key \"" + key.asString() + "\"");
    if (map.kind() != Kind::Map)
        return arguments[2].withMarks(marks);
    auto fallback = convert(arguments[2], map.type().element());
    if (!fallback)
        return callError("the default value must have the same type as the map elements", 2);
    return fallback->withMarks(marks);
}

static Value combinedMaps(Arguments arguments, Fields fields, const Marks &marks)
{
    const Type first = arguments.front().type();
    const bool same = first.kind() == Kind::Map && std::ranges::all_of(arguments, [&](const Value &value) {
                          return value.isNull() || value.type() == first;
                      });
    if (same)
        return Value::map(first.element(), std::move(fields)).withMarks(marks);
    return Value::object(std::move(fields)).withMarks(marks);
}

static CallResult merge(Arguments arguments)
{
    Marks marks;
    Fields fields;
    bool unknown = false;
    for (const Value &map : arguments) {
        marks |= map.marks();
        if (map.isNull())
            continue;
        if (map.isUnknown()) {
            unknown = true;
            continue;
        }
        if (!isMapping(map))
            return callError("arguments must be maps or objects, got \"" + map.type().friendlyName() + "\"");
        for (const Field &field : map.fields())
            fields.push_back(field);
    }
    if (unknown) {
        for (const Field &field : fields)
            marks |= field.value.deepMarks();
        return Value::unknown().withMarks(marks);
    }
    if (arguments.empty())
        return Value::object({});
    std::ranges::stable_sort(fields, {}, &Field::name);
    return combinedMaps(arguments, std::move(fields), marks);
}

static CallResult zipmap(Arguments arguments)
{
    const auto names = arguments[0].elements();
    const auto items = arguments[1].elements();
    const Marks marks = arguments[0].deepMarks() | arguments[1].marks();
    if (arguments[1].kind() != Kind::List && arguments[1].kind() != Kind::Tuple)
        return callError("values argument must be a list or tuple value");
    if (names.size() != items.size())
        return callError("number of keys (" + std::to_string(names.size()) + ") does not match number of values (" +
                         std::to_string(items.size()) + ")");
    Fields fields;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i].isUnknown())
            return Value::unknown().withMarks(marks);
        if (names[i].isNull())
            return callError("keys must not be null", 0);
        fields.push_back({names[i].asString(), items[i]});
    }
    if (arguments[1].kind() == Kind::List)
        return Value::map(arguments[1].type().element(), std::move(fields)).withMarks(marks);
    return Value::object(std::move(fields)).withMarks(marks);
}

static CallResult transpose(Arguments arguments)
{
    std::map<std::string, std::vector<Value>> result;
    for (const Field &field : arguments[0].fields()) {
        if (field.value.isNull())
            return callError("input must not contain null list");
        for (const Value &value : field.value.elements()) {
            if (value.isNull())
                return callError("input must not contain null string");
            result[value.asString()].push_back(Value::string(field.name));
        }
    }
    Fields fields;
    for (auto &[name, list] : result)
        fields.push_back({name, Value::list(Type::string(), std::move(list))});
    return Value::map(Type::list(Type::string()), std::move(fields));
}

static bool isEmptyString(const Value &value)
{
    return value.is(Kind::String) && value.asString().empty();
}

static CallResult coalesce(Arguments arguments)
{
    std::vector<Type> types;
    for (const Value &value : arguments)
        types.push_back(value.type());
    const auto type = arguments.empty() ? std::nullopt : unify(types);
    if (!type)
        return callError("all arguments must have the same type");
    Marks marks;
    for (const Value &value : arguments) {
        auto converted = convert(value, *type);
        marks |= value.marks();
        if (!converted)
            return callError(converted.error().message);
        if (converted->isUnknown())
            return Value::unknown(*type).withMarks(marks);
        if (!converted->isNull() && !isEmptyString(*converted))
            return converted->withMarks(marks);
    }
    return callError("no non-null, non-empty-string arguments");
}

static CallResult coalescelist(Arguments arguments)
{
    if (arguments.empty())
        return callError("at least one argument is required");
    for (const Value &list : arguments)
        if (list.kind() != Kind::List && list.kind() != Kind::Tuple && !isOpen(list))
            return callError("coalescelist arguments must be lists or tuples");
    for (const Value &list : arguments) {
        if (list.isUnknown())
            return Value::unknown();
        if (list.length() > 0)
            return list;
    }
    return callError("no non-null arguments");
}

static CallResult matchkeys(Arguments arguments)
{
    const auto items = arguments[0].elements();
    const auto names = arguments[1].elements();
    if (items.size() != names.size())
        return callError("length of keys and values should be equal");
    const std::array<Type, 2> types{arguments[1].type(), arguments[2].type()};
    if (!unify(types))
        return callError("keys and searchset must be of the same type");
    std::vector<Value> found;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool wanted = std::ranges::any_of(arguments[2].elements(), [&](const Value &search) {
            auto converted = convert(search, names[i].type());
            const Value same = converted ? equal(*converted, names[i]) : Value::boolean(false);
            return same.isKnown() && same.asBool();
        });
        if (wanted)
            found.push_back(items[i]);
    }
    return Value::list(arguments[0].type().element(), std::move(found));
}

static CallResult allOrAny(Arguments arguments, bool all)
{
    bool unknown = false;
    Marks marks = arguments[0].deepMarks();
    for (const Value &value : arguments[0].elements()) {
        if (value.isUnknown())
            unknown = true;
        else if ((value.isNull() || !value.asBool()) == all && (all || !value.isNull()))
            return Value::boolean(!all).withMarks(marks);
    }
    return (unknown ? Value::unknown(Type::boolean(), notNull()) : Value::boolean(all)).withMarks(marks);
}

static CallResult contains(Arguments arguments)
{
    const Value &list = arguments[0];
    if (!isSequence(list) && !isOpen(list))
        return callError("argument must be list, tuple, or set");
    const Marks marks = list.deepMarks() | arguments[1].deepMarks();
    if (list.isUnknown())
        return Value::unknown(Type::boolean(), notNull()).withMarks(marks);
    bool unknown = false;
    for (const Value &element : list.elements()) {
        const Value same = equal(element, arguments[1]);
        unknown = unknown || same.isUnknown();
        if (same.isKnown() && same.asBool())
            return Value::boolean(true).withMarks(marks);
    }
    return (unknown ? Value::unknown(Type::boolean(), notNull()) : Value::boolean(false)).withMarks(marks);
}

static Type valuesType(Arguments arguments)
{
    const Type type = arguments[0].type();
    if (type.kind() == Kind::Map)
        return Type::list(type.element());
    if (type.kind() != Kind::Object)
        return {};
    std::vector<Type> types;
    for (const TypeAttribute &attribute : type.attributes())
        types.push_back(attribute.type);
    return Type::tuple(std::move(types));
}

static Type zipmapType(Arguments arguments)
{
    const Type type = arguments[1].type();
    return type.kind() == Kind::List ? Type::map(type.element()) : Type();
}

void addCollectionFunctions(FunctionTable &table)
{
    const Type any;
    const Accepts open = openInside | Accepts::Unknown;
    define(table, "length", {{"value", any, open}}, Type::number(), length);
    define(table, "keys", {{"inputMap", any, open}}, any, keys);
    define(table, "values", {{"mapping", any, openInside}}, any, values);
    defineVariadic(table, "lookup",
                   {{"inputMap", any, open}, {"key", Type::string(), Accepts::Unknown | Accepts::Marked}},
                   {"default", any, Accepts::Everything}, any, lookup);
    defineVariadic(table, "merge", {}, {"maps", any, Accepts::Everything}, any, merge);
    define(table, "zipmap", {{"keys", Type::list(Type::string()), openInside}, {"values", any, openInside}}, any,
           zipmap);
    define(table, "transpose", {{"values", Type::map(Type::list(Type::string()))}},
           Type::map(Type::list(Type::string())), transpose);
    defineVariadic(table, "coalesce", {}, {"vals", any, Accepts::Everything}, any, coalesce);
    defineVariadic(table, "coalescelist", {}, {"vals", any, Accepts::Null | Accepts::Unknown | Accepts::Inside}, any,
                   coalescelist);
    define(table, "matchkeys",
           {{"values", Type::list(any), Accepts::Inside}, {"keys", Type::list(any)}, {"searchset", Type::list(any)}},
           Type::list(any), matchkeys);
    define(table, "alltrue", {{"list", Type::list(Type::boolean()), openInside}}, Type::boolean(),
           [](Arguments arguments) { return allOrAny(arguments, true); });
    define(table, "anytrue", {{"list", Type::list(Type::boolean()), openInside}}, Type::boolean(),
           [](Arguments arguments) { return allOrAny(arguments, false); });
    define(table, "contains", {{"list", any, open}, {"value", any, open}}, Type::boolean(), contains);
    deriveType(table, "values", valuesType);
    deriveType(table, "zipmap", zipmapType);
    deriveType(table, "matchkeys", [](Arguments arguments) { return arguments[0].type(); });
}

} // namespace drydock::hcl
