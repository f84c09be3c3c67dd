// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/codepainter.h"

#include "views/controls/codeeditor/folding.h"
#include "views/controls/codeeditor/squiggles.h"

#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace drydock::controls {

namespace {

/// A range that has no length marks the word there, else one letter.
TextRange shownRange(const QTextDocument &document, const TextRange &range)
{
    if (range.length() > 0)
        return range;
    const TextRange word = wordAt(document, range.start);
    if (word.length() > 0)
        return word;
    return {std::max(0, range.start - 1), range.start + 1};
}

} // namespace

CodePainter::CodePainter(const CodeArea &area, const Theme &theme)
    : m_area(area)
    , m_theme(theme)
{
}

bool CodePainter::findBrackets()
{
    const QTextCursor cursor = m_area.textCursor();
    std::optional<BracketAt> found;
    if (!cursor.hasSelection())
        found = bracketAt(*m_area.document(), cursor.position());
    if (found == m_bracket)
        return false;
    m_bracket = found;
    return true;
}

void CodePainter::paintBehind(QPainter &painter, const QList<VisibleBlock> &lines) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    const int current = m_area.textCursor().blockNumber();
    const QList<PaintedRange> ranges = paintedIn(lines);
    for (const VisibleBlock &line : lines) {
        if (line.block.blockNumber() == current)
            paintCurrentLine(painter, line);
        paintRanges(painter, line, ranges);
        if (m_bracket) {
            paintBracket(painter, line, m_bracket->position);
            if (m_bracket->match == BracketMatch::Found)
                paintBracket(painter, line, m_bracket->partner);
        }
    }
}

void CodePainter::paintOver(QPainter &painter, const QList<VisibleBlock> &lines) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    for (const VisibleBlock &line : lines) {
        paintSquiggles(painter, line);
        if (m_area.folding().isFolded(line.block))
            paintFold(painter, line);
        if (m_area.isWhitespaceShown())
            paintBlanks(painter, line);
    }
}

void CodePainter::paintCurrentLine(QPainter &painter, const VisibleBlock &line) const
{
    const QRectF row(0, line.rect.top(), m_area.viewport()->width(), line.rect.height());
    if (m_theme.scheme() == ColorScheme::HighContrast) {
        painter.setPen(m_theme.color(ColorRole::Line));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(row.adjusted(-2, 0.5, 2, -0.5));
        return;
    }
    painter.fillRect(row, m_theme.tint(ColorRole::Accent, 0.06));
}

QList<PaintedRange> CodePainter::paintedIn(const QList<VisibleBlock> &lines) const
{
    QList<PaintedRange> ranges;
    if (lines.isEmpty())
        return ranges;
    const int start = lines.first().block.position();
    const int end = lines.last().block.position() + lines.last().block.length();
    for (const PaintedRange &one : m_area.painted()) {
        if (one.range.end >= start && one.range.start <= end)
            ranges << one;
    }
    return ranges;
}

void CodePainter::paintRanges(QPainter &painter, const VisibleBlock &line, const QList<PaintedRange> &ranges) const
{
    const int start = line.block.position();
    const int end = start + line.block.length() - 1;
    for (const PaintedRange &one : ranges) {
        if (one.range.end < start || one.range.start > end)
            continue;
        const int from = std::max(0, one.range.start - start);
        const int to = std::min(end, one.range.end) - start;
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::NoBrush);
        switch (one.role) {
        case PaintRole::Occurrence:
            painter.setBrush(m_theme.tint(ColorRole::Muted, 0.2));
            if (m_theme.scheme() == ColorScheme::HighContrast)
                painter.setPen(QPen(m_theme.color(ColorRole::Muted), 1));
            break;
        case PaintRole::SearchHit:
            painter.setBrush(m_theme.color(ColorRole::Mark));
            break;
        case PaintRole::CurrentHit:
            painter.setBrush(m_theme.color(ColorRole::Mark));
            painter.setPen(QPen(m_theme.color(ColorRole::Accent), 1.5));
            break;
        case PaintRole::Snippet:
            painter.setBrush(m_theme.tint(ColorRole::Accent, 0.14));
            break;
        case PaintRole::Link:
            painter.setPen(QPen(m_theme.color(ColorRole::Accent), 1));
            for (const QRectF &rect : m_area.rectsOf(line, from, to))
                painter.drawLine(rect.bottomLeft() - QPointF(0, 1), rect.bottomRight() - QPointF(0, 1));
            continue;
        }
        for (const QRectF &rect : m_area.rectsOf(line, from, to))
            painter.drawRoundedRect(rect.adjusted(-0.5, 0.5, std::max(0.5, 2.5 - rect.width()), -0.5), 2, 2);
    }
}

