// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/task.h"
#include "core/language/location.h"
#include "views/models/languagesession.h"
#include "views/models/languageworker.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

// How a LanguageSession asks; private to this folder.
namespace drydock::models {

/// What a computation is given: the snapshot with the text of the question in it, on a thread of the worker.
struct Asked
{
    const language::Snapshot &snapshot;
    const std::filesystem::path &file;
    std::uint32_t offset;
    LanguageTexts &texts;
    const Task &task;
};

[[nodiscard]] inline QList<FileChange> fileChanges(const std::vector<language::FileEdit> &edits, LanguageTexts &texts)
{
    QList<FileChange> changes;
    for (const language::FileEdit &edit : edits)
        changes << texts.change(edit);
    return changes;
}

struct LanguageSession::Question
{
    enum class Cost { Quick, Evaluation };

    std::string kind; ///< a newer question of the same kind outdates it
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

} // namespace drydock::models
