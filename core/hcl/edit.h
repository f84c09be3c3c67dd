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

/// The text with all edits done. They may come in any order; overlapping or outside the text is `edit.invalid`.
[[nodiscard]] Result<std::string> applyEdits(std::string_view text, std::vector<TextEdit> edits);

/// Collects changes to one parsed file and yields the edits they amount to. Comments and spacing outside the touched
/// lines stay; touched attribute groups are aligned as the formatter would, so a formatted file stays formatted. Every
/// change refers to the file as it was parsed; changes may be combined freely, also several in one block.
///
/// A path names attributes and nested blocks from the given body: `metadata_options.http_tokens`. Each step but the
/// last is a nested block's type (its first block; `ingress[1]` is the second) or an attribute with an object value,
/// each part of which may be quoted: `tags."cost-center"`. Errors: `edit.path` (a step is not what it must be),
/// `edit.syntax` (the given source is not an expression), `edit.unparsed` (the file has errors).
class Editor
{
public:
    explicit Editor(ParsedFile file);

    /// Sets the attribute to `expression` (HCL source), creating it and missing nested blocks.
    [[nodiscard]] Result<> setAttribute(Body body, std::string_view path, std::string_view expression);
    /// Removes an attribute, an object's item or a nested block with its own lines. A path that is not there changes
    /// nothing.
    [[nodiscard]] Result<> remove(Body body, std::string_view path);
    [[nodiscard]] Result<> removeBlock(Block block);
    /// Appends blocks or attributes given as HCL source at the end of a block's body.
    [[nodiscard]] Result<> appendToBody(Body body, std::string_view source);
    /// Puts HCL source of whole blocks behind the block, with one empty line before it.
    [[nodiscard]] Result<> appendAfter(Block block, std::string_view source);
    [[nodiscard]] Result<> appendToFile(std::string_view source);

    /// Sorted by start, not overlapping, minimal. Empty when nothing changes.
    [[nodiscard]] Result<std::vector<TextEdit>> edits() const;
    /// The whole text with the changes.
    [[nodiscard]] Result<std::string> text() const;

private:
    ParsedFile m_file;
    std::vector<TextEdit> m_edits;
};

} // namespace drydock::hcl
