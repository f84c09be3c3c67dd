// SPDX-License-Identifier: MIT
#include "views/controls/searchfield.h"

#include "views/controls/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QTimer>

namespace drydock::controls {

SearchField::SearchField(const Theme &theme, const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
    , m_delay(new QTimer(this))
{
    setProperty("kind", QStringLiteral("search")); // the icon brings its own gap
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    addAction(theme.icon(QStringLiteral("edit-find"), ColorRole::Muted), QLineEdit::LeadingPosition);
    // Qt's own icon would not follow the theme.
    if (auto *clear = findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        clear->setIcon(theme.icon(QStringLiteral("edit-clear-locationbar-rtl"), ColorRole::Muted));
    m_delay->setSingleShot(true);
    m_delay->setInterval(150);
    connect(this, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_delay, &QTimer::timeout, this, [this] { Q_EMIT searched(text()); });
    connect(this, &QLineEdit::returnPressed, this, [this] {
        m_delay->stop();
        Q_EMIT searched(text());
    });
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace drydock::controls
