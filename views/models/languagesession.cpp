// SPDX-License-Identifier: MIT
#include "views/models/languagesession.h"

#include "core/hcl/parser.h"
#include "core/hcl/textedit.h"
#include "core/language/completion.h"
#include "core/language/definition.h"
#include "core/language/formatting.h"
#include "core/language/hover.h"
#include "core/language/links.h"
#include "core/language/outline.h"
#include "core/language/problems.h"
#include "core/language/quickfix.h"
#include "core/language/references.h"
#include "core/language/rename.h"
#include "core/language/signature.h"
#include "core/language/snapshot.h"
#include "views/models/languageworker.h"

#include <QMetaMethod>

#include <algorithm>
#include <utility>

namespace drydock::models {

namespace {

/// What a computation is given: the snapshot with the text of the question in it, on a thread of the worker.
struct Asked
{
    const language::Snapshot &snapshot;
    const std::filesystem::path &file;
    std::uint32_t offset;
    LanguageTexts &texts;
    const Task &task;
};

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

QList<FileChange> fileChanges(const std::vector<language::FileEdit> &edits, LanguageTexts &texts)
{
    QList<FileChange> changes;
    for (const language::FileEdit &edit : edits)
        changes << texts.change(edit);
    return changes;
}

QList<CodeOffer> offersAt(const Asked &asked)
{
    QList<CodeOffer> offers;
    const auto add = [&](const language::QuickFix &fix) {
        offers << CodeOffer{QString::fromStdString(fix.title), fileChanges(fix.edits, asked.texts)};
    };
    if (const auto problems = language::moduleProblems(asked.snapshot, asked.file, asked.task)) {
        for (const language::Problem &problem : *problems) {
            const hcl::ByteRange range = problem.location.range;
            if (problem.location.file != asked.file || asked.offset < range.start || asked.offset > range.end)
                continue;
            for (const language::QuickFix &fix : language::quickFixes(asked.snapshot, problem))
                add(fix);
        }
    }
    for (const language::QuickFix &fix :
         language::refactorings(asked.snapshot, asked.file, {asked.offset, asked.offset}))
        add(fix);
    return offers;
}

controls::TextRange linkAt(const Asked &asked)
{
    const auto found = language::definition(asked.snapshot, asked.file, asked.offset);
    if (!found.empty())
        return asked.texts.range(asked.file, found.front().origin);
    for (const language::DocumentLink &link : language::documentLinks(asked.snapshot, asked.file)) {
        if (link.range.contains(asked.offset))
            return asked.texts.range(asked.file, link.range);
    }
    return {};
}

controls::HoverText hoverAt(const Asked &asked)
{
    const auto hover = language::hover(asked.snapshot, asked.file, asked.offset, asked.task);
    if (!hover)
        return {};
    return {asked.texts.range(asked.file, hover->range), QString::fromStdString(hover->markdown())};
}

} // namespace

struct LanguageSession::Question
{
    enum class Cost { Quick, Evaluation };

    const char *kind = "";
    QString file;
    controls::EditorText text;
    int position = 0;
    Cost cost = Cost::Quick;
};

/// Computes on a thread of the worker and hands the value back to the GUI thread.
template <typename Value, typename Compute>
void LanguageSession::ask(const Question &question, QObject *receiver, Compute compute, const Answer<Value> &answer)
{
    LanguageWorker *worker = m_worker.get();
    JobQueue &queue = question.cost == Question::Cost::Quick ? worker->answers : worker->values;
    queue.post(question.kind, [=, this, guard = QPointer<QObject>(receiver)](const Task &task) {
        const LanguageWorker::State state = worker->stateWith(question.file, question.text);
        const std::filesystem::path file = worker->pathOf(question.file);
        if (task.stop.stop_requested())
            return;
        LanguageTexts texts(state.snapshot, state.known, state.folder);
        const std::uint32_t offset = texts.offsets(file).toByte(question.position);
        auto value = std::make_shared<Value>(compute(Asked{state.snapshot, file, offset, texts, task}));
        if (task.stop.stop_requested())
            return;
        QMetaObject::invokeMethod(
            this,
            [guard, answer, value] {
                if (guard)
                    answer(*value);
            },
            Qt::QueuedConnection);
    });
}

/// One editor's questions.
class LanguageSession::FileAssistance final : public controls::Assistance
{
public:
    FileAssistance(LanguageSession &session, QString file)
        : m_session(session)
        , m_file(std::move(file))
    {
    }

    [[nodiscard]] const QString &file() const { return m_file; }

