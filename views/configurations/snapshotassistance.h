// SPDX-License-Identifier: MIT
#pragma once

#include "core/language/snapshot.h"
#include "views/controls/codeeditor/assistance.h"
#include "views/shell/taskrunner.h"

#include <QObject>

#include <filesystem>
#include <functional>

namespace drydock::configurations {

/// Answers one editor's questions from a snapshot, on worker threads.
class SnapshotAssistance final : public QObject, public controls::Assistance
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SnapshotAssistance)

public:
    struct Place
    {
        language::Snapshot snapshot;
        std::filesystem::path file;
    };
    /// What to look at, at the moment of a question.
    using Source = std::function<Place()>;

    /// A child of what holds the editor: it goes after the editor does.
    SnapshotAssistance(shell::TaskRunner &tasks, Source source, QObject *parent);
    ~SnapshotAssistance() override;

    [[nodiscard]] QString completionTriggers() const override;
    [[nodiscard]] QString signatureTriggers() const override { return QStringLiteral("(,"); }
    void complete(const controls::AssistanceRequest &request, const Answer<controls::CompletionList> &answer) override;
    void hover(const controls::AssistanceRequest &request, const Answer<controls::HoverText> &answer) override;
    void signature(const controls::AssistanceRequest &request, const Answer<controls::SignatureHelp> &answer) override;
    void link(const controls::AssistanceRequest &request, const Answer<controls::TextRange> &answer) override;

private:
    template <typename Value, typename Compute>
    void ask(shell::TaskSlot &slot, const controls::AssistanceRequest &request, Compute compute,
             const Answer<Value> &answer);

    Source m_source;
    shell::TaskSlot m_completion;
    shell::TaskSlot m_hover;
    shell::TaskSlot m_signature;
    shell::TaskSlot m_link;
};

} // namespace drydock::configurations
