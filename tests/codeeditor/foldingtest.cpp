// SPDX-License-Identifier: MIT
#include "tests/codeeditor/support.h"

#include <QTextBlock>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace drydock::controls;
using drydock::test::Editor;

namespace {

constexpr QStringView source = uR"(resource "a" "b" {
  c = {
    d = 1
  }
  e = 2
}

locals {
  f = 3
}
)";

std::string visibleLines(Editor &editor)
{
    QString lines;
    for (QTextBlock block = editor.area().document()->begin(); block.isValid(); block = block.next()) {
        if (block.isVisible())
            lines += QString::number(block.blockNumber() + 1) + u' ';
    }
    return lines.toStdString();
}

void toggleAt(Editor &editor, int line)
{
    editor.editor.goTo({line, 1});
    editor.editor.run(EditorCommand::ToggleFold);
}

TEST(Folding, HidesALineBlockWithItsEnd)
{
    Editor editor(source.toString());
    toggleAt(editor, 1);
    EXPECT_EQ(visibleLines(editor), "1 7 8 9 10 11 ");
    toggleAt(editor, 1);
    EXPECT_EQ(visibleLines(editor), "1 2 3 4 5 6 7 8 9 10 11 ");
}

TEST(Folding, KeepsInnerFoldsWhenTheOuterOneOpens)
{
    Editor editor(source.toString());
    toggleAt(editor, 3);
    EXPECT_EQ(visibleLines(editor), "1 2 5 6 7 8 9 10 11 ");
    toggleAt(editor, 1);
    toggleAt(editor, 1);
    EXPECT_EQ(visibleLines(editor), "1 2 5 6 7 8 9 10 11 ");
    editor.editor.run(EditorCommand::UnfoldAll);
    EXPECT_EQ(visibleLines(editor), "1 2 3 4 5 6 7 8 9 10 11 ");
}

TEST(Folding, MovesTheCursorOutAndKeepsASelectionAroundIt)
{
    Editor editor(source.toString());
    editor.editor.goTo({5, 4});
    editor.editor.run(EditorCommand::FoldAll);
    EXPECT_EQ(editor.editor.place(), (EditorPlace{1, 19}));
    EXPECT_EQ(visibleLines(editor), "1 7 8 11 ");
    editor.editor.run(EditorCommand::UnfoldAll);
    editor.press(Qt::Key_A, Qt::ControlModifier);
    const QString all = editor.editor.selectedText();
    editor.editor.run(EditorCommand::FoldAll);
    EXPECT_EQ(editor.editor.selectedText(), all);
}

TEST(Folding, ArrowKeysStepOverHiddenLines)
{
    Editor editor(source.toString());
    toggleAt(editor, 1);
    editor.press(Qt::Key_Home);
    editor.press(Qt::Key_Down);
    EXPECT_EQ(editor.editor.place().line, 7);
    editor.press(Qt::Key_Up);
    EXPECT_EQ(editor.editor.place().line, 1);
    EXPECT_EQ(visibleLines(editor), "1 7 8 9 10 11 ");
}

TEST(Folding, GoingToAHiddenLineOpensIt)
{
    Editor editor(source.toString());
    editor.editor.run(EditorCommand::FoldAll);
    editor.editor.goTo({3, 5});
    EXPECT_EQ(visibleLines(editor), "1 2 3 4 5 6 7 8 11 ");
}

TEST(Folding, TypingInTheFirstLineLeavesItFolded)
{
    Editor editor(source.toString());
    toggleAt(editor, 1);
    editor.editor.goTo({1, 16});
    editor.type(u"x"_s);
    EXPECT_EQ(visibleLines(editor), "1 7 8 9 10 11 ");
}

TEST(Folding, NothingStaysHiddenWhenTheFirstLineGoes)
{
    Editor editor(source.toString());
    toggleAt(editor, 1);
    editor.press(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(visibleLines(editor), "1 2 3 4 5 6 7 8 9 10 ");
    editor.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(editor.text(), source.toString().toStdString());
    EXPECT_EQ(visibleLines(editor), "1 2 3 4 5 6 7 8 9 10 11 ");
}

TEST(Folding, NothingStaysHiddenWhenTheBracketGoes)
{
    Editor editor(source.toString());
    toggleAt(editor, 1);
    editor.press(Qt::Key_End);
    editor.type(u"\b"_s);
    EXPECT_EQ(visibleLines(editor), "1 2 3 4 5 6 7 8 9 10 11 ");
}

TEST(Folding, ComesBackWithTheView)
{
    Editor editor(source.toString());
    toggleAt(editor, 8);
    toggleAt(editor, 3);
    const EditorViewState state = editor.editor.viewState();
    EXPECT_EQ(state.foldedLines, (QList<int>{2, 8}));
    editor.open(source.toString());
    editor.editor.restoreViewState(state);
    EXPECT_EQ(visibleLines(editor), "1 2 5 6 7 8 11 ");
    EXPECT_EQ(editor.editor.place(), state.cursor);
}

TEST(Folding, FoldsCommentsHeredocsAndYamlByIndentation)
{
    Editor editor(u"/* a\n b */\nc = <<EOT\n text\nEOT\n"_s);
    editor.editor.run(EditorCommand::FoldAll);
    EXPECT_EQ(visibleLines(editor), "1 3 6 ");
    editor.open(u"a:\n  b: 1\n  c: 2\nd: 3\n"_s, u"values.yaml"_s);
    editor.editor.run(EditorCommand::FoldAll);
    EXPECT_EQ(visibleLines(editor), "1 4 5 ");
}

} // namespace
