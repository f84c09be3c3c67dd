// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/typing.h"

#include "views/controls/codeeditor/brackets.h"
#include "views/controls/codeeditor/highlighter.h"
#include "views/controls/codeeditor/lineedits.h"

#include <QKeyEvent>
#include <QPlainTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace drydock::controls {

namespace {

QChar letterAt(const QTextDocument &document, int position)
{
    return position >= 0 ? document.characterAt(position) : QChar();
}

bool endsCode(QChar next)
{
    return next.isNull() || next.isSpace() || next == QChar::ParagraphSeparator || next == u',' || next == u')' ||
           next == u']' || next == u'}';
}

QString leadingSpace(const QString &line)
{
    qsizetype end = 0;
    while (end < line.size() && line[end].isSpace())
        ++end;
    return line.left(end);
}

int columnOf(const QTextCursor &cursor)
{
    return cursor.position() - cursor.block().position();
}

} // namespace

Typing::Typing(QPlainTextEdit &area, const Highlighter &highlighter)
    : m_area(area)
    , m_highlighter(highlighter)
{
}

bool Typing::keyPressed(const QKeyEvent &event)
{
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool plain = modifiers == Qt::NoModifier;
    const bool shifted = modifiers == Qt::ShiftModifier;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (plain || shifted)
            newLine();
        return plain || shifted;
    case Qt::Key_Tab:
        if (plain && !m_area.tabChangesFocus())
            tab();
        return plain;
    case Qt::Key_Backtab: {
        if (m_area.tabChangesFocus())
            return true;
        QTextCursor cursor = m_area.textCursor();
        changeIndentation(cursor, unit(), IndentChange::Less);
        m_area.setTextCursor(cursor);
        return true;
    }
    case Qt::Key_Backspace:
        return (plain || shifted) && backspace();
    case Qt::Key_Home:
        if (plain || shifted)
            return home(shifted ? QTextCursor::KeepAnchor : QTextCursor::MoveAnchor);
        return false;
    default:
        break;
    }
    const QString text = event.text();
    // AltGr comes as Ctrl+Alt on some systems; a letter that can be printed is typed all the same.
    const bool command =
        (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) &&
        (modifiers & (Qt::ControlModifier | Qt::AltModifier)) != (Qt::ControlModifier | Qt::AltModifier);
    if (text.isEmpty() || command || !(text[0].isPrint() || text[0].isSurrogate()) || m_area.overwriteMode())
        return false;
    type(text);
    return true;
}

void Typing::type(const QString &text)
{
    const QChar letter = text[0];
    if (text.size() == 1 && (overtype(letter) || surround(letter) || openPair(letter))) {
        m_area.ensureCursorVisible();
        return;
    }
    insert(text);
    if (text.size() == 1 && !openingBracket(letter).isNull())
        alignClosing(letter);
    m_area.ensureCursorVisible();
}

bool Typing::startsStep(const QTextCursor &cursor, QChar letter) const
{
    if (cursor.hasSelection() || cursor.position() != m_stepEnd)
        return true;
    return isWordLetter(letter) && !isWordLetter(m_lastLetter);
}

// Qt joins letters that are typed one after the other to one undo step, and begins another at an edit block.
void Typing::insert(const QString &text)
{
    QTextCursor cursor = m_area.textCursor();
    const bool starts = startsStep(cursor, text[0]);
    if (starts)
        cursor.beginEditBlock();
    cursor.insertText(text);
    if (starts)
        cursor.endEditBlock();
    m_area.setTextCursor(cursor);
    m_stepEnd = cursor.position();
    m_lastLetter = text[text.size() - 1];
}

bool Typing::overtype(QChar letter)
{
    QTextCursor cursor = m_area.textCursor();
    if (cursor.hasSelection() || letterAt(*m_area.document(), cursor.position()) != letter ||
        !m_closers.removeOne(cursor.position()))
        return false;
    cursor.movePosition(QTextCursor::NextCharacter);
    m_area.setTextCursor(cursor);
    return true;
}

