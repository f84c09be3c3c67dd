// SPDX-License-Identifier: MIT
#include "core/hcl/body.h"

#include "core/hcl/names.h"
#include "core/hcl/tree.h"

namespace drydock::hcl {

ByteRange Attribute::nameRange() const
{
    return m_id == 0 ? ByteRange{} : nameFrom(m_tree->source().text(), range().start);
}

std::string_view Attribute::name() const
{
    return m_id == 0 ? std::string_view() : m_tree->source().text(nameRange());
}

Expression Attribute::value() const
{
    return {m_tree, child(0).id()};
}

std::string Label::value() const
{
    std::string_view raw = text();
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

ByteRange Block::typeRange() const
{
    return m_id == 0 ? ByteRange{} : nameFrom(m_tree->source().text(), range().start);
}

std::string_view Block::type() const
{
    return m_id == 0 ? std::string_view() : m_tree->source().text(typeRange());
}

ViewRange<Label> Block::labels() const
{
    return {m_tree, child(0).id()};
}

std::string Block::label(std::uint32_t index) const
{
    const Label label(m_tree, child(index).id());
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
    for (const Label label : labels())
        header.end = label.range().end;
    return header;
}

} // namespace drydock::hcl
