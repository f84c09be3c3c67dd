// SPDX-License-Identifier: MIT
#include "views/reviews/findingdelegate.h"

#include "views/controls/severity.h"
#include "views/controls/theme.h"
#include "views/models/findingmodel.h"
#include "views/models/runlistmodel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

namespace drydock::reviews {

using controls::ColorRole;
using controls::Level;
using models::FindingModel;
using models::RunListModel;

static_assert(static_cast<int>(Level::Low) == 2 && static_cast<int>(Level::Critical) == 5,
              "models::levelOf() numbers the levels as views/controls does");

namespace {

/// Background, selection and focus of an item without its text.
void paintPlain(QPainter &painter, QStyleOptionViewItem option)
{
    option.text.clear();
    option.icon = {};
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &option, &painter, option.widget);
}

} // namespace

FindingDelegate::FindingDelegate(const controls::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void FindingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const bool isGroup = index.data(FindingModel::IsGroupRole).toBool();
    const bool quiet = index.data(FindingModel::IsQuietRole).toBool();
    // The style's focus frame would cover one cell; the bar marks the whole row, also when it is not selected.
    item.state &= ~QStyle::State_HasFocus;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool isCurrent = view && view->hasFocus() && view->currentIndex().siblingAtColumn(0) == index;
    if (!isGroup && index.column() != FindingModel::SeverityColumn) {
        if (quiet)
            item.palette.setColor(QPalette::Text, m_theme.color(ColorRole::Muted));
        item.textElideMode = index.column() == FindingModel::TitleColumn ? Qt::ElideRight : Qt::ElideMiddle;
        QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        return;
    }
    paintPlain(*painter, item);
    if (isCurrent)
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), m_theme.px(2), option.rect.height()),
                          m_theme.color(ColorRole::Accent));
    const QRect area = option.rect.adjusted(m_theme.px(4), 0, -m_theme.px(4), 0);
    if (isGroup) {
        paintGroup(*painter, area, index);
        return;
    }
    // The letter says it; the name is in the tool tip and in the group.
    const auto level = static_cast<Level>(index.data(FindingModel::LevelRole).toInt());
    controls::paintBadge(*painter, m_theme, area, quiet ? Level::Neutral : level,
                         quiet ? controls::levelLetter(level) : QString());
}

void FindingDelegate::paintGroup(QPainter &painter, const QRect &area, const QModelIndex &index) const
{
    const auto level = static_cast<Level>(index.data(FindingModel::LevelRole).toInt());
    const int used = controls::paintBadge(painter, m_theme, area, level, {});
    painter.save();
    QFont font = m_theme.textFont();
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(m_theme.color(ColorRole::Text));
    const QRect text = area.adjusted(used + m_theme.px(8), 0, 0, 0);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideMiddle, text.width()));
    painter.restore();
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), m_theme.rowHeight()};
}

RunDelegate::RunDelegate(const controls::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void RunDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    paintPlain(*painter, item);
    painter->save();
    const int margin = m_theme.px(12);
    const QRect area = option.rect.adjusted(margin, m_theme.px(6), -margin, -m_theme.px(6));
    const QRect upper(area.left(), area.top(), area.width(), area.height() / 2);
    const QRect lower(area.left(), area.top() + area.height() / 2, area.width(), area.height() / 2);

    painter->setPen(m_theme.color(ColorRole::Muted));
    painter->setFont(m_theme.smallFont());
    const QString time = index.data(RunListModel::TimeRole).toString();
    painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, time);
    const int timeWidth = painter->fontMetrics().horizontalAdvance(time) + m_theme.px(8);
    const QString detail = index.data(RunListModel::DetailRole).toString();
    const auto level = static_cast<Level>(index.data(RunListModel::LevelRole).toInt());
    if (level != Level::Neutral)
        painter->setPen(m_theme.color(level));
    painter->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(detail, Qt::ElideRight, lower.width()));

    QFont font = m_theme.textFont();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->setPen(m_theme.color(ColorRole::Text));
    painter->drawText(
        upper, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, upper.width() - timeWidth));
    painter->restore();
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.px(160), m_theme.px(52)};
}

} // namespace drydock::reviews
