// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/tree.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace drydock::hcl {

/// Goes through an expression to all that begins with a name. `Visitor` is asked
///   void traversal(NodeId id)                 for each name, attribute, index and splat that is not part of another:
///                                             it decides what of it to walk further
///   std::size_t bind(std::span<const std::string_view> names, const Expression &collection)
///                                             when a `for` over a collection names its elements
///   void unbind(std::size_t before)           with what bind() returned, when those names mean nothing any more
/// Bare words as keys of an object are text. The parser bounds the depth of the tree, so recursion is bounded too.
template <typename Visitor>
class NameWalk
{
public:
    NameWalk(const Tree &tree, Visitor &visitor)
        : m_tree(tree)
        , m_visitor(visitor)
    {
    }

    void visit(NodeId id)
    {
        switch (m_tree.kind(id)) {
        case NodeKind::Variable:
        case NodeKind::AttributeAccess:
        case NodeKind::Index:
        case NodeKind::LegacyIndex:
        case NodeKind::AttributeSplat:
        case NodeKind::FullSplat:
            m_visitor.traversal(id);
            break;
        case NodeKind::ForTuple:
        case NodeKind::ForObject:
        case NodeKind::ForObjectGrouped:
        case NodeKind::ForDirective:
            visitFor(id);
            break;
        case NodeKind::ObjectItem:
            visitItem(id);
            break;
        default:
            for (NodeId child = m_tree.node(id).first; child != 0; child = m_tree.nextSibling(child))
                visit(child);
        }
    }

private:
    void visitItem(NodeId id)
    {
        const NodeId key = m_tree.node(id).first;
        if (key == 0)
            return;
        if (m_tree.kind(key) != NodeKind::Variable)
            visit(key);
        if (const NodeId value = m_tree.nextSibling(key); value != 0)
            visit(value);
    }

    void visitFor(NodeId id)
    {
        std::vector<std::string_view> names;
        std::size_t before = 0;
        bool isBound = false;
        for (NodeId child = m_tree.node(id).first; child != 0; child = m_tree.nextSibling(child)) {
            if (m_tree.kind(child) == NodeKind::Name) {
                names.push_back(View(&m_tree, child).text());
                continue;
            }
            visit(child);
            if (isBound)
                continue;
            before = m_visitor.bind(names, Expression(&m_tree, child));
            isBound = true;
        }
        if (isBound)
            m_visitor.unbind(before);
    }

    const Tree &m_tree;
    Visitor &m_visitor;
};

} // namespace drydock::hcl
