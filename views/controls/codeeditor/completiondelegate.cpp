// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/completiondelegate.h"

#include "views/controls/codeeditor/completionmodel.h"
#include "views/controls/theme.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace drydock::controls {

namespace {

struct Sign
{
    const char *icon;
    ColorRole role;
};

Sign signOf(CompletionKind kind)
{
    switch (kind) {
    case CompletionKind::Function:
        return {"code-function", ColorRole::Accent};
    case CompletionKind::Variable:
    case CompletionKind::Constant:
        return {"code-variable", ColorRole::High};
    case CompletionKind::Block:
    case CompletionKind::Module:
        return {"code-block", ColorRole::Low};
    case CompletionKind::Object:
    case CompletionKind::Reference:
        return {"code-class", ColorRole::Medium};
    case CompletionKind::Type:
        return {"code-typedef", ColorRole::Ok};
    case CompletionKind::Property:
        return {"code-context", ColorRole::Text};
    case CompletionKind::Snippet:
        return {"format-text-code", ColorRole::Muted};
    case CompletionKind::File:
        return {"document-open", ColorRole::Muted};
    case CompletionKind::Keyword:
    case CompletionKind::Value:
    case CompletionKind::Text:
        break;
    }
    return {"draw-text", ColorRole::Muted};
}

constexpr int iconWidth = 16;
constexpr int gap = 8;

} // namespace

CompletionDelegate::CompletionDelegate(const Theme &theme, const CompletionModel &model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_model(model)
{
    connect(&theme, &Theme::changed, this, &CompletionDelegate::readFonts);
    readFonts();
    for (int kind = 0; kind <= static_cast<int>(CompletionKind::Snippet); ++kind) {
        const Sign sign = signOf(static_cast<CompletionKind>(kind));
        m_icons.insert(kind, theme.icon(QString::fromLatin1(sign.icon), sign.role));
    }
}

// Asking the theme for a font asks the font database, which is slow for every row.
void CompletionDelegate::readFonts()
{
    m_codeFont = m_theme.codeFont();
    m_smallFont = m_theme.smallFont();
}

QSize CompletionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    static_cast<void>(option);
    static_cast<void>(index);
    return {m_theme.px(120), m_theme.px(24)};
}

int CompletionDelegate::wantedWidth(int row) const
{
    const CompletionItem &item = m_model.item(row);
    const int label = QFontMetrics(m_codeFont).horizontalAdvance(item.label);
    const int detail = QFontMetrics(m_smallFont).horizontalAdvance(item.detail);
    return m_theme.px(iconWidth + 4 * gap) + label + std::min(detail, m_theme.px(240));
}

void CompletionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const CompletionItem &item = m_model.item(index.row());
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.color(ColorRole::Selection));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, m_theme.color(ColorRole::Hover));
    const int icon = m_theme.px(iconWidth);
    QRect rest = option.rect.adjusted(m_theme.px(gap), 0, -m_theme.px(gap), 0);
    m_icons.value(static_cast<int>(item.kind))
        .paint(painter, QRect(rest.left(), rest.center().y() - icon / 2, icon, icon));
    rest.setLeft(rest.left() + icon + m_theme.px(gap));
    const int label = QFontMetrics(m_codeFont).horizontalAdvance(item.label);
    if (!item.detail.isEmpty()) {
        painter->setFont(m_smallFont);
        painter->setPen(m_theme.color(option.state & QStyle::State_Selected ? ColorRole::Text : ColorRole::Muted));
        const int room = rest.width() - label - m_theme.px(2 * gap);
        painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(item.detail, Qt::ElideRight, std::max(0, room)));
    }
    paintLabel(*painter, rest, index);
    painter->restore();
}

void CompletionDelegate::paintLabel(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const CompletionItem &item = m_model.item(index.row());
    QFont font = m_codeFont;
    font.setStrikeOut(item.tag == DiagnosticTag::Deprecated);
    const QString shown = QFontMetrics(font).elidedText(item.label, Qt::ElideRight, rect.width());
    QTextLayout layout(shown, font);
    QList<QTextLayout::FormatRange> strong;
    for (const int position : index.data(CompletionModel::MatchesRole).value<QList<int>>()) {
        QTextLayout::FormatRange range{position, 1, {}};
        range.format.setFontWeight(QFont::Bold);
        range.format.setForeground(m_theme.color(ColorRole::Accent));
        if (position < shown.size())
            strong << range;
    }
    layout.setFormats(strong);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width());
    layout.endLayout();
    painter.setPen(m_theme.color(ColorRole::Text));
    layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
}

} // namespace drydock::controls
