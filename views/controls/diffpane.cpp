// SPDX-License-Identifier: MIT
#include "views/controls/diffpane.h"

#include "views/controls/syntax.h"

#include <QMimeData>
#include <QPainter>
#include <QPlainTextDocumentLayout>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace drydock::controls {

namespace {

/// Longer texts are shown without colours: highlighting them would take longer than a person waits.
constexpr std::size_t maximumHighlightedLines = 20'000;

} // namespace

class DiffPane::Gutter final : public QWidget
{
public:
    explicit Gutter(DiffPane *pane)
        : QWidget(pane)
        , m_pane(pane)
    {
        setAccessibleName(DiffPane::tr("Line numbers"));
    }

protected:
    void paintEvent(QPaintEvent *event) override { m_pane->paintGutter(event->rect()); }

private:
    DiffPane *m_pane;
};

DiffPane::DiffPane(const Theme &theme, const Syntax &syntax, Numbers numbers, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_syntax(syntax)
    , m_numbers(numbers)
    , m_gutter(new Gutter(this))
{
    setReadOnly(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setProperty("frameless", true);
    viewport()->setMouseTracking(true);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(&m_theme, &Theme::changed, this, &DiffPane::applyTheme);
    applyTheme();
}

void DiffPane::setSide(const DiffSide &side, const QList<int> &foldSizes, const QString &fileName)
{
    m_lines = side.lines;
    m_foldSizes = foldSizes;
    m_currentChange = -1;
    int highest = 0;
    for (const DiffLine &line : m_lines)
        highest = std::max({highest, line.before, line.after});
    m_digits = std::max(2, static_cast<int>(QString::number(highest).size()));
    m_syntax.attach(*document(), m_lines.size() <= maximumHighlightedLines ? fileName : QString());
    setPlainText(side.text);
    layOutGutter();
}

void DiffPane::clearSide()
{
    setSide({}, {}, {});
}

void DiffPane::setOpenFolds(const QSet<int> &openFolds)
{
    QTextBlock block = document()->firstBlock();
    for (const DiffLine &line : m_lines) {
        if (!block.isValid())
            break;
        const bool open = line.fold < 0 || openFolds.contains(line.fold);
        const bool visible = line.kind == DiffLineKind::Fold ? !open : open;
        if (block.isVisible() != visible) {
            block.setVisible(visible);
            block.setLineCount(visible ? 1 : 0);
        }
        block = block.next();
    }
    auto *layout = qobject_cast<QPlainTextDocumentLayout *>(document()->documentLayout());
    document()->markContentsDirty(0, document()->characterCount());
    layout->requestUpdate();
    Q_EMIT layout->documentSizeChanged(layout->documentSize());
    viewport()->update();
    m_gutter->update();
}

int DiffPane::firstLineOfChange(int change) const
{
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [change](const DiffLine &line) { return line.change == change; });
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

void DiffPane::showChange(int change)
{
    m_currentChange = change;
    const int line = firstLineOfChange(change);
    if (line >= 0) {
        const QTextBlock block = document()->findBlockByNumber(line);
        setTextCursor(QTextCursor(block));
        const int visible = viewport()->height() / std::max(1, fontMetrics().lineSpacing());
        verticalScrollBar()->setValue(block.firstLineNumber() - visible / 3);
    }
    viewport()->update();
    m_gutter->update();
}

const DiffLine *DiffPane::lineAt(int block) const
{
    return block >= 0 && static_cast<std::size_t>(block) < m_lines.size() ? &m_lines[static_cast<std::size_t>(block)]
                                                                          : nullptr;
}

void DiffPane::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        paintBehind(painter, event->rect());
    }
    QPlainTextEdit::paintEvent(event);
}

/// Without the document's margin, which Qt counts to the last line.
qreal DiffPane::lineHeight(const QTextBlock &block) const
{
    const qreal height = blockBoundingRect(block).height();
    return block.next().isValid() || !block.isVisible() ? height : height - document()->documentMargin();
}

void DiffPane::paintBehind(QPainter &painter, const QRect &area)
{
    const QColor filler = m_theme.tint(ColorRole::Muted, 0.07);
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= area.bottom()) {
        const qreal height = lineHeight(block);
        const DiffLine *line = block.isVisible() ? lineAt(block.blockNumber()) : nullptr;
        if (line && line->kind != DiffLineKind::Equal) {
            const QRectF rect(0, top, viewport()->width(), height);
            switch (line->kind) {
            case DiffLineKind::Removed:
                painter.fillRect(rect, m_theme.color(ColorRole::Removed));
                break;
            case DiffLineKind::Added:
                painter.fillRect(rect, m_theme.color(ColorRole::Added));
                break;
            case DiffLineKind::Filler:
                painter.fillRect(rect, QBrush(filler, Qt::SolidPattern));
                break;
            case DiffLineKind::Fold:
                paintFold(painter, *line, rect);
                break;
            case DiffLineKind::Equal:
                break;
            }
            paintWords(painter, block, *line, top);
        }
        block = block.next();
        top += height;
    }
}

void DiffPane::paintWords(QPainter &painter, const QTextBlock &block, const DiffLine &line, qreal top)
{
    if (line.words.isEmpty() || block.layout()->lineCount() == 0)
        return;
    const QTextLine text = block.layout()->lineAt(0);
    const ColorRole role = line.kind == DiffLineKind::Removed ? ColorRole::RemovedWord : ColorRole::AddedWord;
    const qreal left = contentOffset().x() + block.layout()->position().x();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(role));
    for (const auto &[start, length] : line.words) {
        const qreal from = text.cursorToX(start);
        const qreal to = text.cursorToX(start + length);
        painter.drawRoundedRect(QRectF(left + from, top, std::max(to - from, 2.0), text.height()), 2, 2);
    }
    painter.restore();
}

