// SPDX-License-Identifier: MIT
#include "core/language/formatting.h"

#include "core/diff/linediff.h"
#include "core/hcl/formatter.h"
#include "core/hcl/lexer.h"
#include "core/hcl/parser.h"

#include <algorithm>

namespace drydock::language {

using hcl::TextEdit;
using hcl::TokenKind;

// Only the part of the lines that differs, so that carets beside it stay.
static TextEdit narrowed(std::string_view before, std::uint32_t start, std::string_view after)
{
    std::size_t head = 0;
    const std::size_t shorter = std::min(before.size(), after.size());
    while (head < shorter && before[head] == after[head])
        ++head;
    // Not into the middle of a character.
    while (head > 0 && head < before.size() && (static_cast<unsigned char>(before[head]) & 0xC0U) == 0x80U)
        --head;
    std::size_t tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    while (tail > 0 && (static_cast<unsigned char>(before[before.size() - tail]) & 0xC0U) == 0x80U)
        --tail;
    return {start + static_cast<std::uint32_t>(head), start + static_cast<std::uint32_t>(before.size() - tail),
            std::string(after.substr(head, after.size() - tail - head))};
}

std::vector<TextEdit> formatDocument(const hcl::ParsedFile &file)
{
    std::vector<TextEdit> edits;
    if (!file.ok())
        return edits;
    const std::string_view text = file.source().text();
    const std::string formatted = hcl::format(file);
    if (formatted == text)
        return edits;
    const std::vector<std::string_view> before = diff::splitLines(text);
    const std::vector<std::string_view> after = diff::splitLines(formatted);
    const auto offsetIn = [](std::string_view whole, const std::vector<std::string_view> &lines, std::size_t line) {
        return line < lines.size() ? static_cast<std::size_t>(lines[line].data() - whole.data()) : whole.size();
    };
    for (const diff::Edit &edit : diff::compareLines(before, after).edits) {
        // Lines that correspond one to one are changed one by one.
        const bool isPairwise = edit.beforeCount == edit.afterCount;
        const std::uint32_t steps = isPairwise ? edit.beforeCount : 1;
        for (std::uint32_t step = 0; step < steps; ++step) {
            const std::uint32_t count = isPairwise ? 1 : edit.beforeCount;
            const std::uint32_t newCount = isPairwise ? 1 : edit.afterCount;
            const std::size_t start = offsetIn(text, before, edit.beforeStart + step);
            const std::size_t end = offsetIn(text, before, edit.beforeStart + step + count);
            const std::size_t newStart = offsetIn(formatted, after, edit.afterStart + step);
            const std::size_t newEnd = offsetIn(formatted, after, edit.afterStart + step + newCount);
            const std::string_view old = text.substr(start, end - start);
            const std::string_view fresh = std::string_view(formatted).substr(newStart, newEnd - newStart);
            if (old != fresh)
                edits.push_back(narrowed(old, static_cast<std::uint32_t>(start), fresh));
        }
    }
    return edits;
}

std::vector<TextEdit> formatRange(const hcl::ParsedFile &file, hcl::ByteRange range)
{
    const hcl::SourceFile &source = file.source();
    const std::uint32_t start = source.lineRange(source.position(range.start).line).start;
    const std::uint32_t end = source.lineRange(source.position(std::max(range.start, range.end)).line).end + 1;
    std::vector<TextEdit> edits = formatDocument(file);
    std::erase_if(edits, [&](const TextEdit &edit) { return edit.endByte < start || edit.startByte >= end; });
    return edits;
}

std::uint32_t indentationAt(std::string_view text, std::uint32_t offset)
{
    offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
    hcl::Lexer lexer(text.substr(0, offset));
    std::vector<std::size_t> open; // the line each bracket stands on
    std::size_t line = 0;
    std::uint32_t heredoc = 0;
    for (hcl::Token token = lexer.next(); token.kind != TokenKind::EndOfFile; token = lexer.next()) {
        const std::string_view written = text.substr(token.start, token.end - token.start);
        switch (token.kind) {
        case TokenKind::OpenBrace:
        case TokenKind::OpenBracket:
        case TokenKind::OpenParen:
            open.push_back(line);
            break;
        case TokenKind::CloseBrace:
        case TokenKind::CloseBracket:
        case TokenKind::CloseParen:
            if (!open.empty())
                open.pop_back();
            break;
        case TokenKind::OpenHeredoc:
            ++heredoc;
            break;
        case TokenKind::CloseHeredoc:
            heredoc -= heredoc > 0 ? 1 : 0;
            break;
        case TokenKind::Invalid:
            if (lexer.depth() > 0 && (text[token.start] == '\n' || text[token.start] == '\r'))
                lexer.restart(token.start);
            break;
        default:
            break;
        }
        line += static_cast<std::size_t>(std::count(written.begin(), written.end(), '\n'));
    }
    // In a heredoc's text the line above says it.
    if (heredoc > 0) {
        const std::size_t lineStart = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;
        std::size_t first = lineStart;
        while (first < offset && text[first] == ' ')
            ++first;
        return static_cast<std::uint32_t>(first - lineStart);
    }
    // Brackets that open on one line indent once: `merge({`.
    std::uint32_t levels = 0;
    for (std::size_t at = 0; at < open.size(); ++at)
        levels += at == 0 || open[at] != open[at - 1] ? 1 : 0;
    return levels * 2;
}

} // namespace drydock::language