    [[nodiscard]] QString completionTriggers() const override
    {
        QString triggers;
        for (char letter = ' '; letter < '\x7f'; ++letter) {
            const QChar shown = QLatin1Char(letter);
            if (!shown.isLetterOrNumber() && shown != u'_' && language::opensCompletion(letter))
                triggers += shown;
        }
        return triggers;
    }
    [[nodiscard]] QString signatureTriggers() const override { return QStringLiteral("(,"); }

    void textSettled(const controls::EditorText &text) override { m_session.setText(m_file, text); }

    void complete(const controls::AssistanceRequest &request, const Answer<controls::CompletionList> &answer) override
    {
        m_session.ask<controls::CompletionList>(
            question("complete", request), &m_session,
            [](const Asked &asked) {
                return asked.texts.completions(language::complete(asked.snapshot, asked.file, asked.offset),
                                               asked.file);
            },
            answer);
    }

    void hover(const controls::AssistanceRequest &request, const Answer<controls::HoverText> &answer) override
    {
        Question asked = question("hover", request);
        asked.cost = Question::Cost::Evaluation;
        m_session.ask<controls::HoverText>(asked, &m_session, hoverAt, answer);
    }

    void signature(const controls::AssistanceRequest &request, const Answer<controls::SignatureHelp> &answer) override
    {
        m_session.ask<controls::SignatureHelp>(
            question("signature", request), &m_session,
            [](const Asked &asked) {
                const auto help = language::signatureHelp(asked.snapshot, asked.file, asked.offset);
                return help ? asked.texts.signature(*help) : controls::SignatureHelp();
            },
            answer);
    }

    void link(const controls::AssistanceRequest &request, const Answer<controls::TextRange> &answer) override
    {
        m_session.ask<controls::TextRange>(question("link", request), &m_session, linkAt, answer);
    }

    void actions(const controls::AssistanceRequest &request, const Answer<QList<controls::CodeAction>> &answer) override
    {
        LanguageSession *session = &m_session;
        m_session.ask<QList<CodeOffer>>(question("actions", request), &m_session, offersAt,
                                        [session, answer, file = m_file](const QList<CodeOffer> &offers) {
                                            answer(session->keepActions(offers, file));
                                        });
    }

private:
    [[nodiscard]] Question question(const char *kind, const controls::AssistanceRequest &request) const
    {
        return {kind, m_file, request.text, request.position, Question::Cost::Quick};
    }

