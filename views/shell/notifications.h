// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/error.h"
#include "views/controls/theme.h"
#include "views/shell/link.h"

#include <QDateTime>
#include <QList>
#include <QObject>

#include <optional>

namespace drydock::shell {

/// Something that happened. Shown as a toast for five seconds and kept in the notification centre.
struct Notification
{
    int id = 0;
    QDateTime time;
    controls::Level level = controls::Level::Neutral;
    QString text;     ///< one sentence: "Saved version 3 of “edge-bucket”."
    QString details;  ///< for "Copy details"; may be empty
    QString linkText; ///< "Open in library"
    std::optional<Link> link;
    bool read = false;
};

/// Where pages tell what is done. Lives on the GUI thread.
class Notifications final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notifications)

public:
    using QObject::QObject;

    void done(const QString &text, const QString &linkText = {}, std::optional<Link> link = {});
    void inform(const QString &text);
    /// Something is done, but should be looked at.
    void warn(const QString &text, const QString &details);
    /// `what` says what was tried: "The project was not created." The error's text becomes part of it and its details.
    void failed(const QString &what, const Error &error);

    [[nodiscard]] const QList<Notification> &all() const { return m_all; } ///< newest first
    [[nodiscard]] int unreadCount() const;
    void markAllRead();
    void clear();

Q_SIGNALS:
    void added(const drydock::shell::Notification &notification);
    void changed();

private:
    void add(Notification notification);

    QList<Notification> m_all;
    int m_lastId = 0;
};

} // namespace drydock::shell
