// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/lineedits.h"

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace drydock::controls {

namespace {

struct Lines
{
    QTextBlock first;
    QTextBlock last;
};

Lines linesOf(const QTextCursor &cursor)
{
    const QTextDocument *document = cursor.document();
    Lines lines{document->findBlock(cursor.selectionStart()), document->findBlock(cursor.selectionEnd())};
    if (cursor.hasSelection() && lines.last != lines.first && cursor.selectionEnd() == lines.last.position())
        lines.last = lines.last.previous();
    return lines;
}

template <typename Change>
void forEachLine(const QTextCursor &cursor, Change change)
{
    const Lines lines = linesOf(cursor);
    const int last = lines.last.blockNumber();
    for (QTextBlock block = lines.first; block.isValid() && block.blockNumber() <= last; block = block.next())
        change(block);
}

int indentationOf(const QString &text)
{
    int width = 0;
    while (width < text.size() && text[width].isSpace())
        ++width;
    return width;
}

bool isBlank(const QString &text)
{
    return indentationOf(text) == text.size();
}

void replace(const QTextBlock &block, int column, int length, const QString &text)
{
    QTextCursor edit(block);
    edit.setPosition(block.position() + column);
    edit.setPosition(block.position() + column + length, QTextCursor::KeepAnchor);
    edit.insertText(text);
}

QString textOf(const Lines &lines)
{
    QString text;
    for (QTextBlock block = lines.first; block.isValid(); block = block.next()) {
        text += block.text();
        if (block == lines.last)
            break;
        text += u'\n';
    }
    return text;
}

void restore(QTextCursor &cursor, int anchor, int position)
{
    const int end = cursor.document()->characterCount() - 1;
    cursor.setPosition(std::clamp(anchor, 0, end));
    cursor.setPosition(std::clamp(position, 0, end), QTextCursor::KeepAnchor);
}

} // namespace

void changeIndentation(QTextCursor &cursor, const QString &unit, IndentChange change)
{
    cursor.beginEditBlock();
    forEachLine(cursor, [&](const QTextBlock &block) {
        const QString text = block.text();
        if (change == IndentChange::More) {
            if (!isBlank(text) || !cursor.hasSelection())
                replace(block, 0, 0, unit);
            return;
        }
        const int most = text.startsWith(u'\t') ? 1 : static_cast<int>(unit.size());
        replace(block, 0, std::min(indentationOf(text), most), {});
    });
    cursor.endEditBlock();
}

void toggleComment(QTextCursor &cursor, const QString &marker)
{
    if (marker.isEmpty())
        return;
    bool all = true;
    bool any = false;
    int column = -1;
    forEachLine(cursor, [&](const QTextBlock &block) {
        const QString text = block.text();
        if (isBlank(text))
            return;
        any = true;
        const int indentation = indentationOf(text);
        all = all && QStringView(text).mid(indentation).startsWith(marker);
        column = column < 0 ? indentation : std::min(column, indentation);
    });
    const int anchor = cursor.anchor();
    const bool atEdge = cursor.hasSelection();
    cursor.beginEditBlock();
    forEachLine(cursor, [&](const QTextBlock &block) {
        const QString text = block.text();
        if (any && isBlank(text))
            return;
        const int indentation = indentationOf(text);
        if (!any || !all) {
            replace(block, any ? column : indentation, 0, marker + u' ');
            return;
        }
        const int length = static_cast<int>(marker.size());
        const bool blank = indentation + length < text.size() && text[indentation + length] == u' ';
        replace(block, indentation, length + (blank ? 1 : 0), {});
    });
    cursor.endEditBlock();
    // What was selected from the first letter stays selected from the first letter, the marker included.
    if (atEdge && !all && anchor < cursor.position() && cursor.anchor() > anchor) {
        const int position = cursor.position();
        restore(cursor, anchor, position);
    }
}

void duplicateLines(QTextCursor &cursor)
{
    const Lines lines = linesOf(cursor);
    const QString text = textOf(lines);
    const int shift = static_cast<int>(text.size()) + 1;
    const int anchor = cursor.anchor();
    const int position = cursor.position();
    cursor.beginEditBlock();
    QTextCursor edit(lines.last);
    edit.movePosition(QTextCursor::EndOfBlock);
    edit.insertText(u'\n' + text);
    cursor.endEditBlock();
    restore(cursor, anchor + shift, position + shift);
}

void moveLines(QTextCursor &cursor, LineDirection direction)
{
    const Lines lines = linesOf(cursor);
    const bool up = direction == LineDirection::Up;
    const QTextBlock other = up ? lines.first.previous() : lines.last.next();
    if (!other.isValid())
        return;
    const QString moved = textOf(lines);
    const QString passed = other.text();
    const int shift = (up ? -1 : 1) * (static_cast<int>(passed.size()) + 1);
    const int anchor = cursor.anchor();
    const int position = cursor.position();
    cursor.beginEditBlock();
    QTextCursor edit(up ? other : lines.first);
    const QTextBlock end = up ? lines.last : other;
    edit.setPosition(end.position() + end.length() - 1, QTextCursor::KeepAnchor);
    edit.insertText(up ? moved + u'\n' + passed : passed + u'\n' + moved);
    cursor.endEditBlock();
    restore(cursor, anchor + shift, position + shift);
}

void deleteLines(QTextCursor &cursor)
{
    const Lines lines = linesOf(cursor);
    const int column = cursor.position() - cursor.block().position();
    const int number = lines.first.blockNumber();
    cursor.beginEditBlock();
    QTextCursor edit(lines.first);
    if (lines.last.next().isValid()) {
        edit.setPosition(lines.last.next().position(), QTextCursor::KeepAnchor);
    } else {
        if (lines.first.previous().isValid())
            edit.setPosition(lines.first.position() - 1);
        edit.setPosition(lines.last.position() + lines.last.length() - 1, QTextCursor::KeepAnchor);
    }
    edit.removeSelectedText();
    cursor.endEditBlock();
    const QTextDocument *document = cursor.document();
    const QTextBlock here = document->findBlockByNumber(std::min(number, document->blockCount() - 1));
    cursor.setPosition(here.position() + std::min(column, here.length() - 1));
}

void joinLines(QTextCursor &cursor)
{
    const Lines lines = linesOf(cursor);
    int joins = std::max(1, lines.last.blockNumber() - lines.first.blockNumber());
    cursor.beginEditBlock();
    QTextCursor edit(lines.first);
    for (; joins > 0 && edit.block().next().isValid(); --joins) {
        edit.movePosition(QTextCursor::EndOfBlock);
        const QString next = edit.block().next().text();
        edit.setPosition(edit.block().next().position() + indentationOf(next), QTextCursor::KeepAnchor);
        edit.insertText(isBlank(next) || isBlank(lines.first.text()) ? QString() : QStringLiteral(" "));
    }
    cursor.endEditBlock();
}

void insertLine(QTextCursor &cursor, LineDirection direction)
{
    const QTextBlock block = cursor.block();
    const QString indentation = block.text().left(indentationOf(block.text()));
    cursor.beginEditBlock();
    if (direction == LineDirection::Down) {
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.insertText(u'\n' + indentation);
    } else {
        cursor.movePosition(QTextCursor::StartOfBlock);
        cursor.insertText(indentation + u'\n');
        cursor.movePosition(QTextCursor::PreviousCharacter);
    }
    cursor.endEditBlock();
}

} // namespace drydock::controls
