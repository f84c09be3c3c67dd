// SPDX-License-Identifier: MIT
#include "views/shell/header.h"

#include "views/controls/theme.h"
#include "views/shell/activeproject.h"
#include "views/shell/navigator.h"
#include "views/shell/notifications.h"
#include "views/shell/statusboard.h"
#include "views/shell/taskrunner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using drydock::controls::ColorRole;

namespace drydock::shell {

Header::Header(const Sources &sources, QWidget *parent)
    : QWidget(parent)
    , m_sources(sources)
    , m_project(new QPushButton(this))
    , m_projectMenu(new QMenu(this))
    , m_search(new QPushButton(this))
    , m_status(new QHBoxLayout)
    , m_tasks(new QToolButton(this))
    , m_notifications(new QToolButton(this))
{
    const controls::Theme &theme = sources.theme;
    setProperty("kind", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8));
    layout->setSpacing(theme.px(8));

    m_project->setObjectName(u"header.project"_s);
    m_project->setProperty("kind", u"project"_s);
    m_project->setIcon(theme.icon(u"folder-symbolic"_s));
    m_project->setAccessibleName(tr("Project"));
    m_project->setMaximumWidth(theme.px(320));
    m_search->setObjectName(u"header.search"_s);
    m_search->setProperty("kind", u"search"_s);
    m_search->setIcon(theme.icon(u"edit-find"_s, ColorRole::Muted));
    m_search->setText(tr("Go to anything …"));
    auto *keys = new QLabel(QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText), m_search);
    keys->setProperty("tone", u"small"_s);
    keys->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *inside = new QHBoxLayout(m_search);
    inside->setContentsMargins(0, 0, theme.px(12), 0);
    inside->addStretch(1);
    inside->addWidget(keys);
    m_search->setAccessibleName(tr("Go to anything"));
    m_search->setMinimumWidth(theme.px(280));
    m_status->setSpacing(theme.px(8));
    m_tasks->setObjectName(u"header.tasks"_s);
    m_tasks->setIcon(theme.icon(u"view-task"_s));
    m_notifications->setObjectName(u"header.notifications"_s);
    m_notifications->setIcon(theme.icon(u"notifications"_s));
    for (QToolButton *button : {m_tasks, m_notifications}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
    }

    layout->addWidget(m_project);
    layout->addStretch(1);
    layout->addWidget(m_search, 4);
    layout->addStretch(1);
    layout->addLayout(m_status);
    layout->addWidget(m_tasks);
    layout->addWidget(m_notifications);

    connect(m_project, &QPushButton::clicked, this, &Header::showProjectMenu);
    connect(m_search, &QPushButton::clicked, this, &Header::searchWanted);
    connect(m_tasks, &QToolButton::clicked, this, &Header::tasksWanted);
    connect(m_notifications, &QToolButton::clicked, this, &Header::notificationsWanted);
    connect(&sources.project, &ActiveProject::changed, this, &Header::refreshProject);
    connect(&sources.project, &ActiveProject::choicesChanged, this, &Header::refreshProject);
    connect(&sources.status, &StatusBoard::changed, this, &Header::refreshStatus);
    connect(&sources.tasks, &TaskRunner::started, this, &Header::refreshTasks);
    connect(&sources.tasks, &TaskRunner::finished, this, &Header::refreshTasks);
    connect(&sources.notifications, &Notifications::changed, this, &Header::refreshNotifications);
    refreshProject();
    refreshStatus();
    refreshTasks();
    refreshNotifications();
}

void Header::showProjectMenu()
{
    m_projectMenu->popup(m_project->mapToGlobal(QPoint(0, m_project->height())));
}

QWidget *Header::notificationButton() const
{
    return m_notifications;
}

void Header::refreshProject()
{
    const ActiveProject &project = m_sources.project;
    const QString name = project.isSet() ? project.name() : tr("All projects");
    const int room = m_sources.theme.px(240);
    m_project->setText(fontMetrics().elidedText(name, Qt::ElideRight, room) + u"  ▾"_s);
    m_project->setToolTip(tr("Project in focus: %1").arg(name));
    m_projectMenu->clear();
    m_projectMenu->addAction(m_sources.theme.icon(u"view-list-icons"_s), tr("All projects"), this, [this] {
        m_sources.project.clear();
        m_sources.navigator.open(Link{u"hub"_s, {}, {}, {}});
    });
    m_projectMenu->addSeparator();
    for (const ProjectChoice &choice : project.choices()) {
        QAction *action = m_projectMenu->addAction(fontMetrics().elidedText(choice.name, Qt::ElideRight, room * 2));
        action->setCheckable(true);
        action->setChecked(choice.slug == project.slug());
        connect(action, &QAction::triggered, this, [this, slug = choice.slug] {
            // Stay on the page: the place inside it belongs to the other project.
            Link link{m_sources.navigator.current().page, {}, slug, {}};
            if (link.page.isEmpty())
                link.page = u"hub"_s;
            m_sources.navigator.open(link);
        });
    }
}

void Header::refreshStatus()
{
    while (QLayoutItem *item = m_status->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const StatusItem &item : m_sources.status.items()) {
        auto *button = new QToolButton(this);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIcon(m_sources.theme.icon(u"media-record-symbolic"_s, controls::levelRole(item.level)));
        button->setText(item.text);
        button->setToolTip(item.toolTip);
        button->setAccessibleName(item.text);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::clicked, this, [this, link = item.link] { m_sources.navigator.open(link); });
        m_status->addWidget(button);
    }
}

void Header::refreshTasks()
{
    const int running = m_sources.tasks.runningCount();
    m_tasks->setText(running > 0 ? locale().toString(running) : QString());
    m_tasks->setToolButtonStyle(running > 0 ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_tasks->setIcon(m_sources.theme.icon(u"view-task"_s, running > 0 ? ColorRole::Accent : ColorRole::Muted));
    m_tasks->setToolTip(running > 0 ? tr("%n task(s) running", nullptr, running) : tr("No task is running"));
    m_tasks->setAccessibleName(m_tasks->toolTip());
}

void Header::refreshNotifications()
{
    const int unread = m_sources.notifications.unreadCount();
    m_notifications->setText(unread > 0 ? locale().toString(unread) : QString());
    m_notifications->setToolButtonStyle(unread > 0 ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_notifications->setIcon(
        m_sources.theme.icon(u"notifications"_s, unread > 0 ? ColorRole::Accent : ColorRole::Muted));
    m_notifications->setToolTip(tr("Notifications: %n new", nullptr, unread));
    m_notifications->setAccessibleName(m_notifications->toolTip());
}

} // namespace drydock::shell
