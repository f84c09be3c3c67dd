// SPDX-License-Identifier: MIT
#include "views/models/languagesession.h"

#include "core/language/problems.h"
#include "core/language/snapshot.h"
#include "views/models/fileassistance.h"

#include <QMetaMethod>

#include <algorithm>
#include <utility>

namespace drydock::models {

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

} // namespace drydock::models
