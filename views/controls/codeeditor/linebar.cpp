// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/linebar.h"

#include "views/controls/codeeditor/codearea.h"
#include "views/controls/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace drydock::controls {

LineBar::LineBar(const Theme &theme, CodeArea &area, QWidget *parent)
    : QWidget(parent)
    , m_area(area)
    , m_field(new QLineEdit(this))
    , m_note(new QLabel(this))
{
    setProperty("kind", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_field->setPlaceholderText(tr("Line or line:column"));
    m_field->setAccessibleName(tr("Go to line"));
    m_field->setMaximumWidth(theme.px(220));
    m_field->installEventFilter(this);
    m_note->setProperty("tone", u"muted"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4));
    row->setSpacing(theme.px(8));
    row->addWidget(m_field);
    row->addWidget(m_note, 1);
    connect(m_field, &QLineEdit::textEdited, this, &LineBar::preview);
    hide();
}

void LineBar::open()
{
    m_origin = m_area.textCursor().position();
    m_field->clear();
    m_note->setText(tr("1 to %L1").arg(m_area.blockCount()));
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void LineBar::preview(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const int line = text.left(colon < 0 ? text.size() : colon).trimmed().toInt();
    const int column = colon < 0 ? 1 : std::max(1, text.mid(colon + 1).trimmed().toInt());
    if (line < 1)
        return;
    QTextCursor cursor = m_area.textCursor();
    cursor.setPosition(positionOf(*m_area.document(), line, column));
    m_area.showCursor(cursor);
}

void LineBar::close()
{
    hide();
    m_area.setFocus(Qt::OtherFocusReason);
}

bool LineBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && isVisible()) {
        hide();
    } else if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            QTextCursor cursor = m_area.textCursor();
            cursor.setPosition(m_origin);
            m_area.showCursor(cursor);
            close();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            close();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace drydock::controls
