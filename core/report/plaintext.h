// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace drydock::report {

/// `text` with every byte that is not part of a UTF-8 character replaced by U+FFFD.
[[nodiscard]] std::string validUtf8(std::string_view text);

/// Valid UTF-8 with every control character but line feed and tab replaced by U+FFFD: XML cannot hold them at all.
[[nodiscard]] std::string printable(std::string_view text);

/// Control characters (terminal escapes, line breaks) replaced by blanks, so that a name cannot repaint a terminal.
[[nodiscard]] std::string oneLine(std::string_view text);

/// Columns that a terminal uses: code points, East Asian wide ones twice, combining marks none.
[[nodiscard]] std::size_t displayWidth(std::string_view text);

/// Cut to `width` columns with "…" at the end, or in the middle, which suits paths and addresses.
[[nodiscard]] std::string elidedRight(std::string_view text, std::size_t width);
[[nodiscard]] std::string elidedMiddle(std::string_view text, std::size_t width);

} // namespace drydock::report
