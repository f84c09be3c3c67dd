// SPDX-License-Identifier: MIT
// CodeEditor: what each command does.
#include "views/controls/codeeditor/brackets.h"
#include "views/controls/codeeditor/codeeditorprivate.h"
#include "views/controls/codeeditor/folding.h"
#include "views/controls/codeeditor/highlighter.h"
#include "views/controls/codeeditor/lineedits.h"
#include "views/controls/codeeditor/textplaces.h"

namespace drydock::controls {

void CodeEditor::Private::changeLines(EditorCommand command)
{
    if (area->isReadOnly())
        return;
    QTextCursor cursor = area->textCursor();
    switch (command) {
    case EditorCommand::ToggleComment:
        toggleComment(cursor, area->highlighter().lineComment());
        break;
    case EditorCommand::DuplicateLines:
        duplicateLines(cursor);
        break;
    case EditorCommand::MoveLinesUp:
        moveLines(cursor, LineDirection::Up);
        break;
    case EditorCommand::MoveLinesDown:
        moveLines(cursor, LineDirection::Down);
        break;
    case EditorCommand::DeleteLines:
        deleteLines(cursor);
        break;
    case EditorCommand::JoinLines:
        joinLines(cursor);
        break;
    case EditorCommand::Indent:
        changeIndentation(cursor, QStringLiteral("  "), IndentChange::More);
        break;
    case EditorCommand::Unindent:
        changeIndentation(cursor, QStringLiteral("  "), IndentChange::Less);
        break;
    case EditorCommand::InsertLineBelow:
        insertLine(cursor, LineDirection::Down);
        break;
    case EditorCommand::InsertLineAbove:
        insertLine(cursor, LineDirection::Up);
        break;
    default:
        return;
    }
    area->setTextCursor(cursor);
    area->ensureCursorVisible();
}

void CodeEditor::Private::bracket(QTextCursor::MoveMode mode)
{
    QTextCursor cursor = area->textCursor();
    const QTextDocument &document = *area->document();
    const auto at = bracketAt(document, cursor.position());
    if (at && at->match == BracketMatch::Found) {
        const bool forward = at->partner > at->position;
        if (mode == QTextCursor::KeepAnchor && !cursor.hasSelection())
            cursor.setPosition(forward ? at->position : at->position + 1);
        cursor.setPosition(forward ? at->partner + 1 : at->partner, mode);
    } else if (const auto around = bracketsAround(document, cursor.position())) {
        if (mode == QTextCursor::KeepAnchor)
            cursor.setPosition(around->open);
        cursor.setPosition(mode == QTextCursor::KeepAnchor ? around->close + 1 : around->open, mode);
    } else {
        return;
    }
    area->showCursor(cursor);
}

void CodeEditor::Private::goToProblem(const Diagnostic *problem)
{
    if (problem)
        editor.select({problem->range.start, problem->range.start});
}

void CodeEditor::Private::move(EditorCommand command)
{
    QTextCursor cursor = area->textCursor();
    switch (command) {
    case EditorCommand::SelectLine: {
        const QTextBlock last = area->document()->findBlock(cursor.selectionEnd());
        cursor.setPosition(area->document()->findBlock(cursor.selectionStart()).position());
        cursor.setPosition(last.next().isValid() ? last.next().position() : last.position() + last.length() - 1,
                           QTextCursor::KeepAnchor);
        area->setTextCursor(cursor);
        break;
    }
    case EditorCommand::SelectWord: {
        const TextRange word = wordAt(*area->document(), cursor.position());
        cursor.setPosition(word.start);
        cursor.setPosition(word.end, QTextCursor::KeepAnchor);
        area->setTextCursor(cursor);
        break;
    }
    case EditorCommand::GoToBracket:
        bracket(QTextCursor::MoveAnchor);
        break;
    case EditorCommand::SelectToBracket:
        bracket(QTextCursor::KeepAnchor);
        break;
    case EditorCommand::ToggleFold:
        area->highlighter().finish();
        if (const QTextBlock head = area->folding().around(cursor.block()); head.isValid())
            area->folding().toggle(head);
        break;
    case EditorCommand::FoldAll:
        area->highlighter().finish();
        area->folding().foldAll();
        break;
    case EditorCommand::UnfoldAll:
        area->folding().unfoldAll();
        break;
    case EditorCommand::NextProblem:
        goToProblem(area->squiggles().after(cursor.position()));
        break;
    case EditorCommand::PreviousProblem:
        goToProblem(area->squiggles().before(cursor.position()));
        break;
    default:
        break;
    }
}

void CodeEditor::run(EditorCommand command)
{
    switch (command) {
    case EditorCommand::Undo:
        return d->area->undo();
    case EditorCommand::Redo:
        return d->area->redo();
    case EditorCommand::Cut:
        return d->area->cutText();
    case EditorCommand::Copy:
        return d->area->copyText();
    case EditorCommand::Paste:
        return d->area->paste();
    case EditorCommand::SelectAll:
        return d->area->selectAll();
    case EditorCommand::ZoomIn:
        return setZoom(zoom() + 10);
    case EditorCommand::ZoomOut:
        return setZoom(zoom() - 10);
    case EditorCommand::ResetZoom:
        return setZoom(100);
    case EditorCommand::ToggleWhitespace:
        return setWhitespaceMarks(whitespaceMarks() == WhitespaceMarks::Shown ? WhitespaceMarks::Hidden
                                                                              : WhitespaceMarks::Shown);
    case EditorCommand::ToggleWrap:
        return setLineWrap(lineWrap() == LineWrap::On ? LineWrap::Off : LineWrap::On);
    case EditorCommand::ToggleTabFocus:
        return d->area->setTabChangesFocus(!d->area->tabChangesFocus());
    case EditorCommand::Find:
        return d->findBar->open(FindMode::Find);
    case EditorCommand::Replace:
        return d->findBar->open(FindMode::Replace);
    case EditorCommand::FindNext:
        return d->findBar->next();
    case EditorCommand::FindPrevious:
        return d->findBar->previous();
    case EditorCommand::GoToLine:
        return d->lineBar->open();
    case EditorCommand::Complete:
        return d->completion->ask(AskReason::Asked);
    case EditorCommand::ShowSignature:
        return d->signature->ask(AskReason::Asked);
    case EditorCommand::ShowHover:
        return d->hover->showAt(position());
    case EditorCommand::QuickFix:
        return d->offerActions();
    case EditorCommand::GoToDefinition:
    case EditorCommand::FindReferences:
    case EditorCommand::Rename:
    case EditorCommand::FormatDocument:
        Q_EMIT commandRequested(command, position());
        return;
    default:
        break;
    }
    d->changeLines(command);
    d->move(command);
}

bool CodeEditor::canRun(EditorCommand command) const
{
    switch (command) {
    case EditorCommand::Undo:
        return d->area->document()->isUndoAvailable();
    case EditorCommand::Redo:
        return d->area->document()->isRedoAvailable();
    case EditorCommand::Paste:
        return d->area->canPaste();
    default:
        return true;
    }
}

} // namespace drydock::controls