    LanguageSession &m_session;
    QString m_file;
};

LanguageSession::LanguageSession(QObject *parent)
    : QObject(parent)
    , m_worker(std::make_unique<LanguageWorker>())
{
}

LanguageSession::~LanguageSession() = default;

void LanguageSession::open(const QString &folder, const language::SnapshotOptions &options)
{
    m_folder = folder;
    m_worker->answers.clear();
    m_worker->checks.clear();
    m_worker->values.clear();
    LanguageWorker *worker = m_worker.get();
    changeAndCheck([worker, folder, options](const Task &task) { return worker->open(folder, options, task); });
}

/// `change` is made in the order of the questions; afterwards everything is looked at again.
void LanguageSession::changeAndCheck(std::function<Result<>(const Task &)> change)
{
    m_worker->answers.post({}, [this, change = std::move(change), folder = m_folder](const Task &task) {
        const Result<> result = change(task);
        QMetaObject::invokeMethod(
            this,
            [this, result, folder] {
                if (folder != m_folder)
                    return;
                if (result) {
                    Q_EMIT ready();
                    checkAll();
                } else if (result.error().code != "task.cancelled") {
                    Q_EMIT failed(result.error());
                }
            },
            Qt::QueuedConnection);
    });
}

void LanguageSession::setText(const QString &file, const controls::EditorText &text)
{
    LanguageWorker *worker = m_worker.get();
    m_worker->answers.post("text:" + file.toStdString(), [this, worker, file, text](const Task &task) {
        static_cast<void>(task);
        worker->setText(file, text);
        QMetaObject::invokeMethod(
            this, [this, file] { check(file); }, Qt::QueuedConnection);
    });
}

void LanguageSession::release(const QString &file)
{
    LanguageWorker *worker = m_worker.get();
    changeAndCheck([worker, file](const Task &task) -> Result<> {
        static_cast<void>(task);
        worker->release(file);
        return {};
    });
}

void LanguageSession::refresh()
{
    LanguageWorker *worker = m_worker.get();
    changeAndCheck([worker](const Task &task) { return worker->refresh(task); });
}

void LanguageSession::setSchemas(std::shared_ptr<const terraform::SchemaCatalogue> schemas)
{
    LanguageWorker *worker = m_worker.get();
    changeAndCheck([worker, schemas = std::move(schemas)](const Task &task) -> Result<> {
        static_cast<void>(task);
        worker->setSchemas(schemas);
        return {};
    });
}

controls::Assistance &LanguageSession::assistance(const QString &file)
{
    const auto found = std::find_if(m_assistances.begin(), m_assistances.end(),
                                    [&file](const auto &one) { return one->file() == file; });
    if (found != m_assistances.end())
        return **found;
    return *m_assistances.emplace_back(std::make_unique<FileAssistance>(*this, file));
}

/// The problems of a text's module go to the editors that show its files.
void LanguageSession::check(const QString &file)
{
    if (!isSignalConnected(QMetaMethod::fromSignal(&LanguageSession::diagnosticsChanged)))
        return checkAll();
    LanguageWorker *worker = m_worker.get();
    m_worker->checks.post("check", [this, worker, file](const Task &task) {
        const LanguageWorker::State state = worker->state();
        const std::filesystem::path path = worker->pathOf(file);
        const auto problems = language::moduleProblems(state.snapshot, path, task);
        if (!problems || task.stop.stop_requested())
            return;
        LanguageTexts texts(state.snapshot, state.known, state.folder);
        QHash<QString, QList<controls::Diagnostic>> byFile;
        for (const language::Problem &problem : *problems) {
            const SourceProblem shown = texts.problem(problem);
            byFile[shown.place.file] << shown.diagnostic;
        }
        const std::filesystem::path module = state.snapshot.moduleOf(path);
        for (const auto &[known, text] : state.known) {
            if (known != path && state.snapshot.moduleOf(known) != module)
                continue;
            QMetaObject::invokeMethod(
                this,
                [this, name = text.file, revision = text.text.revision, found = byFile.value(text.file)] {
                    Q_EMIT diagnosticsChanged(name, revision, found);
                },
                Qt::QueuedConnection);
        }
        QMetaObject::invokeMethod(
            this, [this] { checkAll(); }, Qt::QueuedConnection);
    });
}

void LanguageSession::checkAll()
{
    if (!isSignalConnected(QMetaMethod::fromSignal(&LanguageSession::problemsChanged)))
        return;
    LanguageWorker *worker = m_worker.get();
    // The same key as check(): who types on has no use for it.
    m_worker->checks.post("check", [this, worker](const Task &task) {
        const LanguageWorker::State state = worker->state();
        const auto problems = language::allProblems(state.snapshot, task);
        if (!problems || task.stop.stop_requested())
            return;
        LanguageTexts texts(state.snapshot, state.known, state.folder);
        QList<SourceProblem> found;
        for (const language::Problem &problem : *problems)
            found << texts.problem(problem);
        QMetaObject::invokeMethod(
            this, [this, found] { Q_EMIT problemsChanged(found); }, Qt::QueuedConnection);
    });
}

QList<controls::CodeAction> LanguageSession::keepActions(const QList<CodeOffer> &offers, const QString &file)
{
    m_actions.clear();
    QList<controls::CodeAction> actions;
    for (const CodeOffer &offer : offers) {
        controls::CodeAction action;
        action.title = offer.title;
        if (offer.files.size() == 1 && offer.files.first().file == file) {
            action.changes = offer.files.first().changes;
        } else {
            action.id = ++m_lastAction;
            m_actions.insert(action.id, offer.files);
        }
        actions << action;
    }
    return actions;
}

void LanguageSession::outline(const QString &file, const controls::EditorText &text, QObject *receiver,
                              const Answer<QList<OutlineNode>> &answer)
{
    ask<QList<OutlineNode>>(
        {"outline", file, text, 0, Question::Cost::Quick}, receiver,
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

void LanguageSession::findSymbols(const QString &query, QObject *receiver, const Answer<QList<SourcePlace>> &answer)
{
    LanguageWorker *worker = m_worker.get();
    m_worker->answers.post(
        "symbols", [=, this, guard = QPointer<QObject>(receiver), wanted = query.toStdString()](const Task &task) {
            const LanguageWorker::State state = worker->state();
            LanguageTexts texts(state.snapshot, state.known, state.folder);
            const QList<SourcePlace> places = placesOf(language::findSymbols(state.snapshot, wanted), texts);
            if (task.stop.stop_requested())
                return;
            QMetaObject::invokeMethod(
                this,
                [guard, answer, places] {
                    if (guard)
                        answer(places);
                },
                Qt::QueuedConnection);
        });
}

} // namespace drydock::models
