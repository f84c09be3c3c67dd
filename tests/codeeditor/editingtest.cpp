// SPDX-License-Identifier: MIT
#include "tests/codeeditor/support.h"
#include "views/controls/codeeditor/changebars.h"
#include "views/controls/codeeditor/codearea.h"

#include <QApplication>
#include <QClipboard>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace drydock::controls;
using drydock::test::Editor;

namespace {

TEST(Editing, CommentsAndUncommentsLines)
{
    Editor editor(u"a {\n  b = 1\n\n    c = 2\n}"_s);
    editor.select(4, 22);
    editor.press(Qt::Key_Slash, Qt::ControlModifier);
    EXPECT_EQ(editor.text(), "a {\n  # b = 1\n\n  #   c = 2\n}");
    editor.press(Qt::Key_Slash, Qt::ControlModifier);
    EXPECT_EQ(editor.text(), "a {\n  b = 1\n\n    c = 2\n}");
    editor.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(editor.text(), "a {\n  # b = 1\n\n  #   c = 2\n}");
}

TEST(Editing, MovesLinesWithTheirSelection)
{
    Editor editor(u"one\ntwo\nthree"_s);
    editor.select(4, 7);
    editor.press(Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(editor.text(), "two\none\nthree");
    EXPECT_EQ(editor.editor.selectedText(), u"two"_s);
    editor.press(Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(editor.text(), "two\none\nthree") << "nothing above";
    editor.press(Qt::Key_Down, Qt::AltModifier);
    editor.press(Qt::Key_Down, Qt::AltModifier);
    EXPECT_EQ(editor.text(), "one\nthree\ntwo");
    editor.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(editor.text(), "one\ntwo\nthree");
}

TEST(Editing, DuplicatesDeletesAndJoinsLines)
{
    Editor editor(u"a = 1|\nb = 2"_s);
    editor.press(Qt::Key_D, Qt::ControlModifier);
    EXPECT_EQ(editor.shown(), "a = 1\na = 1|\nb = 2");
    editor.press(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(editor.shown(), "a = 1\nb = 2|");
    editor.press(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(editor.shown(), "a = 1|");
    editor.open(u"a = [|\n  1,\n]"_s);
    editor.press(Qt::Key_J, Qt::ControlModifier);
    EXPECT_EQ(editor.text(), "a = [ 1,\n]");
}

TEST(Editing, InsertsLinesAroundTheCursor)
{
    Editor editor(u"a {\n  b| = 1\n}"_s);
    editor.press(Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(editor.shown(), "a {\n  b = 1\n  |\n}");
    editor.press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(editor.shown(), "a {\n  b = 1\n  |\n  \n}");
}

TEST(Editing, CopiesTheLineWithoutASelection)
{
    Editor editor(u"one\ntw|o\nthree"_s);
    editor.press(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(QGuiApplication::clipboard()->text(), u"two\n"_s);
    editor.press(Qt::Key_Down);
    editor.press(Qt::Key_V, Qt::ControlModifier);
    EXPECT_EQ(editor.text(), "one\ntwo\ntwo\nthree");
    editor.open(u"one\ntw|o\nthree"_s);
    editor.press(Qt::Key_X, Qt::ControlModifier);
    EXPECT_EQ(editor.text(), "one\nthree");
}

TEST(Editing, GoesToMatchingBracketsAndSelectsThem)
{
    Editor editor(u"a = |{ b = \"}\" } # }"_s);
    editor.press(Qt::Key_B, Qt::ControlModifier);
    EXPECT_EQ(editor.shown(), "a = { b = \"}\" }| # }") << "brackets in strings and comments count for nothing";
    editor.press(Qt::Key_B, Qt::ControlModifier);
    EXPECT_EQ(editor.shown(), "a = |{ b = \"}\" } # }");
    editor.press(Qt::Key_6, Qt::AltModifier);
    EXPECT_EQ(editor.editor.selectedText(), u"{ b = \"}\" }"_s);
}

TEST(Editing, ReplacesOnlyTheLinesThatDiffer)
{
    Editor editor(u"a  = 1\nkeep = 2|\nb=3\n"_s);
    editor.editor.setDiagnostics(editor.editor.revision(),
                                 {{{7, 11}, DiagnosticSeverity::Warning, u"unused"_s, {}, {}, DiagnosticTag::None}});
    editor.editor.replaceText(u"a = 1\nkeep = 2\nb = 3\nc = 4\n"_s);
    EXPECT_EQ(editor.shown(), "a = 1\nkeep = 2|\nb = 3\nc = 4\n");
    editor.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(editor.text(), "a  = 1\nkeep = 2\nb=3\n") << "one step";
}

TEST(Editing, ReplacesWholeTextsOfAnyShape)
{
    Editor editor;
    const QStringList texts{u""_s,       u"a"_s,         u"a\n"_s,     u"\n"_s, u"a\nb"_s,
                            u"b\na\n"_s, u"\n\na\n\n"_s, u"a\nb\nc"_s, u"c"_s,  u"x\ny\na\nb\nc\n"_s};
    for (const QString &before : texts) {
        for (const QString &after : texts) {
            editor.editor.open(before, u"x.tf"_s);
            editor.editor.replaceText(after);
            EXPECT_EQ(editor.editor.text(), after) << before.toStdString() << " -> " << after.toStdString();
        }
    }
}

TEST(Editing, RefusesChangesOfAnOlderText)
{
    Editor editor(u"abc|"_s);
    const int revision = editor.editor.revision();
    editor.type(u"d"_s);
    EXPECT_FALSE(editor.editor.applyChanges(revision, {{{0, 1}, u"X"_s}}));
    EXPECT_TRUE(editor.editor.applyChanges(editor.editor.revision(), {{{0, 1}, u"X"_s}, {{3, 4}, u"Y"_s}}));
    EXPECT_EQ(editor.text(), "XbcY");
}

TEST(Editing, KnowsWhetherItIsModified)
{
    Editor editor(u"a|"_s);
    QList<bool> told;
    QObject::connect(&editor.editor, &CodeEditor::modifiedChanged, &editor.editor,
                     [&told](bool modified) { told << modified; });
    editor.type(u"b"_s);
    EXPECT_TRUE(editor.editor.isModified());
    editor.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_FALSE(editor.editor.isModified());
    editor.type(u"c"_s);
    editor.editor.markSaved();
    editor.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_TRUE(editor.editor.isModified()) << "undone behind what was saved";
    EXPECT_EQ(told, (QList<bool>{true, false, true, false, true}));
    editor.editor.openUnsaved(u"new"_s, u"old"_s, u"main.tf"_s);
    EXPECT_TRUE(editor.editor.isModified());
}

TEST(Editing, KeepsNoBreakSpacesAndEmoji)
{
    const QString text = u"a = \"x\u00a0y \U0001F600\"\n"_s;
    Editor editor;
    editor.editor.open(text, u"main.tf"_s);
    EXPECT_EQ(editor.editor.text(), text);
    editor.editor.goTo({1, 11});
    EXPECT_EQ(editor.editor.position(), 11) << "the smile is one column and two units";
    EXPECT_EQ(editor.editor.place(), (EditorPlace{1, 11}));
}

TEST(Editing, MarksChangedLinesAgainstTheSavedText)
{
    Editor editor(u"a\nb\nc\nd\n"_s);
    auto &bars = static_cast<CodeArea *>(editor.editor.area())->changeBars();
    editor.editor.applyChanges(editor.editor.revision(), {{{2, 3}, u"B"_s}, {{4, 6}, u""_s}, {{8, 8}, u"e\n"_s}});
    bars.update();
    const QList<ChangeBar> expected{{1, 1, LineChange::Changed}, {3, 3, LineChange::Added}};
    ASSERT_EQ(editor.text(), "a\nB\nd\ne\n");
    EXPECT_EQ(bars.bars(), expected);
    editor.editor.markSaved();
    EXPECT_TRUE(bars.bars().isEmpty());
    editor.editor.goTo({2, 1});
    editor.press(Qt::Key_Delete, Qt::ControlModifier | Qt::ShiftModifier);
    bars.update();
    EXPECT_EQ(bars.bars(), (QList<ChangeBar>{{0, 0, LineChange::RemovedBelow}}));
}

TEST(Editing, KeysOfTheEditorComeBeforeThoseOfTheWindow)
{
    Editor editor(u"a|"_s);
    QAction outer;
    outer.setShortcut(Qt::CTRL | Qt::Key_D);
    editor.window.addAction(&outer);
    int triggered = 0;
    QObject::connect(&outer, &QAction::triggered, &editor.window, [&triggered] { ++triggered; });
    editor.press(Qt::Key_D, Qt::ControlModifier);
    EXPECT_EQ(triggered, 0);
    EXPECT_EQ(editor.text(), "a\na");
}

TEST(Editing, HandsOnWhatConcernsMoreThanTheText)
{
    Editor editor(u"a = var.region|"_s);
    QList<EditorCommand> commands;
    QObject::connect(&editor.editor, &CodeEditor::commandRequested, &editor.editor,
                     [&commands](EditorCommand command, int) { commands << command; });
    editor.press(Qt::Key_F12);
    editor.press(Qt::Key_F2);
    EXPECT_EQ(commands, (QList<EditorCommand>{EditorCommand::GoToDefinition, EditorCommand::Rename}));
    EXPECT_EQ(editor.editor.wordAtCursor(), u"region"_s);
}

TEST(Editing, EveryCommandRunsInAnyText)
{
    for (const QString &text : {u""_s, u"|a = {\n  b = 1\n}\n"_s, u"# x\n|"_s}) {
        Editor editor(text);
        for (const EditorCommandInfo &info : editorCommands()) {
            EXPECT_FALSE(info.title.isEmpty());
            if (info.command != EditorCommand::QuickFix)
                editor.editor.run(info.command);
        }
        editor.editor.run(EditorCommand::Undo);
    }
}

} // namespace
