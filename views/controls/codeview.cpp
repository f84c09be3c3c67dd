// SPDX-License-Identifier: MIT
#include "views/controls/codeview.h"

#include "views/controls/syntax.h"

#include <QHelpEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolTip>

namespace drydock::controls {

class CodeView::Gutter final : public QWidget
{
public:
    explicit Gutter(CodeView *view)
        : QWidget(view)
        , m_view(view)
    {
        setAccessibleName(CodeView::tr("Line numbers"));
    }

    [[nodiscard]] QSize sizeHint() const override { return {m_view->gutterWidth(), 0}; }

protected:
    void paintEvent(QPaintEvent *event) override { m_view->paintGutter(event); }

    void mousePressEvent(QMouseEvent *event) override
    {
        const QTextCursor cursor = m_view->cursorForPosition({0, static_cast<int>(event->position().y())});
        Q_EMIT m_view->gutterClicked(cursor.blockNumber() + 1);
    }

private:
    CodeView *m_view;
};

CodeView::CodeView(const Theme &theme, const Syntax &syntax, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_syntax(syntax)
    , m_gutter(new Gutter(this))
{
    setReadOnly(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Source text"));
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeView::updateGutterWidth);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(&m_theme, &Theme::changed, this, &CodeView::applyTheme);
    applyTheme();
}

void CodeView::setCode(const QString &text, const QString &fileName)
{
    m_revealedAt = -1;
    const bool sameFile = fileName == m_fileName;
    const int line = sameFile ? firstVisibleLine() : 1;
    m_fileName = fileName;
    m_marks.clear();
    m_lineRoles.clear();
    m_lineLabels.clear();
    m_syntax.attach(*document(), fileName);
    setPlainText(text);
    updateSelections();
    setFirstVisibleLine(line);
}

void CodeView::setMarks(const QList<CodeMark> &marks)
{
    m_marks = marks;
    updateSelections();
}

void CodeView::setLineRoles(const QHash<int, ColorRole> &roles)
{
    m_lineRoles = roles;
    updateSelections();
}

void CodeView::setLineLabels(const QStringList &labels)
{
    m_lineLabels = labels;
    updateGutterWidth();
    m_gutter->update();
}

void CodeView::revealLine(int line, int column)
{
    QTextCursor cursor(document());
    cursor.setPosition(positionOf(line, column));
    setTextCursor(cursor);
    centerCursor();
    m_revealedAt = verticalScrollBar()->value();
}

int CodeView::firstVisibleLine() const
{
    return firstVisibleBlock().blockNumber() + 1;
}

void CodeView::setFirstVisibleLine(int line)
{
    // The vertical scroll bar of a QPlainTextEdit without wrapping counts blocks.
    verticalScrollBar()->setValue(line - 1);
}

void CodeView::resizeEvent(QResizeEvent *event)
{
    // What was revealed before the layout was final stays in the middle, until someone scrolls.
    const bool isRevealed = m_revealedAt >= 0 && m_revealedAt == verticalScrollBar()->value();
    QPlainTextEdit::resizeEvent(event);
    if (isRevealed) {
        centerCursor();
        m_revealedAt = verticalScrollBar()->value();
    }
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
}

bool CodeView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int position = cursorForPosition(viewport()->mapFrom(this, help->pos())).position();
    for (const CodeMark &mark : std::as_const(m_marks)) {
        const QTextCursor cursor = cursorOf(mark);
        if (!mark.toolTip.isEmpty() && position >= cursor.selectionStart() && position <= cursor.selectionEnd()) {
            QToolTip::showText(help->globalPos(), mark.toolTip, this);
            return true;
        }
    }
    QToolTip::hideText();
    return true;
}

void CodeView::applyTheme()
{
    setFont(m_theme.codeFont());
    setTabStopDistance(QFontMetricsF(font()).horizontalAdvance(QLatin1Char(' ')) * 2);
    updateGutterWidth();
    updateSelections();
}

int CodeView::gutterWidth() const
{
    int characters = 3;
    if (m_lineLabels.isEmpty()) {
        characters = qMax(characters, static_cast<int>(QString::number(blockCount()).size()));
    } else {
        for (const QString &label : m_lineLabels)
            characters = qMax(characters, static_cast<int>(label.size()));
    }
    return QFontMetrics(font()).horizontalAdvance(QLatin1Char('9')) * characters + m_theme.px(24);
}

void CodeView::updateGutterWidth()
{
    setViewportMargins(gutterWidth(), 0, 0, 0);
    const QRect area = contentsRect();
    m_gutter->setGeometry(area.left(), area.top(), gutterWidth(), area.height());
}

int CodeView::positionOf(int line, int column) const
{
    const QTextBlock block = document()->findBlockByNumber(qBound(1, line, blockCount()) - 1);
    const QString text = block.text();
    int offset = 0;
    for (int left = column - 1; left > 0 && offset < text.size(); --left)
        offset += text.at(offset).isHighSurrogate() && offset + 1 < text.size() ? 2 : 1;
    return block.position() + offset;
}

QTextCursor CodeView::cursorOf(const CodeMark &mark) const
{
    QTextCursor cursor(document());
    cursor.setPosition(positionOf(mark.line, mark.column));
    if (mark.endLine == 0)
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    else
        cursor.setPosition(positionOf(mark.endLine, mark.endColumn), QTextCursor::KeepAnchor);
    return cursor;
}

void CodeView::updateSelections()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (auto line = m_lineRoles.cbegin(); line != m_lineRoles.cend(); ++line) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document()->findBlockByNumber(line.key() - 1));
        selection.format.setBackground(m_theme.color(line.value()));
        selection.format.setProperty(QTextFormat::FullWidthSelection, true);
        selections << selection;
    }
    for (const CodeMark &mark : std::as_const(m_marks)) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = cursorOf(mark);
        selection.format.setBackground(m_theme.color(mark.background));
        if (mark.level != Level::Neutral) {
            selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            selection.format.setUnderlineColor(m_theme.color(mark.level));
        }
        selections << selection;
    }
    setExtraSelections(selections);
    m_gutter->update();
}

