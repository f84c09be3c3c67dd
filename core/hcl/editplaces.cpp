// SPDX-License-Identifier: MIT
#include "core/hcl/edit.h"

#include <algorithm>

// Where in the text the changes of an Editor go. Spacing is left to the layout of the touched lines.
namespace drydock::hcl {

static bool isPlainName(std::string_view name)
{
    const ParsedFile file = parseExpression(SourceFile("<name>", std::string(name)));
    return file.ok() && file.expression().text() == name && file.expression().kind() == ExpressionKind::Variable;
}

static std::uint32_t lineStart(std::string_view text, std::size_t at)
{
    const std::size_t newline = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    return static_cast<std::uint32_t>(newline == std::string_view::npos ? 0 : newline + 1);
}

/// Behind the line end of the line that `at` is in.
static std::uint32_t lineEnd(std::string_view text, std::size_t at)
{
    const std::size_t newline = text.find('\n', at);
    return static_cast<std::uint32_t>(newline == std::string_view::npos ? text.size() : newline + 1);
}

static bool isBlank(std::string_view text)
{
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

static bool isBlankLine(std::string_view text, std::size_t start)
{
    return start < text.size() && isBlank(text.substr(start, lineEnd(text, start) - start));
}

std::string Editor::print(const NewItem &item) const
{
    switch (item.kind) {
    case NewKind::Source:
        return item.source;
    case NewKind::Attribute:
        return (isPlainName(item.name) ? item.name : "\"" + encodeQuoted(item.name) + "\"") + " = " + item.source;
    default:
        break;
    }
    const bool object = item.kind == NewKind::Object;
    std::string text = item.name + (object ? " = {\n" : " {\n");
    for (const NewItem &child : item.children)
        text += print(child) + "\n";
    return text + "}";
}

void Editor::removeLines(ByteRange range)
{
    const std::string_view text = m_file.source().text();
    std::uint32_t start = lineStart(text, range.start);
    std::uint32_t end = lineEnd(text, range.end);
    const bool alone = isBlank(text.substr(start, range.start - start)) &&
                       text.substr(range.end, end - range.end).find('}') == std::string_view::npos;
    if (!alone) {
        replace(range, "");
        return;
    }
    // Of two empty lines that would now meet, or one beside a brace, one goes too.
    const bool blankBefore = start > 0 && isBlankLine(text, lineStart(text, start - 1));
    const std::size_t next = text.find_first_not_of(" \t", end);
    const bool endsBody = next == std::string_view::npos || text[next] == '}';
    if (blankBefore && (endsBody || isBlankLine(text, end)))
        start = lineStart(text, start - 1);
    else if (isBlankLine(text, end) && (start == 0 || text.substr(0, start).ends_with("{\n")))
        end = lineEnd(text, end);
    replace({start, end}, "");
}

void Editor::removeObjectItem(Expression object, ObjectItem item)
{
    const std::string_view text = m_file.source().text();
    ByteRange range = item.range();
    const std::uint32_t start = lineStart(text, range.start);
    const std::uint32_t end = lineEnd(text, range.end);
    std::size_t next = text.find_first_not_of(" \t", range.end);
    const bool comma = next != std::string_view::npos && text[next] == ',';
    const std::size_t after = comma ? text.find_first_not_of(" \t\r\n", next + 1) : next;
    const bool sharesLine = start < object.range().start || end >= object.range().end ||
                            !isBlank(text.substr(start, range.start - start)) ||
                            (comma && after < end && text[after] != '#' && text[after] != '/');
    if (!sharesLine) {
        replace({start, end}, "");
        return;
    }
    if (comma) {
        range.end =
            static_cast<std::uint32_t>(std::min<std::size_t>(text.find_first_not_of(" \t", next + 1), text.size()));
    } else {
        const std::size_t before = text.find_last_not_of(" \t", range.start - 1);
        if (before != std::string_view::npos && text[before] == ',')
            range.start = static_cast<std::uint32_t>(before);
    }
    replace(range, "");
}

std::vector<TextEdit> Editor::rawEdits() const
{
    std::vector<TextEdit> edits = m_edits;
    for (const Gain &gain : m_gains) {
        if (m_file.tree->kind(gain.parent) == NodeKind::Object)
            gainObject(gain, edits);
        else
            gainBody(gain, edits);
    }
    if (m_file.source().text().find("\r\n") != std::string_view::npos)
        for (TextEdit &edit : edits)
            for (std::size_t at = edit.replacement.find('\n'); at != std::string::npos;
                 at = edit.replacement.find('\n', at + 2))
                if (at == 0 || edit.replacement[at - 1] != '\r')
                    edit.replacement.insert(at, "\r");
    return edits;
}

void Editor::gainBody(const Gain &gain, std::vector<TextEdit> &edits) const
{
    const std::string_view text = m_file.source().text();
    const Body body(m_file.tree.get(), gain.parent);
    const bool root = gain.parent == m_file.tree->root();
    const ByteRange range = body.range();
    std::string attributes;
    std::string rest;
    for (const NewItem &item : gain.items) {
        const bool isAttribute = item.kind == NewKind::Attribute || item.kind == NewKind::Object;
        (isAttribute ? attributes : rest) += (isAttribute || rest.empty() ? "" : "\n") + print(item) + "\n";
    }
    const bool empty = body.items().empty();
    const std::uint32_t firstItem = empty ? range.end - 1 : (*body.items().begin()).range().start;
    if (!root && firstItem < lineEnd(text, range.start)) {
        edits.push_back({range.start + 1, range.start + 1, "\n"});
        const bool gap = !rest.empty() && (!attributes.empty() || !empty);
        edits.push_back({range.end - 1, range.end - 1, (empty ? "" : "\n") + attributes + (gap ? "\n" : "") + rest});
        return;
    }
    std::uint32_t firstLine = root ? 0 : lineEnd(text, range.start);
    std::uint32_t last = 0;
    for (const Attribute attribute : body.attributes())
        last = attribute.range().end;
    const std::uint32_t at = last != 0 ? lineEnd(text, last) : firstLine;
    const std::uint32_t closing = root ? static_cast<std::uint32_t>(text.size()) : lineStart(text, range.end - 1);
    const bool unfinishedLine = root && !text.empty() && text.back() != '\n';
    if (!attributes.empty()) {
        const bool gap = last == 0 && at < closing && !isBlankLine(text, at);
        const bool joins = unfinishedLine && at == text.size();
        edits.push_back({at, at, (joins ? "\n" : "") + attributes + (gap ? "\n" : "")});
    }
    if (!rest.empty()) {
        const bool something = closing > firstLine || (!attributes.empty() && at == closing);
        const bool blankBefore =
            closing > firstLine && isBlankLine(text, lineStart(text, closing - 1)) && !unfinishedLine;
        const bool joins = unfinishedLine && (attributes.empty() || at != closing);
        edits.push_back(
            {closing, closing, (joins ? "\n" : "") + std::string(something && !blankBefore ? "\n" : "") + rest});
    }
}

void Editor::gainObject(const Gain &gain, std::vector<TextEdit> &edits) const
{
    const std::string_view text = m_file.source().text();
    const Expression object(m_file.tree.get(), gain.parent);
    const ByteRange range = object.range();
    const bool oneLine = text.substr(range.start, range.size()).find('\n') == std::string_view::npos;
    std::uint32_t last = range.start + 1;
    bool empty = true;
    for (const ObjectItem item : object.items()) {
        last = item.range().end;
        empty = false;
    }
    std::string added;
    for (const NewItem &item : gain.items)
        added += (oneLine ? (added.empty() ? "" : ", ") : "") + print(item) + (oneLine ? "" : "\n");
    if (oneLine) {
        const std::size_t next = text.find_first_not_of(" \t", last);
        const bool comma = !empty && next != std::string_view::npos && text[next] == ',';
        const auto at = comma ? static_cast<std::uint32_t>(next + 1) : last;
        edits.push_back({at, at, (empty || comma ? "" : ", ") + added});
        return;
    }
    const std::uint32_t end = lineEnd(text, last);
    if (end >= range.end) {
        const bool comma = text.substr(last, 1) == ",";
        added.pop_back();
        edits.push_back({last + (comma ? 1 : 0), last + (comma ? 1 : 0), "\n" + added});
    } else {
        edits.push_back({end, end, added});
    }
}

} // namespace drydock::hcl
