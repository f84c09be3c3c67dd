// SPDX-License-Identifier: MIT
#include "tests/codeeditor/support.h"

#include <QApplication>
#include <QInputMethodEvent>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using drydock::test::Editor;

namespace {

TEST(Typing, ClosesBracketsAndTypesOverWhatItPutIn)
{
    Editor editor;
    editor.type(u"a = max(1, [2])"_s);
    EXPECT_EQ(editor.shown(), "a = max(1, [2])|");
    editor.open(u"a = |)"_s);
    editor.type(u")"_s);
    EXPECT_EQ(editor.shown(), "a = )|)") << "a bracket that was there is not typed over";
}

TEST(Typing, ClosesQuotesOnlyWhereAStringBegins)
{
    Editor editor;
    editor.type(u"a = \"x\""_s);
    EXPECT_EQ(editor.shown(), "a = \"x\"|");
    editor.open(u"a = x|"_s);
    editor.type(u"\""_s);
    EXPECT_EQ(editor.shown(), "a = x\"|") << "behind a name";
    editor.open(u"# it|"_s);
    editor.type(u"(\""_s);
    EXPECT_EQ(editor.shown(), "# it(\"|") << "in a comment";
    editor.open(u"a = \"x|\""_s);
    editor.type(u"("_s);
    EXPECT_EQ(editor.shown(), "a = \"x(|\"") << "in a string";
}

TEST(Typing, ClosesAnInterpolationInAString)
{
    Editor editor;
    editor.type(u"a = \"${var.x"_s);
    EXPECT_EQ(editor.shown(), "a = \"${var.x|}\"");
    editor.type(u"}\""_s);
    EXPECT_EQ(editor.shown(), "a = \"${var.x}\"|");
}

TEST(Typing, BackspaceTakesAnEmptyPairThatWasPutIn)
{
    Editor editor;
    editor.type(u"f(\b"_s);
    EXPECT_EQ(editor.shown(), "f|");
    editor.open(u"f(|)"_s);
    editor.type(u"\b"_s);
    EXPECT_EQ(editor.shown(), "f|)");
}

TEST(Typing, SurroundsTheSelection)
{
    Editor editor(u"a = name"_s);
    editor.select(4, 8);
    editor.type(u"\""_s);
    EXPECT_EQ(editor.text(), "a = \"name\"");
    EXPECT_EQ(editor.editor.selectedText(), u"name"_s);
    editor.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(editor.text(), "a = name");
}

TEST(Typing, EnterBetweenBracesMakesABlock)
{
    Editor editor;
    editor.type(u"locals {\nx = [\n1"_s);
    EXPECT_EQ(editor.shown(), "locals {\n  x = [\n    1|\n  ]\n}");
    editor.press(Qt::Key_Z, Qt::ControlModifier);
    editor.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(editor.shown(), "locals {\n  x = [|]\n}") << "a line break and what it brought are one step";
}

TEST(Typing, KeepsAndLeavesIndentation)
{
    Editor editor(u"resource \"a\" \"b\" {\n  c = 1|\n}"_s);
    editor.type(u"\nd = 2\n}"_s);
    EXPECT_EQ(editor.text(), "resource \"a\" \"b\" {\n  c = 1\n  d = 2\n}\n}");
    editor.open(u"a = {\n  b = 1\n    |"_s);
    editor.type(u"}"_s);
    EXPECT_EQ(editor.shown(), "a = {\n  b = 1\n}|") << "a closing bracket goes where its partner's line begins";
}

TEST(Typing, LeavesNoBlanksOnEmptyLines)
{
    Editor editor(u"a {|\n}"_s);
    editor.type(u"\n\nb"_s);
    EXPECT_EQ(editor.text(), "a {\n\n  b\n}");
}

TEST(Typing, EnterInFrontOfALineMovesItDownAsItIs)
{
    Editor editor(u"a {\n|  b = 1\n}"_s);
    editor.type(u"\n"_s);
    EXPECT_EQ(editor.text(), "a {\n\n  b = 1\n}");
    editor.open(u"a {\n  |b = 1\n}"_s);
    editor.type(u"\n"_s);
    EXPECT_EQ(editor.shown(), "a {\n\n  |b = 1\n}");
}

TEST(Typing, UndoGoesWordByWord)
{
    Editor editor;
    editor.type(u"one two  three"_s);
    editor.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(editor.text(), "one two  ");
    editor.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(editor.text(), "one ");
    editor.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(editor.text(), "");
    editor.press(Qt::Key_Y, Qt::ControlModifier);
    editor.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(editor.text(), "one two  ");
}

TEST(Typing, UndoTellsApartWhatWasTypedAtTwoPlaces)
{
    Editor editor(u"|\n"_s);
    editor.type(u"ab"_s);
    editor.press(Qt::Key_Left);
    editor.press(Qt::Key_Right);
    editor.type(u"cd"_s);
    editor.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(editor.text(), "ab\n");
}

TEST(Typing, TabIndentsLinesAndBacktabTakesItBack)
{
    Editor editor(u"a\n\nb\nc"_s);
    editor.select(0, 5);
    editor.type(u"\t"_s);
    EXPECT_EQ(editor.text(), "  a\n\n  b\nc") << "blank lines and a line only touched at its start stay";
    editor.press(Qt::Key_Backtab, Qt::ShiftModifier);
    EXPECT_EQ(editor.text(), "a\n\nb\nc");
    editor.open(u"a|"_s);
    editor.type(u"\t"_s);
    EXPECT_EQ(editor.text(), "a ") << "to the next stop";
}

TEST(Typing, TabLeavesTheTextWhereThatIsWanted)
{
    Editor editor(u"a|"_s);
    editor.press(Qt::Key_M, Qt::ControlModifier);
    editor.type(u"\t"_s);
    EXPECT_EQ(editor.text(), "a");
    editor.press(Qt::Key_M, Qt::ControlModifier);
    editor.editor.area()->setFocus();
    editor.type(u"\t"_s);
    EXPECT_EQ(editor.text(), "a ");
}

TEST(Typing, BackspaceInIndentationGoesToTheStopBefore)
{
    Editor editor(u"    |a"_s);
    editor.type(u"\b"_s);
    EXPECT_EQ(editor.shown(), "  |a");
}

TEST(Typing, HomeGoesToTheFirstLetterThenToTheStart)
{
    Editor editor(u"  name|"_s);
    editor.press(Qt::Key_Home);
    EXPECT_EQ(editor.shown(), "  |name");
    editor.press(Qt::Key_Home);
    EXPECT_EQ(editor.shown(), "|  name");
    editor.press(Qt::Key_Home, Qt::ShiftModifier);
    EXPECT_EQ(editor.editor.selectedText(), u"  "_s);
}

TEST(Typing, TakesWhatAnInputMethodComposes)
{
    Editor editor(u"# |"_s);
    QInputMethodEvent composing(u"にほ"_s, {{QInputMethodEvent::Cursor, 2, 1, {}}});
    QApplication::sendEvent(editor.editor.area(), &composing);
    EXPECT_EQ(editor.text(), "# ");
    QInputMethodEvent commit;
    commit.setCommitString(u"日本"_s);
    QApplication::sendEvent(editor.editor.area(), &commit);
    EXPECT_EQ(editor.shown(), "# 日本|");
}

TEST(Typing, ReadOnlyTextStays)
{
    Editor editor(u"a|"_s);
    editor.editor.setReadOnly(true);
    editor.type(u"b\n\t\b"_s);
    editor.press(Qt::Key_D, Qt::ControlModifier);
    editor.press(Qt::Key_X, Qt::ControlModifier);
    EXPECT_EQ(editor.text(), "a");
}

} // namespace
