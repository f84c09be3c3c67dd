// SPDX-License-Identifier: MIT
#include "core/hcl/template.h"

#include "core/hcl/tree.h"
#include "core/hcl/unicodeidentifier.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

namespace drydock::hcl {

namespace {

constexpr std::uint32_t NoIndent = std::numeric_limits<std::uint32_t>::max();

bool isSpace(char32_t c)
{
    return (c >= 9 && c <= 13) || c == ' ' || c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
           c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

struct LeadingSpace
{
    std::size_t bytes = 0;
    std::uint32_t characters = 0;
};

LeadingSpace leadingSpace(std::string_view text, std::uint32_t most = NoIndent)
{
    LeadingSpace space;
    while (space.bytes < text.size() && space.characters < most) {
        const DecodedCharacter decoded = decodeUtf8(text, space.bytes);
        if (decoded.length == 0 || !isSpace(decoded.character))
            break;
        space.bytes += decoded.length;
        ++space.characters;
    }
    return space;
}

void trimEnd(std::string &text)
{
    while (!text.empty()) {
        std::size_t start = text.size() - 1;
        while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xc0U) == 0x80U)
            --start;
        const DecodedCharacter decoded = decodeUtf8(text, start);
        if (decoded.length == 0 || !isSpace(decoded.character))
            return;
        text.resize(start);
    }
}

/// Where the next piece of a literal ends: a strip marker reaches over one piece only, as in Terraform. A piece is a
/// line, or what lies between signs that could have begun a sequence.
std::size_t pieceEnd(std::string_view raw, std::size_t start, TemplateStyle::Escapes escapes)
{
    const auto isSign = [](char c) { return c == '$' || c == '%'; };
    if (isSign(raw[start])) {
        const bool escape = start + 2 < raw.size() && raw[start + 1] == raw[start] && raw[start + 2] == '{';
        if (!escape)
            return start +
                   (escapes == TemplateStyle::Escapes::Heredoc && raw.substr(start + 1).starts_with("\r\n") ? 2 : 1);
        return start + (start + 3 < raw.size() && raw[start + 3] == '~' ? 4 : 3);
    }
    std::size_t at = start;
    while (at < raw.size() && !isSign(raw[at])) {
        if (raw[at] == '\n' && escapes == TemplateStyle::Escapes::Heredoc)
            return at + 1;
        at += raw[at] == '\\' && escapes == TemplateStyle::Escapes::Quoted && at + 1 < raw.size() ? 2 : 1;
    }
    return at;
}

std::string decodePiece(std::string_view raw, TemplateStyle::Escapes escapes)
{
    if (escapes == TemplateStyle::Escapes::Quoted)
        return decodeQuoted(raw);
    const bool escape = raw.size() >= 3 && (raw[0] == '$' || raw[0] == '%') && raw[1] == raw[0] && raw[2] == '{';
    return std::string(raw.substr(escape ? 1 : 0));
}

std::vector<std::string> literalPieces(View part, TemplateStyle::Escapes escapes)
{
    const std::string_view raw = part.text();
    std::vector<std::string> pieces;
    for (std::size_t start = 0; start < raw.size();) {
        const std::size_t end = pieceEnd(raw, start, escapes);
        pieces.push_back(decodePiece(raw.substr(start, end - start), escapes));
        start = end;
    }
    const std::string_view text = part.tree()->source().storage();
    const ByteRange range = part.stored();
    if (!pieces.empty() && range.start >= 2 && text.substr(range.start - 2, 2) == "~}")
        pieces.front().erase(0, leadingSpace(pieces.front()).bytes);
    const std::string_view after = text.substr(range.end, 3);
    if (!pieces.empty() && (after == "${~" || after == "%{~"))
        trimEnd(pieces.back());
    return pieces;
}

bool isBlankLine(std::string_view piece)
{
    return piece.ends_with('\n') && leadingSpace(piece).bytes == piece.size();
}

/// Visits the pieces of a heredoc in order and finds the least indentation of its lines.
class IndentFinder
{
public:
    void visitChildren(const Tree &tree, NodeId parent)
    {
        for (NodeId id = tree.node(parent).first; id != 0; id = tree.nextSibling(id))
            visit(tree, id);
    }
    [[nodiscard]] std::uint32_t indent() const { return m_least == NoIndent ? 0 : m_least; }

private:
    void visit(const Tree &tree, NodeId id)
    {
        switch (tree.kind(id)) {
        case NodeKind::TemplateText:
            for (const std::string &piece : literalPieces({&tree, id}, TemplateStyle::Escapes::Heredoc))
                literal(piece);
            break;
        case NodeKind::IfDirective:
        case NodeKind::ForDirective:
            sequence();
            for (NodeId child = tree.node(id).first; child != 0; child = tree.nextSibling(child)) {
                if (tree.kind(child) != NodeKind::TemplateBody)
                    continue;
                visitChildren(tree, child);
                sequence();
            }
            break;
        default:
            sequence();
            break;
        }
    }

