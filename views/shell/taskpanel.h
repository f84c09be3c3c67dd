// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QWidget>

class QTimer;
class QVBoxLayout;

namespace drydock::controls {
class Theme;
}

namespace drydock::shell {

class TaskRow;
class TaskRunner;

/// Running and finished tasks with progress, count, time left and Cancel.
class TaskPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskPanel)

public:
    TaskPanel(const controls::Theme &theme, TaskRunner &tasks, QWidget *parent = nullptr);

private:
    void refresh();

    const controls::Theme &m_theme;
    TaskRunner &m_tasks;
    QVBoxLayout *m_rows;
    QHash<int, TaskRow *> m_byId;
    QWidget *m_nothing;
    QTimer *m_clock;
};

} // namespace drydock::shell
