// SPDX-License-Identifier: MIT
#include "views/shell/taskrow.h"

#include "views/controls/elidedlabel.h"
#include "views/controls/theme.h"
#include "views/models/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace drydock::shell {

namespace {

constexpr int barSteps = 1000;

QString timeText(const TaskInfo &info)
{
    switch (info.state) {
    case TaskState::Running:
        return info.remaining >= 0
                   ? TaskRow::tr("%1 left").arg(models::durationText(qMax<qint64>(info.remaining, 1000)))
                   : models::durationText(info.elapsed);
    case TaskState::Cancelling:
        return TaskRow::tr("Cancelling …");
    case TaskState::Done:
        return TaskRow::tr("Done in %1").arg(models::durationText(info.elapsed));
    case TaskState::Failed:
        return TaskRow::tr("Failed after %1").arg(models::durationText(info.elapsed));
    case TaskState::Cancelled:
        break;
    }
    return TaskRow::tr("Cancelled");
}

} // namespace

TaskRow::TaskRow(const controls::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_title(new controls::ElidedLabel({}, Qt::ElideRight, this))
    , m_text(new controls::ElidedLabel({}, Qt::ElideMiddle, this))
    , m_bar(new QProgressBar(this))
    , m_time(new QLabel(this))
    , m_cancel(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.px(16), 0, theme.px(16), 0);
    layout->setSpacing(theme.px(16));
    m_title->setMinimumWidth(theme.px(200));
    m_text->setProperty("tone", u"muted"_s);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(theme.px(160));
    m_time->setMinimumWidth(theme.px(120));
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_cancel->setIcon(theme.icon(u"dialog-cancel"_s));
    m_cancel->setToolTip(tr("Cancel this task"));
    m_cancel->setAccessibleName(m_cancel->toolTip());
    layout->addWidget(m_title, 2);
    layout->addWidget(m_text, 3);
    layout->addWidget(m_bar);
    layout->addWidget(m_time);
    layout->addWidget(m_cancel);
    setMinimumHeight(theme.rowHeight());
    connect(m_cancel, &QToolButton::clicked, this, &TaskRow::cancelWanted);
}

void TaskRow::show(const TaskInfo &info)
{
    const bool running = info.state == TaskState::Running || info.state == TaskState::Cancelling;
    m_title->setFullText(info.title);
    m_text->setFullText(info.error.isEmpty() ? info.text : info.error.section(u'\n', 0, 0));
    m_bar->setVisible(running);
    // A range of 0..0 is Qt's "busy".
    m_bar->setRange(0, info.fraction < 0 ? 0 : barSteps);
    m_bar->setValue(static_cast<int>(info.fraction * barSteps));
    m_bar->setAccessibleName(tr("Progress of %1").arg(info.title));
    m_time->setText(timeText(info));
    const QString tone = info.state == TaskState::Failed ? u"critical"_s : u"muted"_s;
    if (m_time->property("tone").toString() != tone) {
        m_time->setProperty("tone", tone);
        m_time->style()->unpolish(m_time);
        m_time->style()->polish(m_time);
    }
    m_cancel->setVisible(running);
    m_cancel->setEnabled(info.state == TaskState::Running);
}

} // namespace drydock::shell
