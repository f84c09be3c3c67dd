// SPDX-License-Identifier: MIT
#include "views/configurations/analysis.h"

#include "core/hcl/parser.h"
#include "core/language/definition.h"
#include "core/language/outline.h"
#include "core/language/references.h"
#include "core/language/snapshot.h"
#include "views/models/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using drydock::controls::Level;
using drydock::models::toText;

namespace drydock::configurations {

namespace {

int utf16Before(std::string_view text, std::uint32_t bytes)
{
    // A byte order mark is no part of what an editor shows.
    const std::size_t start = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const std::size_t end = std::max<std::size_t>(std::min<std::size_t>(bytes, text.size()), start);
    return static_cast<int>(QString::fromUtf8(text.data() + start, static_cast<qsizetype>(end - start)).size());
}

QString iconOf(language::SymbolKind kind)
{
    using language::SymbolKind;
    switch (kind) {
    case SymbolKind::Variable:
    case SymbolKind::Local:
    case SymbolKind::Locals:
        return u"code-variable"_s;
    case SymbolKind::Output:
        return u"document-export"_s;
    case SymbolKind::Module:
        return u"package"_s;
    case SymbolKind::Data:
    case SymbolKind::Ephemeral:
        return u"document-import"_s;
    case SymbolKind::Provider:
    case SymbolKind::Settings:
        return u"configure"_s;
    case SymbolKind::Argument:
        return {};
    default:
        return u"code-context"_s;
    }
}

OutlineEntry entryOf(const language::OutlineItem &item, const hcl::SourceFile &source)
{
    const hcl::Position name = source.position(source.written(item.selection).start);
    const hcl::ByteRange range = source.written(item.range);
    OutlineEntry entry{toText(item.name),
                       toText(language::kindName(item.kind)),
                       toText(item.detail),
                       iconOf(item.kind),
                       static_cast<int>(name.line),
                       static_cast<int>(name.column),
                       static_cast<int>(source.position(std::max(range.end, range.start + 1) - 1).line),
                       {}};
    for (const language::OutlineItem &child : item.children)
        entry.children << entryOf(child, source);
    return entry;
}

QString relativePath(const language::Snapshot &snapshot, const std::filesystem::path &file)
{
    return models::pathText(file.lexically_relative(snapshot.root()));
}

/// The line of a place, as a search shows it.
project::TextMatch matchAt(const hcl::SourceFile &source, hcl::ByteRange range)
{
    const hcl::Position start = source.position(range.start);
    const std::string_view text = source.text();
    const std::size_t lineStart = source.offset({start.line, 1});
    const std::size_t lineEnd = std::min(text.find('\n', range.start), text.size());
    project::TextMatch match{range.start, range.end, start.line, start.column, {}, 0, 0};
    match.excerpt = text.substr(lineStart, lineEnd - lineStart);
    match.excerptStart = range.start - lineStart;
    match.excerptLength = std::min<std::size_t>(range.end, lineEnd) - range.start;
    return match;
}

} // namespace

FileAnalysis analyse(const language::Snapshot &snapshot, const std::filesystem::path &file)
{
    FileAnalysis analysis;
    analysis.path = relativePath(snapshot, file);
    const hcl::ParsedFile *parsed = snapshot.file(file);
    if (!parsed)
        return analysis;
    const hcl::SourceFile &source = parsed->source();
    for (const hcl::Diagnostic &each : parsed->diagnostics) {
        const bool isError = each.severity == hcl::Severity::Error;
        const hcl::ByteRange range = source.written(each.range);
        const QString text = toText(each.summary) + u". "_s + toText(each.detail);
        analysis.problems << FileProblem{isError ? Level::Critical : Level::Medium, text,
                                         static_cast<int>(source.position(range.start).line)};
        controls::Diagnostic diagnostic;
        diagnostic.range = {utf16Before(source.text(), range.start), utf16Before(source.text(), range.end)};
        diagnostic.severity = isError ? controls::DiagnosticSeverity::Error : controls::DiagnosticSeverity::Warning;
        diagnostic.message = text;
        diagnostic.hint = toText(each.hint);
        analysis.diagnostics << diagnostic;
    }
    for (const language::OutlineItem &item : language::outline(*parsed))
        analysis.outline << entryOf(item, source);
    return analysis;
}

std::vector<FileAnalysis> analyseAll(const language::Snapshot &snapshot, const Task &task)
{
    std::vector<FileAnalysis> all;
    for (const std::filesystem::path &file : snapshot.files()) {
        if (!task.check())
            break;
        all.push_back(analyse(snapshot, file));
    }
    return all;
}

std::vector<FoundPlace> definitionPlaces(const language::Snapshot &snapshot, const std::filesystem::path &file,
                                         std::uint32_t offset)
{
    std::vector<FoundPlace> places;
    for (const language::Definition &each : language::definition(snapshot, file, offset)) {
        const hcl::ParsedFile *parsed = snapshot.file(each.name.file);
        const QString path = relativePath(snapshot, each.name.file);
        if (!parsed || path.startsWith(".."_L1))
            continue;
        const hcl::Position place = parsed->source().position(parsed->source().written(each.name.range).start);
        places.push_back({path, static_cast<int>(place.line), static_cast<int>(place.column)});
    }
    return places;
}

FoundUses usesOf(const language::Snapshot &snapshot, const std::filesystem::path &file, std::uint32_t offset)
{
    FoundUses found;
    const auto symbol = language::symbolAt(snapshot, file, offset);
    if (!symbol)
        return found;
    found.name = toText(symbol->address());
    for (const language::Occurrence &each : language::references(snapshot, *symbol)) {
        const hcl::ParsedFile *parsed = snapshot.file(each.location.file);
        const QString path = relativePath(snapshot, each.location.file);
        if (!parsed || path.startsWith(".."_L1))
            continue;
        if (found.files.empty() || toText(found.files.back().path) != path)
            found.files.push_back({models::toUtf8(path), {}, {}});
        found.files.back().matches.push_back(matchAt(parsed->source(), parsed->source().written(each.location.range)));
    }
    return found;
}

} // namespace drydock::configurations
