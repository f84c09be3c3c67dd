// SPDX-License-Identifier: MIT
#include "views/controls/codeeditor/findbar.h"

#include "tests/codeeditor/support.h"
#include "views/controls/codeeditor/textsearch.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBlock>

#include <gtest/gtest.h>

using namespace Qt::StringLiterals;
using namespace drydock::controls;
using drydock::test::Editor;

namespace {

QLineEdit &field(Editor &editor, const QString &name)
{
    for (QLineEdit *one : editor.editor.findChildren<QLineEdit *>()) {
        if (one->accessibleName() == name)
            return *one;
    }
    throw std::runtime_error("no such field");
}

FindBar &bar(Editor &editor)
{
    return *editor.editor.findChild<FindBar *>();
}

QString count(Editor &editor)
{
    return bar(editor).findChild<QLabel *>()->text();
}

TEST(FindBar, GoesThroughTheHitsAndAround)
{
    Editor editor(u"var.a\nVar.b\nlocal\nvar.c"_s);
    editor.press(Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(&field(editor, u"Find"_s), u"var"_s);
    EXPECT_EQ(editor.editor.place(), (EditorPlace{1, 4}));
    EXPECT_EQ(count(editor), u"1 of 3"_s);
    QTest::keyClick(&field(editor, u"Find"_s), Qt::Key_Return);
    EXPECT_EQ(editor.editor.place(), (EditorPlace{2, 4}));
    QTest::keyClick(&field(editor, u"Find"_s), Qt::Key_Return);
    QTest::keyClick(&field(editor, u"Find"_s), Qt::Key_Return);
    EXPECT_EQ(editor.editor.place(), (EditorPlace{1, 4})) << "around the end";
    QTest::keyClick(&field(editor, u"Find"_s), Qt::Key_Return, Qt::ShiftModifier);
    EXPECT_EQ(editor.editor.place(), (EditorPlace{4, 4}));
    QTest::keyClick(&field(editor, u"Find"_s), Qt::Key_Escape);
    EXPECT_FALSE(bar(editor).isVisible());
    EXPECT_EQ(editor.editor.selectedText(), u"var"_s);
    editor.press(Qt::Key_F3);
    EXPECT_EQ(editor.editor.place(), (EditorPlace{1, 4})) << "F3 goes on without the bar";
}

TEST(FindBar, TakesTheSelectionAsItsQuery)
{
    Editor editor(u"alpha beta alpha"_s);
    editor.select(0, 5);
    editor.press(Qt::Key_F, Qt::ControlModifier);
    EXPECT_EQ(field(editor, u"Find"_s).text(), u"alpha"_s);
    EXPECT_EQ(count(editor), u"1 of 2"_s);
}

TEST(FindBar, ReplacesOneAndAll)
{
    Editor editor(u"|a1 a2 b a3"_s);
    editor.press(Qt::Key_H, Qt::ControlModifier);
    bar(editor).setQuery({u"a(\\d)"_s, Qt::CaseSensitive, WordMatch::Anywhere, SearchSyntax::Pattern});
    field(editor, u"Replace with"_s).setText(u"c\\1\\n"_s);
    bar(editor).replaceOne();
    EXPECT_EQ(editor.text(), "c1\n a2 b a3");
    bar(editor).replaceAll();
    EXPECT_EQ(editor.text(), "c1\n c2\n b c3\n");
    EXPECT_EQ(count(editor), u"2 replaced"_s);
    editor.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(editor.text(), "c1\n a2 b a3") << "all at once";
}

TEST(FindBar, SaysWhatIsWrongWithAPattern)
{
    Editor editor(u"a"_s);
    editor.press(Qt::Key_F, Qt::ControlModifier);
    bar(editor).setQuery({u"("_s, Qt::CaseSensitive, WordMatch::Anywhere, SearchSyntax::Pattern});
    EXPECT_EQ(count(editor), u"Not a pattern"_s);
    EXPECT_FALSE(field(editor, u"Find"_s).toolTip().isEmpty());
}

TEST(FindBar, FindsInsideFolds)
{
    Editor editor(u"a {\n  needle = 1\n}\n"_s);
    editor.editor.run(EditorCommand::FoldAll);
    editor.editor.find(u"needle"_s);
    bar(editor).next();
    EXPECT_EQ(editor.editor.place().line, 2);
    EXPECT_TRUE(editor.area().textCursor().block().isVisible());
}

TEST(TextSearch, KnowsWordsCasesAndEmptyHits)
{
    const QString text = u"Name name_x name\nnaïve"_s;
    const auto hits = [&text](const SearchQuery &query) { return TextSearch(query).hits(text).size(); };
    EXPECT_EQ(hits({u"name"_s}), 3);
    EXPECT_EQ(hits({u"name"_s, Qt::CaseSensitive}), 2);
    EXPECT_EQ(hits({u"name"_s, Qt::CaseInsensitive, WordMatch::Whole}), 2);
    EXPECT_EQ(hits({u"na"_s, Qt::CaseInsensitive, WordMatch::Whole}), 0) << "letters with marks belong to words";
    EXPECT_EQ(hits({u"x*"_s, Qt::CaseSensitive, WordMatch::Anywhere, SearchSyntax::Pattern}), 1);
    EXPECT_EQ(hits({u"^na"_s, Qt::CaseSensitive, WordMatch::Anywhere, SearchSyntax::Pattern}), 1);
    EXPECT_EQ(hits({u"."_s}), 0);
}

TEST(GoToLine, FollowsTheNumberAndGoesBackOnEsc)
{
    Editor editor(u"a\nb\nc\nd|\ne"_s);
    editor.press(Qt::Key_G, Qt::ControlModifier);
    QTest::keyClicks(&field(editor, u"Go to line"_s), u"2:9"_s);
    EXPECT_EQ(editor.editor.place(), (EditorPlace{2, 2}));
    QTest::keyClick(&field(editor, u"Go to line"_s), Qt::Key_Escape);
    EXPECT_EQ(editor.editor.place(), (EditorPlace{4, 2}));
    editor.press(Qt::Key_G, Qt::ControlModifier);
    QTest::keyClicks(&field(editor, u"Go to line"_s), u"99999"_s);
    QTest::keyClick(&field(editor, u"Go to line"_s), Qt::Key_Return);
    EXPECT_EQ(editor.editor.place().line, 5);
}

} // namespace
