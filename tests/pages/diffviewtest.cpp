// SPDX-License-Identifier: MIT
#include "views/controls/diffview.h"

#include "core/base/filereader.h"
#include "tests/pages/workspace.h"
#include "views/controls/diffpane.h"

#include <QApplication>
#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>
#include <QToolButton>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::controls;
using namespace Qt::StringLiterals;

namespace {

std::string numbered(int lines)
{
    std::string text;
    for (int i = 1; i <= lines; ++i)
        text += "  setting_" + std::to_string(i) + " = " + std::to_string(i * 7) + "\n";
    return text;
}

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    return text.replace(text.find(from), from.size(), to);
}

struct Shown
{
    explicit Shown(const std::string &before, const std::string &after)
    {
        view.resize(1280, 800);
        QSignalSpy spy(&view, &DiffView::shown);
        view.setTexts(u"v1"_s, before, u"v2"_s, after, u"main.tf"_s);
        EXPECT_TRUE(test::waitFor([&spy] { return !spy.isEmpty(); }));
        view.show();
        QApplication::processEvents();
    }

    QList<DiffPane *> visiblePanes()
    {
        QList<DiffPane *> panes;
        for (DiffPane *pane : view.findChildren<DiffPane *>()) {
            if (pane->isVisible())
                panes << pane;
        }
        return panes;
    }

    test::Shell shell;
    DiffView view{shell.theme, shell.syntax};
};

int visibleBlocks(const DiffPane &pane)
{
    int count = 0;
    for (QTextBlock block = pane.document()->firstBlock(); block.isValid(); block = block.next())
        count += block.isVisible() ? 1 : 0;
    return count;
}

} // namespace

TEST(DiffViewTest, FoldsWhatDidNotChangeAndOpensIt)
{
    const std::string before = numbered(100);
    Shown shown(before, replaced(before, "setting_50 = 350", "setting_50 = 351"));
    const QList<DiffPane *> panes = shown.visiblePanes();
    ASSERT_EQ(panes.size(), 2);
    EXPECT_EQ(panes[0]->document()->blockCount(), panes[1]->document()->blockCount());
    EXPECT_EQ(visibleBlocks(*panes[0]), 9) << "7 lines around the change and 2 folds";
    EXPECT_EQ(shown.view.content().changes, 1);
    Q_EMIT panes[0]->foldClicked(0);
    EXPECT_EQ(visibleBlocks(*panes[0]), 8 + 46);
    EXPECT_EQ(visibleBlocks(*panes[1]), 8 + 46);
}

TEST(DiffViewTest, KeysGoFromChangeToChangeAndAround)
{
    const std::string before = numbered(200);
    std::string after = replaced(before, "setting_20 =", "renamed_20 =");
    after = replaced(after, "setting_150 =", "renamed_150 =");
    Shown shown(before, after);
    EXPECT_EQ(shown.view.content().changes, 2);
    EXPECT_EQ(shown.view.currentChange(), 0);
    QTest::keyClick(shown.visiblePanes()[0], Qt::Key_F7);
    EXPECT_EQ(shown.view.currentChange(), 1);
    QTest::keyClick(shown.visiblePanes()[0], Qt::Key_F7);
    EXPECT_EQ(shown.view.currentChange(), 0);
    QTest::keyClick(shown.visiblePanes()[0], Qt::Key_F7, Qt::ShiftModifier);
    EXPECT_EQ(shown.view.currentChange(), 1);
}

TEST(DiffViewTest, PanesScrollTogether)
{
    const std::string before = numbered(500);
    std::string after = before;
    for (const char *line : {"setting_10 =", "setting_200 =", "setting_400 ="})
        after = replaced(after, line, std::string("x") + line);
    Shown shown(before, after);
    const QList<DiffPane *> panes = shown.visiblePanes();
    for (QToolButton *button : shown.view.findChildren<QToolButton *>()) {
        if (button->text() == u"Fold"_s)
            button->click();
    }
    panes[1]->verticalScrollBar()->setValue(120);
    EXPECT_EQ(panes[0]->verticalScrollBar()->value(), 120);
}

TEST(DiffViewTest, CopiesTextWithoutFillersAndFolds)
{
    Shown shown("a = 1\nb = 2\nd = 4\n", "a = 1\nb = 2\nc = 3\nd = 4\n");
    DiffPane *left = nullptr;
    for (DiffPane *pane : shown.visiblePanes()) {
        if (pane->accessibleName().endsWith(u"v1"_s))
            left = pane;
    }
    ASSERT_NE(left, nullptr);
    left->selectAll();
    left->copy();
    EXPECT_EQ(QApplication::clipboard()->text(), u"a = 1\nb = 2\nd = 4"_s);
}

TEST(DiffViewTest, SaysWhenThereIsNothingToShow)
{
    Shown same("a\n", "a\n");
    EXPECT_TRUE(same.visiblePanes().isEmpty());
    Shown binary(std::string("a\0b", 3), "a\n");
    EXPECT_TRUE(binary.visiblePanes().isEmpty());
    EXPECT_TRUE(binary.view.content().binary);
}

TEST(DiffViewTest, TenThousandLinesAndPictures)
{
    std::string before = numbered(10'000);
    std::string after = before;
    for (int i = 100; i < 10'000; i += 250)
        after = replaced(after, "setting_" + std::to_string(i) + " =", "option_" + std::to_string(i) + " = 1 +");
    Shown large(before, after);
    EXPECT_EQ(large.view.content().changes, 40);
    EXPECT_EQ(large.visiblePanes().size(), 2);

    const std::filesystem::path demo = std::filesystem::path(DRYDOCK_SOURCE_DIR) / "resources/demo/landing-zone";
    const std::string file = readFile(demo / "main.tf").value_or(numbered(80));
    std::string changed = file;
    for (std::size_t at = changed.find(" = "), i = 0; at != std::string::npos && i < 40;
         at = changed.find(" = ", at + 4), ++i) {
        if (i % 6 == 2)
            changed.insert(at + 3, "var.other_");
    }
    changed += "\nresource \"aws_s3_bucket\" \"added\" {\n  bucket = \"added\"\n}\n";
    Shown real(file, changed);
    test::savePictures(real.shell, real.view, u"diff-side-by-side"_s);
    real.view.setLayoutMode(DiffView::Layout::Inline);
    EXPECT_EQ(real.visiblePanes().size(), 1);
    test::savePictures(real.shell, real.view, u"diff-inline"_s);
}
