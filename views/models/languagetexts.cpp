// SPDX-License-Identifier: MIT
#include "views/models/languagetexts.h"

#include "core/hcl/parser.h"
#include "core/hcl/source.h"
#include "core/hcl/textedit.h"
#include "core/language/completion.h"
#include "core/language/location.h"
#include "core/language/outline.h"
#include "core/language/problems.h"
#include "core/language/signature.h"
#include "core/language/snapshot.h"

#include <algorithm>

namespace drydock::models {

namespace {

using controls::CompletionKind;

CompletionKind kindOf(language::CompletionKind kind)
{
    switch (kind) {
    case language::CompletionKind::BlockType:
    case language::CompletionKind::Block:
        return CompletionKind::Block;
    case language::CompletionKind::ResourceType:
        return CompletionKind::Object;
    case language::CompletionKind::Argument:
    case language::CompletionKind::Attribute:
        return CompletionKind::Property;
    case language::CompletionKind::Variable:
        return CompletionKind::Variable;
    case language::CompletionKind::Local:
        return CompletionKind::Constant;
    case language::CompletionKind::Resource:
    case language::CompletionKind::DataSource:
        return CompletionKind::Reference;
    case language::CompletionKind::Module:
        return CompletionKind::Module;
    case language::CompletionKind::Output:
    case language::CompletionKind::Value:
        return CompletionKind::Value;
    case language::CompletionKind::Function:
        return CompletionKind::Function;
    case language::CompletionKind::Keyword:
        return CompletionKind::Keyword;
    case language::CompletionKind::Path:
        return CompletionKind::File;
    case language::CompletionKind::Snippet:
        return CompletionKind::Snippet;
    }
    return CompletionKind::Text;
}

controls::DiagnosticSeverity severityOf(language::ProblemSeverity severity)
{
    switch (severity) {
    case language::ProblemSeverity::Error:
        return controls::DiagnosticSeverity::Error;
    case language::ProblemSeverity::Warning:
        return controls::DiagnosticSeverity::Warning;
    case language::ProblemSeverity::Hint:
        break;
    }
    return controls::DiagnosticSeverity::Hint;
}

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace

std::filesystem::path nativePath(const QString &file)
{
    return std::filesystem::path(file.toStdString());
}

QString toQString(const std::filesystem::path &path)
{
    return QString::fromStdString(path.string());
}

LanguageTexts::LanguageTexts(const language::Snapshot &snapshot, const KnownTexts &known, QString folder)
    : m_snapshot(snapshot)
    , m_known(known)
    , m_folder(std::move(folder))
{
}

const TextOffsets &LanguageTexts::offsets(const std::filesystem::path &file)
{
    auto found = m_offsets.find(file);
    if (found == m_offsets.end())
        found = m_offsets.emplace(file, TextOffsets(m_snapshot.text(file))).first;
    return found->second;
}

controls::TextRange LanguageTexts::range(const std::filesystem::path &file, hcl::ByteRange range)
{
    const TextOffsets &known = offsets(file);
    return {known.toUtf16(range.start), known.toUtf16(range.end)};
}

QString LanguageTexts::nameOf(const std::filesystem::path &file) const
{
    if (const auto known = m_known.find(file); known != m_known.end())
        return known->second.file;
    // The snapshot's root has its links resolved; the window knows the folder by the name it was opened with.
    const std::filesystem::path relative = file.lexically_relative(m_snapshot.root());
    if (relative.empty() || *relative.begin() == "..")
        return toQString(file);
    return m_folder + u'/' + toQString(relative);
}

SourcePlace LanguageTexts::place(const language::Location &location, const QString &title)
{
    SourcePlace place;
    place.file = nameOf(location.file);
    place.title = title;
    place.range = range(location.file, location.range);
    if (const hcl::ParsedFile *file = m_snapshot.file(location.file)) {
        const hcl::Position position = file->source().position(location.range.start);
        place.line = static_cast<int>(position.line);
        place.column = static_cast<int>(position.column);
        place.lineText = text(file->source().line(position.line)).trimmed();
    }
    return place;
}

SourceProblem LanguageTexts::problem(const language::Problem &problem)
{
    SourceProblem result;
    result.place = place(problem.location);
    controls::Diagnostic &diagnostic = result.diagnostic;
    diagnostic.range = result.place.range;
    diagnostic.severity = severityOf(problem.severity);
    diagnostic.message = text(problem.summary);
    diagnostic.code = text(problem.code);
    QStringList more;
    for (const std::string &part : {problem.detail, problem.hint}) {
        if (!part.empty() && part != problem.summary)
            more << text(part);
    }
    diagnostic.hint = more.join(u'\n');
    if (problem.isUnnecessary)
        diagnostic.tag = controls::DiagnosticTag::Unused;
    return result;
}

controls::CompletionList LanguageTexts::completions(const language::Completions &found,
                                                    const std::filesystem::path &file)
{
    controls::CompletionList list;
    list.replaced = range(file, found.replace);
    list.coverage = found.isIncomplete ? controls::ListCoverage::Partial : controls::ListCoverage::Complete;
    list.items.reserve(static_cast<qsizetype>(found.items.size()));
    for (const language::CompletionItem &item : found.items) {
        controls::CompletionItem shown;
        shown.label = text(item.label);
        shown.detail = text(item.detail);
        shown.documentation = text(item.documentation);
        shown.insertText = text(item.insert);
        if (item.filter != item.label)
            shown.filterText = text(item.filter);
        shown.kind = kindOf(item.kind);
        shown.format = item.isSnippet ? controls::InsertFormat::Snippet : controls::InsertFormat::Plain;
        if (!item.insert.empty() && item.insert.back() == '.')
            shown.after = controls::AfterInsert::AskAgain;
        if (item.isDeprecated)
            shown.tag = controls::DiagnosticTag::Deprecated;
        shown.rank = static_cast<int>(list.items.size());
        list.items << shown;
    }
    return list;
}

controls::SignatureHelp LanguageTexts::signature(const language::SignatureHelp &help) const
{
    controls::SignatureHelp shown;
    shown.label = text(help.label);
    shown.documentation = text(help.documentation);
    const TextOffsets known(help.label);
    for (const hcl::ByteRange &parameter : help.parameters)
        shown.parameters << controls::TextRange{known.toUtf16(parameter.start), known.toUtf16(parameter.end)};
    shown.active = help.active < help.parameters.size() ? static_cast<int>(help.active) : -1;
    return shown;
}

QList<OutlineNode> LanguageTexts::outline(const std::vector<language::OutlineItem> &items,
                                          const std::filesystem::path &file)
{
    QList<OutlineNode> nodes;
    const hcl::ParsedFile *parsed = m_snapshot.file(file);
    for (const language::OutlineItem &item : items) {
        OutlineNode node;
        node.name = text(item.name);
        node.detail = text(item.detail);
        node.kind = text(language::kindName(item.kind));
        node.range = range(file, item.range);
        node.selection = range(file, item.selection);
        if (parsed)
            node.line = static_cast<int>(parsed->source().position(item.selection.start).line);
        node.children = outline(item.children, file);
        nodes << node;
    }
    return nodes;
}

FileChange LanguageTexts::change(const language::FileEdit &edit)
{
    FileChange change;
    change.file = nameOf(edit.file);
    if (const auto known = m_known.find(edit.file); known != m_known.end())
        change.revision = known->second.text.revision;
    std::vector<hcl::TextEdit> edits = edit.edits;
    std::stable_sort(edits.begin(), edits.end(), [](const hcl::TextEdit &first, const hcl::TextEdit &second) {
        return first.startByte < second.startByte;
    });
    std::string result(m_snapshot.text(edit.file));
    change.before = text(result);
    for (const hcl::TextEdit &one : edits)
        change.changes << controls::TextChange{range(edit.file, {one.startByte, one.endByte}), text(one.replacement)};
    for (auto one = edits.rbegin(); one != edits.rend(); ++one)
        result.replace(one->startByte, one->endByte - one->startByte, one->replacement);
    change.text = text(result);
    return change;
}

} // namespace drydock::models
