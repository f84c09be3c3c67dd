// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/expression.h"
#include "core/hcl/node.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace drydock::hcl {

class Block;

/// `name = expression`
class Attribute : public View
{
public:
    using View::View;
    [[nodiscard]] static bool accepts(NodeKind kind) { return kind == NodeKind::Attribute; }

    [[nodiscard]] std::string_view name() const;
    /// Without the quotes that it has in JSON; so is a block's typeRange().
    [[nodiscard]] ByteRange nameRange() const;
    [[nodiscard]] Expression value() const;

private:
    [[nodiscard]] View jsonName() const;
};

/// A label of a block header.
class Label : public View
{
public:
    using View::View;
    [[nodiscard]] static bool accepts(NodeKind kind)
    {
        return kind == NodeKind::LabelIdentifier || kind == NodeKind::LabelQuoted || kind == NodeKind::JsonLabel;
    }

    [[nodiscard]] bool isQuoted() const { return nodeKind() != NodeKind::LabelIdentifier; }
    /// Without quotes, escapes decoded.
    [[nodiscard]] std::string value() const;
};

/// An attribute or a block: exactly one of the two is there.
class BodyItem : public View
{
public:
    using View::View;
    [[nodiscard]] static bool accepts(NodeKind) { return true; }

    [[nodiscard]] Attribute attribute() const;
    [[nodiscard]] Block block() const;
};

/// The content of a file or of a block.
class Body : public View
{
public:
    using View::View;

    /// Attributes and blocks in the order of the text.
    [[nodiscard]] ViewRange<BodyItem> items() const;
    [[nodiscard]] ViewRange<Attribute> attributes() const;
    [[nodiscard]] ViewRange<Block> blocks() const;
    /// The first of the name, or nothing. Linear.
    [[nodiscard]] Attribute attribute(std::string_view name) const;
    [[nodiscard]] Block block(std::string_view type) const;
};

/// `type "label" { … }`
class Block : public View
{
public:
    using View::View;
    [[nodiscard]] static bool accepts(NodeKind kind) { return kind == NodeKind::Block; }

    [[nodiscard]] std::string_view type() const;
    [[nodiscard]] ByteRange typeRange() const;
    [[nodiscard]] ViewRange<Label> labels() const;
    /// The label's value, empty where there is none.
    [[nodiscard]] std::string label(std::uint32_t index) const;
    /// Its range has the braces.
    [[nodiscard]] Body body() const;
    /// From the type to the last label: what an outline or a message shows. In JSON the last label, or the type where
    /// there is none, for other blocks may stand between the two; of one of several blocks in an array, its brace.
    [[nodiscard]] ByteRange headerRange() const;

private:
    [[nodiscard]] View jsonType() const;
};

} // namespace drydock::hcl
