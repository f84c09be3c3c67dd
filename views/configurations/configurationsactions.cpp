// SPDX-License-Identifier: MIT
// ConfigurationsPage: what the user can do.
#include "app/wiring/services.h"
#include "views/configurations/configurationspage.h"
#include "views/configurations/draftkeeper.h"
#include "views/configurations/editortabs.h"
#include "views/configurations/fileaccess.h"
#include "views/configurations/filepanel.h"
#include "views/configurations/historyview.h"
#include "views/configurations/languagelink.h"
#include "views/controls/contentstack.h"
#include "views/controls/dialogs.h"
#include "views/controls/theme.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"
#include "views/shell/notifications.h"

#include <QAction>
#include <QDesktopServices>
#include <QSettings>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTreeView>
#include <QUrl>

using namespace Qt::StringLiterals;
using drydock::controls::EditorCommand;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::configurations {

QAction *ConfigurationsPage::addAction(const QString &actionId, const QString &text, const QString &iconName,
                                       const QKeySequence &keys, const std::function<void()> &run)
{
    auto *action = new QAction(m_context.theme.icon(iconName), text, this);
    action->setObjectName(actionId);
    // The command palette asks for the name: it paints icons by itself.
    action->setProperty("iconName", iconName);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [run] { run(); });
    m_actions << action;
    return action;
}

void ConfigurationsPage::addActions()
{
    m_review = addAction(u"configurations.review"_s, tr("Review"), u"security-high"_s, {}, [this] {
        m_context.navigator.open(shell::Link{u"reviews"_s, {}, m_context.project.slug(), {{u"start"_s, u"1"_s}}});
    });
    m_save = addAction(u"configurations.save"_s, tr("Save"), u"document-save"_s, QKeySequence::Save, [this] {
        if (FileEditor *editor = current())
            save(editor);
    });
    addAction(u"configurations.search"_s, tr("Search in files"), u"edit-find"_s,
              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), [this] { showSearch(false); });
    m_history = addAction(u"configurations.history"_s, tr("Local history"), u"view-history"_s,
                          QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_H), [this] {
                              if (FileEditor *editor = current()) {
                                  showEditors();
                                  editor->showHistory();
                              }
                          });
    addAction(u"configurations.saveAll"_s, tr("Save all"), u"document-save-all"_s,
              QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_S), [this] { saveAll(); });
    addAction(u"configurations.replace"_s, tr("Replace in files"), u"edit-find-replace"_s,
              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), [this] { showSearch(true); });
    addAction(u"configurations.nextResult"_s, tr("Next search result"), u"go-down"_s, QKeySequence(Qt::Key_F4),
              [this] { m_search->step(1); });
    addAction(u"configurations.previousResult"_s, tr("Previous search result"), u"go-up"_s,
              QKeySequence(Qt::SHIFT | Qt::Key_F4), [this] { m_search->step(-1); });
    QAction *reviewFile =
        addAction(u"configurations.reviewFile"_s, tr("Review this file"), u"security-medium"_s, {}, [this] {
            if (const FileEditor *editor = current())
                m_context.navigator.open(shell::Link{
                    u"reviews"_s, {}, m_context.project.slug(), {{u"start"_s, u"1"_s}, {u"filter"_s, editor->path()}}});
        });
    QAction *format = addAction(u"configurations.format"_s, tr("Format"), u"format-indent-more"_s, {}, [this] {
        if (FileEditor *editor = current())
            editor->format();
    });
    m_editorActions = {m_save, m_history, reviewFile, format};
    addFileActions();
    addTabActions();
}

void ConfigurationsPage::addFileActions()
{
    QAction *create = addAction(u"configurations.new"_s, tr("New file…"), u"document-new"_s,
                                QKeySequence(Qt::CTRL | Qt::Key_N), [this] { newFile(); });
    QAction *change =
        addAction(u"configurations.rename"_s, tr("Rename or move…"), u"edit-rename"_s, {}, [this] { rename(); });
    QAction *erase = addAction(u"configurations.delete"_s, tr("Delete…"), u"edit-delete"_s, {}, [this] { remove(); });
    QAction *edit =
        addAction(u"configurations.edit"_s, tr("Open with another program"), u"document-edit"_s, {}, [this] {
            const QString root = models::pathText(m_contents.project.root);
            const FileEditor *editor = current();
            if (!root.isEmpty())
                QDesktopServices::openUrl(QUrl::fromLocalFile(editor ? root + u'/' + editor->path() : root));
        });
    QAction *reload = addAction(u"configurations.reload"_s, tr("Look at the disk again"), u"view-refresh"_s,
                                QKeySequence::Refresh, [this] {
                                    if (m_isLoaded)
                                        lookAgain();
                                    else if (m_splitter)
                                        this->reload();
                                });
    addAction(u"configurations.deleted"_s, tr("Deleted files"), u"edit-undo-history"_s, {},
              [this] { showRemovedFiles(); });
    m_fileActions = {create, change, erase, edit, reload};
}

