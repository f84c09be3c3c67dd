// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/codearea.h"

#include "views/controls/codeeditor/changebars.h"
#include "views/controls/codeeditor/codepainter.h"
#include "views/controls/codeeditor/folding.h"
#include "views/controls/codeeditor/gutter.h"
#include "views/controls/codeeditor/highlighter.h"
#include "views/controls/codeeditor/typing.h"

#include <QPlainTextDocumentLayout>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>

namespace drydock::controls {

CodeArea::CodeArea(const Theme &theme, const Syntax &syntax, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_highlighter(new Highlighter(*document(), theme, syntax))
    , m_folding(new Folding(*this, *m_highlighter))
    , m_changeBars(new ChangeBars(*document()))
    , m_typing(std::make_unique<Typing>(*this, *m_highlighter))
    , m_gutter(new Gutter(*this, {theme, *m_folding, m_squiggles, *m_changeBars}))
    , m_painter(std::make_unique<CodePainter>(*this, theme))
{
    setProperty("kind", QStringLiteral("editor"));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setAccessibleName(tr("Source text"));
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    connect(document(), &QTextDocument::contentsChange, this, &CodeArea::documentChanged);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &CodeArea::cursorMoved);
    connect(this, &QPlainTextEdit::selectionChanged, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeArea::layOutGutter);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(m_highlighter, &Highlighter::highlighted, this, [this](int first, int last) {
        const int top = firstVisibleBlock().blockNumber();
        const int rows = viewport()->height() / std::max(1, fontMetrics().lineSpacing()) + 2;
        if (last < top || (m_folding->foldedLines().isEmpty() && first > top + rows))
            return;
        m_painter->findBrackets();
        viewport()->update();
        m_gutter->update();
    });
    connect(m_folding, &Folding::changed, this, [this] {
        viewport()->update();
        m_gutter->update();
        Q_EMIT viewMoved();
    });
    connect(m_changeBars, &ChangeBars::changed, m_gutter, qOverload<>(&QWidget::update));
    connect(&m_theme, &Theme::changed, this, &CodeArea::applyTheme);
    applyTheme();
}

CodeArea::~CodeArea() = default;

void CodeArea::setFileName(const QString &fileName)
{
    m_fileName = fileName;
    m_highlighter->setFileName(fileName);
}

void CodeArea::load(const QString &text, const QString &fileName)
{
    m_painted.clear();
    setFileName(fileName);
    setPlainText(text);
    m_squiggles.reset(m_revision);
    m_changeBars->markSaved();
    document()->setModified(false);
    viewport()->update();
}

EditorText CodeArea::snapshot() const
{
    if (m_snapshot.revision != m_revision) {
        m_snapshot.text = documentText(*document());
        m_snapshot.revision = m_revision;
    }
    m_snapshot.fileName = m_fileName;
    return m_snapshot;
}

void CodeArea::documentChanged(int position, int removed, int added)
{
    // Qt counts the end of the document, too, when it replaces all.
    const int end = document()->characterCount() - 1;
    const TextShift shift{position, removed, std::min(added, end - position)};
    ++m_revision;
    m_squiggles.textChanged(m_revision, shift);
    shiftRanges(m_painted, shift);
    m_typing->textChanged(shift);
    Q_EMIT edited(m_revision, shift);
}

void CodeArea::cursorMoved()
{
    m_typing->cursorMoved();
    const QTextBlock block = textCursor().block();
    if (!block.isVisible())
        m_folding->reveal(block);
    m_painter->findBrackets();
    // The line that was current is somewhere else on the screen.
    viewport()->update();
    m_gutter->update();
}

void CodeArea::setDiagnostics(int revision, const QList<Diagnostic> &diagnostics)
{
    if (!m_squiggles.set(revision, diagnostics))
        return;
    viewport()->update();
    m_gutter->update();
}

void CodeArea::setPainted(PaintRole role, const QList<TextRange> &ranges)
{
    const qsizetype before = m_painted.size();
    erase_if(m_painted, [role](const PaintedRange &one) { return one.role == role; });
    for (const TextRange &range : ranges)
        m_painted << PaintedRange{range, role};
    if (before > 0 || !m_painted.isEmpty())
        viewport()->update();
}

void CodeArea::setWhitespaceShown(bool shown)
{
    m_whitespaceShown = shown;
    viewport()->update();
}

void CodeArea::applyChanges(const QList<TextChange> &changes)
{
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    // From the end, so that the places of the others stay what they are.
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        cursor.setPosition(change->range.start);
        cursor.setPosition(change->range.end, QTextCursor::KeepAnchor);
        cursor.insertText(change->text);
    }
    cursor.endEditBlock();
}

