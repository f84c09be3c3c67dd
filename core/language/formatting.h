// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"
#include "core/hcl/textedit.h"

#include <cstdint>
#include <string>
#include <vector>

namespace drydock::hcl {
struct ParsedFile;
}

namespace drydock::language {

/// The edits that make the file what `terraform fmt` prints, small enough that a caret stays where it was. Empty for a
/// file with syntax errors.
[[nodiscard]] std::vector<hcl::TextEdit> formatDocument(const hcl::ParsedFile &file);

/// Only those on the lines that the range touches.
[[nodiscard]] std::vector<hcl::TextEdit> formatRange(const hcl::ParsedFile &file, hcl::ByteRange range);

/// How many spaces a new line at the offset begins with; works on text that does not parse.
[[nodiscard]] std::uint32_t indentationAt(std::string_view text, std::uint32_t offset);

} // namespace drydock::language
