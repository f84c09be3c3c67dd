// SPDX-License-Identifier: MIT
#include "views/knowledge/articledelegate.h"

#include "views/controls/theme.h"
#include "views/models/articlemodel.h"

#include <QPainter>
#include <QTextLayout>

using drydock::controls::ColorRole;
using drydock::models::ArticleModel;
using drydock::models::TextSpan;

namespace drydock::knowledgeview {

namespace {

/// What fits into the lines, with an ellipsis where something is missing.
QString fitted(const QString &text, const QFont &font, qreal width, int lines)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    int start = 0;
    for (int line = 0; line < lines; ++line) {
        QTextLine each = layout.createLine();
        if (!each.isValid())
            break;
        each.setLineWidth(width);
        start = each.textStart();
    }
    layout.endLayout();
    return text.left(start) + QFontMetricsF(font).elidedText(text.mid(start), Qt::ElideRight, width);
}

// Draws at most `lines` wrapped lines with marked spans.
void drawMarked(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &color,
                const QList<TextSpan> &marks, const QColor &markColor, int lines)
{
    QTextLayout layout(fitted(text, font, rect.width(), lines), font);
    QList<QTextLayout::FormatRange> formats;
    for (const TextSpan &mark : marks) {
        QTextLayout::FormatRange range;
        range.start = mark.start;
        range.length = mark.length;
        range.format.setBackground(markColor);
        range.format.setFontWeight(QFont::DemiBold);
        formats << range;
    }
    layout.setFormats(formats);
    painter.setPen(color);
    layout.beginLayout();
    qreal y = 0;
    for (int line = 0; line < lines; ++line) {
        QTextLine each = layout.createLine();
        if (!each.isValid())
            break;
        each.setLineWidth(rect.width());
        each.setPosition({0, y});
        y += each.height();
    }
    layout.endLayout();
    painter.save();
    painter.setClipRect(rect);
    layout.draw(&painter, rect.topLeft());
    painter.restore();
}

} // namespace

ArticleDelegate::ArticleDelegate(const controls::Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void ArticleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int margin = m_theme.px(12);
    const QRect rect = option.rect.adjusted(margin, 0, -margin, 0);
    painter->save();
    if (index.data(ArticleModel::IdRole).toString().isEmpty()) {
        QFont font = m_theme.smallFont();
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(m_theme.color(ColorRole::Muted));
        painter->drawText(rect.adjusted(0, 0, 0, -m_theme.px(4)), Qt::AlignLeft | Qt::AlignBottom,
                          index.data().toString());
        painter->restore();
        return;
    }
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.color(ColorRole::Selection));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_theme.color(ColorRole::Hover));
    QFont title = m_theme.textFont();
    title.setWeight(QFont::Medium);
    const QString shown = QFontMetrics(title).elidedText(index.data().toString(), Qt::ElideRight, rect.width());
    const QColor mark = m_theme.color(ColorRole::Mark);
    drawMarked(*painter, QRectF(rect.left(), rect.top() + m_theme.px(8), rect.width(), m_theme.px(20)), shown, title,
               m_theme.color(ColorRole::Text), index.data(ArticleModel::TitleMarksRole).value<QList<TextSpan>>(), mark,
               1);
    drawMarked(*painter, QRectF(rect.left(), rect.top() + m_theme.px(28), rect.width(), m_theme.px(34)),
               index.data(ArticleModel::DetailRole).toString(), m_theme.smallFont(), m_theme.color(ColorRole::Muted),
               index.data(ArticleModel::DetailMarksRole).value<QList<TextSpan>>(), mark, 2);
    painter->restore();
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool heading = index.data(ArticleModel::IdRole).toString().isEmpty();
    const bool detail = !index.data(ArticleModel::DetailRole).toString().isEmpty();
    return {m_theme.px(200), m_theme.px(heading ? 36 : detail ? 68 : 36)};
}

} // namespace drydock::knowledgeview
