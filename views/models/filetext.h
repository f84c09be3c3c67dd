// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace drydock::models {

enum class LineEnds : std::uint8_t { Unix, Windows, Mixed };

/// A file's bytes as an editor has them: lines end with '\n', no byte order mark.
struct FileText
{
    QString text;
    LineEnds lineEnds = LineEnds::Unix;
    bool byteOrderMark = false;
};

/// None when the bytes are no text: a NUL in the first 8,000, or no UTF-8.
[[nodiscard]] std::optional<FileText> decodeFileText(std::string_view bytes);

/// What to write for `text` where the file holds `original`: its byte order mark and line ends stay. Where those are
/// mixed, every line that did not change keeps its own and new ones get those that most lines have.
[[nodiscard]] std::string encodeFileText(const QString &text, std::string_view original);

} // namespace drydock::models
