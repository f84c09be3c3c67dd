// SPDX-License-Identifier: MIT
// How keys, mouse and clipboard reach the text; the other half of CodeArea.
#include "views/controls/codeeditor/codearea.h"
#include "views/controls/codeeditor/codepainter.h"
#include "views/controls/codeeditor/folding.h"
#include "views/controls/codeeditor/lineedits.h"
#include "views/controls/codeeditor/typing.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QMimeData>

#include <memory>

using namespace Qt::StringLiterals;

namespace drydock::controls {

namespace {

/// Marks text that was copied as a whole line without a selection: it is put in above the cursor's line.
QString wholeLineFormat()
{
    return u"application/x-drydock-whole-line"_s;
}

const EditorCommandInfo *commandOf(const QKeyEvent &event)
{
    static const QList<EditorCommandInfo> commands = editorCommands();
    const QKeySequence pressed(
        QKeyCombination(event.modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(event.key())));
    for (const EditorCommandInfo &command : commands) {
        if (command.keys.contains(pressed))
            return &command;
    }
    return nullptr;
}

bool isKey(const QKeyEvent &event)
{
    return event.key() != 0 && event.key() != Qt::Key_unknown;
}

} // namespace

bool CodeArea::event(QEvent *event)
{
    // The editor's own keys come before shortcuts of the window while it has the focus.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isKey(*key) && commandOf(*key)) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

bool CodeArea::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        if (const int position = positionAt(help->pos()); position >= 0)
            Q_EMIT pointerRested(position, help->globalPos());
        return true;
    }
    return QPlainTextEdit::viewportEvent(event);
}

bool CodeArea::runKey(const QKeyEvent &event)
{
    if (!isKey(event))
        return false;
    for (KeyFilter *filter : std::as_const(m_filters)) {
        if (filter->keyPressed(event))
            return true;
    }
    if (const EditorCommandInfo *command = commandOf(event)) {
        Q_EMIT commandTyped(command->command);
        return true;
    }
    return false;
}

void CodeArea::keyPressEvent(QKeyEvent *event)
{
    if (runKey(*event)) {
        event->accept();
        return;
    }
    const QString text = event->text();
    const int before = m_revision;
    if (isReadOnly() || !m_typing->keyPressed(*event))
        QPlainTextEdit::keyPressEvent(event);
    else
        event->accept();
    const bool letter =
        text.size() == 1 && text[0].isPrint() && !(event->modifiers() & (Qt::ControlModifier | Qt::MetaModifier));
    if (letter && m_revision != before)
        Q_EMIT letterTyped(text[0]);
}

void CodeArea::inputMethodEvent(QInputMethodEvent *event)
{
    const QString committed = event->commitString();
    QPlainTextEdit::inputMethodEvent(event);
    if (!committed.isEmpty() && !isReadOnly())
        Q_EMIT letterTyped(committed.back());
}

void CodeArea::wheelEvent(QWheelEvent *event)
{
    if (!(event->modifiers() & Qt::ControlModifier)) {
        QPlainTextEdit::wheelEvent(event);
        return;
    }
    if (const int delta = event->angleDelta().y(); delta != 0)
        Q_EMIT zoomAsked(delta > 0 ? 1 : -1);
    event->accept();
}

void CodeArea::mousePressEvent(QMouseEvent *event)
{
    const bool left = event->button() == Qt::LeftButton;
    if (left && (event->modifiers() & Qt::ControlModifier)) {
        if (const int position = positionAt(event->pos()); position >= 0) {
            setTextCursor(cursorForPosition(event->pos()));
            Q_EMIT linkClicked(position);
            event->accept();
            return;
        }
    }
    if (left) {
        for (const VisibleBlock &line : visibleBlocks(viewport()->rect())) {
            if (m_folding->isFolded(line.block) && m_painter->foldRect(line).contains(event->position())) {
                m_folding->unfold(line.block);
                event->accept();
                return;
            }
        }
    }
    QPlainTextEdit::mousePressEvent(event);
}

void CodeArea::mouseMoveEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseMoveEvent(event);
    Q_EMIT pointerMoved(event->pos(), event->modifiers());
}

// Qt's own notion of a word stops at '_' in some places and not in others; names here are one word.
void CodeArea::mouseDoubleClickEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseDoubleClickEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    const TextRange word = wordAt(*document(), cursorForPosition(event->pos()).position());
    if (word.length() == 0)
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(word.start);
    cursor.setPosition(word.end, QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

void CodeArea::contextMenuEvent(QContextMenuEvent *event)
{
    const std::unique_ptr<QMenu> menu = std::make_unique<QMenu>(this);
    Q_EMIT menuWanted(menu.get());
    const QPoint place = event->reason() == QContextMenuEvent::Keyboard
                             ? viewport()->mapToGlobal(cursorRect().bottomLeft())
                             : event->globalPos();
    menu->exec(place);
}

QMimeData *CodeArea::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    auto *mime = new QMimeData;
    if (cursor.hasSelection()) {
        QString text = cursor.selectedText();
        mime->setText(text.replace(QChar::ParagraphSeparator, u'\n'));
    } else {
        mime->setText(cursor.block().text() + u'\n');
        mime->setData(wholeLineFormat(), QByteArray("1"));
    }
    return mime;
}

void CodeArea::copyText()
{
    QGuiApplication::clipboard()->setMimeData(createMimeDataFromSelection());
}

void CodeArea::cutText()
{
    copyText();
    if (isReadOnly())
        return;
    QTextCursor cursor = textCursor();
    if (cursor.hasSelection())
        cursor.removeSelectedText();
    else
        deleteLines(cursor);
    setTextCursor(cursor);
    ensureCursorVisible();
}

void CodeArea::insertFromMimeData(const QMimeData *source)
{
    if (isReadOnly() || !source->hasText())
        return;
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    if (source->hasFormat(wholeLineFormat()) && !cursor.hasSelection()) {
        QTextCursor above(cursor.block());
        above.insertText(source->text());
    } else {
        cursor.insertText(source->text());
    }
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
}

} // namespace drydock::controls
