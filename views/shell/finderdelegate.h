// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace drydock::controls {
class Theme;
}

namespace drydock::shell {

/// Draws a row of the finder: icon, title with the matched characters in bold, detail, kind and shortcut.
class FinderDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FinderDelegate)

public:
    FinderDelegate(const controls::Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const controls::Theme &m_theme;
};

} // namespace drydock::shell
