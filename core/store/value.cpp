// SPDX-License-Identifier: MIT
#include "core/store/value.h"

#include <cstdlib>

namespace drydock::store {

const Value &Row::at(std::size_t column) const
{
    static const Value null;
    return column < m_columns.size() ? m_columns[column] : null;
}

bool Row::isNull(std::size_t column) const
{
    return std::holds_alternative<std::monostate>(at(column));
}

std::int64_t Row::integer(std::size_t column) const
{
    const Value &value = at(column);
    if (const auto *number = std::get_if<std::int64_t>(&value))
        return *number;
    if (const auto *number = std::get_if<double>(&value))
        return static_cast<std::int64_t>(*number);
    if (const auto *text = std::get_if<std::string>(&value))
        return std::strtoll(text->c_str(), nullptr, 10);
    return 0;
}

double Row::real(std::size_t column) const
{
    const Value &value = at(column);
    if (const auto *number = std::get_if<double>(&value))
        return *number;
    if (const auto *number = std::get_if<std::int64_t>(&value))
        return static_cast<double>(*number);
    if (const auto *text = std::get_if<std::string>(&value))
        return std::strtod(text->c_str(), nullptr);
    return 0;
}

std::string Row::text(std::size_t column) const
{
    const Value &value = at(column);
    if (const auto *text = std::get_if<std::string>(&value))
        return *text;
    if (const auto *blob = std::get_if<Blob>(&value))
        return blob->bytes;
    if (const auto *number = std::get_if<std::int64_t>(&value))
        return std::to_string(*number);
    if (const auto *number = std::get_if<double>(&value))
        return std::to_string(*number);
    return {};
}

std::string Row::blob(std::size_t column) const
{
    return text(column);
}

std::optional<std::int64_t> Row::optionalInteger(std::size_t column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<std::string> Row::optionalText(std::size_t column) const
{
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

} // namespace drydock::store
