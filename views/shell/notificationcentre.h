// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace drydock::controls {
class Theme;
}

namespace drydock::shell {

class Navigator;
class Notifications;

/// Everything that was told in this session, newest first; a pop-up below the bell.
class NotificationCentre final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NotificationCentre)

public:
    NotificationCentre(const controls::Theme &theme, Navigator &navigator, Notifications &notifications,
                       QWidget *window);
    void openBelow(const QWidget *button);

private:
    void refresh();

    const controls::Theme &m_theme;
    Navigator &m_navigator;
    Notifications &m_notifications;
    QVBoxLayout *m_rows;
};

} // namespace drydock::shell
