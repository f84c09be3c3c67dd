// SPDX-License-Identifier: MIT
#include "core/hcl/body.h"

#include "core/hcl/names.h"
#include "core/hcl/tree.h"

namespace drydock::hcl {

/// A name of the JSON syntax stands in quotes, also in the decoded text.
static std::string_view inQuotes(std::string_view text)
{
    return text.size() >= 2 ? text.substr(1, text.size() - 2) : std::string_view();
}

static ByteRange inQuotes(const View &name)
{
    const ByteRange stored = name.stored();
    return name.tree()->source().written(ByteRange{stored.start + 1, stored.end - 1});
}

View Attribute::jsonName() const
{
    const View first = child(0);
    return first.nodeKind() == NodeKind::Name ? first : View();
}

ByteRange Attribute::nameRange() const
{
    if (m_id == 0)
        return {};
    const View name = jsonName();
    return name ? inQuotes(name) : nameFrom(m_tree->source().text(), range().start);
}

std::string_view Attribute::name() const
{
    if (m_id == 0)
        return {};
    const View name = jsonName();
    return name ? inQuotes(name.text()) : m_tree->source().text(nameRange());
}

Expression Attribute::value() const
{
    return {m_tree, child(jsonName() ? 1 : 0).id()};
}

std::string Label::value() const
{
    std::string_view raw = text();
    if (nodeKind() == NodeKind::JsonLabel)
        return std::string(inQuotes(raw));
    if (!isQuoted())
        return std::string(raw);
    if (!raw.empty())
        raw.remove_prefix(1);
    if (raw.ends_with('"'))
        raw.remove_suffix(1);
    return decodeQuoted(raw);
}

Attribute BodyItem::attribute() const
{
    return {m_tree, nodeKind() == NodeKind::Attribute ? m_id : 0};
}

Block BodyItem::block() const
{
    return {m_tree, nodeKind() == NodeKind::Block ? m_id : 0};
}

ViewRange<BodyItem> Body::items() const
{
    return {m_tree, child(0).id()};
}

ViewRange<Attribute> Body::attributes() const
{
    return {m_tree, child(0).id()};
}

ViewRange<Block> Body::blocks() const
{
    return {m_tree, child(0).id()};
}

Attribute Body::attribute(std::string_view name) const
{
    for (const Attribute attribute : attributes())
        if (attribute.name() == name)
            return attribute;
    return {};
}

Block Body::block(std::string_view type) const
{
    for (const Block block : blocks())
        if (block.type() == type)
            return block;
    return {};
}

View Block::jsonType() const
{
    const View first = child(0);
    return first.nodeKind() == NodeKind::Name ? first : View();
}

ByteRange Block::typeRange() const
{
    if (m_id == 0)
        return {};
    const View type = jsonType();
    return type ? inQuotes(type) : nameFrom(m_tree->source().text(), range().start);
}

std::string_view Block::type() const
{
    if (m_id == 0)
        return {};
    const View type = jsonType();
    return type ? inQuotes(type.text()) : m_tree->source().text(typeRange());
}

ViewRange<Label> Block::labels() const
{
    return {m_tree, child(0).id()};
}

std::string Block::label(std::uint32_t index) const
{
    const Label label(m_tree, child(index + (jsonType() ? 1 : 0)).id());
    return label && Label::accepts(label.nodeKind()) ? label.value() : std::string();
}

Body Block::body() const
{
    for (NodeId id = child(0).id(); id != 0; id = m_tree->nextSibling(id))
        if (m_tree->kind(id) == NodeKind::Body)
            return {m_tree, id};
    return {};
}

ByteRange Block::headerRange() const
{
    ByteRange header = typeRange();
    const bool isJson = static_cast<bool>(jsonType());
    for (const Label label : labels())
        header = {isJson ? label.range().start : header.start, label.range().end};
    const std::uint32_t start = range().start;
    return header.start < start ? ByteRange{start, start + 1} : header;
}

} // namespace drydock::hcl
