// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {

/// A place for people: line and column count from 1, the column in Unicode code points.
struct Position
{
    std::uint32_t line = 1;
    std::uint32_t column = 1;

    [[nodiscard]] bool operator==(const Position &) const = default;
};

/// The UTF-8 text of a file (or of a single expression) with its name and the index of its lines. Immutable.
class SourceFile
{
public:
    SourceFile() = default;
    /// `name` is what messages show: a path, or "<expression>".
    SourceFile(std::string name, std::string text);

    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] std::string_view text() const { return m_text; }
    [[nodiscard]] std::string_view text(ByteRange range) const;
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_text.size()); }

    [[nodiscard]] std::uint32_t lineCount() const { return static_cast<std::uint32_t>(m_lineStarts.size()); }
    /// Offsets past the end count as the end. A byte order mark has no column.
    [[nodiscard]] Position position(std::uint32_t offset) const;
    /// The offset of a position; a column past the line's end is the line's end.
    [[nodiscard]] std::uint32_t offset(Position position) const;
    /// The bytes of a line without its line end. Lines count from 1.
    [[nodiscard]] ByteRange lineRange(std::uint32_t line) const;
    [[nodiscard]] std::string_view line(std::uint32_t line) const { return text(lineRange(line)); }

private:
    std::string m_name;
    std::string m_text;
    std::vector<std::uint32_t> m_lineStarts{0};
};

} // namespace drydock::hcl
