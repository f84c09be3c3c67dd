// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::language {

/// A block that is open at the caret.
struct OpenBlock
{
    std::string type;
    std::vector<std::string> labels;
    hcl::ByteRange header;       ///< from the type to the last label
    std::uint32_t bodyStart = 0; ///< behind its brace

    [[nodiscard]] std::string label(std::size_t index) const
    {
        return index < labels.size() ? labels[index] : std::string();
    }
};

/// One step of what is written before the caret: `aws_s3_bucket`, `logs`, `[0]`.
struct WrittenStep
{
    enum class Kind : std::uint8_t { Name, Index, Splat };
    Kind kind = Kind::Name;
    std::string name; ///< of an index: the text between the brackets
};

/// Where the caret is, found by reading tokens, not the tree: the text there is mostly broken.
struct CaretContext
{
    enum class Where : std::uint8_t {
        Nothing,   ///< in a comment, in plain text, behind a complete expression
        BodyItem,  ///< where a block or argument begins
        Label,     ///< of a block header; `labelIndex`
        Value,     ///< in an expression
        ObjectKey, ///< in `{ … }` of an expression
        Text,      ///< between quotes, outside of `${…}`
    };
    Where where = Where::BodyItem;
    hcl::ByteRange word; ///< the part of a name (or of the text in quotes) around the caret that a proposal replaces
    std::string typed;   ///< of it, what stands before the caret

    std::vector<OpenBlock> blocks;   ///< outermost first
    std::string blockType;           ///< Label: the header that is being written
    std::vector<std::string> labels; ///< Label: those before the caret
    hcl::ByteRange header;           ///< Label: of the header so far
    bool isQuoted = false;           ///< Label, Text: a quote is open
    std::string attribute;           ///< Value, ObjectKey, Text: whose value this is
    std::uint32_t attributeStart = 0;
    std::vector<std::string> keys; ///< of the objects around the caret, outermost first; "" for an element of a tuple
    std::vector<std::string> writtenKeys; ///< ObjectKey: those of the innermost object before the caret
    std::vector<WrittenStep> steps;       ///< Value: the traversal that ends with the caret, without the typed word
    bool isBehindDot = false;
    bool isTemplate = false; ///< Value: inside of `${…}` or `%{…}`

    bool isDirective = false; ///< Value: right behind `%{`

    struct Call
    {
        std::string function;
        hcl::ByteRange name;
        std::size_t argument = 0; ///< counted from 0
    };
    std::vector<Call> calls; ///< open around the caret, outermost first
    /// Names that a `for` around the caret binds, with what it goes over as written.
    struct ForName
    {
        std::string name;
        std::string collection;
        bool isKey = false;
    };
    std::vector<ForName> forNames;
};

[[nodiscard]] CaretContext caretContext(std::string_view text, std::uint32_t offset);

} // namespace drydock::language
