// SPDX-License-Identifier: MIT
#include "views/controls/flowlayout.h"

#include <QWidget>

namespace drydock::controls {

FlowLayout::FlowLayout(QWidget *parent, int gap, int columnWidth)
    : QLayout(parent)
    , m_gap(gap)
    , m_columnWidth(columnWidth)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

void FlowLayout::clear()
{
    while (QLayoutItem *item = takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    invalidate();
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    const QRect rect(0, 0, width - margins.left() - margins.right(), 0);
    const int height = m_columnWidth > 0 ? grid(rect, Mode::Measure) : flow(rect, Mode::Measure);
    return height + margins.top() + margins.bottom();
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items)
        size = size.expandedTo(item->minimumSize());
    if (m_columnWidth > 0)
        size.setWidth(qMin(size.width(), m_columnWidth));
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const QRect inner = rect.marginsRemoved(contentsMargins());
    if (m_columnWidth > 0)
        std::ignore = grid(inner, Mode::Place);
    else
        std::ignore = flow(inner, Mode::Place);
}

QList<QLayoutItem *> FlowLayout::shown() const
{
    QList<QLayoutItem *> result;
    for (QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            result << item;
    }
    return result;
}

int FlowLayout::flow(const QRect &rect, Mode mode) const
{
    int x = rect.x();
    int y = rect.y();
    int rowHeight = 0;
    for (QLayoutItem *item : shown()) {
        const QSize hint = item->sizeHint().boundedTo(QSize(qMax(rect.width(), 1), QWIDGETSIZE_MAX));
        if (x + hint.width() > rect.right() + 1 && rowHeight > 0) {
            x = rect.x();
            y += rowHeight + m_gap;
            rowHeight = 0;
        }
        if (mode == Mode::Place)
            item->setGeometry(QRect(QPoint(x, y), hint));
        x += hint.width() + m_gap;
        rowHeight = qMax(rowHeight, hint.height());
    }
    return y + rowHeight - rect.y();
}

int FlowLayout::grid(const QRect &rect, Mode mode) const
{
    const QList<QLayoutItem *> items = shown();
    const int columns = qMax(1, (rect.width() + m_gap) / (m_columnWidth + m_gap));
    const int width = (rect.width() - (columns - 1) * m_gap) / columns;
    int y = rect.y();
    for (qsizetype start = 0; start < items.size(); start += columns) {
        const QList<QLayoutItem *> row = items.mid(start, columns);
        int height = 0;
        for (QLayoutItem *item : row)
            height = qMax(height, item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height());
        for (qsizetype column = 0; mode == Mode::Place && column < row.size(); ++column)
            row.at(column)->setGeometry(QRect(rect.x() + static_cast<int>(column) * (width + m_gap), y, width, height));
        y += height + (start + columns < items.size() ? m_gap : 0);
    }
    return y - rect.y();
}

} // namespace drydock::controls
