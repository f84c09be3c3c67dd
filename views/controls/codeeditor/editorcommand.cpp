// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/editorcommand.h"

#include <QCoreApplication>

#include <algorithm>

namespace drydock::controls {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("drydock::controls::EditorCommand", source);
}

using Keys = QList<QKeySequence>;
constexpr auto control = Qt::CTRL;
constexpr auto shift = Qt::SHIFT;
constexpr auto alt = Qt::ALT;

QList<EditorCommandInfo> editingCommands()
{
    return {
        {EditorCommand::Undo, text("Undo"), Keys{control | Qt::Key_Z}},
        {EditorCommand::Redo, text("Redo"), Keys{control | shift | Qt::Key_Z, control | Qt::Key_Y}},
        {EditorCommand::Cut, text("Cut"), Keys{control | Qt::Key_X, shift | Qt::Key_Delete}},
        {EditorCommand::Copy, text("Copy"), Keys{control | Qt::Key_C, control | Qt::Key_Insert}},
        {EditorCommand::Paste, text("Paste"), Keys{control | Qt::Key_V, shift | Qt::Key_Insert}},
        {EditorCommand::SelectAll, text("Select all"), Keys{control | Qt::Key_A}},
        {EditorCommand::Find, text("Find"), Keys{control | Qt::Key_F}},
        {EditorCommand::Replace, text("Replace"), Keys{control | Qt::Key_H}},
        {EditorCommand::FindNext, text("Find next"), Keys{Qt::Key_F3}},
        {EditorCommand::FindPrevious, text("Find previous"), Keys{shift | Qt::Key_F3}},
        {EditorCommand::GoToLine, text("Go to line"), Keys{control | Qt::Key_G}},
        {EditorCommand::ToggleComment, text("Comment or uncomment"), Keys{control | Qt::Key_Slash}},
        {EditorCommand::DuplicateLines, text("Duplicate lines"), Keys{control | Qt::Key_D}},
        {EditorCommand::MoveLinesUp, text("Move lines up"), Keys{alt | Qt::Key_Up, control | shift | Qt::Key_Up}},
        {EditorCommand::MoveLinesDown, text("Move lines down"),
         Keys{alt | Qt::Key_Down, control | shift | Qt::Key_Down}},
        {EditorCommand::DeleteLines, text("Delete lines"), Keys{control | shift | Qt::Key_Delete}},
        {EditorCommand::JoinLines, text("Join lines"), Keys{control | Qt::Key_J}},
        {EditorCommand::Indent, text("Indent"), Keys{control | Qt::Key_BracketRight}},
        {EditorCommand::Unindent, text("Unindent"), Keys{control | Qt::Key_BracketLeft}},
        {EditorCommand::InsertLineBelow, text("Insert line below"), Keys{control | Qt::Key_Return}},
        {EditorCommand::InsertLineAbove, text("Insert line above"), Keys{control | shift | Qt::Key_Return}},
    };
}

QList<EditorCommandInfo> movingCommands()
{
    return {
        {EditorCommand::SelectLine, text("Select line"), Keys{control | Qt::Key_L}},
        {EditorCommand::SelectWord, text("Select word"), Keys{alt | Qt::Key_W}},
        {EditorCommand::GoToBracket, text("Go to matching bracket"),
         Keys{control | Qt::Key_B, control | shift | Qt::Key_Backslash}},
        {EditorCommand::SelectToBracket, text("Select to matching bracket"), Keys{alt | Qt::Key_6}},
        {EditorCommand::ToggleFold, text("Fold or unfold"), Keys{control | shift | Qt::Key_BracketLeft}},
        {EditorCommand::FoldAll, text("Fold all"), Keys{control | alt | Qt::Key_BracketLeft}},
        {EditorCommand::UnfoldAll, text("Unfold all"), Keys{control | alt | Qt::Key_BracketRight}},
        {EditorCommand::Complete, text("Complete"), Keys{control | Qt::Key_Space}},
        {EditorCommand::ShowSignature, text("Show parameters"), Keys{control | shift | Qt::Key_Space}},
        {EditorCommand::ShowHover, text("Show what this is"), Keys{control | Qt::Key_I}},
        {EditorCommand::QuickFix, text("Quick fix"), Keys{control | Qt::Key_Period, alt | Qt::Key_Return}},
        {EditorCommand::NextProblem, text("Next problem"), Keys{Qt::Key_F8}},
        {EditorCommand::PreviousProblem, text("Previous problem"), Keys{shift | Qt::Key_F8}},
        {EditorCommand::ZoomIn, text("Larger text"), {}},
        {EditorCommand::ZoomOut, text("Smaller text"), {}},
        {EditorCommand::ResetZoom, text("Normal text size"), {}},
        {EditorCommand::ToggleWhitespace, text("Show blanks"), {}},
        {EditorCommand::ToggleWrap, text("Wrap lines"), Keys{alt | Qt::Key_Z}},
        {EditorCommand::ToggleTabFocus, text("Tab leaves the text"), Keys{control | Qt::Key_M}},
        {EditorCommand::GoToDefinition, text("Go to definition"), Keys{Qt::Key_F12}},
        {EditorCommand::FindReferences, text("Find references"), Keys{shift | Qt::Key_F12}},
        {EditorCommand::Rename, text("Rename"), Keys{Qt::Key_F2}},
        {EditorCommand::FormatDocument, text("Format"), Keys{control | shift | Qt::Key_I}},
    };
}

} // namespace

QList<EditorCommandInfo> editorCommands()
{
    return editingCommands() + movingCommands();
}

EditorCommandInfo editorCommand(EditorCommand command)
{
    const QList<EditorCommandInfo> all = editorCommands();
    return *std::find_if(all.begin(), all.end(),
                         [command](const EditorCommandInfo &info) { return info.command == command; });
}

} // namespace drydock::controls
