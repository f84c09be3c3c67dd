// SPDX-License-Identifier: MIT
#pragma once

#include "views/shell/notifications.h"

#include <QFrame>

class QTimer;

namespace drydock::controls {
class Theme;
}

namespace drydock::shell {

class Navigator;

/// A toast: what was done, perhaps with one link; goes after five seconds unless the pointer rests on it.
class Toast final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Toast)

public:
    Toast(const controls::Theme &theme, Navigator &navigator, const Notification &notification, QWidget *parent);

Q_SIGNALS:
    void gone();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    const controls::Theme &m_theme;
    controls::Level m_level;
    QTimer *m_timer;
};

/// Stacks toasts at the lower right of the window, at most three.
class ToastLayer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToastLayer)

public:
    ToastLayer(const controls::Theme &theme, Navigator &navigator, Notifications &notifications, QWidget *window);
    void clear();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(const Notification &notification);
    void place();

    const controls::Theme &m_theme;
    Navigator &m_navigator;
    QWidget *m_window;
    QList<Toast *> m_toasts;
};

} // namespace drydock::shell
