// SPDX-License-Identifier: MIT
#include "views/configurations/configurationspage.h"

#include "app/wiring/services.h"
#include "core/project/filehistory.h"
#include "views/configurations/addressindex.h"
#include "views/configurations/diskwatch.h"
#include "views/configurations/draftkeeper.h"
#include "views/configurations/editortabs.h"
#include "views/configurations/filepanel.h"
#include "views/configurations/historyview.h"
#include "views/configurations/languagelink.h"
#include "views/configurations/outlinepanel.h"
#include "views/controls/contentstack.h"
#include "views/controls/theme.h"
#include "views/models/filetext.h"
#include "views/models/filetreemodel.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QRegularExpression>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using drydock::controls::EditorPlace;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::configurations {

ConfigurationsPage::ConfigurationsPage(shell::PageContext &context, const wiring::Services &services, QObject *parent)
    : Page(parent)
    , m_context(context)
    , m_services(services)
    , m_drafts(new DraftKeeper(context.tasks, context.notifications, services.workspace(), this))
    , m_watch(new DiskWatch(this))
    , m_language(new LanguageLink(context, this))
    , m_addresses(std::make_shared<AddressIndex>())
    , m_listTask(context.tasks, this)
    , m_changeTask(context.tasks, this)
    , m_replaceTask(context.tasks, this)
{
    addActions();
    connect(m_watch, &DiskWatch::changed, this, &ConfigurationsPage::lookAgain);
    connect(m_language, &LanguageLink::problemsChanged, this, [this] {
        if (m_files)
            m_files->setProblems(m_language->problemCounts());
        updateStatus();
    });
    connect(m_language, &LanguageLink::placeWanted, this, [this](const QString &path, int line, int column) {
        jump(path, {line, column});
    });
    const auto follow = [this] {
        if (m_splitter && m_context.project.slug() != m_loadedProject)
            reload();
        enableActions();
    };
    connect(&context.project, &shell::ActiveProject::changed, this, follow);
    connect(&context.project, &shell::ActiveProject::contentChanged, this, [this] {
        if (m_splitter)
            lookAgain();
    });
    enableActions();
}

ConfigurationsPage::~ConfigurationsPage()
{
    keepSession();
    keepDrafts();
}

FileEditor *ConfigurationsPage::current() const
{
    return m_tabs ? m_tabs->current() : nullptr;
}

EditorTabs *ConfigurationsPage::tabs() const
{
    return m_tabs;
}

QWidget *ConfigurationsPage::widget()
{
    if (!m_stack)
        buildLayout();
    return m_stack;
}

bool ConfigurationsPage::backOut()
{
    if (FileEditor *editor = current(); editor && m_center->currentWidget() == m_editorArea && editor->showCode())
        return true;
    if (m_center && m_center->currentWidget() != m_editorArea) {
        showEditors();
        return true;
    }
    if (m_sideTabs && m_sideTabs->currentIndex() != 0) {
        m_sideTabs->setCurrentIndex(0);
        if (FileEditor *editor = current())
            editor->setFocus();
        return true;
    }
    return false;
}

void ConfigurationsPage::addProjectView(const ProjectView &view)
{
    QPointer<QWidget> *shown = new QPointer<QWidget>;
    QAction *action = addAction(view.actionId, view.title, view.iconName, {}, [this, view, shown] {
        if (!m_center || !m_isLoaded)
            return;
        if (!*shown) {
            *shown = view.make();
            (*shown)->setWindowTitle(view.title); // the breadcrumb says it
            m_center->addWidget(*shown);
        }
        m_center->setCurrentWidget(*shown);
        view.show(*shown, m_contents.project);
        (*shown)->setFocus();
    });
    connect(action, &QObject::destroyed, this, [shown] { delete shown; });
    Q_EMIT changed();
}

void ConfigurationsPage::reload()
{
    keepSession();
    keepDrafts();
    m_isLoaded = false;
    m_watch->stop();
    m_tabs->closeAll();
    m_files->setFiles({});
    m_language->setProject(std::nullopt);
    m_search->setProject(std::nullopt);
    showEditors();
    m_loadedProject = m_context.project.slug();
    enableActions();
    if (!m_context.project.isSet())
        return m_stack->showEmpty(iconName(), tr("Choose a project to see its configurations."), tr("Go to the hub"));
    m_stack->showLoading();
    m_listTask.run(
        tr("Read configurations"),
        [&services = m_services, wanted = toUtf8(m_loadedProject)](const Task &task) {
            return lookAtProject(services, wanted, task);
        },
        [this](const Result<Contents> &contents) {
            if (contents)
                return load(*contents);
            m_stack->showError(tr("The configurations were not read. %1").arg(toText(contents.error().message)),
                               toText(contents.error().text()));
        });
}

