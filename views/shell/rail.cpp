// SPDX-License-Identifier: MIT
#include "views/shell/rail.h"

#include "views/controls/theme.h"

#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace drydock::shell {

Rail::Rail(const controls::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_top(new QVBoxLayout)
    , m_bottom(new QVBoxLayout)
{
    setObjectName(u"rail"_s);
    setProperty("kind", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Pages"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(4), theme.px(8), theme.px(4), theme.px(8));
    layout->setSpacing(theme.px(4));
    m_top->setSpacing(theme.px(4));
    m_bottom->setSpacing(theme.px(4));
    layout->addLayout(m_top);
    layout->addStretch();
    layout->addLayout(m_bottom);
    connect(&theme, &controls::Theme::changed, this, &Rail::refresh);
    refresh();
}

void Rail::add(const QString &id, const QString &title, const QString &iconName, const QString &keys, RailPlace place)
{
    auto *button = new QToolButton(this);
    button->setObjectName("rail."_L1 + id);
    button->setProperty("kind", u"rail"_s);
    button->setProperty("iconName", iconName);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setText(title);
    button->setToolTip(keys.isEmpty() ? title : tr("%1 (%2)", "page and its shortcut").arg(title, keys));
    button->setAccessibleName(title);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
    (place == RailPlace::Top ? m_top : m_bottom)->addWidget(button);
    m_buttons.insert(id, button);
    refresh();
}

void Rail::setCurrent(const QString &id)
{
    m_current = id;
    if (QToolButton *button = m_buttons.value(id))
        button->setChecked(true);
    refresh();
}

void Rail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down)
        focusNextChild();
    else if (event->key() == Qt::Key_Up)
        focusPreviousChild();
    else
        QWidget::keyPressEvent(event);
}

void Rail::refresh()
{
    setFixedWidth(m_theme.px(104));
    const int icon = m_theme.px(20);
    for (auto each = m_buttons.cbegin(); each != m_buttons.cend(); ++each) {
        QToolButton *button = each.value();
        const auto role = each.key() == m_current ? controls::ColorRole::Accent : controls::ColorRole::Muted;
        button->setIcon(m_theme.icon(button->property("iconName").toString(), role));
        button->setIconSize({icon, icon});
        button->setFixedHeight(m_theme.px(52));
        QFont font = m_theme.textFont();
        font.setPixelSize(m_theme.px(11));
        button->setFont(font);
    }
}

} // namespace drydock::shell
