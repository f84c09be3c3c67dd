// SPDX-License-Identifier: MIT
#pragma once

#include "core/language/snapshot.h"
#include "core/project/project.h"
#include "core/project/textsearch.h"
#include "views/configurations/addressindex.h"
#include "views/configurations/outlinepanel.h"
#include "views/controls/codeeditor/codeeditor.h"
#include "views/models/languagesession.h"
#include "views/shell/pagecontext.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

namespace drydock::configurations {

class FileEditor;

/// Between the page and the language session of its project: problems, outlines, where names lead to and who uses them,
/// and changes that concern more than one file.
class LanguageLink final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LanguageLink)

public:
    explicit LanguageLink(shell::PageContext &context, QObject *parent = nullptr);
    ~LanguageLink() override;

    void setProject(const std::optional<project::Project> &project, const language::SnapshotOptions &options = {});
    /// Answers the editor's questions and follows its text as long as it lives.
    void attach(FileEditor *editor);
    /// Files on the disk changed.
    void refresh();
    /// A command that concerns more than one text.
    void run(FileEditor *editor, controls::EditorCommand command, int position);

    [[nodiscard]] QHash<QString, int> problemCounts() const;
    [[nodiscard]] QList<OutlineEntry> outline(const QString &path) const { return m_outlines.value(path); }
    /// The block of the file that the line is in, as people say it: "resource aws_s3_bucket.logs"; empty between
    /// blocks.
    [[nodiscard]] QString blockAt(const QString &path, int line) const;

    /// What the project declares, with what was typed and not saved; `answer` comes later, while `receiver` lives.
    using Addresses = std::function<void(const QList<Address> &)>;
    void findAddresses(QObject *receiver, const Addresses &answer);

Q_SIGNALS:
    void problemsChanged();
    void outlineChanged(const QString &path);
    void placeWanted(const QString &path, int line, int column);
    /// All uses of a name.
    void usesFound(const QString &name, const std::vector<drydock::project::FileMatches> &uses);
    /// Changes to make, in editors and in files that none shows, named relative to the project's root (empty: outside
    /// of it); `what` says what they do.
    void changesWanted(const QString &what, const QList<drydock::models::FileChange> &changes);

private:
    void letGo();
    void follow(FileEditor *editor);
    void makeOutline(FileEditor *editor);
    void announce();
    void goToDefinition(FileEditor *editor, int position);
    void findUses(FileEditor *editor, int position);
    void rename(FileEditor *editor, int position);
    [[nodiscard]] QString fileOf(const QString &path) const; ///< absolute, as the session has it
    [[nodiscard]] QString pathOf(const QString &file) const; ///< relative to the project's root
    [[nodiscard]] QList<models::FileChange> inProject(QList<models::FileChange> changes) const;

    shell::PageContext &m_context;
    QString m_root;
    QList<QPointer<FileEditor>> m_editors;
    QHash<QObject *, QString> m_files; ///< what the session knows each editor's text as
    QList<models::SourceProblem> m_problems;
    QHash<QString, QList<OutlineEntry>> m_outlines;
    bool m_isFirstLook = true;
    std::unique_ptr<models::LanguageSession> m_session; ///< one for each project
};

} // namespace drydock::configurations
