// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace drydock::controls {

/// A line at the top of a place that tells a state: level by icon and colour, a sentence, perhaps one action. Hidden
/// until set.
class Banner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    explicit Banner(const Theme &theme, QWidget *parent = nullptr);
    void show(Level level, const QString &text, const QString &actionText = {});
    void clear();
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void activated();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    const Theme &m_theme;
    Level m_level = Level::Neutral;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace drydock::controls