bool Typing::surround(QChar letter)
{
    QTextCursor cursor = m_area.textCursor();
    const QChar close = letter == u'"' ? letter : closingBracket(letter);
    if (!cursor.hasSelection() || close.isNull())
        return false;
    const QString inner = cursor.selectedText();
    const int start = cursor.selectionStart();
    cursor.insertText(letter + inner + close);
    cursor.setPosition(start + 1);
    cursor.setPosition(start + 1 + static_cast<int>(inner.size()), QTextCursor::KeepAnchor);
    m_area.setTextCursor(cursor);
    return true;
}

bool Typing::openPair(QChar letter)
{
    const QChar close = letter == u'"' ? letter : closingBracket(letter);
    QTextCursor cursor = m_area.textCursor();
    if (close.isNull() || cursor.hasSelection())
        return false;
    const QTextDocument &document = *m_area.document();
    const QChar before = columnOf(cursor) > 0 ? letterAt(document, cursor.position() - 1) : QChar();
    const TokenClass here = tokenClassAt(cursor.block(), columnOf(cursor));
    const bool opensTemplate = letter == u'{' && (before == u'$' || before == u'%') && here == TokenClass::String;
    if (!opensTemplate) {
        if (here != TokenClass::Code || !endsCode(letterAt(document, cursor.position())))
            return false;
        if (letter == u'"' && (isWordLetter(before) || before == u'"'))
            return false;
    }
    cursor.beginEditBlock();
    cursor.insertText(QString(letter) + close);
    cursor.movePosition(QTextCursor::PreviousCharacter);
    cursor.endEditBlock();
    m_area.setTextCursor(cursor);
    m_closers << cursor.position();
    m_stepEnd = cursor.position();
    m_lastLetter = letter;
    return true;
}

void Typing::alignClosing(QChar letter)
{
    QTextCursor cursor = m_area.textCursor();
    const QTextBlock block = cursor.block();
    const QString text = block.text();
    const QString space = leadingSpace(text);
    if (columnOf(cursor) != space.size() + 1 || text[space.size()] != letter)
        return;
    const auto bracket = bracketAt(*m_area.document(), cursor.position());
    if (!bracket || bracket->match != BracketMatch::Found)
        return;
    const QString wanted = leadingSpace(m_area.document()->findBlock(bracket->partner).text());
    if (wanted == space)
        return;
    cursor.joinPreviousEditBlock();
    cursor.setPosition(block.position());
    cursor.setPosition(block.position() + static_cast<int>(space.size()), QTextCursor::KeepAnchor);
    cursor.insertText(wanted);
    cursor.endEditBlock();
}

QString Typing::indentationBehind(const QTextCursor &cursor) const
{
    const QTextBlock block = cursor.block();
    const QString before = block.text().left(columnOf(cursor));
    const QString own = leadingSpace(before);
    if (m_highlighter.foldsByIndentation())
        return before.trimmed().endsWith(u':') ? own + unit() : own;
    int depth = 0;
    if (const BlockData *data = blockData(block)) {
        for (const Bracket &bracket : data->brackets) {
            if (bracket.column >= columnOf(cursor))
                break;
            depth = closingBracket(bracket.letter).isNull() ? std::max(0, depth - 1) : depth + 1;
        }
    }
    return depth > 0 ? own + unit() : own;
}

