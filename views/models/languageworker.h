// SPDX-License-Identifier: MIT
#pragma once

#include "core/language/snapshot.h"
#include "views/models/jobqueue.h"
#include "views/models/languagetexts.h"

#include <mutex>

namespace drydock::models {

/// The snapshot of a LanguageSession and the threads that ask it. Thread-safe.
class LanguageWorker final
{
public:
    struct State
    {
        language::Snapshot snapshot;
        KnownTexts known;
        QString folder;
    };

    [[nodiscard]] Result<> open(const QString &folder, const language::SnapshotOptions &options, const Task &task);
    [[nodiscard]] Result<> refresh(const Task &task);
    void setSchemas(std::shared_ptr<const terraform::SchemaCatalogue> schemas);
    void setText(const QString &file, const controls::EditorText &text);
    void release(const QString &file);

    [[nodiscard]] State state() const;
    /// With the text of a question, which is kept unless a newer one is known.
    [[nodiscard]] State stateWith(const QString &file, const controls::EditorText &text);
    /// As the snapshot has it.
    [[nodiscard]] std::filesystem::path pathOf(const QString &file) const;

private:
    mutable std::mutex m_mutex;
    State m_state;

public:
    // Last, so that the threads end before what they use. Answers are wanted at once, checks may be outdated by typing,
    // values need a whole configuration evaluated.
    JobQueue answers;
    JobQueue checks;
    JobQueue values;
};

} // namespace drydock::models
