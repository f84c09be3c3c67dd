// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/hcl/parser.h"
#include "core/hcl/textedit.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {

struct PathStep;

/// Collects changes to one parsed file and yields the edits they amount to. Comments and spacing outside the touched
/// lines stay; touched attribute groups are aligned as the formatter would, so a formatted file stays formatted. Every
/// change refers to the file as it was parsed; changes may be combined freely, also several in one block that is yet to
/// be made.
///
/// A path names attributes and nested blocks from the given body: `metadata_options.http_tokens`. Each step but the
/// last is a nested block's type (its first block; `ingress[1]` is the second) or an attribute with an object value; a
/// step that is no plain name is quoted: `tags."cost-center"`. What is missing on the way is made: a nested block, or
/// an object where the next step is quoted. Errors: `edit.path` (a step is not what it must be), `edit.syntax` (the
/// given source does not parse), `edit.unparsed` (the file has errors), `edit.json` (it is in JSON syntax).
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
    /// Appends blocks or attributes given as HCL source at the end of a body.
    [[nodiscard]] Result<> appendToBody(Body body, std::string_view source);
    /// Puts HCL source of whole blocks behind the block, with one empty line before it.
    [[nodiscard]] Result<> appendAfter(Block block, std::string_view source);
    [[nodiscard]] Result<> appendToFile(std::string_view source);

    /// Sorted by start, not overlapping, minimal. Empty when nothing changes.
    [[nodiscard]] Result<std::vector<TextEdit>> edits() const;
    /// The whole text with the changes.
    [[nodiscard]] Result<std::string> text() const;

private:
    enum class NewKind : std::uint8_t { Attribute, Object, Block, Source };
    /// Something that is not in the file yet.
    struct NewItem
    {
        NewKind kind = NewKind::Attribute;
        std::string name;
        std::string source; ///< an attribute's expression, or whole items
        std::vector<NewItem> children;
    };
    /// What a body or an object of the file gains.
    struct Gain
    {
        NodeId parent = 0;
        std::vector<NewItem> items;
    };

    [[nodiscard]] std::vector<NewItem> &gainOf(NodeId parent);
    [[nodiscard]] Result<> setInObject(Expression object, const std::vector<PathStep> &steps, std::size_t at,
                                       std::string expression);
    void addNew(std::vector<NewItem> &items, const std::vector<PathStep> &steps, std::size_t at,
                std::string expression);
    void removeLines(ByteRange range);
    void removeObjectItem(Expression object, ObjectItem item);
    [[nodiscard]] std::vector<TextEdit> rawEdits() const;
    void gainBody(const Gain &gain, std::vector<TextEdit> &edits) const;
    void gainObject(const Gain &gain, std::vector<TextEdit> &edits) const;
    [[nodiscard]] std::string print(const NewItem &item) const;
    void replace(ByteRange range, std::string replacement);

    ParsedFile m_file;
    std::vector<TextEdit> m_edits;
    std::vector<Gain> m_gains;
};

} // namespace drydock::hcl
