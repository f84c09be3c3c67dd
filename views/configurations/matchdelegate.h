// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace drydock::controls {
class Theme;
}

namespace drydock::configurations {

/// A file with its number of matches, or a match with the hit marked and what it would become.
class MatchDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MatchDelegate)

public:
    MatchDelegate(const controls::Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintFile(QPainter &painter, const QRect &place, const QModelIndex &index) const;
    void paintMatch(QPainter &painter, const QRect &place, const QModelIndex &index) const;

    const controls::Theme &m_theme;
};

} // namespace drydock::configurations
