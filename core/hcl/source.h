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

/// Where a piece of decoded text was written: both offsets go on side by side up to the next piece.
struct DecodedPiece
{
    std::uint32_t decoded = 0; ///< in SourceFile::storage()
    std::uint32_t written = 0; ///< in SourceFile::text()
};

/// The UTF-8 text of a file (or of a single expression) with its name and the index of its lines. Immutable.
///
/// Strings of the JSON syntax are read without their escapes. What they stand for is kept behind the file's own text,
/// in storage(); a range in there has its place in the file: written().
class SourceFile
{
public:
    SourceFile() = default;
    /// `name` is what messages show: a path, or "<expression>".
    SourceFile(std::string name, std::string text);

    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] std::string_view text() const { return std::string_view(m_text).substr(0, m_size); }
    /// Of the file or of the decoded text behind it.
    [[nodiscard]] std::string_view text(ByteRange range) const;
    [[nodiscard]] std::uint32_t size() const { return m_size; }

    [[nodiscard]] std::string_view storage() const { return m_text; }
    /// The place in the file.
    [[nodiscard]] std::uint32_t written(std::uint32_t offset) const
    {
        return offset < m_size ? offset : writtenOf(offset);
    }
    [[nodiscard]] ByteRange written(ByteRange range) const
    {
        return range.start < m_size ? range : ByteRange{writtenOf(range.start), writtenOf(range.end)};
    }
    /// Puts decoded text behind the file's own; `pieces` in the order of `decoded`, the last one ends the text.
    void addDecoded(std::string_view decoded, std::vector<DecodedPiece> pieces);

    [[nodiscard]] std::uint32_t lineCount() const { return static_cast<std::uint32_t>(m_lineStarts.size()); }
    /// Offsets past the end count as the end. A byte order mark has no column.
    [[nodiscard]] Position position(std::uint32_t offset) const;
    /// The offset of a position; a column past the line's end is the line's end.
    [[nodiscard]] std::uint32_t offset(Position position) const;
    /// The bytes of a line without its line end. Lines count from 1.
    [[nodiscard]] ByteRange lineRange(std::uint32_t line) const;
    [[nodiscard]] std::string_view line(std::uint32_t line) const { return text(lineRange(line)); }

private:
    [[nodiscard]] std::uint32_t writtenOf(std::uint32_t offset) const;

    std::string m_name;
    std::string m_text;
    std::uint32_t m_size = 0; ///< without the decoded text
    std::vector<DecodedPiece> m_pieces;
    std::vector<std::uint32_t> m_lineStarts{0};
};

} // namespace drydock::hcl
