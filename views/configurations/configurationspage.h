// SPDX-License-Identifier: MIT
#pragma once

#include "views/configurations/projectcontents.h"
#include "views/configurations/searchpanel.h"
#include "views/controls/codeeditor/codeeditor.h"
#include "views/shell/locator.h"
#include "views/shell/page.h"
#include "views/shell/pagecontext.h"
#include "views/shell/taskrunner.h"

#include <QPointer>

#include <functional>
#include <memory>
#include <optional>

class QLabel;
class QSplitter;
class QStackedWidget;
class QTabWidget;
class QTimer;

namespace drydock::controls {
class ContentStack;
}

namespace drydock::models {
struct FileChange;
}

namespace drydock::configurations {

class AddressIndex;
class DiskWatch;
class DraftKeeper;
class EditorTabs;
class FileEditor;
class FilePanel;
class HistoryView;
class LanguageLink;
class OutlinePanel;

/// The configuration files of the project in an editor: tree, tabs, outline, search and replace in all files, local
/// history. Text that was not saved outlives the program, however it ends.
///
/// Links: `drydock://project/<slug>/configurations/<file>[:<line>[:<column>]]`, or `?line=` and `?column=`.
class ConfigurationsPage final : public shell::Page
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfigurationsPage)

public:
    ConfigurationsPage(shell::PageContext &context, const wiring::Services &services, QObject *parent = nullptr);
    ~ConfigurationsPage() override;

    [[nodiscard]] QString id() const override { return QStringLiteral("configurations"); }
    [[nodiscard]] QString title() const override { return tr("Configurations"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("code-context"); }
    [[nodiscard]] QWidget *widget() override;
    [[nodiscard]] QList<QAction *> actions() const override { return m_actions; }
    [[nodiscard]] QStringList trail() const override;
    void open(const shell::Link &link) override;
    [[nodiscard]] shell::Link location() const override;
    bool backOut() override;
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap &state) override;

    /// A view of the whole project that is made elsewhere (the resource graph), shown in place of the editors by the
    /// action that is added for it. It goes to source by links. Call it before the page is shown.
    struct ProjectView
    {
        QString actionId; ///< "configurations.graph"
        QString title;    ///< tr("Show resource graph")
        QString iconName;
        std::function<QWidget *()> make;                               ///< once, when it is shown first
        std::function<void(QWidget *, const project::Project &)> show; ///< each time it is shown
    };
    void addProjectView(const ProjectView &view);

    /// What the project declares, for "Go to anything": asked of the editors' session, or of the files where that is
    /// not there yet. `answer` comes later, while `receiver` lives.
    void findAddresses(const QString &project, QObject *receiver, const shell::LocatorAnswer &answer);

    [[nodiscard]] EditorTabs *tabs() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // configurationslayout.cpp: its parts
    void buildLayout();
    void buildSide();
    void buildCenter();
    FileEditor *makeEditor(const QString &path);

    // configurationspage.cpp: projects, files, places
    void reload();
    void load(const Contents &contents);
    void showProject(const Contents &contents);
    void showWanted();
    void updateFiles();
    void lookAgain();
    void showCurrent();
    void updateStatus();
    void updateBlock();
    void goTo(const QString &path, controls::EditorPlace place, int length = 0);
    void jump(const QString &path, controls::EditorPlace place, int length = 0);
    [[nodiscard]] FileEditor *current() const;
    [[nodiscard]] project::UnsavedTexts unsavedTexts() const;

    // configurationssession.cpp: what outlives the window
    void keepSession();
    void restoreSession(const Contents &contents);
    void keepDrafts();
    [[nodiscard]] QString sessionKey() const;

    // configurationsactions.cpp: what the user can do
    QAction *addAction(const QString &actionId, const QString &text, const QString &iconName, const QKeySequence &keys,
                       const std::function<void()> &run);
    void addActions();
    void addFileActions();
    void addTabActions();
    void enableActions();
    void save(FileEditor *editor, const std::function<void(bool)> &done = {});
    void saveAll();
    void closeEditor(FileEditor *editor);
    void newFile();
    void rename();
    void remove();
    void changeFiles(const QString &what, const std::function<Result<>(const project::Project &)> &change,
                     const std::function<void()> &done);
    void showRemovedFiles();
    void restoreFile(const QString &path, const std::string &bytes);
    void runCommand(FileEditor *editor, controls::EditorCommand command, int position);
    void showSearch(bool replace);
    void showEditors();

    // configurationschanges.cpp: changes to many files
    void replaceInFiles(const Replacement &replacement);
    void applyChanges(const QString &what, const QList<models::FileChange> &changes);
    std::size_t replaceInEditors(Replacement &replacement, QStringList &skipped);

    shell::PageContext &m_context;
    const wiring::Services &m_services;
    QList<QAction *> m_actions;
    QAction *m_review = nullptr;
    QAction *m_save = nullptr;
    QAction *m_history = nullptr;
    QList<QAction *> m_fileActions;   ///< about the current file
    QList<QAction *> m_editorActions; ///< about an open editor
    QAction *m_reopen = nullptr;

    controls::ContentStack *m_stack = nullptr;
    QSplitter *m_splitter = nullptr;
    QSplitter *m_side = nullptr;
    QTabWidget *m_sideTabs = nullptr;
    FilePanel *m_files = nullptr;
    SearchPanel *m_search = nullptr;
    OutlinePanel *m_outline = nullptr;
    QStackedWidget *m_center = nullptr;
    QWidget *m_editorArea = nullptr;
    QPointer<EditorTabs> m_tabs; ///< its widget may go before the page does
    QLabel *m_status = nullptr;
    HistoryView *m_removed = nullptr;

    DraftKeeper *m_drafts;
    DiskWatch *m_watch;
    LanguageLink *m_language;
    std::shared_ptr<AddressIndex> m_addresses;
    QString m_block; ///< that the cursor is in: what the breadcrumb ends with
    Contents m_contents;
    bool m_isTidied = false; ///< what is too old was taken out of the local history
    bool m_isLoaded = false; ///< m_contents are those of the project in focus
    QString m_loadedProject;
    QString m_wantedPath;
    controls::EditorPlace m_wantedPlace{0, 0}; ///< line 0: where the file was left
    controls::EditorPlace m_linkPlace{0, 0};   ///< of the last jump: what "Back" returns to
    shell::Link m_opened;                      ///< the link of that jump, as it was written
    QString m_openedPath;
    bool m_isGoing = false; ///< a link, not the user, chooses the tab
    shell::TaskSlot m_listTask;
    shell::TaskSlot m_changeTask;
    shell::TaskSlot m_replaceTask;
};

} // namespace drydock::configurations
