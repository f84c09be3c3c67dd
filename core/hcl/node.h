// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

namespace drydock::hcl {

class Tree;

/// What a node of the tree is, with its children in brackets. Most code uses the views and ExpressionKind instead.
enum class NodeKind : std::uint8_t {
    Missing,   ///< an expression that could not be read
    Body,      ///< [Attribute | Block ...]
    Attribute, ///< starts with its name; [expression]
    Block,     ///< starts with its type; [LabelIdentifier | LabelQuoted ..., Body], the body with its braces
    LabelIdentifier,
    LabelQuoted,
    Number,
    True,
    False,
    Null,
    String,   ///< quotes without sequences; no children
    Template, ///< quotes; [template parts]
    Heredoc,  ///< from `<<` to the closing name; [template parts]
    Variable,
    AttributeAccess, ///< [source], ends with the name
    Index,           ///< [source, key]
    LegacyIndex,     ///< `.0`; [source], ends with the digits
    AttributeSplat,  ///< `.*`; [source, each], where each stands on a SplatItem
    FullSplat,       ///< `[*]`; likewise
    SplatItem,       ///< the element a splat stands at
    Tuple,
    Object,     ///< [ObjectItem ...]
    ObjectItem, ///< [key, value]
    ForTuple,   ///< [Name, (Name,) collection, value(, condition)]
    ForObject,  ///< [Name, (Name,) collection, key, value(, condition)]
    ForObjectGrouped,
    Call, ///< starts with its name; [arguments]
    CallExpanded,
    Conditional, ///< [condition, then, else]
    Parentheses, ///< [inner]
    Negate,
    Not,
    Or,
    And,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    TemplateText,
    Interpolation, ///< `${…}`; [expression]
    IfDirective,   ///< `%{if}` to `%{endif}`; [condition, TemplateBody(, TemplateBody)]
    ForDirective,  ///< [Name, (Name,) collection, TemplateBody]
    TemplateBody,  ///< [template parts]
    Name,          ///< a variable that a for declares; in JSON also the name of an attribute, before its other children
    JsonString,    ///< a JSON string that is literally its text; no children
    JsonTemplate,  ///< a JSON string with sequences, backslashes are literal; [template parts]
    JsonLabel,
};

using NodeId = std::uint32_t;

/// One node. Children stand before their parent; siblings are a chain.
struct Node
{
    std::uint32_t start;
    std::uint32_t end;
    NodeId first;            ///< first child, 0: none
    std::uint32_t kind : 6;  ///< NodeKind
    std::uint32_t next : 26; ///< distance to the next sibling, 0: none
};
static_assert(sizeof(Node) == 16);

/// What all views are: a tree and a node in it. Two words, compared by identity, valid as long as the tree lives. A
/// view of nothing is false; asking it anything but that gives empty answers.
class View
{
public:
    View() = default;
    View(const Tree *tree, NodeId id)
        : m_tree(tree)
        , m_id(id)
    {
    }

    [[nodiscard]] explicit operator bool() const { return m_id != 0; }
    [[nodiscard]] bool operator==(const View &) const = default;
    [[nodiscard]] const Tree *tree() const { return m_tree; }
    [[nodiscard]] NodeId id() const { return m_id; }
    [[nodiscard]] NodeKind nodeKind() const;
    /// The place in the file.
    [[nodiscard]] ByteRange range() const;
    /// As written; of a JSON string that has escapes, with these decoded.
    [[nodiscard]] std::string_view text() const;
    /// Where text() is in the source's storage().
    [[nodiscard]] ByteRange stored() const;

protected:
    [[nodiscard]] View child(std::uint32_t index) const;
    [[nodiscard]] std::uint32_t childCount() const;

    const Tree *m_tree = nullptr;
    NodeId m_id = 0;
};

/// The siblings of a chain that `Element` accepts, in the order of the text.
template <typename Element>
class ViewRange
{
public:
    class Iterator
    {
    public:
        using value_type = Element;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::forward_iterator_tag;
        Iterator() = default;
        Iterator(const Tree *tree, NodeId id)
            : m_tree(tree)
            , m_id(id)
        {
            settle();
        }
        [[nodiscard]] Element operator*() const { return Element(m_tree, m_id); }
        Iterator &operator++();
        Iterator operator++(int)
        {
            Iterator old = *this;
            ++*this;
            return old;
        }
        [[nodiscard]] bool operator==(const Iterator &) const = default;

    private:
        void settle();

        const Tree *m_tree = nullptr;
        NodeId m_id = 0;
    };

    ViewRange() = default;
    ViewRange(const Tree *tree, NodeId first)
        : m_tree(tree)
        , m_first(first)
    {
    }
    [[nodiscard]] Iterator begin() const { return {m_tree, m_first}; }
    [[nodiscard]] Iterator end() const { return {m_tree, 0}; }
    [[nodiscard]] bool empty() const { return begin() == end(); }
    /// Counts; linear.
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(std::distance(begin(), end())); }

private:
    const Tree *m_tree = nullptr;
    NodeId m_first = 0;
};

} // namespace drydock::hcl
