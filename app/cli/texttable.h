// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace drydock::cli {

enum class Align : std::uint8_t { Left, Right };

/// Rows in columns as wide as their widest entry, two spaces apart. Widths count code points.
class TextTable
{
public:
    explicit TextTable(std::vector<Align> columns)
        : m_columns(std::move(columns))
    {
    }

    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    void print(std::ostream &out) const;

private:
    std::vector<Align> m_columns;
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace drydock::cli
