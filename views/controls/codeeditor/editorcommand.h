// SPDX-License-Identifier: MIT
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

namespace drydock::controls {

/// Everything an editor can be told to do. The editor does the first groups itself; the last it hands on by
/// CodeEditor::commandRequested().
enum class EditorCommand {
    Undo,
    Redo,
    Cut,
    Copy,
    Paste,
    SelectAll,

    Find,
    Replace,
    FindNext,
    FindPrevious,
    GoToLine,

    ToggleComment,
    DuplicateLines,
    MoveLinesUp,
    MoveLinesDown,
    DeleteLines,
    JoinLines,
    Indent,
    Unindent,
    InsertLineBelow,
    InsertLineAbove,

    SelectLine,
    SelectWord,
    GoToBracket,
    SelectToBracket,

    ToggleFold,
    FoldAll,
    UnfoldAll,

    Complete,
    ShowSignature,
    ShowHover,
    QuickFix,
    NextProblem,
    PreviousProblem,

    ZoomIn,
    ZoomOut,
    ResetZoom,
    ToggleWhitespace,
    ToggleWrap,
    ToggleTabFocus, ///< Tab goes to the next widget instead of indenting: the way out for who has only a keyboard

    // Handed on: they concern more than this text.
    GoToDefinition,
    FindReferences,
    Rename,
    FormatDocument,
};

struct EditorCommandInfo
{
    EditorCommand command;
    QString title;            ///< translated, as in a menu
    QList<QKeySequence> keys; ///< the first is shown; empty: menu only
};

/// All commands in the order of the enumeration.
[[nodiscard]] QList<EditorCommandInfo> editorCommands();
[[nodiscard]] EditorCommandInfo editorCommand(EditorCommand command);

} // namespace drydock::controls
