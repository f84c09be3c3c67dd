// SPDX-License-Identifier: MIT
#include "views/shell/pagebar.h"

#include "views/controls/elidedlabel.h"
#include "views/controls/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace drydock::shell {

namespace {

constexpr qsizetype mostButtons = 4;

void empty(QHBoxLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

/// All that a button or menu is built from and does not follow by itself.
QStringList textsOf(const QList<QAction *> &actions)
{
    QStringList texts;
    for (const QAction *action : actions)
        texts << action->text() << action->toolTip() << action->shortcut().toString()
              << action->property("menuOnly").toString();
    return texts;
}

} // namespace

PageBar::PageBar(const controls::Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_crumbs(new QHBoxLayout)
    , m_actions(new QHBoxLayout)
{
    setObjectName(u"pageBar"_s);
    setProperty("kind", u"page"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8));
    layout->setSpacing(theme.px(16));
    setMinimumHeight(theme.px(48)); // the same with and without actions
    m_crumbs->setSpacing(theme.px(4));
    m_actions->setSpacing(theme.px(8));
    layout->addLayout(m_crumbs, 1);
    layout->addLayout(m_actions);
}

void PageBar::setCrumbs(const QList<Crumb> &crumbs)
{
    if (crumbs == m_shownCrumbs)
        return;
    m_shownCrumbs = crumbs;
    empty(m_crumbs);
    for (qsizetype index = 0; index < crumbs.size(); ++index) {
        const Crumb &crumb = crumbs.at(index);
        if (index > 0) {
            auto *separator = new QLabel(u"›"_s, this);
            separator->setProperty("tone", u"muted"_s);
            m_crumbs->addWidget(separator);
        }
        if (index + 1 == crumbs.size() || crumb.link.page.isEmpty()) {
            auto *label = new controls::ElidedLabel(crumb.text, Qt::ElideMiddle, this);
            label->setProperty("tone", index + 1 == crumbs.size() ? u"section"_s : u"muted"_s);
            label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
            m_crumbs->addWidget(label);
        } else {
            const QString shown = fontMetrics().elidedText(crumb.text, Qt::ElideMiddle, m_theme.px(240));
            auto *button = new QPushButton(shown, this);
            button->setProperty("kind", u"link"_s);
            button->setToolTip(shown == crumb.text ? QString() : crumb.text);
            button->setCursor(Qt::PointingHandCursor);
            connect(button, &QPushButton::clicked, this, [this, link = crumb.link] { Q_EMIT wanted(link); });
            m_crumbs->addWidget(button);
        }
    }
    m_crumbs->addStretch(1);
}

void PageBar::setActions(const QList<QAction *> &actions)
{
    const QStringList texts = textsOf(actions);
    if (actions == m_shownActions && texts == m_shownTexts)
        return;
    m_shownActions = actions;
    m_shownTexts = texts;
    empty(m_actions);
    QList<QAction *> shown;
    QList<QAction *> overflow;
    for (QAction *action : actions)
        (shown.size() < mostButtons && !action->property("menuOnly").toBool() ? shown : overflow) << action;
    for (qsizetype index = shown.size() - 1; index >= 0; --index) {
        QAction *action = shown.at(index);
        auto *button = new QToolButton(this);
        button->setProperty("kind", index == 0 ? u"primary"_s : u"button"_s);
        button->setDefaultAction(action);
        button->setToolButtonStyle(index == 0 ? Qt::ToolButtonTextOnly : Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        button->setPopupMode(action->menu() ? QToolButton::InstantPopup : QToolButton::DelayedPopup);
        button->setAccessibleName(action->text().remove(u'&'));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        if (!keys.isEmpty() && !action->toolTip().contains(keys))
            button->setToolTip(tr("%1 (%2)", "action and its shortcut").arg(action->toolTip(), keys));
        m_actions->addWidget(button);
    }
    if (!overflow.isEmpty()) {
        auto *more = new QToolButton(this);
        more->setIcon(m_theme.icon(u"overflow-menu"_s));
        more->setToolTip(tr("More actions"));
        more->setAccessibleName(more->toolTip());
        more->setPopupMode(QToolButton::InstantPopup);
        auto *menu = new QMenu(more);
        menu->addActions(overflow);
        more->setMenu(menu);
        m_actions->insertWidget(0, more);
    }
}

} // namespace drydock::shell
