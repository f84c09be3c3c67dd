// SPDX-License-Identifier: MIT
#pragma once

#include "views/shell/taskrunner.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace drydock::controls {
class ElidedLabel;
class Theme;
} // namespace drydock::controls

namespace drydock::shell {

/// One task: title, bar, what it does, time, Cancel.
class TaskRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskRow)

public:
    TaskRow(const controls::Theme &theme, QWidget *parent);
    void show(const TaskInfo &info);

Q_SIGNALS:
    void cancelWanted();

private:
    controls::ElidedLabel *m_title;
    controls::ElidedLabel *m_text;
    QProgressBar *m_bar;
    QLabel *m_time;
    QToolButton *m_cancel;
};

} // namespace drydock::shell
