// SPDX-License-Identifier: MIT
#include "core/hcl/valuedata.h"

#include <algorithm>

namespace drydock::hcl {

bool Value::hasMarks() const noexcept
{
    return !m_marks.isEmpty() || (m_data && m_data->marksInside);
}

Marks Value::deepMarks() const
{
    Marks marks = m_marks;
    if (!m_data || !m_data->marksInside)
        return marks;
    for (const Value &value : elements())
        marks |= value.deepMarks();
    for (const Field &field : fields())
        marks |= field.value.deepMarks();
    return marks;
}

Value Value::withMarks(const Marks &marks) const
{
    return {m_data.data(), m_marks | marks};
}

Value Value::withoutMarks() const
{
    return {m_data.data(), {}};
}

Value Value::withOnlyMarks(const Marks &marks) const
{
    return {m_data.data(), marks};
}

Value Value::withoutDeepMarks() const
{
    if (!m_data || !m_data->marksInside)
        return withoutMarks();
    auto copy = std::make_unique<ValueData>();
    copy->state = m_data->state;
    copy->kind = m_data->kind;
    copy->type = m_data->type;
    copy->unknownInside = m_data->unknownInside;
    copy->weight = m_data->weight;
    if (const auto *old = std::get_if<std::vector<Value>>(&m_data->content); old != nullptr) {
        std::vector<Value> values;
        values.reserve(old->size());
        for (const Value &value : *old)
            values.push_back(value.withoutDeepMarks());
        copy->content = std::move(values);
    } else {
        Fields values;
        values.reserve(fields().size());
        for (const Field &field : fields())
            values.push_back({field.name, field.value.withoutDeepMarks()});
        copy->content = std::move(values);
    }
    return ValueData::share(std::move(copy));
}

static bool sameOptional(const std::optional<Value> &a, const std::optional<Value> &b)
{
    return a.has_value() == b.has_value() && (!a || a->identical(*b));
}

static bool identicalRefinements(const Refinement *a, const Refinement *b)
{
    if (a == nullptr || b == nullptr)
        return a == b;
    const auto same = [](const Value &x, const Value &y) { return x.identical(y); };
    return a->nullness == b->nullness && a->prefix == b->prefix && std::ranges::equal(a->parts, b->parts, same) &&
           sameOptional(a->json, b->json) && sameOptional(a->object, b->object) &&
           std::ranges::equal(a->entries, b->entries, [&same](const auto &x, const auto &y) {
               return same(x.first, y.first) && same(x.second, y.second);
           });
}

static bool identicalContent(const ValueData &a, const Value &value, const Value &other)
{
    switch (a.kind) {
    case Kind::Bool:
        return value.asBool() == other.asBool();
    case Kind::Number:
        return value.asNumber() == other.asNumber();
    case Kind::String:
        return value.asString() == other.asString();
    default:
        break;
    }
    return std::ranges::equal(value.elements(), other.elements(),
                              [](const Value &x, const Value &y) { return x.identical(y); }) &&
           std::ranges::equal(value.fields(), other.fields(), [](const Field &x, const Field &y) {
               return x.name == y.name && x.value.identical(y.value);
           });
}

bool Value::identical(const Value &other) const
{
    if (!(m_marks == other.m_marks))
        return false;
    if (m_data == other.m_data)
        return true;
    if (!m_data || !other.m_data || m_data->state != other.m_data->state || m_data->kind != other.m_data->kind ||
        !(m_data->type == other.m_data->type))
        return false;
    if (m_data->state == State::Known)
        return identicalContent(*m_data, *this, other);
    return identicalRefinements(refinement(), other.refinement());
}

} // namespace drydock::hcl
