// SPDX-License-Identifier: MIT
#include "views/configurations/matchdelegate.h"

#include "views/controls/theme.h"
#include "views/models/searchmodel.h"
#include "views/models/text.h"

#include <QApplication>
#include <QPainter>

#include <optional>

using drydock::controls::ColorRole;
using drydock::models::SearchModel;

namespace drydock::configurations {

MatchDelegate::MatchDelegate(const controls::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize MatchDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.px(120), m_theme.px(26)};
}

void MatchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
    QRect place = option.rect.adjusted(m_theme.px(4), 0, -m_theme.px(8), 0);
    if (row.features & QStyleOptionViewItem::HasCheckIndicator)
        place.setLeft(style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &row, row.widget).right() +
                      m_theme.px(8));
    painter->save();
    painter->setClipRect(place);
    if (index.data(SearchModel::IsFileRole).toBool())
        paintFile(*painter, place, index);
    else
        paintMatch(*painter, place, index);
    painter->restore();
}

void MatchDelegate::paintFile(QPainter &painter, const QRect &place, const QModelIndex &index) const
{
    const QString path = index.data(SearchModel::PathRole).toString();
    const qsizetype slash = path.lastIndexOf(QLatin1Char('/'));
    const QString count = models::countText(index.data(SearchModel::CountRole).toUInt());
    const QFont font = m_theme.textFont();
    const QFontMetrics metrics(font);
    painter.setFont(m_theme.smallFont());
    painter.setPen(m_theme.color(ColorRole::Muted));
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, count);
    QRect rest = place.adjusted(0, 0, -QFontMetrics(m_theme.smallFont()).horizontalAdvance(count) - m_theme.px(8), 0);
    const QString name = metrics.elidedText(path.mid(slash + 1), Qt::ElideMiddle, rest.width());
    painter.setFont(font);
    painter.setPen(m_theme.color(ColorRole::Text));
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, name);
    rest.setLeft(rest.left() + metrics.horizontalAdvance(name) + m_theme.px(8));
    painter.setFont(m_theme.smallFont());
    painter.setPen(m_theme.color(ColorRole::Muted));
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetrics(m_theme.smallFont())
                         .elidedText(path.left(std::max<qsizetype>(slash, 0)), Qt::ElideMiddle, rest.width()));
}

void MatchDelegate::paintMatch(QPainter &painter, const QRect &place, const QModelIndex &index) const
{
    const QString text = index.data().toString();
    const int start = index.data(SearchModel::HitStartRole).toInt();
    const int length = index.data(SearchModel::HitLengthRole).toInt();
    const QVariant replacement = index.data(SearchModel::ReplacementRole);
    QFont font = m_theme.codeFont();
    const QFontMetrics metrics(font);
    int left = place.left();
    const auto draw = [&](const QString &piece, ColorRole color, std::optional<ColorRole> background, bool struck) {
        const int width = metrics.horizontalAdvance(piece);
        if (background)
            painter.fillRect(QRect(left, place.top() + m_theme.px(3), width, place.height() - m_theme.px(6)),
                             m_theme.color(*background));
        font.setStrikeOut(struck);
        painter.setFont(font);
        painter.setPen(m_theme.color(color));
        painter.drawText(QRect(left, place.top(), width, place.height()), Qt::AlignLeft | Qt::AlignVCenter, piece);
        left += width;
    };
    // A hit far to the right is brought into sight.
    const int lead = metrics.horizontalAdvance(text.left(start));
    const QString ellipsis(QChar(0x2026));
    const bool cut = lead > place.width() / 2 && start > 12;
    draw(cut ? ellipsis + text.mid(start - 10, 10) : text.left(start), ColorRole::Muted, std::nullopt, false);
    const bool replaces = replacement.isValid() && !replacement.isNull();
    draw(text.mid(start, length), ColorRole::Text, replaces ? ColorRole::Removed : ColorRole::Mark, replaces);
    if (replaces)
        draw(replacement.toString().section(QLatin1Char('\n'), 0, 0), ColorRole::Text, ColorRole::Added, false);
    draw(text.mid(start + length), ColorRole::Muted, std::nullopt, false);
}

} // namespace drydock::configurations
