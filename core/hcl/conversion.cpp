// SPDX-License-Identifier: MIT
#include "core/hcl/conversion.h"

#include <algorithm>
#include <utility>

namespace drydock::hcl {

static Failure conversionError(std::string message)
{
    return failure("hcl.conversion", std::move(message));
}

/// The error of a part, with where it is in front: `element 0: a number is required`.
static Failure inside(const std::string &where, const Error &error)
{
    return conversionError(where + ": " + error.message);
}

static std::string attributeName(std::string_view name)
{
    return "attribute \"" + std::string(name) + "\"";
}

static Result<Value> toString(const Value &value)
{
    if (value.kind() == Kind::Bool)
        return Value::string(value.asBool() ? "true" : "false");
    if (value.kind() == Kind::Number)
        return Value::string(value.asNumber().text());
    return conversionError("string required");
}

static Result<Value> toNumber(const Value &value)
{
    if (value.kind() == Kind::String)
        if (const auto number = Number::parse(value.asString()))
            return Value::number(*number);
    return conversionError(value.kind() == Kind::String ? "a number is required" : "number required");
}

static Result<Value> toBool(const Value &value)
{
    if (value.kind() != Kind::String)
        return conversionError("bool required");
    const std::string &text = value.asString();
    if (text == "true" || text == "1")
        return Value::boolean(true);
    if (text == "false" || text == "0")
        return Value::boolean(false);
    std::string lower = text;
    for (char &c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    if (lower == "true" || lower == "false")
        return conversionError("a bool is required; to convert from string, use lowercase \"" + lower + "\"");
    return conversionError("a bool is required");
}

static std::vector<Type> typesOf(std::span<const Value> elements, std::span<const Field> fields)
{
    std::vector<Type> types;
    types.reserve(elements.size() + fields.size());
    for (const Value &element : elements)
        types.push_back(element.type());
    for (const Field &field : fields)
        types.push_back(field.value.type());
    return types;
}

/// What `any` as element type stands for, for these elements.
static Result<Type> elementType(const Type &wanted, const Value &value, const char *collection)
{
    if (!wanted.isDynamic())
        return wanted;
    if (value.type().isCollection())
        return value.type().element();
    const auto types = typesOf(value.elements(), value.fields());
    if (types.empty())
        return Type();
    const auto unified = unify(types);
    // What the attributes of an object will be may be left to see; a tuple's elements must agree beforehand.
    const bool open = unified && unified->isDynamic() && value.kind() == Kind::Tuple;
    if (unified && (!open || std::ranges::all_of(types, &Type::isDynamic)))
        return *unified;
    return conversionError(std::string("all ") + collection + " elements must have the same type");
}

static Result<std::vector<Value>> convertElements(const Value &value, const Type &element)
{
    std::vector<Value> converted;
    converted.reserve(value.elements().size());
    for (const Value &one : value.elements()) {
        auto result = convert(one, element);
        if (!result)
            return inside("element " + std::to_string(converted.size()), result.error());
        converted.push_back(std::move(*result));
    }
    return converted;
}

/// Null or unknown, and of a type that others decide.
static bool isOpen(const Value &value)
{
    return (value.isNull() || value.isUnknown()) && value.type().hasDynamic();
}

static void settle(Value &value, const Type &type)
{
    if (isOpen(value))
        value = (value.isNull() ? Value::null(type) : Value::unknown(type)).withMarks(value.marks());
}

/// Where the element type still has `any` inside, it becomes what all elements turned out to be; null and unknown ones
/// follow the others.
static Result<Type> settled(const Type &element, std::span<Value> elements, std::span<Field> fields)
{
    if (!element.hasDynamic())
        return element;
    std::optional<Type> found;
    bool same = true;
    const auto compare = [&](const Value &value) {
        if (isOpen(value))
            return;
        found = found ? *found : value.type();
        same = same && value.type() == *found;
    };
    std::ranges::for_each(elements, compare);
    std::ranges::for_each(fields, compare, &Field::value);
    if (!same)
        return conversionError("all elements must have the same type");
    if (!found)
        return element;
    std::ranges::for_each(elements, [&](Value &value) { settle(value, *found); });
    std::ranges::for_each(fields, [&](Field &field) { settle(field.value, *found); });
    return *found;
}

static Result<Value> toSequence(const Value &value, const Type &type)
{
    const bool set = type.kind() == Kind::Set;
    if (value.kind() != Kind::List && value.kind() != Kind::Set && value.kind() != Kind::Tuple)
        return conversionError(type.friendlyName() + " required");
    auto element = elementType(type.element(), value, set ? "set" : "list");
    if (!element)
        return tl::unexpected(element.error());
    auto elements = convertElements(value, *element);
    if (!elements)
        return tl::unexpected(elements.error());
    const auto final = settled(*element, *elements, {});
    if (!final)
        return tl::unexpected(final.error());
    return set ? Value::set(*final, std::move(*elements)) : Value::list(*final, std::move(*elements));
}

static Result<Value> toMap(const Value &value, const Type &type)
{
    if (value.kind() != Kind::Map && value.kind() != Kind::Object)
        return conversionError(type.friendlyName() + " required");
    auto element = elementType(type.element(), value, "map");
    if (!element)
        return tl::unexpected(element.error());
    Fields fields;
    fields.reserve(value.fields().size());
    for (const Field &field : value.fields()) {
        auto result = convert(field.value, *element);
        if (!result)
            return inside("element \"" + field.name + "\"", result.error());
        fields.push_back({field.name, std::move(*result)});
    }
    const auto final = settled(*element, {}, fields);
    if (!final)
        return tl::unexpected(final.error());
    return Value::map(*final, std::move(fields));
}

static Result<Value> toTuple(const Value &value, const Type &type)
{
    const auto wanted = type.elements();
    if (value.kind() != Kind::Tuple)
        return conversionError("tuple required");
    if (value.elements().size() != wanted.size())
        return conversionError("tuple must have " + std::to_string(wanted.size()) + " elements");
    std::vector<Value> elements;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        auto result = convert(value.elements()[i], wanted[i]);
        if (!result)
            return inside("element " + std::to_string(i), result.error());
        elements.push_back(std::move(*result));
    }
    return Value::tuple(std::move(elements));
}

static Failure missingAttributes(std::vector<std::string> missing)
{
    std::ranges::sort(missing);
    if (missing.size() == 1)
        return conversionError("attribute \"" + missing.front() + "\" is required");
    std::string list;
    for (std::size_t i = 0; i < missing.size(); ++i) {
        if (i > 0)
            list += i + 1 == missing.size() ? (missing.size() > 2 ? ", and " : " and ") : ", ";
        list += "\"" + missing[i] + "\"";
    }
    return conversionError("attributes " + list + " are required");
}

static Result<Value> toObject(const Value &value, const Type &type)
{
    if (value.kind() != Kind::Map && value.kind() != Kind::Object)
        return conversionError("object required");
    Fields fields;
    std::vector<std::string> missing;
    for (const TypeAttribute &attribute : type.attributes()) {
        const Value *given = value.find(attribute.name);
        if (given == nullptr) {
            if (attribute.presence == Presence::Optional)
                fields.push_back({attribute.name, Value::null(attribute.type)});
            else
                missing.push_back(attribute.name);
            continue;
        }
        auto result = convert(*given, attribute.type);
        if (!result)
            return inside(attributeName(attribute.name), result.error());
        fields.push_back({attribute.name, std::move(*result)});
    }
    if (!missing.empty())
        return missingAttributes(std::move(missing));
    return Value::object(std::move(fields));
}

static Result<Value> convertKnown(const Value &value, const Type &type)
{
    switch (type.kind()) {
    case Kind::String:
        return toString(value);
    case Kind::Number:
        return toNumber(value);
    case Kind::Bool:
        return toBool(value);
    case Kind::List:
    case Kind::Set:
        return toSequence(value, type);
    case Kind::Map:
        return toMap(value, type);
    case Kind::Tuple:
        return toTuple(value, type);
    case Kind::Object:
        return toObject(value, type);
    case Kind::Dynamic:
        break;
    }
    return value;
}

/// Whether some known value of type `from` can become a `to`: unknown and null values have only their type to go by.
static bool mayConvert(const Type &from, const Type &to)
{
    if (from.isDynamic() || to.isDynamic() || from == to)
        return true;
    if (to.isPrimitive())
        return from.isPrimitive() && (to.kind() == Kind::String || from.kind() == Kind::String);
    const bool fromSequence = from.kind() == Kind::List || from.kind() == Kind::Set || from.kind() == Kind::Tuple;
    const bool toSequence = to.kind() == Kind::List || to.kind() == Kind::Set;
    if (toSequence && from.kind() == Kind::Tuple)
        return std::ranges::all_of(from.elements(), [&](const Type &type) { return mayConvert(type, to.element()); });
    if (toSequence && fromSequence)
        return mayConvert(from.element(), to.element());
    if (to.kind() == Kind::Map && from.kind() == Kind::Map)
        return mayConvert(from.element(), to.element());
    if (to.kind() == Kind::Tuple)
        return from.kind() == Kind::Tuple && from.elements().size() == to.elements().size();
    return !toSequence && (from.kind() == Kind::Map || from.kind() == Kind::Object);
}

/// A type constraint as a value's type: optional attributes are then just attributes.
static Type withoutOptional(const Type &type)
{
    switch (type.kind()) {
    case Kind::List:
        return Type::list(withoutOptional(type.element()));
    case Kind::Set:
        return Type::set(withoutOptional(type.element()));
    case Kind::Map:
        return Type::map(withoutOptional(type.element()));
    case Kind::Tuple: {
        std::vector<Type> elements;
        for (const Type &element : type.elements())
            elements.push_back(withoutOptional(element));
        return Type::tuple(std::move(elements));
    }
    case Kind::Object: {
        std::vector<TypeAttribute> attributes;
        for (const TypeAttribute &attribute : type.attributes())
            attributes.push_back({attribute.name, withoutOptional(attribute.type), Presence::Required});
        return Type::object(std::move(attributes));
    }
    default:
        return type;
    }
}

/// The dynamic parts of `wanted` as `given` has them.
static Type filled(const Type &wanted, const Type &given)
{
    if (wanted.isDynamic())
        return given;
    if (!wanted.isCollection() || !given.isCollection())
        return wanted;
    const Type element = filled(wanted.element(), given.element());
    if (wanted.kind() == Kind::Map)
        return Type::map(element);
    return wanted.kind() == Kind::Set ? Type::set(element) : Type::list(element);
}

static Result<Value> convertTyped(const Value &value, const Type &type)
{
    const Type target = withoutOptional(type);
    if (!mayConvert(value.type(), target))
        return conversionError(target.friendlyName() + " required");
    if (value.isNull())
        return Value::null(filled(target, value.type()));
    if (target.kind() == Kind::String && value.refinement() != nullptr)
        return Value::unknown(target, *value.refinement());
    return Value::unknown(filled(target, value.type()));
}

Result<Value> convert(const Value &value, const Type &type)
{
    if (type.isDynamic())
        return value;
    if (!value.isNull() && value.isKnown() && type.isPrimitive() && value.kind() == type.kind())
        return value;
    const bool typed = value.isNull() || value.isUnknown();
    if (value.type() == type)
        return value;
    auto result = typed ? convertTyped(value, type) : convertKnown(value, type);
    if (result && !value.marks().isEmpty())
        return result->withMarks(value.marks());
    return result;
}

static bool allConvertSafely(std::span<const Type> types, const Type &to)
{
    return std::ranges::all_of(types, [&](const Type &type) { return convertsSafely(type, to); });
}

bool convertsSafely(const Type &from, const Type &to)
{
    if (to.isDynamic() || from.isDynamic() || from == to)
        return true;
    if (to.isPrimitive())
        return to.kind() == Kind::String && (from.kind() == Kind::Number || from.kind() == Kind::Bool);
    if (to.kind() == Kind::List || to.kind() == Kind::Set) {
        if (from.kind() == Kind::Tuple)
            return allConvertSafely(from.elements(), to.element());
        return (from.kind() == Kind::List || from.kind() == Kind::Set) && convertsSafely(from.element(), to.element());
    }
    if (to.kind() == Kind::Map && from.kind() == Kind::Object)
        return std::ranges::all_of(from.attributes(), [&](const TypeAttribute &attribute) {
            return convertsSafely(attribute.type, to.element());
        });
    if (to.kind() == Kind::Map)
        return from.kind() == Kind::Map && convertsSafely(from.element(), to.element());
    if (to.kind() == Kind::Tuple)
        return from.kind() == Kind::Tuple && std::ranges::equal(from.elements(), to.elements(), convertsSafely);
    return from.kind() == Kind::Object && std::ranges::all_of(to.attributes(), [&](const TypeAttribute &attribute) {
               const TypeAttribute *given = from.attribute(attribute.name);
               return given != nullptr ? convertsSafely(given->type, attribute.type)
                                       : attribute.presence == Presence::Optional;
           });
}

} // namespace drydock::hcl
