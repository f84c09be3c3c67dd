// SPDX-License-Identifier: MIT
#include "views/models/filetext.h"

#include "core/base/encoding.h"
#include "core/diff/linediff.h"
#include "core/diff/unified.h"
#include "views/models/text.h"

#include <algorithm>
#include <vector>

namespace drydock::models {

namespace {

constexpr std::string_view mark = "\xEF\xBB\xBF";

struct EndCounts
{
    std::size_t all = 0;
    std::size_t windows = 0;
};

EndCounts countEnds(std::string_view text)
{
    EndCounts counts;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        ++counts.all;
        counts.windows += at > 0 && text[at - 1] == '\r' ? 1 : 0;
    }
    return counts;
}

LineEnds lineEndsOf(std::string_view text)
{
    const EndCounts counts = countEnds(text);
    if (counts.windows == 0)
        return LineEnds::Unix;
    return counts.windows == counts.all ? LineEnds::Windows : LineEnds::Mixed;
}

std::string withoutReturns(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n')
            result += text[i];
    }
    return result;
}

std::string withReturns(std::string_view text)
{
    std::string result;
    result.reserve(text.size() + text.size() / 16);
    for (const char c : text) {
        if (c == '\n')
            result += '\r';
        result += c;
    }
    return result;
}

std::string mixedLike(std::string_view text, std::string_view original)
{
    const EndCounts counts = countEnds(original);
    const bool windows = counts.windows * 2 > counts.all;
    const std::string plain = withoutReturns(original);
    const auto before = diff::splitLines(plain);
    const auto after = diff::splitLines(text);
    const auto originals = diff::splitLines(original);
    const diff::Script script = diff::compareLines(before, after);
    std::string result;
    std::uint32_t line = 0;
    const auto keepUntil = [&](std::uint32_t end) {
        for (; line < end; ++line)
            result += originals[line];
    };
    for (const diff::Edit &edit : script.edits) {
        keepUntil(edit.beforeStart);
        line = edit.beforeEnd();
        for (std::uint32_t added = edit.afterStart; added < edit.afterEnd(); ++added)
            result += windows ? withReturns(after[added]) : std::string(after[added]);
    }
    keepUntil(static_cast<std::uint32_t>(originals.size()));
    return result;
}

} // namespace

std::optional<FileText> decodeFileText(std::string_view bytes)
{
    if (diff::looksBinary(bytes) || !isValidUtf8(bytes))
        return std::nullopt;
    FileText result;
    result.byteOrderMark = bytes.starts_with(mark);
    if (result.byteOrderMark)
        bytes.remove_prefix(mark.size());
    result.lineEnds = lineEndsOf(bytes);
    result.text = result.lineEnds == LineEnds::Unix ? toText(bytes) : toText(withoutReturns(bytes));
    return result;
}

std::string encodeFileText(const QString &text, std::string_view original)
{
    const bool marked = original.starts_with(mark);
    if (marked)
        original.remove_prefix(mark.size());
    std::string bytes = toUtf8(text);
    switch (lineEndsOf(original)) {
    case LineEnds::Unix:
        break;
    case LineEnds::Windows:
        bytes = withReturns(bytes);
        break;
    case LineEnds::Mixed:
        bytes = mixedLike(bytes, original);
        break;
    }
    return marked ? std::string(mark) + bytes : bytes;
}

} // namespace drydock::models