void ConfigurationsPage::addTabActions()
{
    QAction *close = addAction(u"configurations.close"_s, tr("Close file"), u"document-close"_s,
                               QKeySequence(Qt::CTRL | Qt::Key_W), [this] {
                                   if (FileEditor *editor = current())
                                       closeEditor(editor);
                               });
    m_reopen = addAction(u"configurations.reopen"_s, tr("Reopen the closed file"), u"edit-undo"_s,
                         QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W), [this] {
                             if (m_tabs)
                                 m_tabs->reopen();
                         });
    addAction(u"configurations.nextTab"_s, tr("Next open file"), u"go-next"_s, QKeySequence(Qt::CTRL | Qt::Key_Tab),
              [this] {
                  if (m_tabs)
                      m_tabs->cycle(1);
              });
    addAction(u"configurations.previousTab"_s, tr("Previous open file"), u"go-previous"_s,
              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), [this] {
                  if (m_tabs)
                      m_tabs->cycle(-1);
              });
    m_editorActions << close;
}

void ConfigurationsPage::enableActions()
{
    const bool set = m_context.project.isSet();
    const FileEditor *editor = current();
    for (QAction *action : std::as_const(m_actions))
        action->setEnabled(set);
    for (QAction *action : std::as_const(m_editorActions))
        action->setEnabled(set && editor);
    m_save->setEnabled(editor && editor->isModified() && !editor->isReadOnly());
    m_reopen->setEnabled(m_tabs && m_tabs->canReopen());
    const bool chosen = m_files && (editor || !m_files->currentFile().isEmpty() || m_files->isFolderCurrent());
    for (QAction *action : std::as_const(m_fileActions)) {
        if (action->objectName() == "configurations.rename"_L1 || action->objectName() == "configurations.delete"_L1)
            action->setEnabled(set && chosen);
    }
}

void ConfigurationsPage::save(FileEditor *editor, const std::function<void(bool)> &done)
{
    const QString key = u"editor/formatOnSave"_s;
    const QVariant everywhere = m_context.settings.value(key, true);
    const bool formats = m_context.settings.value(u"projects/%1/%2"_s.arg(m_loadedProject, key), everywhere).toBool();
    editor->save(formats ? Formatting::On : Formatting::Off, done);
}

void ConfigurationsPage::saveAll()
{
    if (!m_tabs)
        return;
    const auto editors = m_tabs->all();
    for (FileEditor *editor : editors)
        save(editor);
}

void ConfigurationsPage::closeEditor(FileEditor *editor)
{
    const controls::Question question{tr("Not saved"), tr("Close “%1” without saving?").arg(editor->path()),
                                      tr("“Reopen the closed file” brings the text back, until the program ends."),
                                      tr("Close without saving"), true};
    if (editor->isModified() && !m_context.dialogs.ask(m_stack, question))
        return;
    if (editor->isModified())
        m_drafts->forget(m_contents.project.id, toUtf8(editor->path()));
    m_tabs->close(editor);
}

void ConfigurationsPage::changeFiles(const QString &what,
                                     const std::function<Result<>(const project::Project &)> &change,
                                     const std::function<void()> &done)
{
    m_changeTask.run(
        tr("Change files"), [project = m_contents.project, change](const Task &) { return change(project); },
        [this, what, done](const Result<> &changed) {
            if (!changed)
                m_context.notifications.failed(what, changed.error());
            else
                done();
            lookAgain();
        });
}

void ConfigurationsPage::newFile()
{
    if (!m_isLoaded)
        return;
    const QString folder = m_files->currentFolder();
    const QString path = m_context.dialogs.askText(m_stack, tr("New file"), tr("Path below the project's folder"),
                                                   folder.isEmpty() ? u"new.tf"_s : folder + u"/new.tf"_s);
    if (path.isEmpty())
        return;
    changeFiles(
        tr("The file was not made."),
        [path = toUtf8(path)](const project::Project &project) { return createFile(project, path); },
        [this, path] {
            m_stack->showContent();
            goTo(path, {1, 1});
            m_tabs->open(path, EditorTabs::Focus::Taken);
        });
}

