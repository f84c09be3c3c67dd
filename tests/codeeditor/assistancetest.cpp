// SPDX-License-Identifier: MIT
#include "tests/codeeditor/prepared.h"
#include "tests/codeeditor/support.h"
#include "views/controls/codeeditor/codearea.h"

#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QListView>

#include <gtest/gtest.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace drydock::controls;
using drydock::test::Editor;
using drydock::test::PreparedAssistance;

namespace {

struct Completing : ::testing::Test
{
    Completing() { editor.editor.setAssistance(&assistance); }
    ~Completing() override { editor.editor.setAssistance(nullptr); }

    [[nodiscard]] QListView *list()
    {
        auto *found = editor.window.findChild<QListView *>();
        return found && found->isVisible() ? found : nullptr;
    }
    [[nodiscard]] QStringList rows()
    {
        QStringList result;
        for (int row = 0; list() && row < list()->model()->rowCount(); ++row)
            result << list()->model()->index(row, 0).data().toString();
        return result;
    }

    PreparedAssistance assistance;
    Editor editor;
};

TEST_F(Completing, OpensWhileANameIsTypedAndFiltersFuzzily)
{
    assistance.offer({u"resource"_s, u"removed"_s, u"required_providers"_s, u"variable"_s});
    editor.type(u"r"_s);
    EXPECT_EQ(rows().size(), 4) << "r is in variable, too";
    EXPECT_EQ(rows().last(), u"variable"_s);
    editor.type(u"p"_s);
    EXPECT_EQ(rows(), QStringList{u"required_providers"_s});
    editor.type(u"\b"_s);
    EXPECT_EQ(rows().size(), 4);
    editor.type(u"x"_s);
    EXPECT_FALSE(list());
}

TEST_F(Completing, TabTakesTheRowAndEnterOnlyWhatIsMeant)
{
    assistance.offer({u"resource"_s, u"removed"_s});
    editor.type(u"res\t"_s);
    EXPECT_EQ(editor.shown(), "resource|");
    editor.open(u""_s);
    editor.type(u"res\n"_s);
    EXPECT_EQ(editor.shown(), "resource|") << "what is typed begins the row";
    editor.open(u""_s);
    editor.type(u"sou"_s);
    ASSERT_TRUE(list());
    editor.type(u"\n"_s);
    EXPECT_EQ(editor.shown(), "sou\n|") << "a row that was only similar is not forced on anybody";
    editor.open(u""_s);
    editor.type(u"resource\n"_s);
    EXPECT_EQ(editor.shown(), "resource\n|") << "what is already written ends the line";
    editor.open(u""_s);
    editor.type(u"re"_s);
    editor.press(Qt::Key_Down);
    editor.type(u"\n"_s);
    EXPECT_EQ(editor.shown(), "removed|") << "a row that was chosen is meant";
    editor.press(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(editor.text(), "re") << "taking a row is a step of its own";
}

TEST_F(Completing, WithoutAListTabAndEnterAreThemselves)
{
    editor.type(u"x\t\n"_s);
    EXPECT_EQ(editor.text(), "x \n");
}

TEST_F(Completing, OpensOnRequestAndAfterADot)
{
    assistance.offer({u"region"_s, u"stage"_s});
    editor.open(u"a = |"_s);
    editor.press(Qt::Key_Space, Qt::ControlModifier);
    EXPECT_EQ(rows().size(), 2);
    editor.press(Qt::Key_Escape);
    EXPECT_FALSE(list());
    editor.type(u"var."_s);
    EXPECT_EQ(rows().size(), 2);
    editor.type(u"st\t"_s);
    EXPECT_EQ(editor.text(), "a = var.stage");
}

TEST_F(Completing, ClosesWhenTheCursorGoesAway)
{
    assistance.offer({u"resource"_s});
    editor.open(u"|\nb"_s);
    editor.type(u"re"_s);
    ASSERT_TRUE(list());
    editor.press(Qt::Key_Home);
    EXPECT_TRUE(list()) << "still at the word";
    editor.press(Qt::Key_End, Qt::ControlModifier);
    EXPECT_FALSE(list());
}

TEST_F(Completing, DropsAnswersThatComeTooLate)
{
    assistance.offer({u"resource"_s});
    assistance.setDelayed(true);
    editor.type(u"re"_s);
    editor.type(u" "_s);
    assistance.answerAll();
    EXPECT_FALSE(list());
    editor.type(u"r"_s);
    assistance.answerAll();
    EXPECT_TRUE(list());
}

TEST_F(Completing, SaysNothingInComments)
{
    assistance.offer({u"resource"_s});
    editor.type(u"# re"_s);
    EXPECT_EQ(assistance.asked, 0);
}

TEST_F(Completing, WalksThroughTheStopsOfASnippet)
{
    assistance.offerSnippet(u"variable"_s, u"variable \"${1:name}\" {\n  type = ${2:string}\n}$0"_s);
    editor.open(u"  |"_s);
    editor.type(u"var\t"_s);
    EXPECT_EQ(editor.text(), "  variable \"name\" {\n    type = string\n  }");
    EXPECT_EQ(editor.editor.selectedText(), u"name"_s);
    editor.type(u"region\t"_s);
    EXPECT_EQ(editor.editor.selectedText(), u"string"_s);
    editor.press(Qt::Key_Backtab, Qt::ShiftModifier);
    EXPECT_EQ(editor.editor.selectedText(), u"region"_s);
    editor.type(u"\t"_s);
    editor.type(u"number\t"_s);
    EXPECT_EQ(editor.shown(), "  variable \"region\" {\n    type = number\n  }|");
    editor.type(u"\t"_s);
    EXPECT_EQ(editor.text(), "  variable \"region\" {\n    type = number\n  } ") << "the stops are behind";
}

TEST_F(Completing, EscEndsASnippet)
{
    assistance.offerSnippet(u"fn"_s, u"fn($1)$0"_s);
    editor.type(u"fn\t"_s);
    EXPECT_EQ(editor.shown(), "fn(|)");
    editor.press(Qt::Key_Escape);
    editor.type(u"\t"_s);
    EXPECT_NE(editor.shown(), "fn()|");
}

TEST_F(Completing, ShowsParametersOfACallAndFollowsTheCursor)
{
    assistance.signatureLabel = u"join(separator, lists...)"_s;
    editor.type(u"a = join("_s);
    const auto tip = [this]() -> QString {
        for (QLabel *label : editor.window.findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(u"separator"_s))
                return label->text();
        }
        return {};
    };
    EXPECT_TRUE(tip().contains(u">separator</b>"_s)) << tip().toStdString();
    editor.type(u"\",\", "_s);
    EXPECT_TRUE(editor.waitFor([&] { return tip().contains(u">lists...</b>"_s); })) << tip().toStdString();
    assistance.signatureLabel.clear();
    editor.type(u"x)"_s);
    EXPECT_TRUE(editor.waitFor([&] { return tip().isEmpty(); }));
}

TEST_F(Completing, HoverShowsProblemsAndWhatIsKnown)
{
    editor.open(u"a = var.regoin|"_s);
    assistance.hoverMarkdown = u"**region** is a string"_s;
    Diagnostic problem{{4, 14},
                       DiagnosticSeverity::Error,
                       u"There is no variable <regoin>."_s,
                       u"Did you mean region?"_s,
                       u"reference.unknown"_s,
                       DiagnosticTag::None};
    editor.editor.setDiagnostics(editor.editor.revision(), {problem});
    editor.press(Qt::Key_I, Qt::ControlModifier);
    QString shown;
    for (QLabel *label : editor.window.findChildren<QLabel *>()) {
        if (label->isVisible())
            shown += label->text();
    }
    EXPECT_TRUE(shown.contains(u"&lt;regoin&gt;"_s)) << shown.toStdString();
    EXPECT_TRUE(shown.contains(u"Did you mean"_s));
    editor.type(u"x"_s);
    for (QLabel *label : editor.window.findChildren<QLabel *>())
        EXPECT_FALSE(label->isVisible() && label->text().contains(u"regoin"_s));
}

TEST_F(Completing, TellsTheTextAfterAPause)
{
    editor.type(u"abc"_s);
    EXPECT_TRUE(editor.waitFor([this] { return assistance.settled == u"abc"_s; }));
}

TEST(Diagnostics, StayAtTheirPlaceWhileItIsTyped)
{
    Editor editor(u"|a = var.x\nb = 1\n"_s);
    const int revision = editor.editor.revision();
    const Diagnostic first{{4, 9}, DiagnosticSeverity::Error, u"x"_s, {}, {}, DiagnosticTag::None};
    const Diagnostic second{{10, 11}, DiagnosticSeverity::Warning, u"b"_s, {}, {}, DiagnosticTag::None};
    editor.editor.setDiagnostics(revision, {second, first});
    editor.type(u"\nz"_s);
    EXPECT_EQ(editor.editor.diagnostics()[0].range, (TextRange{6, 11}));
    // An answer about the text before those letters lands at the same place.
    editor.editor.setDiagnostics(revision, {first, second});
    EXPECT_EQ(editor.editor.diagnostics()[0].range, (TextRange{6, 11}));
    EXPECT_EQ(editor.editor.diagnostics()[1].range, (TextRange{12, 13}));
    editor.select(6, 11);
    editor.type(u"\b"_s);
    ASSERT_EQ(editor.editor.diagnostics().size(), 1) << "nothing is left of the first";
    editor.press(Qt::Key_F8);
    EXPECT_EQ(editor.editor.place(), (EditorPlace{3, 1}));
    EXPECT_EQ(editor.area().accessibleDescription(), u"b"_s) << "who cannot see squiggles is told";
}

TEST(Diagnostics, OutsideOfTheTextDoNoHarm)
{
    Editor editor(u"a"_s);
    editor.editor.setDiagnostics(editor.editor.revision(),
                                 {{{500, 900}, DiagnosticSeverity::Error, u"x"_s, {}, {}, DiagnosticTag::None},
                                  {{-4, -2}, DiagnosticSeverity::Error, u"y"_s, {}, {}, DiagnosticTag::None},
                                  {{1, 1}, DiagnosticSeverity::Hint, u"z"_s, {}, {}, DiagnosticTag::Unused}});
    QApplication::processEvents();
    editor.press(Qt::Key_F8);
    editor.press(Qt::Key_F8, Qt::ShiftModifier);
    editor.window.grab();
    EXPECT_EQ(editor.text(), "a");
}

TEST_F(Completing, MarksTheNameAtTheCursorUntilItLeavesIt)
{
    auto &area = dynamic_cast<CodeArea &>(editor.area());
    const auto marks = [&area] {
        return std::count_if(area.painted().begin(), area.painted().end(),
                             [](const PaintedRange &one) { return one.role == PaintRole::Occurrence; });
    };
    editor.open(u"abc = 1\nd = a|bc + abc\n"_s);
    ASSERT_TRUE(editor.waitFor([&marks] { return marks() == 3; }));
    editor.press(Qt::Key_Right);
    EXPECT_EQ(marks(), 3) << "still on the name";
    editor.press(Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_EQ(marks(), 0) << "a selection is marked by itself";
    editor.open(u"abc = a|bc\n"_s);
    ASSERT_TRUE(editor.waitFor([&marks] { return marks() == 2; }));
    editor.type(u"x"_s);
    EXPECT_EQ(marks(), 0) << "it is another name now";
    editor.editor.setAssistance(nullptr);
    editor.open(u"abc = a|bc\n"_s);
    EXPECT_EQ(marks(), 0);
}

} // namespace
