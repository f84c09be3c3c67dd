// SPDX-License-Identifier: MIT
#include "views/hub/hubpage.h"

#include "app/wiring/services.h"
#include "views/controls/dialogs.h"
#include "views/controls/theme.h"
#include "views/hub/projectsview.h"
#include "views/hub/summaryview.h"
#include "views/models/text.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"
#include "views/shell/notifications.h"

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QStackedWidget>
#include <QUrl>

using namespace Qt::StringLiterals;
using drydock::models::toText;
using drydock::models::toUtf8;

namespace drydock::hub {

HubPage::HubPage(shell::PageContext &context, const wiring::Services &services, DemoMaker demo, QObject *parent)
    : Page(parent)
    , m_context(context)
    , m_services(services)
    , m_demo(std::move(demo))
    , m_tilesTask(context.tasks, this)
    , m_summaryTask(context.tasks, this)
{
    addAction(u"hub.create"_s, tr("Create project"), u"folder-new"_s, &HubPage::createProject)
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N));
    addAction(u"hub.openFolder"_s, tr("Open folder"), u"document-open-folder"_s, &HubPage::chooseFolder)
        ->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_O));
    addAction(u"hub.demo"_s, tr("Try the demo"), u"media-playback-start"_s, &HubPage::openDemo);
    addAction(u"hub.reload"_s, tr("Reload"), u"view-refresh"_s, &HubPage::reload);
    m_actions.last()->setProperty("menuOnly", true);
    const qsizetype general = m_actions.size();
    addAction(u"hub.review"_s, tr("Review"), u"security-high"_s, &HubPage::reviewActive);
    addAction(u"hub.rename"_s, tr("Rename project"), u"edit-rename"_s, &HubPage::renameActive);
    addAction(u"hub.archive"_s, tr("Archive project"), u"project_archive"_s, &HubPage::archiveActive);
    addAction(u"hub.delete"_s, tr("Delete project"), u"edit-delete"_s, &HubPage::deleteActive);
    m_projectActions = m_actions.mid(general);
    for (QAction *action : m_projectActions.mid(1))
        action->setProperty("menuOnly", true);
    const auto enable = [this] {
        for (QAction *action : std::as_const(m_projectActions))
            action->setEnabled(m_context.project.isSet());
    };
    connect(&context.project, &shell::ActiveProject::changed, this, enable);
    connect(&context.project, &shell::ActiveProject::contentChanged, this, &HubPage::reload);
    enable();
}

HubPage::~HubPage() = default;

QAction *HubPage::addAction(const QString &actionId, const QString &text, const QString &iconName,
                            void (HubPage::*slot)())
{
    auto *action = new QAction(m_context.theme.icon(iconName), text, this);
    action->setObjectName(actionId);
    action->setProperty("iconName", iconName);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, slot);
    m_actions << action;
    return action;
}

QWidget *HubPage::widget()
{
    if (m_stack)
        return m_stack;
    m_stack = new QStackedWidget;
    m_stack->setProperty("kind", u"page"_s);
    m_stack->setAttribute(Qt::WA_StyledBackground);
    m_projects = new ProjectsView(m_context.theme, m_stack);
    m_summary = new SummaryView(m_context.theme, m_stack);
    m_stack->addWidget(m_projects);
    m_stack->addWidget(m_summary);
    connect(m_projects, &ProjectsView::wanted, this, &HubPage::runCommand);
    connect(m_projects, &ProjectsView::createWanted, this, &HubPage::createProject);
    connect(m_projects, &ProjectsView::openFolderWanted, this, &HubPage::chooseFolder);
    connect(m_projects, &ProjectsView::demoWanted, this, &HubPage::openDemo);
    connect(m_projects, &ProjectsView::retryWanted, this, &HubPage::reload);
    connect(m_summary, &SummaryView::retryWanted, this, &HubPage::reload);
    connect(m_summary, &SummaryView::reviewWanted, this, &HubPage::reviewActive);
    connect(m_summary, &SummaryView::pageWanted, this,
            [this](const QString &page, const QString &target) { openPage(page, m_context.project.slug(), target); });
    connect(m_summary, &SummaryView::linkWanted, this, [this](const QString &link) { m_context.navigator.open(link); });
    return m_stack;
}

QList<QAction *> HubPage::actions() const
{
    return m_actions;
}

QList<QAction *> HubPage::visibleActions() const
{
    if (m_showsSummary)
        return m_projectActions;
    QList<QAction *> general = m_actions.mid(0, m_actions.size() - m_projectActions.size());
    if (m_isFirstRun)
        general.removeIf([](const QAction *action) { return !action->property("menuOnly").toBool(); });
    return general;
}

QStringList HubPage::trail() const
{
    return {};
}

