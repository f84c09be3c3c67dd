// SPDX-License-Identifier: MIT
#include "views/shell/finderdelegate.h"

#include "views/controls/theme.h"
#include "views/models/findermodel.h"

#include <QPainter>

using drydock::controls::ColorRole;
using drydock::models::FinderModel;

namespace drydock::shell {

namespace {

// Draws `text` with some characters in bold; returns where it ended.
int drawMatched(QPainter &painter, const QFont &font, QRect rect, const QString &text, const QList<int> &positions)
{
    QFont bold = font;
    bold.setWeight(QFont::Bold);
    for (qsizetype start = 0; start < text.size() && rect.width() > 0;) {
        const bool matched = positions.contains(static_cast<int>(start));
        qsizetype end = start + 1;
        while (end < text.size() && positions.contains(static_cast<int>(end)) == matched)
            ++end;
        painter.setFont(matched ? bold : font);
        const QString part =
            painter.fontMetrics().elidedText(text.mid(start, end - start), Qt::ElideRight, rect.width());
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, part);
        rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(part));
        start = end;
    }
    return rect.left();
}

} // namespace

FinderDelegate::FinderDelegate(const controls::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void FinderDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(
            m_theme.color(option.state & QStyle::State_Selected ? ColorRole::Selection : ColorRole::Hover));
        painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), m_theme.px(4), m_theme.px(4));
    }
    QRect rect = option.rect.adjusted(m_theme.px(8), 0, -m_theme.px(8), 0);
    const int icon = m_theme.px(16);
    m_theme.icon(index.data(FinderModel::IconNameRole).toString(), ColorRole::Muted)
        .paint(painter, QRect(rect.left(), rect.center().y() - icon / 2 + 1, icon, icon));
    rect.setLeft(rect.left() + icon + m_theme.px(8));

    painter->setPen(m_theme.color(ColorRole::Muted));
    painter->setFont(m_theme.smallFont());
    const QString keys = index.data(FinderModel::KeysRole).toString();
    const QString right = keys.isEmpty() ? index.data(FinderModel::KindRole).toString() : keys;
    painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, right);
    rect.setRight(rect.right() - painter->fontMetrics().horizontalAdvance(right) - m_theme.px(16));

    painter->setPen(m_theme.color(ColorRole::Text));
    const QList<int> positions = index.data(FinderModel::PositionsRole).value<QList<int>>();
    const int end = drawMatched(*painter, m_theme.textFont(), rect, index.data().toString(), positions);
    rect.setLeft(end + m_theme.px(12));
    painter->setPen(m_theme.color(ColorRole::Muted));
    painter->setFont(m_theme.smallFont());
    const QString detail = index.data(FinderModel::DetailRole).toString();
    if (rect.width() > m_theme.px(40))
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(detail, Qt::ElideMiddle, rect.width()));
    painter->restore();
}

QSize FinderDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.px(200), m_theme.px(32)};
}

} // namespace drydock::shell