void CodeArea::setZoom(int percent)
{
    m_zoom = percent;
    applyTheme();
    Q_EMIT viewMoved();
}

void CodeArea::applyTheme()
{
    QFont font = m_theme.codeFont();
    font.setPixelSize(std::max(4, font.pixelSize() * m_zoom / 100));
    setFont(font);
    setTabStopDistance(QFontMetricsF(font).horizontalAdvance(QLatin1Char(' ')) * Typing::indentWidth);
    setCursorWidth(std::max(1, m_theme.px(2)));
    layOutGutter();
    viewport()->update();
}

void CodeArea::layOutGutter()
{
    const int width = m_gutter->wantedWidth();
    if (viewportMargins().left() != width)
        setViewportMargins(width, 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), width, area.height());
    m_gutter->update();
}

void CodeArea::showCursor(const QTextCursor &cursor)
{
    m_folding->reveal(cursor.block());
    setTextCursor(cursor);
    const QRect rect = cursorRect();
    const int context = 2 * fontMetrics().lineSpacing();
    if (rect.top() < context || rect.bottom() > viewport()->height() - context)
        centerCursor();
    ensureCursorVisible();
}

QRect CodeArea::rectOf(int position) const
{
    QTextCursor cursor(document());
    cursor.setPosition(std::clamp(position, 0, document()->characterCount() - 1));
    return cursorRect(cursor);
}

int CodeArea::positionAt(const QPoint &viewportPoint) const
{
    const QTextCursor cursor = cursorForPosition(viewportPoint);
    const QRect rect = cursorRect(cursor);
    const int letter = fontMetrics().averageCharWidth();
    if (viewportPoint.y() < rect.top() || viewportPoint.y() > rect.bottom() ||
        std::abs(viewportPoint.x() - rect.center().x()) > letter)
        return -1;
    // The nearest gap between letters may lie behind the letter that is meant.
    return viewportPoint.x() < rect.left() && !cursor.atBlockStart() ? cursor.position() - 1 : cursor.position();
}

QList<VisibleBlock> CodeArea::visibleBlocks(const QRect &area) const
{
    QList<VisibleBlock> lines;
    QTextBlock block = firstVisibleBlock();
    QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
    while (block.isValid() && rect.top() <= area.bottom()) {
        if (block.isVisible()) {
            if (rect.bottom() >= area.top())
                lines << VisibleBlock{block, rect};
            rect.moveTop(rect.bottom());
        }
        block = block.next();
        if (block.isValid() && block.isVisible())
            rect.setHeight(blockBoundingRect(block).height());
    }
    return lines;
}

QList<QRectF> CodeArea::rectsOf(const VisibleBlock &line, int start, int end) const
{
    QList<QRectF> rects;
    const QTextLayout *layout = line.block.layout();
    const QPointF origin(contentOffset().x() + layout->position().x(), line.rect.top());
    for (int row = 0; row < layout->lineCount(); ++row) {
        const QTextLine text = layout->lineAt(row);
        const int rowEnd = text.textStart() + text.textLength();
        const bool last = row + 1 == layout->lineCount();
        if (end < text.textStart() || (start >= rowEnd && !last))
            continue;
        const qreal left = text.cursorToX(std::max(start, text.textStart()));
        const qreal right = text.cursorToX(std::min(end, rowEnd));
        rects << QRectF(origin + QPointF(left, text.y()), QSizeF(std::max(0.0, right - left), text.height()));
        if (end <= rowEnd)
            break;
    }
    return rects;
}

void CodeArea::scrollBy(QWheelEvent *event)
{
    QPlainTextEdit::wheelEvent(event);
}

void CodeArea::paintEvent(QPaintEvent *event)
{
    const QList<VisibleBlock> lines = visibleBlocks(event->rect());
    {
        QPainter painter(viewport());
        painter.setClipRect(event->rect());
        m_painter->paintBehind(painter, lines);
    }
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setClipRect(event->rect());
    m_painter->paintOver(painter, lines);
}

void CodeArea::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOutGutter();
    Q_EMIT viewMoved();
}

void CodeArea::scrollContentsBy(int dx, int dy)
{
    QPlainTextEdit::scrollContentsBy(dx, dy);
    Q_EMIT viewMoved();
}

void CodeArea::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        Q_EMIT focusLost();
}

} // namespace drydock::controls
