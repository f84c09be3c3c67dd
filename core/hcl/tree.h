// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/node.h"
#include "core/hcl/source.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {

class Body;
class Expression;
class TemplateBody;

enum class Syntax : std::uint8_t { Native, Json };

/// The syntax tree of one text, which it holds: 16 bytes a node, 8 bytes a comment. Immutable once parsed.
class Tree
{
public:
    explicit Tree(SourceFile source)
        : m_source(std::move(source))
    {
    }
    Tree(const Tree &) = delete;
    Tree &operator=(const Tree &) = delete;

    [[nodiscard]] const SourceFile &source() const { return m_source; }
    [[nodiscard]] Syntax syntax() const { return m_syntax; }
    [[nodiscard]] Body body() const;
    [[nodiscard]] Expression expression() const;
    [[nodiscard]] TemplateBody templateBody() const;
    /// All comments in order, without the line end of `#` and `//`; in JSON the strings under `"//"` with their quotes.
    [[nodiscard]] std::span<const ByteRange> comments() const { return m_comments; }
    /// The smallest node that contains the offset, 0 where there is none.
    [[nodiscard]] NodeId nodeAt(std::uint32_t offset) const;

    [[nodiscard]] const Node &node(NodeId id) const { return m_nodes[id]; }
    [[nodiscard]] NodeKind kind(NodeId id) const { return static_cast<NodeKind>(m_nodes[id].kind); }
    [[nodiscard]] NodeId nextSibling(NodeId id) const { return m_nodes[id].next == 0 ? 0 : id + m_nodes[id].next; }
    [[nodiscard]] NodeId root() const { return m_root; }
    [[nodiscard]] std::size_t nodeCount() const { return m_nodes.size() - 1; }
    /// Bytes held besides the text itself.
    [[nodiscard]] std::size_t memory() const;

private:
    friend class TreeBuilder;

    SourceFile m_source;
    std::vector<Node> m_nodes{Node{}};
    std::vector<ByteRange> m_comments;
    NodeId m_root = 0;
    Syntax m_syntax = Syntax::Native;
};

inline NodeKind View::nodeKind() const
{
    return m_id == 0 ? NodeKind::Missing : m_tree->kind(m_id);
}

inline ByteRange View::stored() const
{
    return m_id == 0 ? ByteRange{} : ByteRange{m_tree->node(m_id).start, m_tree->node(m_id).end};
}

inline ByteRange View::range() const
{
    return m_id == 0 ? ByteRange{} : m_tree->source().written(stored());
}

inline std::string_view View::text() const
{
    return m_id == 0 ? std::string_view() : m_tree->source().text(stored());
}

inline View View::child(std::uint32_t index) const
{
    NodeId id = m_id == 0 ? 0 : m_tree->node(m_id).first;
    for (; index > 0 && id != 0; --index)
        id = m_tree->nextSibling(id);
    return {m_tree, id};
}

template <typename Element>
typename ViewRange<Element>::Iterator &ViewRange<Element>::Iterator::operator++()
{
    m_id = m_tree->nextSibling(m_id);
    settle();
    return *this;
}

template <typename Element>
void ViewRange<Element>::Iterator::settle()
{
    while (m_id != 0 && !Element::accepts(m_tree->kind(m_id)))
        m_id = m_tree->nextSibling(m_id);
}

} // namespace drydock::hcl

#include "core/hcl/body.h"       // IWYU pragma: export
#include "core/hcl/expression.h" // IWYU pragma: export
#include "core/hcl/template.h"   // IWYU pragma: export
