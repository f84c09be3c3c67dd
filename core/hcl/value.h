// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/marks.h"
#include "core/hcl/number.h"
#include "core/hcl/shared.h"
#include "core/hcl/type.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::hcl {

struct ValueData;
struct Field;
struct Refinement;

using Fields = std::vector<Field>;

/// A value of Terraform's language: known, null or unknown, with a type and with marks. Immutable, 16 bytes, cheap to
/// copy, safe to share between threads.
///
/// Accessors do not apply the marks of the container to what they return unless they say so. Preconditions are checked
/// by assertions only; ask isKnown()/kind() first.
class Value
{
public:
    Value() noexcept = default; ///< null of dynamic type

    [[nodiscard]] static Value null(const Type &type = {});
    [[nodiscard]] static Value unknown(const Type &type = {});
    [[nodiscard]] static Value unknown(const Type &type, Refinement refinement);
    [[nodiscard]] static Value boolean(bool value);
    [[nodiscard]] static Value number(Number value);
    [[nodiscard]] static Value string(std::string value);
    /// All elements must be of type `element` already (see convert()); a set drops equal elements and sorts.
    [[nodiscard]] static Value list(const Type &element, std::vector<Value> elements);
    [[nodiscard]] static Value set(const Type &element, std::vector<Value> elements);
    [[nodiscard]] static Value map(const Type &element, Fields fields);
    [[nodiscard]] static Value tuple(std::vector<Value> elements);
    /// Sorted by name here; of two fields with one name the last stays.
    [[nodiscard]] static Value object(Fields fields);

    [[nodiscard]] Kind kind() const noexcept; ///< Dynamic for an untyped null or unknown
    [[nodiscard]] Type type() const;
    [[nodiscard]] bool isNull() const noexcept;
    [[nodiscard]] bool isUnknown() const noexcept;
    [[nodiscard]] bool isKnown() const noexcept { return !isUnknown(); } ///< null is known
    [[nodiscard]] bool isWhollyKnown() const noexcept;                   ///< nothing unknown inside either
    /// Known, not null, and of that kind.
    [[nodiscard]] bool is(Kind kind) const noexcept;

    [[nodiscard]] bool asBool() const;
    [[nodiscard]] const Number &asNumber() const;
    [[nodiscard]] const std::string &asString() const;
    [[nodiscard]] std::span<const Value> elements() const; ///< of a list, set or tuple; else empty
    [[nodiscard]] std::span<const Field> fields() const;   ///< of a map or object, sorted by name; else empty
    [[nodiscard]] std::size_t length() const;              ///< number of elements or fields
    /// The field of a known map or object, with this value's marks added; nothing when it is not there.
    [[nodiscard]] std::optional<Value> attribute(std::string_view name) const;
    /// The element of a known list, set or tuple, with this value's marks added; nothing beyond the end.
    [[nodiscard]] std::optional<Value> element(std::size_t index) const;
    /// The field itself, without a copy; nullptr when it is not there.
    [[nodiscard]] const Value *find(std::string_view name) const;
    /// What is known about an unknown value; nullptr when nothing is.
    [[nodiscard]] const Refinement *refinement() const;

    /// How many values it is made of, itself included, as if nothing inside were shared: what a walk over it costs.
    [[nodiscard]] std::uint32_t weight() const noexcept;

    [[nodiscard]] const Marks &marks() const noexcept { return m_marks; }
    [[nodiscard]] bool hasMarks() const noexcept;            ///< itself or anything inside
    [[nodiscard]] Marks deepMarks() const;                   ///< of itself and everything inside
    [[nodiscard]] Value withMarks(const Marks &marks) const; ///< these added
    [[nodiscard]] Value withoutMarks() const;                ///< of the value itself
    [[nodiscard]] Value withoutDeepMarks() const;            ///< of everything inside too
    /// Marks replaced, not added.
    [[nodiscard]] Value withOnlyMarks(const Marks &marks) const;

    /// The same in type, state, content and marks: for tests and caches. The language's `==` is equal() of
    /// operations.h.
    [[nodiscard]] bool identical(const Value &other) const;

private:
    friend struct ValueData;
    Value(const ValueData *data, Marks marks) noexcept;
    Shared<ValueData> m_data; ///< empty: null of dynamic type
    Marks m_marks;
};

/// An attribute of an object or an entry of a map.
struct Field
{
    std::string name;
    Value value;
};

enum class Nullness : std::uint8_t { MaybeNull, NotNull };

/// What is known about an unknown value.
struct Refinement
{
    Nullness nullness = Nullness::MaybeNull;
    std::string prefix; ///< an unknown string starts with this
    /// The parts of the template that made the string: known strings and unknown values in order; empty when not a
    /// template.
    std::vector<Value> parts;
    /// The partly unknown value that jsonencode() was given, so that jsondecode() gives it back.
    std::optional<Value> json;
    /// The known part of an unknown object (a resource whose other attributes are known after apply), as an object. An
    /// attribute step gives its field; a step to another name gives unknown. Both get the marks of the unknown value.
    std::optional<Value> object;
    /// The keys and values of an object expression some of whose keys are not known, in the order of the text.
    std::vector<std::pair<Value, Value>> entries;
};

/// The refinement of what is computed: unknown, but certainly not null.
[[nodiscard]] inline Refinement notNull()
{
    Refinement refinement;
    refinement.nullness = Nullness::NotNull;
    return refinement;
}

} // namespace drydock::hcl
