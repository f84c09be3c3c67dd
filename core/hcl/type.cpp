// SPDX-License-Identifier: MIT
#include "core/hcl/type.h"

#include "core/hcl/literal.h"

#include <algorithm>
#include <utility>

namespace drydock::hcl {

struct TypeData : SharedData
{
    std::vector<Type> elements; ///< of a tuple; the one element type of a collection
    std::vector<TypeAttribute> attributes;
    bool dynamic = false;
};

Type::Type(Kind kind, Shared<TypeData> data)
    : m_kind(kind)
    , m_data(std::move(data))
{
}

static Shared<TypeData> collectionOf(Type element)
{
    auto *data = new TypeData;
    data->dynamic = element.hasDynamic();
    data->elements.push_back(std::move(element));
    return Shared<TypeData>(data);
}

Type Type::boolean()
{
    return {Kind::Bool, {}};
}

Type Type::number()
{
    return {Kind::Number, {}};
}

Type Type::string()
{
    return {Kind::String, {}};
}

Type Type::list(Type element)
{
    return {Kind::List, collectionOf(std::move(element))};
}

Type Type::set(Type element)
{
    return {Kind::Set, collectionOf(std::move(element))};
}

Type Type::map(Type element)
{
    return {Kind::Map, collectionOf(std::move(element))};
}

Type Type::tuple(std::vector<Type> elements)
{
    auto *data = new TypeData;
    data->dynamic = std::ranges::any_of(elements, &Type::hasDynamic);
    data->elements = std::move(elements);
    return {Kind::Tuple, Shared<TypeData>(data)};
}

Type Type::object(std::vector<TypeAttribute> attributes)
{
    std::ranges::stable_sort(attributes, {}, &TypeAttribute::name);
    // Of equal names the last one stays: it is the first of its run from the back.
    const auto same = [](const TypeAttribute &a, const TypeAttribute &b) { return a.name == b.name; };
    attributes.erase(attributes.begin(), std::unique(attributes.rbegin(), attributes.rend(), same).base());
    auto *data = new TypeData;
    data->dynamic = std::ranges::any_of(attributes, [](const TypeAttribute &a) { return a.type.hasDynamic(); });
    data->attributes = std::move(attributes);
    return {Kind::Object, Shared<TypeData>(data)};
}

bool Type::hasDynamic() const noexcept
{
    return m_kind == Kind::Dynamic || (m_data && m_data->dynamic);
}

Type Type::element() const
{
    return isCollection() ? m_data->elements.front() : Type();
}

std::span<const Type> Type::elements() const
{
    if (m_kind != Kind::Tuple)
        return {};
    return m_data->elements;
}

std::span<const TypeAttribute> Type::attributes() const
{
    if (m_kind != Kind::Object)
        return {};
    return m_data->attributes;
}

const TypeAttribute *Type::attribute(std::string_view name) const
{
    const auto all = attributes();
    const auto found =
        std::ranges::lower_bound(all, name, {}, [](const TypeAttribute &a) -> std::string_view { return a.name; });
    return found != all.end() && found->name == name ? &*found : nullptr;
}

static std::string_view kindName(Kind kind)
{
    switch (kind) {
    case Kind::Dynamic:
        return "dynamic";
    case Kind::Bool:
        return "bool";
    case Kind::Number:
        return "number";
    case Kind::String:
        return "string";
    case Kind::List:
        return "list";
    case Kind::Set:
        return "set";
    case Kind::Map:
        return "map";
    case Kind::Tuple:
        return "tuple";
    case Kind::Object:
        return "object";
    }
    return "";
}

std::string Type::friendlyName() const
{
    std::string name(kindName(m_kind));
    if (isCollection())
        name += " of " + (element().isDynamic() ? std::string("any single type") : element().friendlyName());
    return name;
}

static std::string tupleSource(const Type &type)
{
    std::string text = "tuple([";
    for (const Type &element : type.elements())
        text += (text.back() == '[' ? "" : ", ") + element.source();
    return text + "])";
}

static std::string objectSource(const Type &type)
{
    std::string text = "object({";
    for (const TypeAttribute &attribute : type.attributes()) {
        const bool optional = attribute.presence == Presence::Optional;
        text += text.back() == '{' ? "" : ", ";
        text += (isIdentifier(attribute.name) ? attribute.name : quote(attribute.name)) + " = ";
        text += optional ? "optional(" + attribute.type.source() + ")" : attribute.type.source();
    }
    return text + "})";
}

std::string Type::source() const
{
    switch (m_kind) {
    case Kind::Dynamic:
        return "any";
    case Kind::Tuple:
        return tupleSource(*this);
    case Kind::Object:
        return objectSource(*this);
    default:
        return isCollection() ? std::string(kindName(m_kind)) + "(" + element().source() + ")"
                              : std::string(kindName(m_kind));
    }
}

bool Type::operator==(const Type &other) const
{
    if (m_kind != other.m_kind)
        return false;
    if (m_data == other.m_data)
        return true;
    return m_data->elements == other.m_data->elements && m_data->attributes == other.m_data->attributes;
}

} // namespace drydock::hcl
