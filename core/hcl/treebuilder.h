// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/limits.h"
#include "core/hcl/tree.h"

#include <memory>
#include <utility>

namespace drydock::hcl {

/// Grows a tree: children first, then their parent.
class TreeBuilder
{
public:
    explicit TreeBuilder(SourceFile source, Syntax syntax = Syntax::Native)
        : m_tree(std::make_shared<Tree>(std::move(source)))
    {
        m_tree->m_syntax = syntax;
        m_tree->m_nodes.reserve(m_tree->source().size() / 10 + 16);
    }

    [[nodiscard]] const SourceFile &source() const { return m_tree->source(); }

    [[nodiscard]] NodeId add(NodeKind kind, std::uint32_t start, std::uint32_t end, NodeId first = 0)
    {
        m_tree->m_nodes.push_back({start, end, first, static_cast<std::uint32_t>(kind) & 63U, 0});
        return static_cast<NodeId>(m_tree->m_nodes.size() - 1);
    }

    void removeLast() { m_tree->m_nodes.pop_back(); }

    /// Makes `next` the sibling behind `previous`.
    void link(NodeId previous, NodeId next)
    {
        const NodeId distance = next - previous;
        if (distance > limits::TreeNodes)
            m_tooLarge = true;
        else
            m_tree->m_nodes[previous].next = distance & limits::TreeNodes;
    }

    void addComment(ByteRange range)
    {
        // A broken item is read again in search of its end.
        if (m_tree->m_comments.empty() || range.start >= m_tree->m_comments.back().end)
            m_tree->m_comments.push_back(range);
    }

    [[nodiscard]] const Node &node(NodeId id) const { return m_tree->m_nodes[id]; }
    [[nodiscard]] NodeKind kind(NodeId id) const { return m_tree->kind(id); }
    [[nodiscard]] const std::vector<ByteRange> &comments() const { return m_tree->m_comments; }
    [[nodiscard]] bool tooLarge() const { return m_tooLarge; }

    [[nodiscard]] std::shared_ptr<const Tree> finish(NodeId root)
    {
        m_tree->m_root = root;
        if (m_tree->m_nodes.capacity() > m_tree->m_nodes.size() + m_tree->m_nodes.size() / 2)
            m_tree->m_nodes.shrink_to_fit();
        m_tree->m_comments.shrink_to_fit();
        return std::move(m_tree);
    }

private:
    std::shared_ptr<Tree> m_tree;
    bool m_tooLarge = false;
};

/// The children of a node to come, in order.
struct Children
{
    NodeId first = 0;
    NodeId last = 0;

    void add(TreeBuilder &builder, NodeId id)
    {
        if (first == 0)
            first = id;
        else
            builder.link(last, id);
        last = id;
    }
};

} // namespace drydock::hcl
