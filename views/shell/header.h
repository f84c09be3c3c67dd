// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QHBoxLayout;
class QMenu;
class QPushButton;
class QToolButton;

namespace drydock::controls {
class Theme;
}

namespace drydock::shell {

class ActiveProject;
class Navigator;
class Notifications;
class StatusBoard;
class TaskRunner;

/// The line above the pages: project switcher, "Go to anything", states, tasks, notifications.
class Header final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Header)

public:
    struct Sources
    {
        const controls::Theme &theme;
        ActiveProject &project;
        Navigator &navigator;
        StatusBoard &status;
        TaskRunner &tasks;
        Notifications &notifications;
    };

    explicit Header(const Sources &sources, QWidget *parent = nullptr);
    void showProjectMenu();
    [[nodiscard]] QWidget *notificationButton() const;

Q_SIGNALS:
    void searchWanted();
    void tasksWanted();
    void notificationsWanted();

private:
    void refreshProject();
    void refreshStatus();
    void refreshTasks();
    void refreshNotifications();

    Sources m_sources;
    QPushButton *m_project;
    QMenu *m_projectMenu;
    QPushButton *m_search;
    QHBoxLayout *m_status;
    QToolButton *m_tasks;
    QToolButton *m_notifications;
};

} // namespace drydock::shell