void CodeView::paintGutter(QPaintEvent *event)
{
    QPainter painter(m_gutter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), m_theme.color(ColorRole::Panel));
    painter.setFont(font());
    QHash<int, Level> levels;
    for (const CodeMark &mark : std::as_const(m_marks))
        levels[mark.line] = qMax(levels.value(mark.line, Level::Neutral), mark.level);

    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    const int dot = m_theme.px(8);
    while (block.isValid() && top <= event->rect().bottom()) {
        const qreal height = blockBoundingRect(block).height();
        const int line = block.blockNumber() + 1;
        const QString label = m_lineLabels.isEmpty() ? QString::number(line) : m_lineLabels.value(line - 1);
        if (const auto role = m_lineRoles.constFind(line); role != m_lineRoles.cend())
            painter.fillRect(QRectF(0, top, m_gutter->width(), height), m_theme.color(*role));
        painter.setPen(m_theme.color(ColorRole::Muted));
        const QTextLayout *text = block.layout();
        const qreal ascent =
            text->lineCount() > 0 ? text->lineAt(0).y() + text->lineAt(0).ascent() : painter.fontMetrics().ascent();
        painter.drawText(
            QPointF(m_gutter->width() - m_theme.px(8) - painter.fontMetrics().horizontalAdvance(label), top + ascent),
            label);
        if (const Level level = levels.value(line, Level::Neutral); level != Level::Neutral) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(level));
            painter.drawEllipse(QRectF(m_theme.px(4), top + (height - dot) / 2, dot, dot));
        }
        block = block.next();
        top += height;
    }
}

} // namespace drydock::controls
