// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/linkcontroller.h"

#include <QKeyEvent>
#include <QPointer>

namespace drydock::controls {

LinkController::LinkController(CodeArea &area)
    : QObject(&area)
    , m_area(area)
{
    connect(&area, &CodeArea::pointerMoved, this, &LinkController::pointerMoved);
    connect(&area, &CodeArea::edited, this, &LinkController::clear);
    connect(&area, &CodeArea::focusLost, this, &LinkController::clear);
    area.installEventFilter(this);
}

void LinkController::setAssistance(Assistance *assistance)
{
    clear();
    m_assistance = assistance;
}

void LinkController::clear()
{
    ++m_question;
    m_askedAt = -1;
    if (m_link.length() == 0)
        return;
    m_link = {};
    m_area.setPainted(PaintRole::Link, {});
    m_area.viewport()->setCursor(Qt::IBeamCursor);
}

void LinkController::pointerMoved(const QPoint &point, Qt::KeyboardModifiers modifiers)
{
    const int position = m_assistance && (modifiers & Qt::ControlModifier) ? m_area.positionAt(point) : -1;
    if (position < 0) {
        clear();
        return;
    }
    if (m_link.contains(position) || position == m_askedAt)
        return;
    clear();
    m_askedAt = position;
    const int question = m_question;
    const int revision = m_area.revision();
    m_assistance->link(
        {m_area.snapshot(), position, AskReason::Asked, {}}, [=, self = QPointer(this)](const TextRange &range) {
            if (!self || self->m_question != question || self->m_area.revision() != revision || range.length() == 0)
                return;
            self->m_link = range;
            self->m_area.setPainted(PaintRole::Link, {range});
            self->m_area.viewport()->setCursor(Qt::PointingHandCursor);
        });
}

bool LinkController::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyRelease && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Control)
        clear();
    return QObject::eventFilter(watched, event);
}

} // namespace drydock::controls
