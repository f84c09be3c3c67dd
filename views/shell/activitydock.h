// SPDX-License-Identifier: MIT
#pragma once

#include <QDockWidget>

class QPlainTextEdit;
class QTabWidget;
class QTreeWidget;

namespace drydock::controls {
class Theme;
}

namespace drydock::shell {

class Navigator;
class Notifications;
class ProblemList;
class TaskRunner;

/// Problems, Tasks and Output below the page; hidden until there is news.
class ActivityDock final : public QDockWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ActivityDock)

public:
    struct Sources
    {
        const controls::Theme &theme;
        TaskRunner &tasks;
        Notifications &notifications;
        ProblemList &problems;
        Navigator &navigator;
    };
    enum class Tab { Problems, Tasks, Output };

    explicit ActivityDock(const Sources &sources, QWidget *parent = nullptr);
    void showTab(Tab tab);

private:
    void refreshProblems();
    void refreshTitles();
    void log(const QString &line);

    Sources m_sources;
    QTabWidget *m_tabs;
    QTreeWidget *m_problems;
    QPlainTextEdit *m_output;
};

} // namespace drydock::shell
