// SPDX-License-Identifier: MIT
#include "core/hcl/value.h"

#include "core/hcl/operations.h"
#include "core/hcl/setorder.h"
#include "core/hcl/valuedata.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

namespace drydock::hcl {

Value::Value(const ValueData *data, Marks marks) noexcept
    : m_data(data)
    , m_marks(std::move(marks))
{
}

Value ValueData::share(std::unique_ptr<ValueData> data, Marks marks)
{
    return {data.release(), std::move(marks)};
}

static std::unique_ptr<ValueData> dataOf(Kind kind)
{
    auto data = std::make_unique<ValueData>();
    data->kind = kind;
    return data;
}

Value Value::null(const Type &type)
{
    if (type.isDynamic())
        return {};
    auto data = dataOf(type.kind());
    data->state = State::Null;
    data->type = type;
    return ValueData::share(std::move(data));
}

Value Value::unknown(const Type &type)
{
    static const Value dynamic = unknown(Type(), Refinement());
    return type.isDynamic() ? dynamic : unknown(type, Refinement());
}

Value Value::unknown(const Type &type, Refinement refinement)
{
    auto data = dataOf(type.kind());
    data->state = State::Unknown;
    data->unknownInside = true;
    data->type = type;
    const bool known = refinement.nullness == Nullness::NotNull || !refinement.prefix.empty() ||
                       !refinement.parts.empty() || refinement.json.has_value() || refinement.object.has_value() ||
                       !refinement.entries.empty();
    if (known)
        data->content = std::move(refinement);
    return ValueData::share(std::move(data));
}

static Value makeBoolean(bool value)
{
    auto data = dataOf(Kind::Bool);
    data->content = value;
    return ValueData::share(std::move(data));
}

Value Value::boolean(bool value)
{
    static const Value yes = makeBoolean(true);
    static const Value no = makeBoolean(false);
    return value ? yes : no;
}

Value Value::number(Number value)
{
    auto data = dataOf(Kind::Number);
    data->content = std::move(value);
    return ValueData::share(std::move(data));
}

Value Value::string(std::string value)
{
    auto data = dataOf(Kind::String);
    // A long text costs as much as many values: one for each 256 bytes.
    data->weight += static_cast<std::uint32_t>(std::min<std::size_t>(value.size() >> 8U, 1U << 30U));
    data->content = std::move(value);
    return ValueData::share(std::move(data));
}

static void addInside(ValueData &data, const Value &value)
{
    data.marksInside = data.marksInside || value.hasMarks();
    data.unknownInside = data.unknownInside || !value.isWhollyKnown();
    const std::uint32_t sum = data.weight + value.weight();
    data.weight = sum < data.weight ? std::numeric_limits<std::uint32_t>::max() : sum;
}

static Value makeElements(Kind kind, const Type &element, std::vector<Value> elements, Marks marks = {})
{
    auto data = dataOf(kind);
    data->type = element;
    for (const Value &value : elements)
        addInside(*data, value);
    data->content = std::move(elements);
    return ValueData::share(std::move(data), std::move(marks));
}

static Value makeFields(Kind kind, const Type &element, Fields fields)
{
    if (!std::ranges::is_sorted(fields, {}, &Field::name))
        std::ranges::stable_sort(fields, {}, &Field::name);
    // Of equal names the last one stays: it is the first of its run from the back.
    const auto same = [](const Field &a, const Field &b) { return a.name == b.name; };
    if (std::adjacent_find(fields.begin(), fields.end(), same) != fields.end())
        fields.erase(fields.begin(), std::unique(fields.rbegin(), fields.rend(), same).base());
    auto data = dataOf(kind);
    data->type = element;
    for (const Field &field : fields)
        addInside(*data, field.value);
    data->content = std::move(fields);
    return ValueData::share(std::move(data));
}

Value Value::list(const Type &element, std::vector<Value> elements)
{
    return makeElements(Kind::List, element, std::move(elements));
}

/// Marks cannot stay on the members of a set: equality would depend on them. They move to the set.
static Marks takeMarks(std::vector<Value> &elements)
{
    Marks marks;
    for (Value &value : elements) {
        if (!value.hasMarks())
            continue;
        marks |= value.deepMarks();
        value = value.withoutDeepMarks();
    }
    return marks;
}

Value Value::set(const Type &element, std::vector<Value> elements)
{
    Marks marks = takeMarks(elements);
    sortMembers(elements);
    // Unknown members may turn out to be equal or not, so each of them stays.
    const auto same = [](const Value &a, const Value &b) {
        return a.isWhollyKnown() && b.isWhollyKnown() && order(a, b) == 0;
    };
    elements.erase(std::unique(elements.begin(), elements.end(), same), elements.end());
    return makeElements(Kind::Set, element, std::move(elements), std::move(marks));
}

Value Value::map(const Type &element, Fields fields)
{
    return makeFields(Kind::Map, element, std::move(fields));
}

Value Value::tuple(std::vector<Value> elements)
{
    return makeElements(Kind::Tuple, {}, std::move(elements));
}

Value Value::object(Fields fields)
{
    return makeFields(Kind::Object, {}, std::move(fields));
}

Kind Value::kind() const noexcept
{
    return m_data ? m_data->kind : Kind::Dynamic;
}

static Type tupleType(std::span<const Value> elements)
{
    std::vector<Type> types;
    types.reserve(elements.size());
    for (const Value &value : elements)
        types.push_back(value.type());
    return Type::tuple(std::move(types));
}

static Type objectType(std::span<const Field> fields)
{
    std::vector<TypeAttribute> attributes;
    attributes.reserve(fields.size());
    for (const Field &field : fields)
        attributes.push_back({field.name, field.value.type(), Presence::Required});
    return Type::object(std::move(attributes));
}

Type Value::type() const
{
    if (!m_data)
        return {};
    if (m_data->state != State::Known)
        return m_data->type;
    switch (m_data->kind) {
    case Kind::Bool:
        return Type::boolean();
    case Kind::Number:
        return Type::number();
    case Kind::String:
        return Type::string();
    case Kind::List:
        return Type::list(m_data->type);
    case Kind::Set:
        return Type::set(m_data->type);
    case Kind::Map:
        return Type::map(m_data->type);
    case Kind::Tuple:
        return tupleType(elements());
    case Kind::Object:
        return objectType(fields());
    case Kind::Dynamic:
        break;
    }
    return {};
}

bool Value::isNull() const noexcept
{
    return !m_data || m_data->state == State::Null;
}

bool Value::isUnknown() const noexcept
{
    return m_data && m_data->state == State::Unknown;
}

bool Value::isWhollyKnown() const noexcept
{
    return !m_data || !m_data->unknownInside;
}

std::uint32_t Value::weight() const noexcept
{
    return m_data ? m_data->weight : 1;
}

bool Value::is(Kind kind) const noexcept
{
    return m_data && m_data->state == State::Known && m_data->kind == kind;
}

bool Value::asBool() const
{
    assert(is(Kind::Bool));
    return std::get<bool>(m_data->content);
}

const Number &Value::asNumber() const
{
    assert(is(Kind::Number));
    return std::get<Number>(m_data->content);
}

const std::string &Value::asString() const
{
    assert(is(Kind::String));
    return std::get<std::string>(m_data->content);
}

std::span<const Value> Value::elements() const
{
    const auto *elements = m_data ? std::get_if<std::vector<Value>>(&m_data->content) : nullptr;
    return elements != nullptr ? std::span<const Value>(*elements) : std::span<const Value>();
}

std::span<const Field> Value::fields() const
{
    const auto *fields = m_data ? std::get_if<Fields>(&m_data->content) : nullptr;
    return fields != nullptr ? std::span<const Field>(*fields) : std::span<const Field>();
}

std::size_t Value::length() const
{
    return elements().size() + fields().size();
}

const Value *Value::find(std::string_view name) const
{
    const auto all = fields();
    const auto found =
        std::ranges::lower_bound(all, name, {}, [](const Field &field) -> std::string_view { return field.name; });
    return found != all.end() && found->name == name ? &found->value : nullptr;
}

std::optional<Value> Value::attribute(std::string_view name) const
{
    const Value *value = find(name);
    return value != nullptr ? std::optional(value->withMarks(m_marks)) : std::nullopt;
}

std::optional<Value> Value::element(std::size_t index) const
{
    const auto all = elements();
    return index < all.size() ? std::optional(all[index].withMarks(m_marks)) : std::nullopt;
}

const Refinement *Value::refinement() const
{
    return m_data ? std::get_if<Refinement>(&m_data->content) : nullptr;
}

} // namespace drydock::hcl