void HubPage::open(const shell::Link &link)
{
    m_showsSummary = !link.project.isEmpty();
    if (!m_showsSummary)
        m_context.project.clear();
    m_stack->setCurrentIndex(m_showsSummary ? 1 : 0);
    reload();
    Q_EMIT changed();
}

shell::Link HubPage::location() const
{
    return m_showsSummary ? shell::Link{id(), u"summary"_s, m_context.project.slug(), {}}
                          : shell::Link{id(), {}, {}, {}};
}

bool HubPage::backOut()
{
    if (!m_showsSummary)
        return m_projects && m_projects->clearFilter();
    m_context.navigator.open(shell::Link{id(), {}, {}, {}});
    return true;
}

void HubPage::reload()
{
    if (m_projects)
        m_projects->showLoading();
    m_tilesTask.run(
        tr("Load projects"),
        [&projects = m_services.projects()](const Task &) { return projects.tiles(project::ProjectFilter::All); },
        [this](Result<std::vector<project::ProjectTile>> tiles) {
            if (!tiles) {
                if (m_projects)
                    m_projects->showError(tiles.error());
                return;
            }
            QList<shell::ProjectChoice> choices;
            for (const project::ProjectTile &tile : *tiles) {
                if (tile.project.state == project::ProjectState::Active)
                    choices << shell::ProjectChoice{toText(tile.project.slug), toText(tile.project.name)};
            }
            m_context.project.setChoices(choices);
            if (const bool isFirstRun = tiles->empty(); isFirstRun != m_isFirstRun) {
                m_isFirstRun = isFirstRun;
                Q_EMIT changed();
            }
            if (m_projects)
                m_projects->showTiles(std::move(*tiles));
        });
    reloadSummary();
}

void HubPage::reloadSummary()
{
    if (!m_summary || !m_showsSummary || !m_context.project.isSet())
        return;
    m_summary->showLoading();
    m_summaryTask.run(
        tr("Load summary"),
        [&services = m_services, slug = toUtf8(m_context.project.slug())](const Task &task) -> Result<Summary> {
            Result<project::ProjectSummary> summary = services.projects().summary(slug);
            if (!summary)
                return failure(summary.error());
            Summary result{std::move(*summary), {}};
            // Articles are an extra: without the index the figures still help.
            if (const auto index = services.knowledge(task)) {
                if (auto related = index->related({{}, {}, result.project.tile.project.tags, 4}))
                    result.articles = std::move(*related);
            }
            return result;
        },
        [this](const Result<Summary> &summary) {
            if (summary)
                m_summary->setSummary(*summary);
            else
                m_summary->showError(summary.error());
        });
}

void HubPage::runCommand(TileCommand command, const project::Project &project)
{
    const QString slug = toText(project.slug);
    switch (command) {
    case TileCommand::Open:
        return showProject(project);
    case TileCommand::Review:
        return m_context.navigator.open(shell::Link{u"reviews"_s, {}, slug, {{u"start"_s, u"1"_s}}});
    case TileCommand::Generate:
        return openPage(u"generate"_s, slug);
    case TileCommand::Findings:
        return openPage(u"reviews"_s, slug);
    case TileCommand::Library:
        return openPage(u"library"_s, slug);
    case TileCommand::OpenFolder:
        QDesktopServices::openUrl(QUrl::fromLocalFile(models::pathText(project.root)));
        return;
    case TileCommand::Rename:
        return rename(project);
    case TileCommand::Archive:
        return setArchived(project, project::ProjectState::Archived);
    case TileCommand::Unarchive:
        return setArchived(project, project::ProjectState::Active);
    case TileCommand::Delete:
        return remove(project);
    }
}

void HubPage::createProject()
{
    const QString name =
        m_context.dialogs.askText(m_stack, tr("Create project"), tr("Name of the project"), tr("New project"));
    if (name.isEmpty())
        return;
    m_context.tasks.run(
        tr("Create project"), this,
        [&projects = m_services.projects(), name](const Task &) {
            return projects.create({toUtf8(name), {}, {}, {}});
        },
        [this](const Result<project::Project> &created) {
            if (!created)
                return m_context.notifications.failed(tr("The project was not created."), created.error());
            m_context.notifications.done(tr("Created project “%1”.").arg(toText(created->name)));
            showProject(*created);
        },
        shell::TaskKind::Quiet);
}

void HubPage::chooseFolder()
{
    const QString folder =
        m_context.dialogs.openFolder(m_stack, tr("Open a folder with configurations"), QDir::homePath());
    if (!folder.isEmpty())
        openFolder(folder);
}

