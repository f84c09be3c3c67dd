// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/hcl/parser.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {

/// Replaces the bytes [startByte, endByte) of a text (insertion where both are equal).
struct TextEdit
{
    std::uint32_t startByte = 0;
    std::uint32_t endByte = 0;
    std::string replacement;

    [[nodiscard]] bool operator==(const TextEdit &) const = default;
};

/// The text with all edits done. They may come in any order; insertions at one place keep theirs. Overlapping edits or
/// edits outside of the text are `edit.invalid`.
[[nodiscard]] Result<std::string> applyEdits(std::string_view text, std::vector<TextEdit> edits);

/// The edits that also lay out the lines which `edits` touch: all lines where the file was formatted before, otherwise
/// those and the neighbours they are aligned with. Sorted and minimal.
[[nodiscard]] Result<std::vector<TextEdit>> layOutEdits(const ParsedFile &file, std::vector<TextEdit> edits);

} // namespace drydock::hcl
