// SPDX-License-Identifier: MIT
#include "views/shell/notificationcentre.h"

#include "views/controls/theme.h"
#include "views/shell/navigator.h"
#include "views/shell/notifications.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace drydock::shell {

NotificationCentre::NotificationCentre(const controls::Theme &theme, Navigator &navigator, Notifications &notifications,
                                       QWidget *window)
    : QFrame(window, Qt::Popup)
    , m_theme(theme)
    , m_navigator(navigator)
    , m_notifications(notifications)
    , m_rows(new QVBoxLayout)
{
    setObjectName(u"notificationCentre"_s);
    setProperty("kind", u"card"_s);
    setAccessibleName(tr("Notifications"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(16), theme.px(12), theme.px(8), theme.px(12));
    layout->setSpacing(theme.px(8));
    auto *top = new QHBoxLayout;
    auto *title = new QLabel(tr("Notifications"), this);
    title->setProperty("tone", u"section"_s);
    auto *clear = new QPushButton(tr("Clear all"), this);
    clear->setProperty("kind", u"link"_s);
    top->addWidget(title, 1);
    top->addWidget(clear);
    layout->addLayout(top);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inner = new QWidget(area);
    inner->setLayout(m_rows);
    m_rows->setContentsMargins(0, 0, theme.px(8), 0);
    m_rows->setSpacing(theme.px(12));
    area->setWidget(inner);
    layout->addWidget(area, 1);
    connect(clear, &QPushButton::clicked, this, [this] {
        m_notifications.clear();
        refresh();
    });
}

void NotificationCentre::openBelow(const QWidget *button)
{
    refresh();
    m_notifications.markAllRead();
    resize(m_theme.px(400), m_theme.px(440));
    move(button->mapToGlobal(QPoint(button->width() - width(), button->height() + m_theme.px(4))));
    show();
}

void NotificationCentre::refresh()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const Notification &each : m_notifications.all()) {
        auto *row = new QWidget(this);
        auto *column = new QVBoxLayout(row);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(m_theme.px(4));
        auto *text = new QLabel(each.text, row);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        if (each.level == controls::Level::Critical)
            text->setProperty("tone", u"critical"_s);
        auto *time = new QLabel(QLocale().toString(each.time.time(), QLocale::ShortFormat), row);
        time->setProperty("tone", u"small"_s);
        time->setToolTip(each.time.toString(Qt::ISODate));
        column->addWidget(text);
        auto *bottom = new QHBoxLayout;
        bottom->addWidget(time);
        if (each.link) {
            auto *open = new QPushButton(each.linkText, row);
            open->setProperty("kind", u"link"_s);
            connect(open, &QPushButton::clicked, this, [this, link = *each.link] {
                hide();
                m_navigator.open(link);
            });
            bottom->addWidget(open);
        }
        if (!each.details.isEmpty()) {
            auto *copy = new QPushButton(tr("Copy details"), row);
            copy->setProperty("kind", u"link"_s);
            connect(copy, &QPushButton::clicked, this,
                    [details = each.details] { QApplication::clipboard()->setText(details); });
            bottom->addWidget(copy);
        }
        bottom->addStretch();
        column->addLayout(bottom);
        m_rows->addWidget(row);
    }
    if (m_notifications.all().isEmpty()) {
        auto *nothing = new QLabel(tr("Nothing has happened yet."), this);
        nothing->setProperty("tone", u"muted"_s);
        m_rows->addWidget(nothing);
    }
    m_rows->addStretch();
}

} // namespace drydock::shell