void HubPage::openFolder(const QString &folder)
{
    m_context.tasks.run(
        tr("Open folder"), this,
        [&projects = m_services.projects(), path = models::toPath(folder)](const Task &) -> Result<project::Project> {
            Result<std::optional<project::Project>> known = projects.findByFolder(path);
            if (known && *known)
                return std::move(**known);
            return projects.openFolder(path);
        },
        [this](const Result<project::Project> &opened) {
            if (!opened)
                return m_context.notifications.failed(tr("The folder was not opened."), opened.error());
            showProject(*opened);
        },
        shell::TaskKind::Quiet);
}

void HubPage::openDemo()
{
    m_context.tasks.run(tr("Set up the demo project"), this, m_demo, [this](const Result<std::string> &slug) {
        if (!slug)
            return m_context.notifications.failed(tr("The demo project was not set up."), slug.error());
        m_context.navigator.open(shell::Link{id(), u"summary"_s, toText(*slug), {}});
    });
}

void HubPage::reviewActive()
{
    m_context.navigator.open(shell::Link{u"reviews"_s, {}, m_context.project.slug(), {{u"start"_s, u"1"_s}}});
}

void HubPage::renameActive()
{
    withActive([this](const project::Project &project) { rename(project); });
}

void HubPage::archiveActive()
{
    withActive([this](const project::Project &project) { setArchived(project, project::ProjectState::Archived); });
}

void HubPage::deleteActive()
{
    withActive([this](const project::Project &project) { remove(project); });
}

void HubPage::withActive(const std::function<void(const project::Project &)> &then)
{
    m_context.tasks.run(
        tr("Load project"), this,
        [&projects = m_services.projects(), slug = toUtf8(m_context.project.slug())](const Task &) {
            return projects.find(slug);
        },
        [this, then](const Result<project::Project> &project) {
            if (project)
                then(*project);
            else
                m_context.notifications.failed(tr("The project was not loaded."), project.error());
        },
        shell::TaskKind::Quiet);
}

void HubPage::rename(const project::Project &project)
{
    const QString name = m_context.dialogs.askText(m_stack, tr("Rename project"), tr("New name"), toText(project.name));
    if (name.isEmpty() || name == toText(project.name))
        return;
    m_context.tasks.run(
        tr("Rename project"), this,
        [&projects = m_services.projects(), slug = project.slug, name](const Task &) {
            return projects.rename(slug, toUtf8(name));
        },
        [this](const Result<project::Project> &renamed) {
            if (!renamed)
                return m_context.notifications.failed(tr("The project was not renamed."), renamed.error());
            m_context.notifications.done(tr("The project is now called “%1”.").arg(toText(renamed->name)));
            reload();
        },
        shell::TaskKind::Quiet);
}

void HubPage::setArchived(const project::Project &project, project::ProjectState state)
{
    const bool archive = state == project::ProjectState::Archived;
    m_context.tasks.run(
        tr("Archive project"), this,
        [&projects = m_services.projects(), slug = project.slug, archive](const Task &) {
            return archive ? projects.archive(slug) : projects.unarchive(slug);
        },
        [this, archive](const Result<project::Project> &moved) {
            if (!moved)
                return m_context.notifications.failed(tr("The project was not moved."), moved.error());
            m_context.notifications.done(archive
                                             ? tr("Archived “%1”. Find it under “Archived”.").arg(toText(moved->name))
                                             : tr("“%1” is back.").arg(toText(moved->name)));
            m_context.navigator.open(shell::Link{id(), {}, {}, {}});
        },
        shell::TaskKind::Quiet);
}

void HubPage::remove(const project::Project &project)
{
    const bool external = project.origin == project::ProjectOrigin::External;
    const controls::Question question{
        tr("Delete project"), tr("Delete “%1”?").arg(toText(project.name)),
        external ? tr("Its runs, findings, library and reports are lost. The folder %1 and its files stay.")
                       .arg(models::pathText(project.root))
                 : tr("Its configurations, runs, findings, library and reports are lost. This cannot be undone."),
        tr("Delete project"), true};
    if (!m_context.dialogs.ask(m_stack, question))
        return;
    m_context.tasks.run(
        tr("Delete project"), this,
        [&projects = m_services.projects(), slug = project.slug](const Task &) { return projects.remove(slug); },
        [this, name = toText(project.name)](const Result<> &removed) {
            if (!removed)
                return m_context.notifications.failed(tr("The project was not deleted."), removed.error());
            m_context.notifications.done(tr("Deleted project “%1”.").arg(name));
            m_context.navigator.open(shell::Link{id(), {}, {}, {}});
        },
        shell::TaskKind::Quiet);
}

void HubPage::openPage(const QString &page, const QString &slug, const QString &target)
{
    m_context.navigator.open(shell::Link{page, target, slug, {}});
}

void HubPage::showProject(const project::Project &project)
{
    m_context.project.set(toText(project.slug), toText(project.name));
    openPage(id(), toText(project.slug), u"summary"_s);
}

} // namespace drydock::hub
