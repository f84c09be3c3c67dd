// SPDX-License-Identifier: MIT
#include "views/shell/notifications.h"

#include <algorithm>

namespace drydock::shell {

namespace {

constexpr qsizetype keptNotifications = 200;

} // namespace

void Notifications::done(const QString &text, const QString &linkText, std::optional<Link> link)
{
    Notification notification;
    notification.level = controls::Level::Ok;
    notification.text = text;
    notification.linkText = linkText;
    notification.link = std::move(link);
    add(std::move(notification));
}

void Notifications::inform(const QString &text)
{
    Notification notification;
    notification.text = text;
    add(std::move(notification));
}

void Notifications::warn(const QString &text, const QString &details)
{
    Notification notification;
    notification.level = controls::Level::Medium;
    notification.text = text;
    notification.details = details;
    add(std::move(notification));
}

void Notifications::failed(const QString &what, const Error &error)
{
    Notification notification;
    notification.level = controls::Level::Critical;
    notification.text = what + QLatin1Char(' ') + QString::fromStdString(error.message);
    if (!error.hint.empty())
        notification.text += QLatin1Char(' ') + QString::fromStdString(error.hint);
    notification.details = what + QLatin1Char('\n') + QString::fromStdString(error.text()) + QLatin1String("\n[") +
                           QString::fromStdString(error.code) + QLatin1Char(']');
    add(std::move(notification));
}

int Notifications::unreadCount() const
{
    return static_cast<int>(
        std::count_if(m_all.cbegin(), m_all.cend(), [](const Notification &each) { return !each.read; }));
}

void Notifications::markAllRead()
{
    for (Notification &each : m_all)
        each.read = true;
    Q_EMIT changed();
}

void Notifications::clear()
{
    m_all.clear();
    Q_EMIT changed();
}

void Notifications::add(Notification notification)
{
    notification.id = ++m_lastId;
    notification.time = QDateTime::currentDateTime();
    m_all.prepend(notification);
    if (m_all.size() > keptNotifications)
        m_all.resize(keptNotifications);
    Q_EMIT added(notification);
    Q_EMIT changed();
}

} // namespace drydock::shell
