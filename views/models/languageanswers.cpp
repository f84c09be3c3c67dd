// SPDX-License-Identifier: MIT
// LanguageSession: what a page asks about one text.
#include "core/hcl/parser.h"
#include "core/language/definition.h"
#include "core/language/formatting.h"
#include "core/language/outline.h"
#include "core/language/references.h"
#include "core/language/rename.h"
#include "core/language/snapshot.h"
#include "views/models/languagequestion.h"

#include <utility>

namespace drydock::models {

namespace {

std::optional<language::Symbol> symbolOf(const Asked &asked)
{
    return language::symbolAt(asked.snapshot, asked.file, asked.offset);
}

QString titleOf(const language::Symbol &symbol)
{
    return QString::fromStdString(std::string(language::kindName(symbol.kind)) + ' ' + symbol.name);
}

QList<SourcePlace> placesOf(const std::vector<language::Definition> &definitions, LanguageTexts &texts)
{
    QList<SourcePlace> places;
    for (const language::Definition &one : definitions)
        places << texts.place(one.name, titleOf(one.symbol));
    return places;
}

} // namespace

void LanguageSession::outline(const QString &file, const controls::EditorText &text, QObject *receiver,
                              const Answer<QList<OutlineNode>> &answer)
{
    ask<QList<OutlineNode>>(
        // Several editors are restored at once: each wants its own.
        {"outline:" + file.toStdString(), file, text, 0, Question::Cost::Quick}, receiver,
        [](const Asked &asked) {
            const hcl::ParsedFile *parsed = asked.snapshot.file(asked.file);
            return parsed ? asked.texts.outline(language::outline(*parsed), asked.file) : QList<OutlineNode>();
        },
        answer);
}

void LanguageSession::definition(const QString &file, const controls::EditorText &text, int position, QObject *receiver,
                                 const Answer<QList<SourcePlace>> &answer)
{
    ask<QList<SourcePlace>>(
        {"definition", file, text, position, Question::Cost::Quick}, receiver,
        [](const Asked &asked) {
            return placesOf(language::definition(asked.snapshot, asked.file, asked.offset), asked.texts);
        },
        answer);
}

void LanguageSession::references(const QString &file, const controls::EditorText &text, int position, QObject *receiver,
                                 const Answer<QList<SourcePlace>> &answer)
{
    ask<QList<SourcePlace>>(
        {"references", file, text, position, Question::Cost::Quick}, receiver,
        [](const Asked &asked) {
            QList<SourcePlace> places;
            if (const auto symbol = symbolOf(asked)) {
                for (const language::Occurrence &one : language::references(asked.snapshot, *symbol))
                    places << asked.texts.place(one.location, titleOf(*symbol));
            }
            return places;
        },
        answer);
}

void LanguageSession::renameTarget(const QString &file, const controls::EditorText &text, int position,
                                   QObject *receiver, const Answer<Result<RenameTarget>> &answer)
{
    ask<Result<RenameTarget>>(
        {"rename-target", file, text, position, Question::Cost::Quick}, receiver,
        [](const Asked &asked) -> Result<RenameTarget> {
            auto target = language::renameTarget(asked.snapshot, asked.file, asked.offset);
            if (!target)
                return tl::unexpected(std::move(target.error()));
            return RenameTarget{asked.texts.range(asked.file, target->range), QString::fromStdString(target->name)};
        },
        answer);
}

void LanguageSession::rename(const QString &file, const controls::EditorText &text, int position,
                             const QString &newName, QObject *receiver, const Answer<Result<RenameChange>> &answer)
{
    ask<Result<RenameChange>>(
        {"rename", file, text, position, Question::Cost::Quick}, receiver,
        [name = newName.toStdString()](const Asked &asked) -> Result<RenameChange> {
            auto target = language::renameTarget(asked.snapshot, asked.file, asked.offset);
            if (!target)
                return tl::unexpected(std::move(target.error()));
            auto renaming = language::rename(asked.snapshot, target->symbol, name);
            if (!renaming)
                return tl::unexpected(std::move(renaming.error()));
            RenameChange change{fileChanges(renaming->edits, asked.texts), static_cast<int>(renaming->occurrences), {}};
            for (const std::string &note : renaming->notes)
                change.notes << QString::fromStdString(note);
            return change;
        },
        answer);
}

void LanguageSession::format(const QString &file, const controls::EditorText &text, QObject *receiver,
                             const Answer<QList<controls::TextChange>> &answer)
{
    ask<QList<controls::TextChange>>(
        {"format", file, text, 0, Question::Cost::Quick}, receiver,
        [](const Asked &asked) {
            const hcl::ParsedFile *parsed = asked.snapshot.file(asked.file);
            if (!parsed)
                return QList<controls::TextChange>();
            return asked.texts.change({asked.file, language::formatDocument(*parsed)}).changes;
        },
        answer);
}

void LanguageSession::findSymbols(const QString &query, int limit, QObject *receiver,
                                  const Answer<QList<FoundSymbol>> &answer)
{
    LanguageWorker *worker = m_worker.get();
    const auto find = [=, this, guard = QPointer<QObject>(receiver), wanted = query.toStdString()](const Task &task) {
        const LanguageWorker::State state = worker->state();
        LanguageTexts texts(state.snapshot, state.known, state.folder);
        QList<FoundSymbol> found;
        for (const language::Definition &one :
             language::findSymbols(state.snapshot, wanted, static_cast<std::size_t>(limit))) {
            if (task.stop.stop_requested())
                return;
            found << FoundSymbol{texts.place(one.name, titleOf(one.symbol)),
                                 QString::fromStdString(one.symbol.address()), one.symbol.kind};
        }
        QMetaObject::invokeMethod(
            this,
            [guard, answer, found] {
                if (guard)
                    answer(found);
            },
            Qt::QueuedConnection);
    };
    m_worker->answers.post("symbols", find);
}

} // namespace drydock::models
