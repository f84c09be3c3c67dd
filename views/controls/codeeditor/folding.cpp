// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/folding.h"

#include "views/controls/codeeditor/highlighter.h"

#include <QPlainTextDocumentLayout>
#include <QPlainTextEdit>

#include <algorithm>

namespace drydock::controls {

namespace {

/// The last kind of fold that begins in a line and does not end there; -1: none.
int openedKind(const QTextBlock &block)
{
    const BlockData *data = blockData(block);
    if (!data)
        return -1;
    QList<int> open;
    for (const FoldMark &mark : data->folds) {
        if (mark.edge == FoldEdge::Begin)
            open << mark.id;
        else if (const qsizetype found = open.lastIndexOf(mark.id); found >= 0)
            open.removeAt(found);
    }
    return open.isEmpty() ? -1 : open.last();
}

int indentationOf(const QTextBlock &block)
{
    const QString text = block.text();
    int width = 0;
    for (const QChar letter : text) {
        if (!letter.isSpace())
            return width;
        ++width;
    }
    return -1;
}

} // namespace

Folding::Folding(QPlainTextEdit &area, Highlighter &highlighter)
    : QObject(&area)
    , m_area(area)
    , m_highlighter(highlighter)
    , m_blockCount(area.blockCount())
{
    connect(area.document(), &QTextDocument::contentsChange, this, &Folding::repair);
}

bool Folding::canFold(const QTextBlock &block) const
{
    if (m_highlighter.foldsByIndentation())
        return beginsByIndentation(block);
    return openedKind(block) >= 0;
}

bool Folding::isFolded(const QTextBlock &block) const
{
    const BlockData *data = blockData(block);
    return data && data->folded;
}

QTextBlock Folding::lastHidden(const QTextBlock &block) const
{
    return m_highlighter.foldsByIndentation() ? endByIndentation(block) : endByMarks(block);
}

QTextBlock Folding::endByMarks(const QTextBlock &block) const
{
    const int kind = openedKind(block);
    if (kind < 0)
        return {};
    int depth = 1;
    QTextBlock last;
    for (QTextBlock line = block.next(); line.isValid(); line = line.next()) {
        last = line;
        const BlockData *data = blockData(line);
        // Not looked at yet, so nobody knows where it ends.
        if (!data)
            return {};
        for (const FoldMark &mark : data->folds) {
            if (mark.id != kind)
                continue;
            depth += mark.edge == FoldEdge::Begin ? 1 : -1;
            if (depth == 0) {
                const QTextBlock end = canFold(line) ? line.previous() : line;
                return end == block ? QTextBlock() : end;
            }
        }
    }
    return last;
}

bool Folding::beginsByIndentation(const QTextBlock &block) const
{
    const int own = indentationOf(block);
    if (own < 0)
        return false;
    for (QTextBlock line = block.next(); line.isValid(); line = line.next()) {
        if (const int other = indentationOf(line); other >= 0)
            return other > own;
    }
    return false;
}

QTextBlock Folding::endByIndentation(const QTextBlock &block) const
{
    if (!beginsByIndentation(block))
        return {};
    const int own = indentationOf(block);
    QTextBlock last;
    for (QTextBlock line = block.next(); line.isValid(); line = line.next()) {
        const int other = indentationOf(line);
        if (other >= 0 && other <= own)
            break;
        if (other >= 0)
            last = line;
    }
    return last;
}

QString Folding::closingText(const QTextBlock &block) const
{
    if (m_highlighter.foldsByIndentation())
        return {};
    const QTextBlock last = lastHidden(block);
    const BlockData *data = blockData(last);
    const bool closes = data && std::any_of(data->folds.begin(), data->folds.end(),
                                            [](const FoldMark &mark) { return mark.edge == FoldEdge::End; });
    return closes ? last.text().trimmed() : QString();
}

void Folding::fold(const QTextBlock &block)
{
    m_highlighter.finish();
    const QTextBlock last = lastHidden(block);
    BlockData *data = blockData(block);
    if (!last.isValid() || !data || data->folded)
        return;
    data->folded = true;
    ++m_foldCount;
    moveCursorOut(block, last);
    hide(block);
    layOut();
}

void Folding::unfold(const QTextBlock &block)
{
    BlockData *data = blockData(block);
    if (!data || !data->folded)
        return;
    data->folded = false;
    m_foldCount = std::max(0, m_foldCount - 1);
    show(block);
    layOut();
}

void Folding::toggle(const QTextBlock &block)
{
    if (isFolded(block))
        unfold(block);
    else
        fold(block);
}

QTextBlock Folding::around(const QTextBlock &block) const
{
    for (QTextBlock line = block; line.isValid(); line = line.previous()) {
        if (!canFold(line))
            continue;
        const QTextBlock last = lastHidden(line);
        if (line == block || (last.isValid() && last.blockNumber() >= block.blockNumber()))
            return line;
    }
    return {};
}

void Folding::foldAll()
{
    for (QTextBlock block = m_area.document()->begin(); block.isValid();) {
        const QTextBlock last = canFold(block) ? lastHidden(block) : QTextBlock();
        BlockData *data = blockData(block);
        if (last.isValid() && data && !data->folded) {
            data->folded = true;
            ++m_foldCount;
            moveCursorOut(block, last);
            hide(block);
        }
        block = last.isValid() ? last.next() : block.next();
    }
    layOut();
}

void Folding::unfoldAll()
{
    for (QTextBlock block = m_area.document()->begin(); block.isValid(); block = block.next()) {
        if (BlockData *data = blockData(block))
            data->folded = false;
        setShown(block, true);
    }
    m_foldCount = 0;
    layOut();
}

void Folding::reveal(const QTextBlock &block)
{
    if (!block.isValid() || block.isVisible())
        return;
    for (QTextBlock line = block.previous(); line.isValid(); line = line.previous()) {
        if (!isFolded(line))
            continue;
        const QTextBlock last = lastHidden(line);
        if (last.isValid() && last.blockNumber() >= block.blockNumber()) {
            blockData(line)->folded = false;
            m_foldCount = std::max(0, m_foldCount - 1);
            show(line);
        }
        if (line.isVisible())
            break;
    }
    // Hidden with no fold around it: an edit took the fold's head away.
    if (!block.isVisible())
        setShown(block, true);
    layOut();
}

QList<int> Folding::foldedLines() const
{
    QList<int> lines;
    if (m_foldCount == 0)
        return lines;
    for (QTextBlock block = m_area.document()->begin(); block.isValid(); block = block.next()) {
        if (isFolded(block))
            lines << block.blockNumber() + 1;
    }
    return lines;
}

void Folding::foldLines(const QList<int> &lines)
{
    for (const int line : lines)
        fold(m_area.document()->findBlockByNumber(line - 1));
}

void Folding::hide(const QTextBlock &block)
{
    const QTextBlock last = lastHidden(block);
    for (QTextBlock line = block.next(); line.isValid(); line = line.next()) {
        setShown(line, false);
        if (line == last)
            break;
    }
}

void Folding::show(const QTextBlock &block)
{
    const QTextBlock last = lastHidden(block);
    for (QTextBlock line = block.next(); line.isValid(); line = line.next()) {
        setShown(line, true);
        const int number = line.blockNumber();
        if (isFolded(line)) {
            if (const QTextBlock inner = lastHidden(line); inner.isValid())
                line = inner;
        }
        if (!last.isValid() || std::max(number, line.blockNumber()) >= last.blockNumber())
            break;
    }
}

void Folding::setShown(QTextBlock block, bool shown)
{
    if (block.isVisible() == shown)
        return;
    block.setVisible(shown);
    block.setLineCount(shown ? std::max(1, block.layout()->lineCount()) : 0);
}

void Folding::moveCursorOut(const QTextBlock &first, const QTextBlock &last)
{
    QTextCursor cursor = m_area.textCursor();
    const int from = first.position() + first.length();
    const int to = last.position() + last.length();
    const int end = from - 1;
    const auto moved = [&](int position) { return position >= from && position < to ? end : position; };
    const int anchor = moved(cursor.anchor());
    const int position = moved(cursor.position());
    if (anchor == cursor.anchor() && position == cursor.position())
        return;
    cursor.setPosition(anchor);
    cursor.setPosition(position, QTextCursor::KeepAnchor);
    m_area.setTextCursor(cursor);
}

// An edit may take away the line that a fold begins with, or the bracket in it: what it hid must not stay hidden.
void Folding::repair(int position, int removed, int added)
{
    static_cast<void>(removed);
    const QTextDocument &document = *m_area.document();
    const bool sameLines = document.blockCount() == m_blockCount;
    m_blockCount = document.blockCount();
    if (m_foldCount == 0)
        return;
    const QTextBlock changed = document.findBlock(position);
    QTextBlock last = document.findBlock(position + added);
    if (!last.isValid())
        last = document.lastBlock();
    if (sameLines && changed == last && changed.isVisible() && (!isFolded(changed) || canFold(changed)))
        return;
    bool opened = false;
    for (QTextBlock block = changed; block.isValid() && block.blockNumber() <= last.blockNumber();
         block = block.next()) {
        if (isFolded(block)) {
            blockData(block)->folded = false;
            m_foldCount = std::max(0, m_foldCount - 1);
            opened = true;
        }
        if (!block.isVisible()) {
            setShown(block, true);
            opened = true;
        }
    }
    // What followed the edit was hidden by a line of it or by one before it that no longer reaches as far.
    for (QTextBlock block = last.next(); block.isValid() && !block.isVisible(); block = block.next()) {
        setShown(block, true);
        opened = true;
    }
    for (QTextBlock block = changed.previous(); opened && block.isValid(); block = block.previous()) {
        if (isFolded(block) && block.isVisible()) {
            blockData(block)->folded = false;
            m_foldCount = std::max(0, m_foldCount - 1);
            show(block);
        }
        if (block.isVisible())
            break;
    }
    if (opened)
        layOut();
}

void Folding::layOut()
{
    QTextDocument *document = m_area.document();
    auto *layout = qobject_cast<QPlainTextDocumentLayout *>(document->documentLayout());
    document->markContentsDirty(0, document->characterCount());
    layout->requestUpdate();
    Q_EMIT layout->documentSizeChanged(layout->documentSize());
    Q_EMIT changed();
}

} // namespace drydock::controls
