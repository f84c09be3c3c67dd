// SPDX-License-Identifier: MIT
#include "views/controls/banner.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace drydock::controls {

Banner::Banner(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8));
    layout->setSpacing(theme.px(8));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->setProperty("kind", u"link"_s);
    m_close->setIcon(theme.icon(u"window-close-symbolic"_s, ColorRole::Muted));
    m_close->setAccessibleName(tr("Hide this message"));
    m_close->setToolTip(m_close->accessibleName());
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close, 0, Qt::AlignTop);
    setVisible(false);
    connect(m_action, &QPushButton::clicked, this, &Banner::activated);
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    connect(&m_theme, &Theme::changed, this, &Banner::refresh);
}

void Banner::show(Level level, const QString &text, const QString &actionText)
{
    removeAnswers();
    m_level = level;
    m_text->setText(text);
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
    refresh();
    setVisible(true);
}

void Banner::ask(Level level, const QString &text, const QStringList &answers)
{
    show(level, text);
    auto *row = static_cast<QHBoxLayout *>(layout());
    for (const QString &answer : answers) {
        auto *button = new QPushButton(answer, this);
        button->setProperty("kind", u"link"_s);
        connect(button, &QPushButton::clicked, this,
                [this, index = static_cast<int>(m_answers.size())] { Q_EMIT answered(index); });
        row->insertWidget(row->count() - 1, button);
        m_answers << button;
    }
}

void Banner::removeAnswers()
{
    for (QPushButton *button : std::as_const(m_answers)) {
        button->hide();
        button->deleteLater(); // it may be the one that was pressed
    }
    m_answers.clear();
}

void Banner::clear()
{
    setVisible(false);
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tint(levelRole(m_level), 0.10));
    painter.fillRect(QRect(0, 0, m_theme.px(4), height()), m_theme.color(m_level));
}

void Banner::refresh()
{
    const QString name = m_level == Level::Ok                                 ? u"dialog-ok-apply"_s
                         : m_level == Level::Neutral || m_level == Level::Low ? u"help-about"_s
                                                                              : u"data-warning"_s;
    const int size = m_theme.px(16);
    m_icon->setPixmap(m_theme.icon(name, levelRole(m_level)).pixmap(QSize(size, size), devicePixelRatioF()));
    update();
}

} // namespace drydock::controls
