// SPDX-License-Identifier: MIT
#include "core/hcl/rewrite.h"

#include "core/hcl/tree.h"
#include "core/hcl/unicodeidentifier.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace drydock::hcl {

using enum TokenKind;

static LayoutToken made(TokenKind kind, std::string_view text)
{
    return {text.data(), static_cast<std::uint32_t>(text.size()), 0, kind, false};
}

Rewriter::Rewriter(Body body, Unwrap which)
    : m_which(which)
{
    collect(body, 0, false);
}

void Rewriter::collect(Body body, std::uint32_t depth, bool variable)
{
    for (const BodyItem item : body.items()) {
        if (const Attribute attribute = item.attribute()) {
            const Expression value = attribute.value();
            if (variable && depth == 1 && attribute.name() == "type") {
                if (value.kind() == ExpressionKind::Variable || value.kind() == ExpressionKind::String)
                    m_places.push_back({Kind::Type, value.range(), {}});
            } else if (value.kind() == ExpressionKind::Template) {
                m_places.push_back({Kind::Value, value.range(), {}});
            }
            continue;
        }
        const Block block = item.block();
        collectLabels(block);
        collect(block.body(), depth + 1, depth == 0 && block.type() == "variable");
    }
}

static bool isSpaceOnly(std::string_view text)
{
    return text.find_first_not_of(" \t") == std::string_view::npos;
}

static bool isPlainAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7f && c != '\\'; });
}

void Rewriter::collectLabels(Block block)
{
    const SourceFile &source = block.tree()->source();
    std::uint32_t end = block.typeRange().end;
    bool canonical = true;
    for (const Label label : block.labels()) {
        canonical = canonical && label.isQuoted() && isPlainAscii(label.text()) &&
                    isSpaceOnly(source.text({end, label.range().start}));
        end = label.range().end;
    }
    if (!canonical)
        m_places.push_back({Kind::Labels, {block.typeRange().end, end}, block});
}

void Rewriter::before(std::uint32_t start, const std::vector<LayoutToken> &tokens)
{
    if (m_inside || m_next >= m_places.size() || start < m_places[m_next].range.start)
        return;
    m_inside = true;
    m_begin = tokens.size();
}

void Rewriter::after(std::uint32_t end, std::vector<LayoutToken> &tokens)
{
    if (!m_inside || end < m_places[m_next].range.end)
        return;
    apply(m_places[m_next], tokens);
    m_inside = false;
    ++m_next;
}

void Rewriter::apply(const Place &place, std::vector<LayoutToken> &tokens)
{
    switch (place.kind) {
    case Kind::Value:
        unwrap(tokens);
        break;
    case Kind::Type:
        rewriteType(tokens);
        break;
    case Kind::Labels:
        rewriteLabels(place, tokens);
        break;
    }
}

/// Whether the tokens between `"${` and `}"` are provably a single expression.
static bool isOneSequence(std::span<const LayoutToken> inside)
{
    int quotes = 0;
    for (const LayoutToken &token : inside) {
        if (token.kind == OpenQuote)
            ++quotes;
        else if (token.kind == CloseQuote)
            --quotes;
        else if (quotes <= 0 &&
                 (token.kind == Interpolation || token.kind == SequenceEnd || token.kind == TemplateText))
            return false;
    }
    return true;
}

void Rewriter::unwrap(std::vector<LayoutToken> &tokens)
{
    std::span<const LayoutToken> inside = std::span(tokens).subspan(m_begin);
    if (inside.size() < 5 || inside[1].kind != Interpolation || inside[inside.size() - 2].kind != SequenceEnd)
        return;
    inside = inside.subspan(2, inside.size() - 4);
    if (!isOneSequence(inside))
        return;
    while (!inside.empty() && inside.front().kind == Newline)
        inside = inside.subspan(1);
    while (!inside.empty() && inside.back().kind == Newline)
        inside = inside.subspan(0, inside.size() - 1);
    const bool severalLines =
        std::any_of(inside.begin(), inside.end(), [](const LayoutToken &token) { return token.kind == Newline; });
    const bool parenthesised = !inside.empty() && inside.front().kind == OpenParen && inside.back().kind == CloseParen;
    const bool lineEnd = std::any_of(inside.begin(), inside.end(), [](const LayoutToken &token) {
        return token.kind == OpenHeredoc || (token.kind == Comment && token.endsLine);
    });
    if (lineEnd || (severalLines && parenthesised)) {
        if (m_which == Unwrap::Safe)
            return;
        m_risky = true;
    }
    std::vector<LayoutToken> result;
    const bool wrap = severalLines && !parenthesised;
    if (wrap)
        result.push_back(made(OpenParen, "("));
    result.insert(result.end(), inside.begin(), inside.end());
    if (wrap)
        result.push_back(made(CloseParen, ")"));
    tokens.resize(m_begin);
    tokens.insert(tokens.end(), result.begin(), result.end());
}

void Rewriter::rewriteType(std::vector<LayoutToken> &tokens) const
{
    const std::span<const LayoutToken> given = std::span(tokens).subspan(m_begin);
    const auto call = [&](std::string_view name, std::string_view element) {
        tokens.resize(m_begin);
        for (const LayoutToken &token :
             {made(Identifier, name), made(OpenParen, "("), made(Identifier, element), made(CloseParen, ")")})
            tokens.push_back(token);
    };
    if (given.size() == 1) {
        for (const std::string_view name : {"list", "map", "set"})
            if (given[0].view() == name)
                return call(name, "any");
        return;
    }
    if (given.size() != 3)
        return;
    const std::string_view name = given[1].view();
    if (name == "list")
        return call("list", "string");
    if (name == "map")
        return call("map", "string");
    if (name == "string") {
        tokens.resize(m_begin);
        tokens.push_back(made(Identifier, "string"));
    }
}

/// Roughly Go's unicode.IsPrint, which decides what is written as an escape.
static bool isPrintable(char32_t c)
{
    if (c < 0x20 || (c >= 0x7f && c <= 0xa0) || c == 0xad || c == 0x1680 || c == 0x3000 || c == 0xfeff)
        return false;
    if ((c >= 0x2000 && c <= 0x200f) || (c >= 0x2028 && c <= 0x202f) || (c >= 0x205f && c <= 0x206f))
        return false;
    return !(c >= 0xe000 && c <= 0xf8ff) && c < 0xe0000;
}

static std::string labelSource(std::string_view value)
{
    std::string source;
    const std::string encoded = encodeQuoted(value);
    for (std::size_t at = 0; at < encoded.size();) {
        const DecodedCharacter decoded = decodeUtf8(encoded, at);
        const std::uint32_t length = std::max(1U, decoded.length);
        if (decoded.length != 0 && !isPrintable(decoded.character)) {
            std::array<char, 16> escape{};
            const auto code = static_cast<unsigned>(decoded.character);
            const int count = std::snprintf(escape.data(), escape.size(), code < 0x10000 ? "\\u%04x" : "\\U%08x", code);
            source.append(escape.data(), static_cast<std::size_t>(count));
        } else {
            source.append(encoded, at, length);
        }
        at += length;
    }
    return source;
}

void Rewriter::rewriteLabels(const Place &place, std::vector<LayoutToken> &tokens)
{
    tokens.resize(m_begin);
    for (const Label label : place.block.labels()) {
        tokens.push_back(made(OpenQuote, "\""));
        m_texts.push_back(labelSource(label.value()));
        if (!m_texts.back().empty())
            tokens.push_back(made(TemplateText, m_texts.back()));
        tokens.push_back(made(CloseQuote, "\""));
    }
}

} // namespace drydock::hcl
