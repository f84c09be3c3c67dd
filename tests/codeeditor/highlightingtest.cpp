// SPDX-License-Identifier: MIT
#include "tests/codeeditor/support.h"
#include "views/controls/codeeditor/codearea.h"
#include "views/controls/codeeditor/highlighter.h"

#include <QTextBlock>
#include <QTextLayout>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace drydock::controls;
using drydock::test::Editor;

namespace {

Highlighter &highlighterOf(Editor &editor)
{
    return static_cast<CodeArea *>(editor.editor.area())->highlighter();
}

QColor colourAt(Editor &editor, int line, int column)
{
    const QTextBlock block = editor.area().document()->findBlockByNumber(line);
    for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
        if (column >= range.start && column < range.start + range.length)
            return range.format.foreground().color();
    }
    return {};
}

QString manyLines(int count)
{
    QString text;
    for (int index = 0; index < count / 5; ++index)
        text +=
            u"resource \"aws_instance\" \"web%1\" {\n  ami  = \"ami-%1\"\n  tags = { name = var.name }\n}\n\n"_s.arg(
                index);
    return text;
}

TEST(Highlighting, ColoursALineBeforeItIsPainted)
{
    Editor editor;
    editor.type(u"a = true"_s);
    EXPECT_TRUE(colourAt(editor, 0, 4).isValid());
    EXPECT_NE(colourAt(editor, 0, 4), colourAt(editor, 0, 0));
}

TEST(Highlighting, AnOpenedCommentReachesTheEndOfALongFile)
{
    Editor editor(manyLines(20'000));
    Highlighter &highlighter = highlighterOf(editor);
    highlighter.finish();
    const int last = editor.area().blockCount() - 6;
    const QColor plain = colourAt(editor, last, 3);
    editor.select(0, 0);
    editor.type(u"/*"_s);
    EXPECT_FALSE(highlighter.isIdle()) << "one key press must not colour 20,000 lines";
    ASSERT_TRUE(editor.waitFor([&] { return highlighter.isIdle(); }));
    const QColor comment = colourAt(editor, last, 3);
    EXPECT_NE(comment, plain);
    EXPECT_EQ(comment, colourAt(editor, 0, 0));
    // Taking it back while the colours are still flowing ends as before.
    editor.press(Qt::Key_Z, Qt::ControlModifier);
    editor.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    editor.press(Qt::Key_Z, Qt::ControlModifier);
    ASSERT_TRUE(editor.waitFor([&] { return highlighter.isIdle(); }));
    EXPECT_EQ(colourAt(editor, last, 3), plain);
}

TEST(Highlighting, EditsWhileColoursAreFlowingLeaveNoLineBehind)
{
    const QString text = manyLines(5'000);
    Editor editor(text);
    Highlighter &highlighter = highlighterOf(editor);
    // The file is still being coloured when it is edited at several places.
    editor.select(10'000, 10'000);
    editor.type(u"\n/* x */\n"_s);
    editor.select(200, 4'000);
    editor.type(u"\b"_s);
    editor.select(20'000, 20'000);
    editor.editor.applyChanges(editor.editor.revision(), {{{30'000, 30'000}, manyLines(500)}});
    highlighter.finish();

    Editor fresh(editor.editor.text());
    highlighterOf(fresh).finish();
    QTextBlock other = fresh.area().document()->firstBlock();
    for (QTextBlock block = editor.area().document()->firstBlock(); block.isValid();
         block = block.next(), other = other.next())
        ASSERT_EQ(block.layout()->formats(), other.layout()->formats()) << block.blockNumber();
}

TEST(Highlighting, FollowsTheThemeAndTheFileName)
{
    Editor editor(u"a = true\n"_s);
    const QColor light = colourAt(editor, 0, 4);
    editor.theme.setMode(ThemeMode::Dark);
    EXPECT_NE(colourAt(editor, 0, 4), light);
    editor.editor.setFileName(u"notes.unknownext"_s);
    EXPECT_FALSE(colourAt(editor, 0, 4).isValid());
    editor.editor.setFileName(u"main.tf"_s);
    EXPECT_TRUE(colourAt(editor, 0, 4).isValid());
}

TEST(Highlighting, ALineOfAMegabyteDoesNoHarm)
{
    Editor editor;
    editor.editor.open(u"{\"a\": \""_s + QString(1'000'000, u'x') + u"\"}\n"_s, u"x.tf.json"_s);
    editor.editor.goTo({1, 500'000});
    editor.type(u"y"_s);
    EXPECT_EQ(editor.editor.place().column, 500'001);
}

} // namespace
