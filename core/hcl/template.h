// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/expression.h"
#include "core/hcl/node.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

namespace drydock::hcl {

/// How literal text in a template is written.
struct TemplateStyle
{
    enum class Escapes : std::uint8_t { Quoted, Heredoc };
    Escapes escapes = Escapes::Heredoc; ///< whether backslashes escape
    std::uint32_t indent = 0;           ///< characters that `<<-` takes from the start of each line

    [[nodiscard]] bool operator==(const TemplateStyle &) const = default;
};

/// How many characters a `<<-` heredoc takes from the start of each of its lines.
[[nodiscard]] std::uint32_t heredocIndent(View heredoc);

class TemplateBody;

enum class TemplatePartKind : std::uint8_t {
    Literal,       ///< literal()
    Interpolation, ///< expression()
    If,            ///< condition(), thenBody(), elseBody()
    For,           ///< keyVariable(), valueVariable(), collection(), forBody()
};

/// One part of a template.
class TemplatePart : public View
{
public:
    TemplatePart() = default;
    TemplatePart(const Tree *tree, NodeId id, TemplateStyle style)
        : View(tree, id)
        , m_style(style)
    {
    }

    [[nodiscard]] TemplatePartKind kind() const;

    /// The final text: escapes resolved, indentation of `<<-` and spaces beside `~` taken away.
    [[nodiscard]] std::string literal() const;

    [[nodiscard]] Expression expression() const;

    [[nodiscard]] Expression condition() const;
    [[nodiscard]] TemplateBody thenBody() const;
    [[nodiscard]] TemplateBody elseBody() const; ///< nothing where there is no else

    [[nodiscard]] std::string_view keyVariable() const; ///< empty where only one is declared
    [[nodiscard]] std::string_view valueVariable() const;
    [[nodiscard]] Expression collection() const;
    [[nodiscard]] TemplateBody forBody() const;

private:
    [[nodiscard]] std::uint32_t forNames() const;

    TemplateStyle m_style;
};

/// The parts of a quoted template, a heredoc, a template file, or of a branch or loop in one.
class TemplateBody : public View
{
public:
    class Iterator
    {
    public:
        using value_type = TemplatePart;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::forward_iterator_tag;
        Iterator() = default;
        Iterator(const Tree *tree, NodeId id, TemplateStyle style)
            : m_tree(tree)
            , m_id(id)
            , m_style(style)
        {
        }
        [[nodiscard]] TemplatePart operator*() const { return {m_tree, m_id, m_style}; }
        Iterator &operator++();
        Iterator operator++(int)
        {
            Iterator old = *this;
            ++*this;
            return old;
        }
        [[nodiscard]] bool operator==(const Iterator &) const = default;

    private:
        const Tree *m_tree = nullptr;
        NodeId m_id = 0;
        TemplateStyle m_style;
    };

    TemplateBody() = default;
    TemplateBody(const Tree *tree, NodeId id, TemplateStyle style)
        : View(tree, id)
        , m_style(style)
    {
    }

    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const { return {m_tree, 0, m_style}; }
    /// Whether it is `"${expression}"` and nothing else: its value is the expression's, of any type.
    [[nodiscard]] bool isWrapped() const;

private:
    TemplateStyle m_style;
};

/// The text that the inside of a quoted literal stands for: `\n \r \t \" \\ \uXXXX \UXXXXXXXX $${ %%{`. What is no
/// escape stays as it is (the parser has a diagnostic for it).
[[nodiscard]] std::string decodeQuoted(std::string_view raw);

/// The inside of a quoted literal that stands for the text; decodeQuoted()'s inverse.
[[nodiscard]] std::string encodeQuoted(std::string_view text);

} // namespace drydock::hcl
