// SPDX-License-Identifier: MIT
#include "core/hcl/marks.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace drydock::hcl {

struct MarksData : SharedData
{
    bool sensitive = false;
    bool ephemeral = false;
    std::vector<std::string> origins;
};

Marks::Marks(const MarksData *data) noexcept
    : m_data(data)
{
}

Marks Marks::sensitive()
{
    static const Marks marks = [] {
        auto *data = new MarksData;
        data->sensitive = true;
        return Marks(data);
    }();
    return marks;
}

Marks Marks::ephemeral()
{
    static const Marks marks = [] {
        auto *data = new MarksData;
        data->ephemeral = true;
        return Marks(data);
    }();
    return marks;
}

Marks Marks::origin(std::string address)
{
    auto *data = new MarksData;
    data->origins.push_back(std::move(address));
    return Marks(data);
}

bool Marks::isSensitive() const noexcept
{
    return m_data && m_data->sensitive;
}

bool Marks::isEphemeral() const noexcept
{
    return m_data && m_data->ephemeral;
}

std::span<const std::string> Marks::origins() const noexcept
{
    if (!m_data)
        return {};
    return m_data->origins;
}

/// Whether everything in `small` is in `large` too, so that the union needs no new set.
static bool covers(const MarksData &large, const MarksData &small)
{
    return (large.sensitive || !small.sensitive) && (large.ephemeral || !small.ephemeral) &&
           std::includes(large.origins.begin(), large.origins.end(), small.origins.begin(), small.origins.end());
}

Marks Marks::operator|(const Marks &other) const
{
    if (!other.m_data || m_data == other.m_data)
        return *this;
    if (!m_data || covers(*other.m_data, *m_data))
        return other;
    if (covers(*m_data, *other.m_data))
        return *this;
    auto *data = new MarksData;
    data->sensitive = m_data->sensitive || other.m_data->sensitive;
    data->ephemeral = m_data->ephemeral || other.m_data->ephemeral;
    std::set_union(m_data->origins.begin(), m_data->origins.end(), other.m_data->origins.begin(),
                   other.m_data->origins.end(), std::back_inserter(data->origins));
    return Marks(data);
}

Marks &Marks::operator|=(const Marks &other)
{
    return *this = *this | other;
}

static bool isEmptyData(const MarksData &data)
{
    return !data.sensitive && !data.ephemeral && data.origins.empty();
}

Marks Marks::withoutSensitive() const
{
    if (!isSensitive())
        return *this;
    auto *data = new MarksData;
    data->ephemeral = m_data->ephemeral;
    data->origins = m_data->origins;
    Marks marks(data);
    return isEmptyData(*data) ? Marks() : marks;
}

bool Marks::operator==(const Marks &other) const
{
    if (m_data == other.m_data)
        return true;
    return m_data && other.m_data && covers(*m_data, *other.m_data) && covers(*other.m_data, *m_data);
}

} // namespace drydock::hcl
