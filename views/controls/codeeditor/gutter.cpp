// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/gutter.h"

#include "views/controls/codeeditor/changebars.h"
#include "views/controls/codeeditor/codearea.h"
#include "views/controls/codeeditor/folding.h"
#include "views/controls/codeeditor/squiggles.h"
#include "views/controls/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <algorithm>

namespace drydock::controls {

namespace {

// Widths in pixels of the theme, from the left: dot, numbers, arrow, bar.
constexpr int dotWidth = 16;
constexpr int arrowWidth = 16;
constexpr int barWidth = 4;

} // namespace

Gutter::Gutter(CodeArea &area, const Parts &parts)
    : QWidget(&area)
    , m_area(area)
    , m_parts(parts)
{
    setAccessibleName(tr("Line numbers"));
    setMouseTracking(true);
    setCursor(Qt::ArrowCursor);
}

int Gutter::digit() const
{
    return m_area.fontMetrics().horizontalAdvance(QLatin1Char('9'));
}

int Gutter::wantedWidth() const
{
    const int digits = std::max(3, static_cast<int>(QString::number(m_area.blockCount()).size()));
    const Theme &theme = m_parts.theme;
    return theme.px(dotWidth) + digit() * digits + theme.px(arrowWidth) + theme.px(barWidth) + theme.px(2);
}

int Gutter::arrowLeft() const
{
    return width() - m_parts.theme.px(arrowWidth + barWidth);
}

void Gutter::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    const Theme &theme = m_parts.theme;
    painter.fillRect(event->rect(), theme.color(ColorRole::Panel));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_area.font());
    const int current = m_area.textCursor().blockNumber();
    const qreal lineHeight = m_area.fontMetrics().lineSpacing();
    for (const VisibleBlock &line : m_area.visibleBlocks(event->rect())) {
        const int number = line.block.blockNumber();
        const QRectF row(0, line.rect.top(), width(), std::min(lineHeight, line.rect.height()));
        painter.setPen(theme.color(number == current ? ColorRole::Text : ColorRole::Muted));
        painter.drawText(QRectF(0, row.top(), arrowLeft(), row.height()), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(number + 1));
        paintDot(painter, line.block, row);
        paintArrow(painter, line.block, row);
        paintBars(painter, line.block, QRectF(0, line.rect.top(), width(), line.rect.height()));
    }
}

void Gutter::paintDot(QPainter &painter, const QTextBlock &block, const QRectF &row) const
{
    const QList<Diagnostic> here =
        m_parts.squiggles.touching(block.position(), block.position() + std::max(0, block.length() - 1));
    const Diagnostic *worst = nullptr;
    for (const Diagnostic &diagnostic : here) {
        if (diagnostic.range.start < block.position() || diagnostic.severity == DiagnosticSeverity::Hint)
            continue;
        if (!worst || diagnostic.severity < worst->severity)
            worst = &diagnostic;
    }
    if (!worst)
        return;
    const Theme &theme = m_parts.theme;
    const qreal size = theme.px(8);
    const QRectF dot(theme.px(4), row.top() + (row.height() - size) / 2, size, size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(severityLevel(worst->severity)));
    // The shape tells what the colour tells.
    if (worst->severity == DiagnosticSeverity::Error) {
        painter.drawEllipse(dot);
    } else if (worst->severity == DiagnosticSeverity::Warning) {
        painter.drawPolygon(QPolygonF{{dot.bottomLeft(), dot.bottomRight(), {dot.center().x(), dot.top()}}});
    } else {
        painter.drawRect(dot.adjusted(1, 1, -1, -1));
    }
}

