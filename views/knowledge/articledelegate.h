// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace drydock::controls {
class Theme;
}

namespace drydock::knowledgeview {

/// Draws an article of the list: title and two lines of text with the hits marked; headings of groups.
class ArticleDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArticleDelegate)

public:
    ArticleDelegate(const controls::Theme &theme, QObject *parent);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const controls::Theme &m_theme;
};

} // namespace drydock::knowledgeview
