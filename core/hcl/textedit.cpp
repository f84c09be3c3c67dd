// SPDX-License-Identifier: MIT
#include "core/hcl/textedit.h"

#include "core/hcl/characters.h"
#include "core/hcl/formatter.h"

#include <algorithm>
#include <utility>

namespace drydock::hcl {

namespace {

/// A run of the new text: from the old text at `origin`, or new.
struct Piece
{
    std::size_t start;
    std::size_t end;
    std::size_t origin;
    bool isNew;
};

struct Edited
{
    std::string text;
    std::vector<Piece> pieces;
};

struct Line
{
    std::size_t start;
    std::size_t end; ///< behind its line end
    bool touched = false;
    std::size_t origin = 0; ///< of an untouched line
};

} // namespace

static Result<Edited> editText(std::string_view text, std::vector<TextEdit> edits)
{
    std::stable_sort(edits.begin(), edits.end(), [](const TextEdit &a, const TextEdit &b) {
        return std::pair(a.startByte, a.endByte) < std::pair(b.startByte, b.endByte);
    });
    Edited edited;
    const auto add = [&edited](std::string_view run, std::size_t origin, bool isNew) {
        edited.pieces.push_back({edited.text.size(), edited.text.size() + run.size(), origin, isNew});
        edited.text += run;
    };
    std::size_t at = 0;
    for (const TextEdit &edit : edits) {
        if (edit.startByte < at || edit.endByte < edit.startByte || edit.endByte > text.size())
            return failure("edit.invalid", "Two changes concern the same bytes, or bytes that are not there.", {},
                           "Make one change after the other.");
        add(text.substr(at, edit.startByte - at), at, false);
        add(edit.replacement, edit.startByte, true);
        at = edit.endByte;
    }
    add(text.substr(at), at, false);
    return edited;
}

Result<std::string> applyEdits(std::string_view text, std::vector<TextEdit> edits)
{
    auto edited = editText(text, std::move(edits));
    if (!edited)
        return failure(std::move(edited.error()));
    return std::move(edited->text);
}

static std::vector<Line> linesOf(std::string_view text)
{
    std::vector<Line> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t newline = text.find('\n', at);
        const std::size_t end = newline == std::string_view::npos ? text.size() : newline + 1;
        lines.push_back({at, end});
        at = end;
    }
    return lines;
}

// A line is untouched where it comes whole from one piece of the old text and nothing was cut out at its edges.
static void markTouched(std::vector<Line> &lines, const Edited &edited)
{
    std::size_t piece = 0;
    for (Line &line : lines) {
        while (piece < edited.pieces.size() && edited.pieces[piece].end <= line.start)
            ++piece;
        const Piece &run = edited.pieces[std::min(piece, edited.pieces.size() - 1)];
        line.touched = run.isNew || line.start < run.start || line.end > run.end;
        line.origin = run.origin + (line.start - run.start);
    }
}

static bool isAttributeLine(std::string_view line)
{
    using namespace characters;
    std::size_t at = line.find_first_not_of(" \t");
    if (at == std::string_view::npos || !is(line[at], NameStart | HighByte))
        return false;
    while (at < line.size() && is(line[at], NameContinue | HighByte))
        ++at;
    at = line.find_first_not_of(" \t", at);
    return at != std::string_view::npos && line[at] == '=';
}

static std::vector<bool> linesToLayOut(const std::vector<Line> &lines, std::string_view text)
{
    const std::size_t count = lines.size();
    std::vector<bool> chosen(count);
    const auto isNeighbour = [&](std::size_t i) {
        return isAttributeLine(text.substr(lines[i].start, lines[i].end - lines[i].start));
    };
    for (std::size_t i = 0; i < count; ++i) {
        if (!lines[i].touched)
            continue;
        chosen[i] = true;
        for (std::size_t up = i; up > 0 && !chosen[up - 1] && isNeighbour(up - 1); --up)
            chosen[up - 1] = true;
        for (std::size_t down = i + 1; down < count && !chosen[down] && !lines[down].touched && isNeighbour(down);
             ++down)
            chosen[down] = true;
    }
    return chosen;
}

static bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

// Adds an edit without what is the same at both ends.
static void addMinimal(std::string_view text, std::size_t start, std::size_t end, std::string_view replacement,
                       std::vector<TextEdit> &edits)
{
    const std::string_view old = text.substr(start, end - start);
    const std::size_t shorter = std::min(old.size(), replacement.size());
    std::size_t prefix = 0;
    while (prefix < shorter && old[prefix] == replacement[prefix])
        ++prefix;
    while (prefix > 0 && prefix < old.size() && isContinuation(old[prefix]))
        --prefix;
    std::size_t suffix = 0;
    while (suffix < shorter - prefix && old[old.size() - 1 - suffix] == replacement[replacement.size() - 1 - suffix])
        ++suffix;
    while (suffix > 0 && isContinuation(old[old.size() - suffix]))
        --suffix;
    if (prefix == old.size() && prefix == replacement.size())
        return;
    edits.push_back({static_cast<std::uint32_t>(start + prefix), static_cast<std::uint32_t>(end - suffix),
                     std::string(replacement.substr(prefix, replacement.size() - prefix - suffix))});
}

Result<std::vector<TextEdit>> layOutEdits(const ParsedFile &file, std::vector<TextEdit> edits)
{
    const std::string_view old = file.source().text();
    const auto edited = editText(old, std::move(edits));
    if (!edited)
        return failure(edited.error());
    const bool wasFormatted = format(file) == old;
    const std::string laidOut = formatLayout(edited->text);
    std::vector<Line> lines = linesOf(edited->text);
    const std::vector<Line> laidOutLines = linesOf(laidOut);
    markTouched(lines, *edited);
    const std::vector<bool> chosen = linesToLayOut(lines, edited->text);
    // Layout moves no line end; only blanks at the very end of a file can make a difference.
    const bool aligned = lines.size() == laidOutLines.size();
    const auto newLine = [&](std::size_t i) {
        const bool take = aligned && (wasFormatted || chosen[i]);
        return take ? std::string_view(laidOut).substr(laidOutLines[i].start,
                                                       laidOutLines[i].end - laidOutLines[i].start)
                    : std::string_view(edited->text).substr(lines[i].start, lines[i].end - lines[i].start);
    };
    std::vector<TextEdit> result;
    std::size_t consumed = 0; // of the old text
    for (std::size_t i = 0; i < lines.size();) {
        std::string replacement;
        for (; i < lines.size() && lines[i].touched; ++i)
            replacement += newLine(i);
        const std::size_t next = i < lines.size() ? lines[i].origin : old.size();
        if (next > consumed || !replacement.empty())
            addMinimal(old, consumed, next, replacement, result);
        if (i == lines.size()) {
            consumed = old.size();
            break;
        }
        consumed = next + (lines[i].end - lines[i].start);
        addMinimal(old, next, consumed, newLine(i), result);
        ++i;
    }
    if (consumed < old.size())
        addMinimal(old, consumed, old.size(), "", result);
    return result;
}

} // namespace drydock::hcl
