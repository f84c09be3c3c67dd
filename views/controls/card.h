// SPDX-License-Identifier: MIT
#pragma once

#include <QFrame>

class QVBoxLayout;

namespace drydock::controls {

class Theme;

enum class CardUse { Plain, Clickable };

/// A framed area with the margins of the grid. Clickable ones take focus; click, Enter and Space activate.
class Card final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Card)

public:
    explicit Card(const Theme &theme, CardUse use = CardUse::Plain, QWidget *parent = nullptr);
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }

Q_SIGNALS:
    void activated();

protected:
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    CardUse m_use;
    QVBoxLayout *m_content;
};

} // namespace drydock::controls