void Gutter::paintArrow(QPainter &painter, const QTextBlock &block, const QRectF &row) const
{
    if (!m_parts.folding.canFold(block))
        return;
    const Theme &theme = m_parts.theme;
    const bool folded = m_parts.folding.isFolded(block);
    const bool hovered = block.blockNumber() == m_hoveredBlock;
    const qreal half = theme.px(7) / 2.0;
    const QPointF centre(arrowLeft() + theme.px(arrowWidth) / 2.0, row.center().y());
    QPainterPath arrow;
    if (folded) {
        arrow.moveTo(centre + QPointF(-half / 2, -half));
        arrow.lineTo(centre + QPointF(half / 2, 0));
        arrow.lineTo(centre + QPointF(-half / 2, half));
    } else {
        arrow.moveTo(centre + QPointF(-half, -half / 2));
        arrow.lineTo(centre + QPointF(0, half / 2));
        arrow.lineTo(centre + QPointF(half, -half / 2));
    }
    const ColorRole role = hovered || folded ? ColorRole::Accent : ColorRole::Muted;
    painter.setPen(QPen(theme.color(role), std::max(1.2, theme.px(10) / 7.0), Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(arrow);
}

void Gutter::paintBars(QPainter &painter, const QTextBlock &block, const QRectF &row) const
{
    const int number = block.blockNumber();
    const QList<ChangeBar> &bars = m_parts.bars.bars();
    auto bar = std::lower_bound(bars.begin(), bars.end(), number,
                                [](const ChangeBar &one, int line) { return one.last < line; });
    const Theme &theme = m_parts.theme;
    const qreal left = width() - theme.px(barWidth);
    painter.setPen(Qt::NoPen);
    for (; bar != bars.end() && bar->first <= number; ++bar) {
        const qreal mark = theme.px(4);
        switch (bar->change) {
        case LineChange::Added:
            painter.fillRect(QRectF(left, row.top(), theme.px(3), row.height()), theme.color(ColorRole::Ok));
            break;
        case LineChange::Changed:
            painter.fillRect(QRectF(left, row.top(), theme.px(3), row.height()), theme.color(ColorRole::Accent));
            break;
        case LineChange::RemovedBelow:
        case LineChange::RemovedAbove: {
            const qreal y = bar->change == LineChange::RemovedBelow ? row.bottom() : row.top();
            painter.setBrush(theme.color(ColorRole::Critical));
            painter.drawPolygon(
                QPolygonF{{{left - mark, y}, {left + theme.px(3), y - mark}, {left + theme.px(3), y + mark}}});
            break;
        }
        }
    }
}

QTextBlock Gutter::blockAt(int y) const
{
    for (const VisibleBlock &line : m_area.visibleBlocks(QRect(0, y, 1, 1))) {
        if (y >= line.rect.top() && y < line.rect.bottom())
            return line.block;
    }
    return {};
}

void Gutter::mousePressEvent(QMouseEvent *event)
{
    const QTextBlock block = blockAt(static_cast<int>(event->position().y()));
    if (event->button() != Qt::LeftButton || !block.isValid())
        return;
    m_area.setFocus(Qt::MouseFocusReason);
    if (event->position().x() >= arrowLeft() && m_parts.folding.canFold(block)) {
        m_parts.folding.toggle(block);
        return;
    }
    m_pressedBlock = block.blockNumber();
    selectLines(m_pressedBlock, m_pressedBlock);
}

void Gutter::mouseMoveEvent(QMouseEvent *event)
{
    const QTextBlock block = blockAt(static_cast<int>(event->position().y()));
    if ((event->buttons() & Qt::LeftButton) && m_pressedBlock >= 0 && block.isValid())
        selectLines(m_pressedBlock, block.blockNumber());
    const int hovered = block.isValid() && event->position().x() >= arrowLeft() ? block.blockNumber() : -1;
    if (hovered != m_hoveredBlock) {
        m_hoveredBlock = hovered;
        const bool arrow = hovered >= 0 && m_parts.folding.canFold(block);
        setCursor(arrow ? Qt::PointingHandCursor : Qt::ArrowCursor);
        update();
    }
}

void Gutter::leaveEvent(QEvent *event)
{
    m_hoveredBlock = -1;
    m_pressedBlock = -1;
    update();
    QWidget::leaveEvent(event);
}

void Gutter::wheelEvent(QWheelEvent *event)
{
    m_area.scrollBy(event);
}

bool Gutter::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QTextBlock block = blockAt(help->pos().y());
    QStringList lines;
    if (block.isValid()) {
        for (const Diagnostic &diagnostic :
             m_parts.squiggles.touching(block.position(), block.position() + block.length() - 1)) {
            if (diagnostic.range.start >= block.position())
                lines << diagnostic.message;
        }
    }
    if (lines.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), lines.join(u'\n'), this);
    return true;
}

void Gutter::selectLines(int first, int last)
{
    const QTextDocument &document = *m_area.document();
    const QTextBlock from = document.findBlockByNumber(first);
    const QTextBlock to = document.findBlockByNumber(last);
    const auto end = [](const QTextBlock &block) {
        return block.next().isValid() ? block.next().position() : block.position() + block.length() - 1;
    };
    QTextCursor cursor = m_area.textCursor();
    cursor.setPosition(last >= first ? from.position() : end(from));
    cursor.setPosition(last >= first ? end(to) : to.position(), QTextCursor::KeepAnchor);
    m_area.setTextCursor(cursor);
}

} // namespace drydock::controls
