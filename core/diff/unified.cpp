// SPDX-License-Identifier: MIT
#include "core/diff/unified.h"

#include "core/base/encoding.h"
#include "core/diff/linediff.h"

#include <algorithm>

namespace drydock::diff {

static constexpr std::size_t inspectedBytes = 8000;

bool looksBinary(std::string_view content)
{
    std::string_view head = content.substr(0, inspectedBytes);
    if (head.find('\0') != std::string_view::npos)
        return true;
    if (head.size() < content.size()) {
        // The cut may have gone through a character: take off its first bytes.
        std::size_t cut = 0;
        while (cut < 3 && cut < head.size() &&
               (static_cast<unsigned char>(head[head.size() - 1 - cut]) & 0xC0U) == 0x80U)
            ++cut;
        head.remove_suffix(std::min(head.size(), cut + 1));
    }
    return !isValidUtf8(head);
}

namespace {

bool needsQuotes(std::string_view path)
{
    return std::any_of(path.begin(), path.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F || c == '"' || c == '\\';
    });
}

/// The path with its prefix as git writes it: in C quotes where it holds control characters, quotes or backslashes.
std::string quoted(std::string_view prefix, std::string_view path)
{
    std::string name = std::string(prefix) + std::string(path);
    if (!needsQuotes(path))
        return name;
    std::string result = "\"";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            result += {'\\', c};
        else if (byte < 0x20 || byte == 0x7F)
            result += {'\\', static_cast<char>('0' + (byte >> 6U)), static_cast<char>('0' + ((byte >> 3U) & 7U)),
                       static_cast<char>('0' + (byte & 7U))};
        else
            result += c;
    }
    return result + "\"";
}

/// The name on a --- or +++ line: with a tab after it where `patch` would stop reading at a blank.
std::string fileLine(std::string_view marker, std::string_view prefix, const std::string &path, bool present)
{
    if (!present)
        return std::string(marker) + " /dev/null\n";
    const std::string name = quoted(prefix, path);
    const bool tab = name.front() != '"' && name.find(' ') != std::string::npos;
    return std::string(marker) + " " + name + (tab ? "\t\n" : "\n");
}

std::string header(const FilePair &pair)
{
    const std::string &before = pair.before ? pair.beforePath : pair.afterPath;
    const std::string &after = pair.after ? pair.afterPath : pair.beforePath;
    std::string text = "diff --git " + quoted("a/", before) + " " + quoted("b/", after) + "\n";
    if (!pair.before)
        text += "new file mode 100644\n";
    else if (!pair.after)
        text += "deleted file mode 100644\n";
    else if (before != after) {
        if (*pair.before == *pair.after)
            text += "similarity index 100%\n";
        text += "rename from " + quoted("", before) + "\nrename to " + quoted("", after) + "\n";
    }
    return text;
}

std::string rangeText(std::uint32_t start, std::uint32_t count)
{
    const std::uint32_t first = count == 0 ? start : start + 1;
    return std::to_string(first) + (count == 1 ? "" : "," + std::to_string(count));
}

void appendLine(std::string &text, char marker, std::string_view line)
{
    text += marker;
    text += line;
    if (line.empty() || line.back() != '\n')
        text += "\n\\ No newline at end of file\n";
}

using Lines = std::vector<std::string_view>;

void appendHunk(std::string &text, const Hunk &hunk, const Script &script, const Lines &before, const Lines &after)
{
    text += "@@ -" + rangeText(hunk.beforeStart, hunk.beforeCount) + " +" +
            rangeText(hunk.afterStart, hunk.afterCount) + " @@\n";
    std::uint32_t line = hunk.beforeStart;
    for (std::size_t i = hunk.firstEdit; i < hunk.firstEdit + hunk.editCount; ++i) {
        const Edit &edit = script.edits[i];
        while (line < edit.beforeStart)
            appendLine(text, ' ', before[line++]);
        while (line < edit.beforeEnd())
            appendLine(text, '-', before[line++]);
        for (std::uint32_t added = edit.afterStart; added < edit.afterEnd(); ++added)
            appendLine(text, '+', after[added]);
    }
    while (line < hunk.beforeStart + hunk.beforeCount)
        appendLine(text, ' ', before[line++]);
}

} // namespace

std::string unifiedDiff(const FilePair &pair, std::uint32_t context)
{
    if (!pair.before && !pair.after)
        return {};
    const bool sameContent = pair.before && pair.after && *pair.before == *pair.after;
    if (sameContent && pair.beforePath == pair.afterPath)
        return {};
    std::string text = header(pair);
    if (sameContent)
        return text;
    const std::string_view before = pair.before.value_or("");
    const std::string_view after = pair.after.value_or("");
    if (looksBinary(before) || looksBinary(after)) {
        return text + "Binary files " + (pair.before ? quoted("a/", pair.beforePath) : "/dev/null") + " and " +
               (pair.after ? quoted("b/", pair.afterPath) : "/dev/null") + " differ\n";
    }
    const Lines beforeLines = splitLines(before);
    const Lines afterLines = splitLines(after);
    const Script script = compareLines(beforeLines, afterLines);
    if (script.edits.empty())
        return text;
    text += fileLine("---", "a/", pair.beforePath, pair.before.has_value());
    text += fileLine("+++", "b/", pair.afterPath, pair.after.has_value());
    for (const Hunk &hunk : groupHunks(script, beforeLines.size(), afterLines.size(), context))
        appendHunk(text, hunk, script, beforeLines, afterLines);
    return text;
}

std::string unifiedDiff(const std::string &path, std::string_view before, std::string_view after, std::uint32_t context)
{
    return unifiedDiff(FilePair{path, path, before, after}, context);
}

} // namespace drydock::diff
