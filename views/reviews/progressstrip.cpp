// SPDX-License-Identifier: MIT
#include "views/reviews/progressstrip.h"

#include "views/controls/theme.h"
#include "views/models/text.h"
#include "views/shell/taskrunner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace drydock::reviews {

ProgressStrip::ProgressStrip(const controls::Theme &theme, shell::TaskRunner &tasks, QWidget *parent)
    : QWidget(parent)
    , m_tasks(tasks)
    , m_text(new QLabel)
    , m_bar(new QProgressBar)
{
    setProperty("kind", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(16), theme.px(6), theme.px(16), theme.px(6));
    row->setSpacing(theme.px(12));
    auto *stop = new QPushButton(tr("Cancel"));
    stop->setObjectName(u"cancelReview"_s);
    stop->setAccessibleName(tr("Cancel the review"));
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the review"));
    m_bar->setFixedWidth(theme.px(200));
    row->addWidget(m_text, 1);
    row->addWidget(m_bar);
    row->addWidget(stop);
    hide();
    connect(stop, &QPushButton::clicked, this, &ProgressStrip::cancel);
    connect(&tasks, &shell::TaskRunner::progressed, this, &ProgressStrip::refresh);
    connect(&tasks, &shell::TaskRunner::finished, this, [this](int id) {
        if (id != m_task)
            return;
        m_task = 0;
        hide();
    });
}

void ProgressStrip::follow(int taskId)
{
    m_task = taskId;
    m_bar->setRange(0, 0);
    m_text->setText(tr("Reading configuration…"));
    show();
    refresh(taskId);
}

void ProgressStrip::cancel()
{
    if (m_task == 0)
        return;
    m_text->setText(tr("Cancelling…"));
    m_tasks.cancel(m_task);
}

void ProgressStrip::refresh(int taskId)
{
    if (taskId != m_task || m_task == 0)
        return;
    const QList<shell::TaskInfo> tasks = m_tasks.tasks();
    const auto info =
        std::find_if(tasks.begin(), tasks.end(), [taskId](const shell::TaskInfo &task) { return task.id == taskId; });
    if (info == tasks.end() || info->state == shell::TaskState::Cancelling)
        return;
    m_bar->setRange(0, info->fraction < 0 ? 0 : 1000);
    m_bar->setValue(static_cast<int>(info->fraction * 1000));
    QString text = info->text.isEmpty() ? info->title : info->text;
    if (info->remaining > 2000)
        text += tr(", %1 left").arg(models::durationText(info->remaining));
    m_text->setText(text);
}

} // namespace drydock::reviews
