// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/shared.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {

enum class Kind : std::uint8_t { Dynamic, Bool, Number, String, List, Set, Map, Tuple, Object };

struct TypeData;
struct TypeAttribute;

/// A type of Terraform's language (the same as cty's). Cheap to copy, compared by structure. `Dynamic` ("any") is the
/// type of what is not known yet and of an untyped null.
class Type
{
public:
    Type() noexcept = default; ///< dynamic

    [[nodiscard]] static Type dynamic() { return {}; }
    [[nodiscard]] static Type boolean();
    [[nodiscard]] static Type number();
    [[nodiscard]] static Type string();
    [[nodiscard]] static Type list(Type element);
    [[nodiscard]] static Type set(Type element);
    [[nodiscard]] static Type map(Type element);
    [[nodiscard]] static Type tuple(std::vector<Type> elements);
    /// Sorted by name here; of two attributes with one name the last stays.
    [[nodiscard]] static Type object(std::vector<TypeAttribute> attributes);

    [[nodiscard]] Kind kind() const noexcept { return m_kind; }
    [[nodiscard]] bool isDynamic() const noexcept { return m_kind == Kind::Dynamic; }
    [[nodiscard]] bool isPrimitive() const noexcept { return m_kind >= Kind::Bool && m_kind <= Kind::String; }
    [[nodiscard]] bool isCollection() const noexcept { return m_kind >= Kind::List && m_kind <= Kind::Map; }
    [[nodiscard]] bool isStructural() const noexcept { return m_kind >= Kind::Tuple; }
    /// Whether `dynamic` occurs anywhere in it.
    [[nodiscard]] bool hasDynamic() const noexcept;

    [[nodiscard]] Type element() const;                              ///< of a list, set or map; else dynamic
    [[nodiscard]] std::span<const Type> elements() const;            ///< of a tuple; else empty
    [[nodiscard]] std::span<const TypeAttribute> attributes() const; ///< of an object, sorted by name; else empty
    [[nodiscard]] const TypeAttribute *attribute(std::string_view name) const;

    [[nodiscard]] std::string friendlyName() const; ///< for messages: "list of string", "object"
    [[nodiscard]] std::string source() const;       ///< as written in a type constraint: `list(string)`

    [[nodiscard]] bool operator==(const Type &other) const;

private:
    Type(Kind kind, Shared<TypeData> data);
    Kind m_kind = Kind::Dynamic;
    Shared<TypeData> m_data; ///< of collections, tuples and objects
};

enum class Presence : std::uint8_t { Required, Optional };

struct TypeAttribute
{
    std::string name;
    Type type;
    Presence presence = Presence::Required; ///< optional(...) attributes exist only in type constraints

    [[nodiscard]] bool operator==(const TypeAttribute &other) const = default;
};

} // namespace drydock::hcl