void CodePainter::paintBracket(QPainter &painter, const VisibleBlock &line, int position) const
{
    const int column = position - line.block.position();
    if (column < 0 || column >= line.block.length() - 1)
        return;
    const bool found = m_bracket->match == BracketMatch::Found;
    painter.setPen(QPen(m_theme.color(found ? ColorRole::Accent : ColorRole::Critical), 1));
    painter.setBrush(found ? m_theme.tint(ColorRole::Accent, 0.22) : m_theme.tint(ColorRole::Critical, 0.22));
    for (const QRectF &rect : m_area.rectsOf(line, column, column + 1))
        painter.drawRoundedRect(rect.adjusted(-0.5, 0.5, 0.5, -0.5), 2, 2);
}

void CodePainter::paintSquiggles(QPainter &painter, const VisibleBlock &line) const
{
    const int start = line.block.position();
    const int end = start + line.block.length() - 1;
    for (const Diagnostic &diagnostic : m_area.squiggles().touching(start, end)) {
        const TextRange range = shownRange(*m_area.document(), diagnostic.range);
        const int from = std::max(0, range.start - start);
        const int to = std::min(end, range.end) - start;
        if (range.end <= start && range.start < start)
            continue;
        for (QRectF rect : m_area.rectsOf(line, from, std::max(from, to))) {
            const qreal letter = m_area.fontMetrics().averageCharWidth();
            rect.setWidth(std::max(rect.width(), letter));
            paintWave(painter, rect, diagnostic);
        }
    }
}

void CodePainter::paintWave(QPainter &painter, const QRectF &rect, const Diagnostic &diagnostic) const
{
    const qreal bottom = rect.bottom() - 1;
    if (diagnostic.tag == DiagnosticTag::Unused) {
        // Faded rather than underlined: nothing is wrong with what is there.
        QColor veil = m_theme.color(ColorRole::Surface);
        veil.setAlphaF(0.45F);
        painter.fillRect(rect, veil);
        return;
    }
    const QColor colour = m_theme.color(severityLevel(diagnostic.severity));
    painter.setBrush(Qt::NoBrush);
    if (diagnostic.severity == DiagnosticSeverity::Hint) {
        painter.setPen(QPen(colour, 1.2, Qt::DotLine));
        painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom));
        return;
    }
    const qreal step = m_theme.px(4) / 2.0;
    const qreal height = m_theme.px(3) / 2.0;
    QPainterPath wave(QPointF(rect.left(), bottom));
    bool up = true;
    for (qreal x = rect.left() + step; x <= rect.right() + 0.1; x += step, up = !up)
        wave.lineTo(x, up ? bottom - 2 * height : bottom);
    painter.setPen(QPen(colour, 1.2));
    painter.drawPath(wave);
}

QString CodePainter::foldText(const QTextBlock &block) const
{
    const QString closing = m_area.folding().closingText(block);
    return closing.isEmpty() ? u"\u22ef"_s : u"\u22ef "_s + closing;
}

QRectF CodePainter::foldRect(const VisibleBlock &line) const
{
    const QList<QRectF> ends = m_area.rectsOf(line, line.block.length() - 1, line.block.length() - 1);
    if (ends.isEmpty())
        return {};
    const qreal width = m_area.fontMetrics().horizontalAdvance(foldText(line.block)) + m_theme.px(8);
    return {ends.last().right() + m_theme.px(6), ends.last().top() + 1, width, ends.last().height() - 2};
}

void CodePainter::paintFold(QPainter &painter, const VisibleBlock &line) const
{
    const QRectF rect = foldRect(line);
    painter.setPen(QPen(m_theme.color(ColorRole::Line), 1));
    painter.setBrush(m_theme.color(ColorRole::Panel));
    painter.drawRoundedRect(rect, 3, 3);
    painter.setPen(m_theme.color(ColorRole::Muted));
    painter.setFont(m_area.font());
    painter.drawText(rect, Qt::AlignCenter, foldText(line.block));
}

void CodePainter::paintBlanks(QPainter &painter, const VisibleBlock &line) const
{
    const QString text = line.block.text();
    QColor colour = m_theme.color(ColorRole::Muted);
    colour.setAlphaF(0.55F);
    for (int column = 0; column < text.size(); ++column) {
        const QChar letter = text[column];
        if (letter != u' ' && letter != u'\t' && letter != QChar::Nbsp)
            continue;
        const QList<QRectF> rects = m_area.rectsOf(line, column, column + 1);
        if (rects.isEmpty() || !rects.first().intersects(QRectF(m_area.viewport()->rect())))
            continue;
        const QRectF &rect = rects.first();
        if (letter == u'\t') {
            painter.setPen(QPen(colour, 1));
            const QPointF tip(rect.right() - 2, rect.center().y());
            painter.drawLine(QPointF(rect.left() + 2, rect.center().y()), tip);
            painter.drawLine(tip, tip + QPointF(-3, -3));
            painter.drawLine(tip, tip + QPointF(-3, 3));
        } else {
            painter.setPen(Qt::NoPen);
            painter.setBrush(letter == u' ' ? colour : m_theme.color(ColorRole::Medium));
            const qreal size = std::max(1.5, m_theme.px(4) / 2.2);
            painter.drawEllipse(rect.center(), size / 2, size / 2);
        }
    }
}

} // namespace drydock::controls