void Typing::newLine()
{
    QTextCursor cursor = m_area.textCursor();
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QString line = cursor.block().text();
    // In front of all letters the line goes down as it is.
    const bool inFront = line.left(columnOf(cursor)).trimmed().isEmpty();
    QString indentation = inFront ? leadingSpace(line) : indentationBehind(cursor);
    const QString rest = line.mid(columnOf(cursor));
    const QString blanks = leadingSpace(rest);
    const QChar next = rest.size() > blanks.size() ? rest[blanks.size()] : QChar();
    QString closing;
    if (!next.isNull() && !openingBracket(next).isNull() &&
        tokenClassAt(cursor.block(), columnOf(cursor)) == TokenClass::Code) {
        if (const auto around = bracketsAround(*m_area.document(), cursor.position())) {
            const QTextBlock opener = m_area.document()->findBlock(around->open);
            const QString outer = leadingSpace(opener.text());
            const bool between =
                opener == cursor.block() && line.mid(around->open - opener.position() + 1,
                                                     columnOf(cursor) - (around->open - opener.position() + 1))
                                                .trimmed()
                                                .isEmpty();
            if (between)
                closing = u'\n' + outer;
            else
                indentation = outer;
        }
    }
    cursor.setPosition(cursor.position() + static_cast<int>(blanks.size()), QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    // Blanks that nobody sees are not left behind.
    if (const QString before = line.left(columnOf(cursor)); !before.isEmpty() && before.trimmed().isEmpty()) {
        cursor.setPosition(cursor.block().position(), QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
    }
    cursor.insertText(u'\n' + indentation + closing);
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::MoveAnchor, static_cast<int>(closing.size()));
    cursor.endEditBlock();
    m_area.setTextCursor(cursor);
    m_area.ensureCursorVisible();
    m_closers.clear();
    m_stepEnd = cursor.position();
    m_lastLetter = u'\n';
}

void Typing::tab()
{
    QTextCursor cursor = m_area.textCursor();
    const QTextDocument &document = *m_area.document();
    if (document.findBlock(cursor.selectionStart()) != document.findBlock(cursor.selectionEnd())) {
        changeIndentation(cursor, unit(), IndentChange::More);
        m_area.setTextCursor(cursor);
        return;
    }
    if (unit() == "\t"_L1) {
        insert(unit());
    } else {
        const int column = cursor.selectionStart() - document.findBlock(cursor.selectionStart()).position();
        insert(QString(indentWidth - column % indentWidth, u' '));
    }
    m_area.ensureCursorVisible();
}

bool Typing::backspace()
{
    QTextCursor cursor = m_area.textCursor();
    const int column = columnOf(cursor);
    if (cursor.hasSelection() || column == 0)
        return false;
    if (m_closers.contains(cursor.position())) {
        const QChar open = letterAt(*m_area.document(), cursor.position() - 1);
        const QChar close = letterAt(*m_area.document(), cursor.position());
        if (closingBracket(open) == close || (open == u'"' && close == u'"')) {
            cursor.beginEditBlock();
            cursor.deleteChar();
            cursor.deletePreviousChar();
            cursor.endEditBlock();
            m_area.setTextCursor(cursor);
            return true;
        }
    }
    const QString before = cursor.block().text().left(column);
    if (!before.trimmed().isEmpty() || before.contains(u'\t') || column % indentWidth == 1 || column < indentWidth)
        return false;
    const int remove = column % indentWidth == 0 ? indentWidth : column % indentWidth;
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor, remove);
    cursor.removeSelectedText();
    m_area.setTextCursor(cursor);
    m_area.ensureCursorVisible();
    return true;
}

bool Typing::home(QTextCursor::MoveMode mode)
{
    QTextCursor cursor = m_area.textCursor();
    const int first = static_cast<int>(leadingSpace(cursor.block().text()).size());
    if (m_area.lineWrapMode() != QPlainTextEdit::NoWrap && cursor.block().layout()->lineCount() > 1)
        return false;
    const int wanted = columnOf(cursor) == first ? 0 : first;
    cursor.setPosition(cursor.block().position() + wanted, mode);
    m_area.setTextCursor(cursor);
    m_area.ensureCursorVisible();
    return true;
}

QString Typing::unit() const
{
    // A line that begins with a tab speaks for the file.
    const QTextBlock block = m_area.textCursor().block();
    for (QTextBlock line = block; line.isValid() && block.blockNumber() - line.blockNumber() < 100;
         line = line.previous()) {
        const QString text = line.text();
        if (text.startsWith(u'\t'))
            return QStringLiteral("\t");
        if (text.startsWith("  "_L1))
            break;
    }
    return QString(indentWidth, u' ');
}

void Typing::textChanged(const TextShift &shift)
{
    const int end = shift.position + shift.removed;
    erase_if(m_closers, [&](int place) { return place >= shift.position && place < end; });
    for (int &place : m_closers) {
        if (place >= end)
            place += shift.added - shift.removed;
    }
}

void Typing::cursorMoved()
{
    const QTextCursor cursor = m_area.textCursor();
    if (cursor.position() != m_stepEnd)
        m_stepEnd = -1;
    const QTextBlock block = cursor.block();
    erase_if(m_closers,
             [&](int place) { return place < cursor.position() || place >= block.position() + block.length(); });
}

} // namespace drydock::controls
