// SPDX-License-Identifier: MIT
#include "core/hcl/tree.h"

namespace drydock::hcl {

Body Tree::body() const
{
    return {this, m_root != 0 && kind(m_root) == NodeKind::Body ? m_root : 0};
}

Expression Tree::expression() const
{
    const bool other = m_root != 0 && (kind(m_root) == NodeKind::Body || kind(m_root) == NodeKind::TemplateBody);
    return {this, other ? 0 : m_root};
}

TemplateBody Tree::templateBody() const
{
    return {this, m_root != 0 && kind(m_root) == NodeKind::TemplateBody ? m_root : 0, TemplateStyle{}};
}

NodeId Tree::nodeAt(std::uint32_t offset) const
{
    NodeId found = 0;
    for (NodeId id = m_root; id != 0;) {
        if (!View(this, id).range().contains(offset)) {
            id = nextSibling(id);
            continue;
        }
        found = id;
        id = m_nodes[id].first;
    }
    return found;
}

std::size_t Tree::memory() const
{
    return m_nodes.capacity() * sizeof(Node) + m_comments.capacity() * sizeof(ByteRange);
}

std::uint32_t View::childCount() const
{
    std::uint32_t count = 0;
    for (NodeId id = m_id == 0 ? 0 : m_tree->node(m_id).first; id != 0; id = m_tree->nextSibling(id))
        ++count;
    return count;
}

} // namespace drydock::hcl
