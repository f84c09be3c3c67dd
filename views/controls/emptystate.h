// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace drydock::controls {

class Theme;

/// What an empty place shows: an icon, one sentence, one button.
class EmptyState final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)

public:
    explicit EmptyState(const Theme &theme, QWidget *parent = nullptr);
    /// An empty `button` hides it.
    void set(const QString &iconName, const QString &sentence, const QString &button = {});
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void activated();

private:
    void refreshIcon();

    const Theme &m_theme;
    QString m_iconName;
    QLabel *m_icon;
    QLabel *m_sentence;
    QPushButton *m_button;
};

} // namespace drydock::controls
