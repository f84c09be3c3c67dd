// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace drydock::store {

/// Bytes that are not text.
struct Blob
{
    std::string bytes;

    [[nodiscard]] bool operator==(const Blob &) const = default;
};

/// What a column holds or a placeholder is bound to: NULL, integer, real, text (UTF-8), blob.
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Blob>;

/// The values of the `?` placeholders, in order.
using Values = std::vector<Value>;

/// NULL for an empty optional.
template <typename T>
[[nodiscard]] Value optionalValue(const std::optional<T> &value)
{
    return value ? Value(*value) : Value();
}

/// One row of a result; columns count from 0. A column is converted the way SQLite does: the text of a number, 0 for
/// NULL.
class Row
{
public:
    Row() = default;
    explicit Row(Values columns)
        : m_columns(std::move(columns))
    {
    }

    [[nodiscard]] std::size_t size() const { return m_columns.size(); }
    [[nodiscard]] bool isNull(std::size_t column) const;
    [[nodiscard]] std::int64_t integer(std::size_t column) const;
    [[nodiscard]] double real(std::size_t column) const;
    [[nodiscard]] std::string text(std::size_t column) const;
    [[nodiscard]] std::string blob(std::size_t column) const;
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(std::size_t column) const;
    [[nodiscard]] std::optional<std::string> optionalText(std::size_t column) const;

private:
    [[nodiscard]] const Value &at(std::size_t column) const;

    Values m_columns;
};

using Rows = std::vector<Row>;

} // namespace drydock::store
