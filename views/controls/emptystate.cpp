// SPDX-License-Identifier: MIT
#include "views/controls/emptystate.h"

#include "views/controls/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace drydock::controls {

EmptyState::EmptyState(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_button(new QPushButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(32), theme.px(32), theme.px(32), theme.px(32));
    layout->setSpacing(theme.px(16));
    m_sentence->setProperty("tone", QStringLiteral("muted"));
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setMaximumWidth(theme.px(480));
    m_sentence->setMinimumWidth(theme.px(200));
    m_button->setProperty("kind", QStringLiteral("primary"));
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_sentence, 10);
    row->addStretch();
    layout->addLayout(row);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::activated);
    connect(&m_theme, &Theme::changed, this, &EmptyState::refreshIcon);
}

void EmptyState::set(const QString &iconName, const QString &sentence, const QString &button)
{
    m_iconName = iconName;
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    refreshIcon();
}

void EmptyState::refreshIcon()
{
    const int size = m_theme.px(48);
    m_icon->setPixmap(m_theme.icon(m_iconName, ColorRole::Muted).pixmap(QSize(size, size), devicePixelRatioF()));
}

} // namespace drydock::controls
