// SPDX-License-Identifier: MIT
#include "views/shell/toastlayer.h"

#include "views/controls/theme.h"
#include "views/shell/navigator.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace drydock::shell {

namespace {

constexpr int shownMilliseconds = 5000;
constexpr qsizetype mostToasts = 3;

} // namespace

Toast::Toast(const controls::Theme &theme, Navigator &navigator, const Notification &notification, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_level(notification.level)
    , m_timer(new QTimer(this))
{
    setProperty("kind", u"card"_s);
    setAccessibleName(notification.text);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(theme.px(16), theme.px(8), theme.px(8), theme.px(8));
    layout->setSpacing(theme.px(8));
    auto *column = new QVBoxLayout;
    column->setSpacing(theme.px(4));
    auto *text = new QLabel(notification.text, this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    column->addWidget(text);
    const auto addLink = [this, column](const QString &label) {
        auto *button = new QPushButton(label, this);
        button->setProperty("kind", u"link"_s);
        column->addWidget(button, 0, Qt::AlignLeft);
        return button;
    };
    if (notification.link) {
        connect(addLink(notification.linkText), &QPushButton::clicked, this,
                [this, &navigator, link = *notification.link] {
                    navigator.open(link);
                    Q_EMIT gone();
                });
    }
    if (!notification.details.isEmpty()) {
        connect(addLink(tr("Copy details")), &QPushButton::clicked, this,
                [details = notification.details] { QApplication::clipboard()->setText(details); });
    }
    auto *close = new QToolButton(this);
    close->setIcon(theme.icon(u"window-close-symbolic"_s, controls::ColorRole::Muted));
    close->setAccessibleName(tr("Close"));
    layout->addLayout(column, 1);
    layout->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, &Toast::gone);
    connect(m_timer, &QTimer::timeout, this, &Toast::gone);
    m_timer->setSingleShot(true);
    m_timer->start(shownMilliseconds);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer->stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    m_timer->start(shownMilliseconds);
    QFrame::leaveEvent(event);
}

void Toast::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(m_level));
    painter.drawRoundedRect(QRect(m_theme.px(4), m_theme.px(8), m_theme.px(4), height() - m_theme.px(16)), 2, 2);
}

ToastLayer::ToastLayer(const controls::Theme &theme, Navigator &navigator, Notifications &notifications,
                       QWidget *window)
    : QObject(window)
    , m_theme(theme)
    , m_navigator(navigator)
    , m_window(window)
{
    window->installEventFilter(this);
    connect(&notifications, &Notifications::added, this, &ToastLayer::add);
}

void ToastLayer::clear()
{
    for (Toast *toast : std::as_const(m_toasts)) {
        toast->hide();
        toast->deleteLater();
    }
    m_toasts.clear();
}

bool ToastLayer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QObject::eventFilter(watched, event);
}

void ToastLayer::add(const Notification &notification)
{
    auto *toast = new Toast(m_theme, m_navigator, notification, m_window);
    connect(toast, &Toast::gone, this, [this, toast] {
        m_toasts.removeOne(toast);
        toast->hide();
        toast->deleteLater();
        place();
    });
    m_toasts << toast;
    while (m_toasts.size() > mostToasts)
        m_toasts.takeFirst()->deleteLater();
    toast->show();
    place();
}

void ToastLayer::place()
{
    int bottom = m_window->height() - m_theme.px(64); // above the footers of pages
    const int width = qMin(m_theme.px(400), m_window->width() - m_theme.px(32));
    for (auto toast = m_toasts.crbegin(); toast != m_toasts.crend(); ++toast) {
        (*toast)->setFixedWidth(width);
        const int height = qMax((*toast)->sizeHint().height(), (*toast)->heightForWidth(width));
        (*toast)->setGeometry(m_window->width() - width - m_theme.px(16), bottom - height, width, height);
        (*toast)->raise();
        bottom -= height + m_theme.px(8);
    }
}

} // namespace drydock::shell
