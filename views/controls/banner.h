// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/theme.h"

#include <QFrame>
#include <QList>

class QLabel;
class QPushButton;
class QToolButton;

namespace drydock::controls {

/// A line at the top of a place that tells a state: level by icon and colour, a sentence, perhaps one action, or a few
/// answers to choose from. Hidden until set.
class Banner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    explicit Banner(const Theme &theme, QWidget *parent = nullptr);
    void show(Level level, const QString &text, const QString &actionText = {});
    /// The same with several buttons, the most likely first; answered() tells which one was pressed.
    void ask(Level level, const QString &text, const QStringList &answers);
    void clear();
    [[nodiscard]] QString text() const;
    /// Empty for an answer that is not offered.
    [[nodiscard]] QPushButton *answerButton(int index) const { return m_answers.value(index); }

Q_SIGNALS:
    void activated();
    void answered(int index);
    void closed(); ///< by the user

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void removeAnswers();

    const Theme &m_theme;
    Level m_level = Level::Neutral;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
    QList<QPushButton *> m_answers;
};

} // namespace drydock::controls
