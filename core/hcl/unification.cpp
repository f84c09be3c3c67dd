// SPDX-License-Identifier: MIT
#include "core/hcl/conversion.h"

#include <algorithm>

namespace drydock::hcl {

static bool all(std::span<const Type> types, Kind kind, Kind other)
{
    return std::ranges::all_of(types, [&](const Type &type) { return type.kind() == kind || type.kind() == other; });
}

static std::optional<Type> collection(Kind kind, const std::optional<Type> &element)
{
    if (!element)
        return std::nullopt;
    switch (kind) {
    case Kind::List:
        return Type::list(*element);
    case Kind::Set:
        return Type::set(*element);
    default:
        return Type::map(*element);
    }
}

/// Element types of collections and structural types alike.
static std::vector<Type> innerTypes(std::span<const Type> types)
{
    std::vector<Type> inner;
    for (const Type &type : types) {
        if (type.isCollection())
            inner.push_back(type.element());
        for (const Type &element : type.elements())
            inner.push_back(element);
        for (const TypeAttribute &attribute : type.attributes())
            inner.push_back(attribute.type);
    }
    return inner;
}

static std::optional<Type> unifyInner(Kind kind, std::span<const Type> types)
{
    const auto inner = innerTypes(types);
    return collection(kind, inner.empty() ? Type() : unify(inner));
}

static bool sameAttributes(const Type &a, const Type &b)
{
    return std::ranges::equal(a.attributes(), b.attributes(), {}, &TypeAttribute::name, &TypeAttribute::name);
}

static std::optional<Type> unifyObjects(std::span<const Type> types)
{
    const Type &first = types.front();
    if (!std::ranges::all_of(types, [&](const Type &type) { return sameAttributes(first, type); }))
        return unifyInner(Kind::Map, types);
    std::vector<TypeAttribute> attributes;
    for (const TypeAttribute &attribute : first.attributes()) {
        std::vector<Type> alternatives;
        for (const Type &type : types)
            alternatives.push_back(type.attribute(attribute.name)->type);
        const auto unified = unify(alternatives);
        if (!unified)
            return std::nullopt;
        attributes.push_back({attribute.name, *unified, Presence::Required});
    }
    return Type::object(std::move(attributes));
}

static std::optional<Type> unifyTuples(std::span<const Type> types)
{
    const std::size_t length = types.front().elements().size();
    if (!std::ranges::all_of(types, [&](const Type &type) { return type.elements().size() == length; }))
        return unifyInner(Kind::List, types);
    std::vector<Type> elements;
    for (std::size_t i = 0; i < length; ++i) {
        std::vector<Type> alternatives;
        for (const Type &type : types)
            alternatives.push_back(type.elements()[i]);
        const auto unified = unify(alternatives);
        if (!unified)
            return std::nullopt;
        elements.push_back(*unified);
    }
    return Type::tuple(std::move(elements));
}

/// Of several types that all others convert to, the one with the lowest number is taken.
static int preference(const Type &type)
{
    switch (type.kind()) {
    case Kind::Dynamic:
        return 3;
    case Kind::Set:
        return 2;
    case Kind::Tuple:
        return 1;
    default:
        return 0;
    }
}

std::optional<Type> unify(std::span<const Type> types)
{
    if (types.empty())
        return Type();
    if (std::ranges::all_of(types, [&](const Type &type) { return type == types.front(); }))
        return types.front();
    const bool open = std::ranges::any_of(types, &Type::isDynamic);
    // Collections and structures wait for what the open ones turn out to be; simple types do not.
    if (open && std::ranges::none_of(types, &Type::isPrimitive))
        return Type();
    if (all(types, Kind::Object, Kind::Object))
        return unifyObjects(types);
    if (all(types, Kind::Tuple, Kind::Tuple))
        return unifyTuples(types);
    if (all(types, Kind::Set, Kind::Set))
        return unifyInner(Kind::Set, types);
    if (all(types, Kind::List, Kind::Tuple))
        return unifyInner(Kind::List, types);
    if (all(types, Kind::Map, Kind::Object))
        return unifyInner(Kind::Map, types);
    std::vector<Type> candidates(types.begin(), types.end());
    std::ranges::stable_sort(candidates, {}, preference);
    for (const Type &wanted : candidates)
        if (std::ranges::all_of(types, [&](const Type &type) { return convertsSafely(type, wanted); }))
            return wanted;
    return std::nullopt;
}

} // namespace drydock::hcl
