// SPDX-License-Identifier: MIT
#include "core/language/fixes.h"

#include "core/hcl/type.h"

#include <algorithm>

namespace drydock::language {

namespace fs = std::filesystem;

static constexpr std::string_view CaretMark = "¦";

static FixEdit withCaret(const fs::path &file, std::uint32_t at, std::string text)
{
    FixEdit fix;
    fix.file = file;
    std::size_t mark = text.find(CaretMark);
    if (mark == std::string::npos)
        mark = text.size();
    else
        text.erase(mark, CaretMark.size());
    fix.caret = at + static_cast<std::uint32_t>(mark);
    fix.edit = {at, at, std::move(text)};
    return fix;
}

static std::string withLineEnds(std::string text, std::string_view like)
{
    if (like.find("\r\n") == std::string_view::npos)
        return text;
    std::string out;
    for (const char c : text) {
        if (c == '\n')
            out += '\r';
        out += c;
    }
    return out;
}

hcl::TextEdit removal(std::string_view text, hcl::ByteRange item)
{
    std::size_t start = item.start;
    while (start > 0 && (text[start - 1] == ' ' || text[start - 1] == '\t'))
        --start;
    const bool isLineStart = start == 0 || text[start - 1] == '\n';
    std::size_t end = item.end;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t' || text[end] == '\r'))
        ++end;
    if (!isLineStart || (end < text.size() && text[end] != '\n'))
        return {item.start, item.end, {}};
    end = std::min(end + 1, text.size());
    const bool isAfterEmpty =
        start >= 2 && text[start - 1] == '\n' &&
        (text[start - 2] == '\n' || (start >= 3 && text[start - 2] == '\r' && text[start - 3] == '\n'));
    if (isAfterEmpty || start == 0) {
        // The empty line behind it would stand beside the one before it.
        const std::size_t next = end < text.size() && text[end] == '\r' ? end + 1 : end;
        if (next < text.size() && text[next] == '\n')
            end = next + 1;
        else if (end >= text.size() && isAfterEmpty)
            start -= text[start - 2] == '\r' ? 2 : 1;
    }
    return {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), {}};
}

FixEdit appendBlock(const SnapshotData &data, const fs::path &module, std::string_view name, const fs::path &otherwise,
                    std::string block)
{
    const Directory *directory = data.files->known(module);
    const FileEntry *file = directory != nullptr ? directory->file(module / name) : nullptr;
    if (file == nullptr)
        file = data.files->file(otherwise);
    if (file == nullptr && directory != nullptr && !directory->files().empty())
        file = directory->files().front().get();
    const std::string_view text = file != nullptr ? file->text() : std::string_view();
    std::string gap = text.empty() ? "" : text.ends_with('\n') ? "\n" : "\n\n";
    return withCaret(file != nullptr ? file->path() : otherwise, static_cast<std::uint32_t>(text.size()),
                     withLineEnds(gap + std::move(block), text));
}

FixEdit appendArgument(const FileEntry &file, const hcl::Block &block, const std::string &argument)
{
    const std::string_view text = file.text();
    const hcl::ByteRange body = block.body().range();
    const std::uint32_t close = body.end > body.start ? body.end - 1 : body.end;
    std::size_t lineStart = block.range().start;
    while (lineStart > 0 && text[lineStart - 1] != '\n')
        --lineStart;
    std::size_t first = lineStart;
    while (first < text.size() && (text[first] == ' ' || text[first] == '\t'))
        ++first;
    const std::string indent(text.substr(lineStart, first - lineStart));
    // Behind the last argument of its own, before nested blocks.
    std::uint32_t at = body.start + 1;
    for (const hcl::Attribute attribute : block.body().attributes())
        at = attribute.range().end;
    const std::size_t lineEnd = text.find('\n', at);
    const bool isOneLine = lineEnd == std::string_view::npos || lineEnd > close;
    if (isOneLine) {
        const std::string inside(text.substr(body.start + 1, close - body.start - 1));
        const bool isEmpty = inside.find_first_not_of(" \t") == std::string::npos;
        if (isEmpty) {
            FixEdit fix = withCaret(file.path(), body.start + 1,
                                    withLineEnds("\n" + indent + "  " + argument + "\n" + indent, text));
            fix.edit.endByte = close;
            return fix;
        }
        // What is on the one line gets a line of its own.
        const std::size_t from = inside.find_first_not_of(" \t");
        const std::string only = inside.substr(from, inside.find_last_not_of(" \t") + 1 - from);
        FixEdit fix = withCaret(
            file.path(), body.start + 1,
            withLineEnds("\n" + indent + "  " + only + "\n" + indent + "  " + argument + "\n" + indent, text));
        fix.edit.endByte = close;
        return fix;
    }
    return withCaret(file.path(), static_cast<std::uint32_t>(lineEnd) + 1,
                     withLineEnds(indent + "  " + argument + "\n", text));
}

FixEdit appendLocal(const FileEntry &file, const std::string &argument)
{
    for (const hcl::Block block : file.parsed().body().blocks()) {
        const std::string_view inside = block.text();
        const bool isClosed = inside.ends_with('}');
        if (block.type() == "locals" && isClosed && inside.find('\n') != std::string_view::npos)
            return appendArgument(file, block, argument);
    }
    const std::string_view text = file.text();
    const std::string gap = text.empty() ? "" : text.ends_with('\n') ? "\n" : "\n\n";
    return withCaret(file.path(), static_cast<std::uint32_t>(text.size()),
                     withLineEnds(gap + "locals {\n  " + argument + "\n}\n", text));
}

std::string emptyValue(const hcl::Type &type)
{
    switch (type.kind()) {
    case hcl::Kind::String:
        return "\"¦\"";
    case hcl::Kind::Number:
        return "0";
    case hcl::Kind::Bool:
        return "false";
    case hcl::Kind::List:
    case hcl::Kind::Set:
    case hcl::Kind::Tuple:
        return "[¦]";
    case hcl::Kind::Map:
    case hcl::Kind::Object:
        return "{¦}";
    case hcl::Kind::Dynamic:
        break;
    }
    return "null";
}

QuickFix makeFix(std::string title, FixEdit edit, std::string code, bool isPreferred)
{
    QuickFix fix;
    fix.title = std::move(title);
    fix.code = std::move(code);
    fix.isPreferred = isPreferred;
    fix.caret = {edit.file, {edit.caret, edit.caret}};
    fix.edits.push_back({edit.file, {std::move(edit.edit)}});
    return fix;
}

} // namespace drydock::language
