// SPDX-License-Identifier: MIT
#pragma once

#include "views/controls/theme.h"

#include <QStyledItemDelegate>
#include <QWidget>

class QPainter;

namespace drydock::controls {

[[nodiscard]] QString levelLetter(Level level); ///< "C", "H", "M", "L", "✓"
[[nodiscard]] QString levelName(Level level);   ///< tr("Critical")

/// How strongly a badge's background takes its colour: as much as its text stays readable on.
constexpr double badgeTint = 0.07;

/// Draws shape + letter + text in the level's colours, vertically centred in `rect`; returns the width used.
int paintBadge(QPainter &painter, const Theme &theme, const QRect &rect, Level level, const QString &text);
[[nodiscard]] QSize badgeSize(const Theme &theme, const QString &text);

/// A severity as letter, colour and shape, with a text or count behind it: "▲ H 12".
class SeverityBadge final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SeverityBadge)

public:
    SeverityBadge(const Theme &theme, Level level, const QString &text = {}, QWidget *parent = nullptr);

    void setLevel(Level level);
    void setText(const QString &text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void describe();

    const Theme &m_theme;
    Level m_level;
    QString m_text;
};

/// Paints an item as a badge: the level (int of Level) is taken from `levelRole`, the text from Qt::DisplayRole.
class SeverityDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SeverityDelegate)

public:
    SeverityDelegate(const Theme &theme, int levelRole, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
    int m_levelRole;
};

} // namespace drydock::controls
