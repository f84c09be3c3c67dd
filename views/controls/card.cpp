// SPDX-License-Identifier: MIT
#include "views/controls/card.h"

#include "views/controls/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace drydock::controls {

Card::Card(const Theme &theme, CardUse use, QWidget *parent)
    : QFrame(parent)
    , m_use(use)
    , m_content(new QVBoxLayout(this))
{
    setProperty("kind", QStringLiteral("card"));
    setProperty("active", use == CardUse::Clickable);
    m_content->setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16));
    m_content->setSpacing(theme.px(8));
    if (use == CardUse::Clickable) {
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
    }
}

void Card::mouseReleaseEvent(QMouseEvent *event)
{
    QFrame::mouseReleaseEvent(event);
    if (m_use == CardUse::Clickable && event->button() == Qt::LeftButton &&
        rect().contains(event->position().toPoint()))
        Q_EMIT activated();
}

void Card::keyPressEvent(QKeyEvent *event)
{
    const bool activates =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (m_use == CardUse::Clickable && activates)
        Q_EMIT activated();
    else
        QFrame::keyPressEvent(event);
}

} // namespace drydock::controls