void DiffPane::paintFold(QPainter &painter, const DiffLine &line, const QRectF &area)
{
    painter.fillRect(area, m_theme.tint(ColorRole::Accent, 0.08));
    painter.setPen(m_theme.color(ColorRole::Muted));
    painter.setFont(m_theme.smallFont());
    painter.drawText(area.adjusted(m_theme.px(8), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("%1 unchanged lines, click to show").arg(m_foldSizes.value(line.fold)));
}

void DiffPane::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    layOutGutter();
}

int DiffPane::foldAt(const QPoint &position) const
{
    const QTextBlock block = cursorForPosition(position).block();
    const DiffLine *line = lineAt(block.blockNumber());
    return line && line->kind == DiffLineKind::Fold ? line->fold : -1;
}

void DiffPane::mousePressEvent(QMouseEvent *event)
{
    const int fold = event->button() == Qt::LeftButton ? foldAt(event->pos()) : -1;
    if (fold >= 0)
        Q_EMIT foldClicked(fold);
    else
        QPlainTextEdit::mousePressEvent(event);
}

void DiffPane::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() == Qt::NoButton)
        viewport()->setCursor(foldAt(event->pos()) >= 0 ? Qt::PointingHandCursor : Qt::IBeamCursor);
    QPlainTextEdit::mouseMoveEvent(event);
}

void DiffPane::keyPressEvent(QKeyEvent *event)
{
    const DiffLine *line = lineAt(textCursor().blockNumber());
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && line && line->kind == DiffLineKind::Fold)
        Q_EMIT foldClicked(line->fold);
    else
        QPlainTextEdit::keyPressEvent(event);
}

QMimeData *DiffPane::createMimeDataFromSelection() const
{
    QString text;
    const QTextCursor cursor = textCursor();
    QTextBlock block = document()->findBlock(cursor.selectionStart());
    for (; block.isValid() && block.position() <= cursor.selectionEnd(); block = block.next()) {
        const DiffLine *line = lineAt(block.blockNumber());
        if (!block.isVisible() || !line || line->kind == DiffLineKind::Filler || line->kind == DiffLineKind::Fold)
            continue;
        const int from = std::max(0, cursor.selectionStart() - block.position());
        const int to = std::min(block.length() - 1, cursor.selectionEnd() - block.position());
        if (!text.isEmpty())
            text += u'\n';
        text += block.text().mid(from, to - from);
    }
    auto *mime = new QMimeData;
    mime->setText(text);
    return mime;
}

void DiffPane::applyTheme()
{
    setFont(m_theme.codeFont());
    setTabStopDistance(QFontMetricsF(font()).horizontalAdvance(QLatin1Char(' ')) * 2);
    layOutGutter();
    viewport()->update();
}

int DiffPane::gutterWidth() const
{
    const int digit = QFontMetrics(font()).horizontalAdvance(QLatin1Char('9'));
    const int columns = m_numbers == Numbers::Both ? 2 : 1;
    return columns * (digit * m_digits + m_theme.px(12)) + digit + m_theme.px(8);
}

void DiffPane::layOutGutter()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
    m_gutter->update();
}

/// Where the text of a line stands, from the top of its block.
static qreal baselineOf(const QTextBlock &block, const QFontMetrics &metrics)
{
    const QTextLayout *layout = block.layout();
    return layout->lineCount() > 0 ? layout->lineAt(0).y() + layout->lineAt(0).ascent() : metrics.ascent();
}

void DiffPane::paintGutter(const QRect &area)
{
    QPainter painter(m_gutter);
    painter.fillRect(area, m_theme.color(ColorRole::Panel));
    painter.setFont(font());
    const int digit = QFontMetrics(font()).horizontalAdvance(QLatin1Char('9'));
    const int column = digit * m_digits + m_theme.px(12);
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    while (block.isValid() && top <= area.bottom()) {
        const qreal height = lineHeight(block);
        const DiffLine *line = block.isVisible() ? lineAt(block.blockNumber()) : nullptr;
        if (line) {
            const bool removed = line->kind == DiffLineKind::Removed;
            const bool added = line->kind == DiffLineKind::Added;
            if (removed || added)
                painter.fillRect(QRectF(0, top, m_gutter->width(), height),
                                 m_theme.color(removed ? ColorRole::Removed : ColorRole::Added));
            if (line->change >= 0 && line->change == m_currentChange)
                painter.fillRect(QRectF(0, top, m_theme.px(3), height), m_theme.color(ColorRole::Accent));
            painter.setPen(m_theme.color(ColorRole::Muted));
            QRectF cell(0, top, column, height);
            const qreal baseline = top + baselineOf(block, painter.fontMetrics());
            for (const Numbers side : {Numbers::Before, Numbers::After}) {
                if (m_numbers != Numbers::Both && m_numbers != side)
                    continue;
                const int number = side == Numbers::Before ? line->before : line->after;
                if (number > 0)
                    painter.drawText(QPointF(cell.right() - digit * QString::number(number).size(), baseline),
                                     QString::number(number));
                cell.translate(column, 0);
            }
            // The sign says without colour what the background says.
            painter.setPen(m_theme.color(ColorRole::Text));
            if (removed || added)
                painter.drawText(QRectF(m_gutter->width() - digit - m_theme.px(4), top, digit, height), Qt::AlignCenter,
                                 removed ? u"\u2212"_s : u"+"_s);
        }
        block = block.next();
        top += height;
    }
}

} // namespace drydock::controls