    void literal(std::string_view piece)
    {
        if (m_lineStart && !isBlankLine(piece))
            m_least = std::min(m_least, leadingSpace(piece).characters);
        m_lineStart = piece.ends_with('\n');
    }

    void sequence()
    {
        if (m_lineStart)
            m_least = 0;
        m_lineStart = false;
    }

    std::uint32_t m_least = NoIndent;
    bool m_lineStart = true;
};

} // namespace

std::uint32_t heredocIndent(View heredoc)
{
    if (!heredoc.text().starts_with("<<-"))
        return 0;
    IndentFinder finder;
    finder.visitChildren(*heredoc.tree(), heredoc.id());
    return finder.indent();
}

TemplatePartKind TemplatePart::kind() const
{
    switch (nodeKind()) {
    case NodeKind::Interpolation:
        return TemplatePartKind::Interpolation;
    case NodeKind::IfDirective:
        return TemplatePartKind::If;
    case NodeKind::ForDirective:
        return TemplatePartKind::For;
    default:
        return TemplatePartKind::Literal;
    }
}

std::string TemplatePart::literal() const
{
    std::string result;
    if (nodeKind() != NodeKind::TemplateText)
        return result;
    const std::uint32_t start = stored().start;
    bool lineStart = m_style.indent > 0 && start > 0 && m_tree->source().storage()[start - 1] == '\n';
    for (const std::string &piece : literalPieces(*this, m_style.escapes)) {
        const bool indented = lineStart && !isBlankLine(piece);
        result += std::string_view(piece).substr(indented ? leadingSpace(piece, m_style.indent).bytes : 0);
        lineStart = m_style.indent > 0 && piece.ends_with('\n');
    }
    return result;
}

Expression TemplatePart::expression() const
{
    return {m_tree, nodeKind() == NodeKind::Interpolation ? child(0).id() : 0};
}

Expression TemplatePart::condition() const
{
    return {m_tree, nodeKind() == NodeKind::IfDirective ? child(0).id() : 0};
}

TemplateBody TemplatePart::thenBody() const
{
    return {m_tree, nodeKind() == NodeKind::IfDirective ? child(1).id() : 0, m_style};
}

TemplateBody TemplatePart::elseBody() const
{
    return {m_tree, nodeKind() == NodeKind::IfDirective ? child(2).id() : 0, m_style};
}

std::uint32_t TemplatePart::forNames() const
{
    return child(1).nodeKind() == NodeKind::Name ? 2 : 1;
}

std::string_view TemplatePart::keyVariable() const
{
    return nodeKind() == NodeKind::ForDirective && forNames() == 2 ? child(0).text() : std::string_view();
}

std::string_view TemplatePart::valueVariable() const
{
    return nodeKind() == NodeKind::ForDirective ? child(forNames() - 1).text() : std::string_view();
}

Expression TemplatePart::collection() const
{
    return {m_tree, nodeKind() == NodeKind::ForDirective ? child(forNames()).id() : 0};
}

TemplateBody TemplatePart::forBody() const
{
    return {m_tree, nodeKind() == NodeKind::ForDirective ? child(forNames() + 1).id() : 0, m_style};
}

TemplateBody::Iterator &TemplateBody::Iterator::operator++()
{
    m_id = m_tree->nextSibling(m_id);
    return *this;
}

TemplateBody::Iterator TemplateBody::begin() const
{
    return {m_tree, child(0).id(), m_style};
}

bool TemplateBody::isWrapped() const
{
    return childCount() == 1 && child(0).nodeKind() == NodeKind::Interpolation;
}

} // namespace drydock::hcl
