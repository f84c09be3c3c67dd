// SPDX-License-Identifier: MIT
#pragma once

#include "core/language/snapshot.h"
#include "core/project/project.h"
#include "views/configurations/analysis.h"
#include "views/controls/codeeditor/codeeditor.h"
#include "views/shell/pagecontext.h"
#include "views/shell/taskrunner.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <optional>

namespace drydock::configurations {

class FileEditor;

/// What the page knows of the language of its files: problems, outlines, where names lead to and who uses them. Works
/// on snapshots in the background; what is asked is answered for the text of that moment.
class LanguageLink final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LanguageLink)

public:
    explicit LanguageLink(shell::PageContext &context, QObject *parent = nullptr);
    ~LanguageLink() override;

    void setProject(const std::optional<project::Project> &project);
    /// Follows the editor's text as long as it lives.
    void attach(FileEditor *editor);
    /// Files on the disk changed.
    void refresh();
    /// A command that concerns more than one text.
    void run(FileEditor *editor, controls::EditorCommand command, int position);

    [[nodiscard]] QHash<QString, int> problemCounts() const;
    [[nodiscard]] QList<OutlineEntry> outline(const QString &path) const { return m_outlines.value(path); }

Q_SIGNALS:
    void problemsChanged();
    /// `revision` is the one of the editor's text that was looked at; negative: the text on the disk.
    void analysed(const drydock::configurations::FileAnalysis &file, int revision);
    void placeWanted(const QString &path, int line, int column);
    /// All uses of a name.
    void usesFound(const QString &name, const std::vector<drydock::project::FileMatches> &uses);

private:
    struct Update;

    [[nodiscard]] std::vector<std::filesystem::path> takeClosed();
    /// Brings the snapshot up to date with the editors that changed; one at a time.
    void update();
    void take(const Update &update);
    void announce();
    void goToDefinition(FileEditor *editor, int position);
    void findUses(FileEditor *editor, int position);
    [[nodiscard]] std::filesystem::path fileOf(const QString &path) const;

    shell::PageContext &m_context;
    std::optional<project::Project> m_project;
    language::Snapshot m_snapshot;
    QList<QPointer<FileEditor>> m_editors;
    QList<QPointer<FileEditor>> m_changed; ///< since the snapshot was made
    QSet<QString> m_given;                 ///< files whose text the snapshot has from an editor
    bool m_isOutdated = false;             ///< the disk changed since
    bool m_isUpdating = false;
    bool m_isFirstLook = true;
    QHash<QString, QList<FileProblem>> m_problems;
    QHash<QString, QList<OutlineEntry>> m_outlines;
    shell::TaskSlot m_updateTask;
    shell::TaskSlot m_questionTask;
};

} // namespace drydock::configurations