void ConfigurationsPage::rename()
{
    const FileEditor *editor = current();
    const bool fromTree = m_files->tree()->hasFocus();
    const bool folder = fromTree && m_files->isFolderCurrent();
    const QString from = folder                                          ? m_files->currentFolder()
                         : fromTree && !m_files->currentFile().isEmpty() ? m_files->currentFile()
                         : editor                                        ? editor->path()
                                                                         : m_files->currentFile();
    if (from.isEmpty() || !m_isLoaded)
        return;
    const QString to =
        m_context.dialogs.askText(m_stack, tr("Rename or move"), tr("New path below the project's folder"), from);
    if (to.isEmpty() || to == from)
        return;
    changeFiles(
        tr("“%1” was not renamed.").arg(from),
        [&services = m_services, from = toUtf8(from), to = toUtf8(to)](const project::Project &project) {
            return renameFile(services, project, from, to);
        },
        [this, from, to] {
            const auto editors = m_tabs->all();
            for (FileEditor *each : editors) {
                if (each->path() == from || each->path().startsWith(from + u'/'))
                    each->setPath(to + each->path().mid(from.size()));
            }
            m_language->refresh();
            m_tabs->refreshTitles();
            keepSession();
            Q_EMIT changed();
        });
}

void ConfigurationsPage::remove()
{
    const FileEditor *editor = current();
    QString path = m_files->tree()->hasFocus() ? m_files->currentFile() : QString();
    if (path.isEmpty() && !m_files->tree()->hasFocus() && editor)
        path = editor->path();
    if (path.isEmpty() && m_files->isFolderCurrent())
        return m_context.notifications.inform(tr("Folders go when their last file does: delete the files."));
    const controls::Question question{tr("Delete file"), tr("Delete “%1”?").arg(path),
                                      tr("Its last content stays in the local history: “Deleted files” restores it."),
                                      tr("Delete"), true};
    if (path.isEmpty() || !m_isLoaded || !m_context.dialogs.ask(m_stack, question))
        return;
    changeFiles(
        tr("“%1” was not deleted.").arg(path),
        [&services = m_services, path = toUtf8(path)](const project::Project &project) {
            return removeFile(services, project, path);
        },
        [this, path] {
            if (FileEditor *open = m_tabs->find(path)) {
                m_drafts->forget(m_contents.project.id, toUtf8(path));
                m_tabs->close(open);
            }
            m_context.notifications.done(tr("“%1” was deleted; its last content is kept.").arg(path));
        });
}

void ConfigurationsPage::showRemovedFiles()
{
    if (!m_isLoaded)
        return;
    if (!m_removed) {
        m_removed = new HistoryView({m_context, m_services});
        m_removed->setWindowTitle(tr("Deleted files"));
        m_center->addWidget(m_removed);
        connect(m_removed, &HistoryView::closeWanted, this, &ConfigurationsPage::showEditors);
        connect(m_removed, &HistoryView::restoreFileWanted, this, &ConfigurationsPage::restoreFile);
    }
    m_stack->showContent();
    m_center->setCurrentWidget(m_removed);
    m_removed->showRemovedFiles(m_contents.project.id);
}

void ConfigurationsPage::restoreFile(const QString &path, const std::string &bytes)
{
    changeFiles(
        tr("“%1” was not restored.").arg(path),
        [&services = m_services, path = toUtf8(path), bytes](const project::Project &project) {
            return saveFile(services, {project, path, bytes, {}, false, project::VersionReason::Restored, {}})
                .map([](const std::string &) {});
        },
        [this, path] {
            showEditors();
            goTo(path, {1, 1});
        });
}

void ConfigurationsPage::runCommand(FileEditor *editor, EditorCommand command, int position)
{
    if (command == EditorCommand::FormatDocument)
        editor->format();
    else
        m_language->run(editor, command, position);
}

void ConfigurationsPage::showSearch(bool replace)
{
    if (!m_isLoaded)
        return;
    m_sideTabs->setCurrentWidget(m_search);
    const FileEditor *editor = current();
    const QString text = editor && editor->state() == FileState::Text ? editor->code()->selectedText() : QString();
    if (replace)
        m_search->askToReplace(text);
    else
        m_search->ask(text);
}

void ConfigurationsPage::showEditors()
{
    if (!m_center)
        return;
    m_center->setCurrentWidget(m_editorArea);
    if (FileEditor *editor = current())
        editor->setFocus();
}

} // namespace drydock::configurations