void ConfigurationsPage::load(const Contents &contents)
{
    m_contents = contents;
    m_language->setProject(contents.project, contents.language);
    m_search->setProject(contents.project);
    m_files->setFiles(contents.files);
    restoreSession(contents);
    m_isLoaded = true;
    showProject(contents);
    showWanted();
    if (std::exchange(m_isTidied, true))
        return;
    m_context.tasks.run(
        tr("Tidy the local history"), this,
        [&services = m_services](const Task &task) { return project::FileHistory(services.workspace()).prune(task); },
        [](const Result<std::uint32_t> &) {}, shell::TaskKind::Quiet);
}

/// Files, or the words that there are none.
void ConfigurationsPage::showProject(const Contents &contents)
{
    if (contents.files.empty() && m_tabs->all().isEmpty())
        m_stack->showEmpty(iconName(), tr("This project has no configuration files yet."), tr("Generate one"));
    else
        m_stack->showContent();
    updateFiles();
    enableActions();
}

void ConfigurationsPage::showWanted()
{
    if (m_wantedPath.isEmpty() && !current()) {
        const QModelIndex first = m_files->model()->firstFile();
        m_wantedPath = first.data(models::FileTreeModel::PathRole).toString();
    }
    const QString path = std::exchange(m_wantedPath, {});
    const EditorPlace place = std::exchange(m_wantedPlace, {0, 0});
    if (!path.isEmpty()) {
        m_stack->showContent();
        goTo(path, place);
        showEditors();
    }
    if (!current())
        Q_EMIT changed();
}

/// The folder was changed, by whomever: the list and the open files are looked at again; nothing is taken away.
void ConfigurationsPage::lookAgain()
{
    if (!m_isLoaded)
        return;
    const auto editors = m_tabs->all();
    for (FileEditor *editor : editors)
        editor->checkDisk();
    m_listTask.run(
        tr("Read configurations"),
        [&services = m_services, wanted = toUtf8(m_loadedProject)](const Task &task) {
            return lookAtProject(services, wanted, task);
        },
        [this](const Result<Contents> &contents) {
            if (!contents)
                return;
            const auto samePath = [](const auto &a, const auto &b) { return a.path == b.path; };
            const bool same = std::equal(contents->files.begin(), contents->files.end(), m_contents.files.begin(),
                                         m_contents.files.end(), samePath);
            m_contents = *contents;
            if (!same)
                m_files->setFiles(contents->files);
            m_language->refresh();
            showProject(*contents);
        });
}

void ConfigurationsPage::updateFiles()
{
    QSet<QString> unsaved;
    QStringList open;
    const auto editors = m_tabs->all();
    for (const FileEditor *editor : editors) {
        open << editor->path();
        if (editor->isModified())
            unsaved << editor->path();
    }
    m_files->setUnsaved(unsaved);
    m_files->setProblems(m_language->problemCounts());
    if (!m_isLoaded)
        return;
    QStringList files;
    for (const project::ConfigurationFile &file : m_contents.files)
        files << toText(file.path);
    m_watch->watch(models::pathText(m_contents.project.root), files, open);
}

void ConfigurationsPage::showCurrent()
{
    const FileEditor *editor = current();
    if (!m_isGoing) {
        m_linkPlace = {0, 0};
        m_opened = {};
    }
    if (editor)
        m_files->setCurrent(editor->path());
    m_outline->setEntries(editor ? m_language->outline(editor->path()) : QList<OutlineEntry>());
    keepSession();
    enableActions();
    updateStatus();
    updateBlock();
    if (m_isLoaded)
        Q_EMIT changed();
}

project::UnsavedTexts ConfigurationsPage::unsavedTexts() const
{
    project::UnsavedTexts texts;
    const auto editors = m_tabs->all();
    for (const FileEditor *editor : editors) {
        if (editor->state() == FileState::Text)
            texts.insert_or_assign(toUtf8(editor->path()), toUtf8(editor->code()->text()));
    }
    return texts;
}

bool ConfigurationsPage::eventFilter(QObject *watched, QEvent *event)
{
    // Some file systems tell nobody of changes; people come back from another program and expect to see theirs.
    if (event->type() == QEvent::WindowActivate && m_isLoaded)
        lookAgain();
    return Page::eventFilter(watched, event);
}

} // namespace drydock::configurations
