// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QStringList>
#include <QWidget>

class QToolButton;

namespace drydock::controls {

class FlowLayout;
class Theme;

struct ChipSpec
{
    QString id;
    QString text;
    int count = -1; ///< shown behind the text when not negative
    QString iconName;
};

enum class ChipChoice { Many, One };

/// Filter chips that can be switched on and off; they wrap. Nothing chosen means "no filter".
class ChipRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChipRow)

public:
    explicit ChipRow(const Theme &theme, ChipChoice choice = ChipChoice::Many, QWidget *parent = nullptr);

    /// Replaces the chips; those that stay keep their state.
    void setChips(const QList<ChipSpec> &chips);
    [[nodiscard]] QStringList chosen() const;
    void setChosen(const QStringList &ids);

Q_SIGNALS:
    void chosenChanged();

private:
    void clicked(QToolButton *button);

    const Theme &m_theme;
    ChipChoice m_choice;
    FlowLayout *m_layout;
    QList<QToolButton *> m_buttons;
};

} // namespace drydock::controls
