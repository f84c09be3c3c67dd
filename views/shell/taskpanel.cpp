// SPDX-License-Identifier: MIT
#include "views/shell/taskpanel.h"

#include "views/controls/theme.h"
#include "views/shell/taskrow.h"

#include <QLabel>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace drydock::shell {

TaskPanel::TaskPanel(const controls::Theme &theme, TaskRunner &tasks, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tasks(tasks)
    , m_rows(new QVBoxLayout)
    , m_clock(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    auto *inner = new QWidget(area);
    inner->setLayout(m_rows);
    m_rows->setContentsMargins(0, theme.px(8), 0, theme.px(8));
    m_rows->setSpacing(theme.px(4));
    area->setWidget(inner);
    layout->addWidget(area);
    auto *nothing = new QLabel(tr("No task has run yet."), inner);
    nothing->setProperty("tone", u"muted"_s);
    nothing->setContentsMargins(theme.px(16), 0, theme.px(16), 0);
    m_nothing = nothing;
    m_rows->addWidget(m_nothing);
    m_rows->addStretch();
    m_clock->setInterval(1000);
    connect(m_clock, &QTimer::timeout, this, &TaskPanel::refresh);
    connect(&tasks, &TaskRunner::started, this, &TaskPanel::refresh);
    connect(&tasks, &TaskRunner::progressed, this, &TaskPanel::refresh);
    connect(&tasks, &TaskRunner::finished, this, &TaskPanel::refresh);
    connect(&tasks, &TaskRunner::cleared, this, &TaskPanel::refresh);
}

void TaskPanel::refresh()
{
    const QList<TaskInfo> tasks = m_tasks.tasks();
    QHash<int, TaskRow *> gone = m_byId;
    int place = 0;
    for (const TaskInfo &info : tasks) {
        TaskRow *row = m_byId.value(info.id);
        if (!row) {
            row = new TaskRow(m_theme, this);
            connect(row, &TaskRow::cancelWanted, this, [this, id = info.id] { m_tasks.cancel(id); });
            m_byId.insert(info.id, row);
            m_rows->insertWidget(place, row);
        }
        row->show(info);
        gone.remove(info.id);
        ++place;
    }
    for (auto each = gone.cbegin(); each != gone.cend(); ++each) {
        m_byId.remove(each.key());
        delete each.value();
    }
    m_nothing->setVisible(tasks.isEmpty());
    if (m_tasks.runningCount() == 0)
        m_clock->stop();
    else if (!m_clock->isActive())
        m_clock->start();
}

} // namespace drydock::shell
