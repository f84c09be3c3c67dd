// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace drydock::controls {
class Theme;
}

namespace drydock::shell {
class TaskRunner;
}

namespace drydock::reviews {

/// What a running review does, how far it is, and Cancel. Hidden while nothing runs.
class ProgressStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProgressStrip)

public:
    ProgressStrip(const controls::Theme &theme, shell::TaskRunner &tasks, QWidget *parent = nullptr);

    void follow(int taskId);
    [[nodiscard]] bool isFollowing() const { return m_task != 0; }
    void cancel();

private:
    void refresh(int taskId);

    shell::TaskRunner &m_tasks;
    int m_task = 0;
    QLabel *m_text;
    QProgressBar *m_bar;
};

} // namespace drydock::reviews
