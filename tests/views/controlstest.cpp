// SPDX-License-Identifier: MIT
#include "tests/views/support.h"
#include "views/controls/codeview.h"
#include "views/controls/elidedlabel.h"
#include "views/controls/markdownview.h"
#include "views/controls/tableview.h"

#include <QApplication>
#include <QHeaderView>
#include <QStandardItemModel>
#include <QTextBlock>

#include <gtest/gtest.h>

using namespace drydock::controls;
using namespace Qt::StringLiterals;

namespace {

constexpr QStringView source = uR"(# The landing zone's bucket
resource "aws_s3_bucket" "logs" {
  bucket = "logs-${var.stage}"
  tags   = { owner = "platform" }
}
)";

bool isColoured(const QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (!block.layout()->formats().isEmpty())
            return true;
    }
    return false;
}

TEST(CodeView, HighlightsTerraform)
{
    drydock::test::Shell shell;
    CodeView view(shell.theme, shell.syntax);
    view.resize(640, 240);
    view.setCode(source.toString(), u"main.tf"_s);
    QApplication::processEvents();
    EXPECT_TRUE(isColoured(*view.document()));
    view.setCode(u"plain words"_s, u"unknown.zzz"_s);
    QApplication::processEvents();
    EXPECT_FALSE(isColoured(*view.document()));
}

TEST(CodeView, MarksRangesByCodePoints)
{
    drydock::test::Shell shell;
    CodeView view(shell.theme, shell.syntax);
    view.setCode(u"a = \"\U0001F600\"\nb = 2\n"_s, u"main.tf"_s);
    view.setMarks({{1, 6, 1, 7, ColorRole::Mark, Level::High, u"smile"_s}});
    ASSERT_EQ(view.extraSelections().size(), 1);
    EXPECT_EQ(view.extraSelections().first().cursor.selectedText(), u"\U0001F600"_s);
}

TEST(CodeView, MarksOutsideTheTextDoNoHarm)
{
    drydock::test::Shell shell;
    CodeView view(shell.theme, shell.syntax);
    view.setCode(u"one\ntwo"_s, u"x.tf"_s);
    view.setMarks(
        {{900, 900, 901, 4, ColorRole::Mark, Level::Low, {}}, {0, -3, 0, 0, ColorRole::Mark, Level::Low, {}}});
    view.revealLine(5000, 5000);
    EXPECT_EQ(view.textCursor().blockNumber(), 1);
}

TEST(MarkdownView, HighlightsFencedCodeAndAnnouncesLinks)
{
    drydock::test::Shell shell;
    MarkdownView view(shell.theme, shell.syntax);
    view.resize(600, 400);
    view.setArticle(u"# Title\n\nSee [rule](drydock://knowledge/policies/x).\n\n```hcl\n"_s + source.toString() +
                    u"```\n"_s);
    int colours = 0;
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
        if (!block.text().startsWith(u"resource"_s))
            continue;
        for (auto part = block.begin(); !part.atEnd(); ++part)
            colours += part.fragment().charFormat().hasProperty(QTextFormat::ForegroundBrush) ? 1 : 0;
    }
    EXPECT_GT(colours, 1);
    view.setMarkedWords({u"title"_s});
    EXPECT_EQ(view.extraSelections().size(), 1);
    QString target;
    QObject::connect(&view, &MarkdownView::linkActivated, &view, [&target](const QString &link) { target = link; });
    Q_EMIT view.anchorClicked(QUrl(u"drydock://knowledge/policies/x"_s));
    EXPECT_EQ(target, u"drydock://knowledge/policies/x"_s);
}

TEST(TableView, CopiesRowsInThreeFormats)
{
    drydock::test::Shell shell;
    QStandardItemModel model(2, 2);
    model.setHorizontalHeaderLabels({u"Name"_s, u"Note"_s});
    model.setItem(0, 0, new QStandardItem(u"logs"_s));
    model.setItem(0, 1, new QStandardItem(u"says \"hi\" | bye"_s));
    model.setItem(1, 0, new QStandardItem(u"data"_s));
    model.setItem(1, 1, new QStandardItem(u"two\nlines"_s));
    TableView table(shell.theme);
    table.setSortingEnabled(false);
    table.setModel(&model);
    EXPECT_EQ(table.rowsAsText(TableView::CopyFormat::Text),
              u"Name\tNote\nlogs\tsays \"hi\" | bye\ndata\ttwo lines\n"_s);
    table.selectRow(0);
    EXPECT_EQ(table.rowsAsText(TableView::CopyFormat::Csv),
              u"\"Name\",\"Note\"\n\"logs\",\"says \"\"hi\"\" | bye\"\n"_s);
    EXPECT_EQ(table.rowsAsText(TableView::CopyFormat::Markdown),
              u"| Name | Note |\n| --- | --- |\n| logs | says \"hi\" \\| bye |\n"_s);
    table.setColumnHidden(1, true);
    EXPECT_EQ(table.rowsAsText(TableView::CopyFormat::Text), u"Name\nlogs\n"_s);
}

TEST(TableView, KeepsRoomForTheTextsOfItsHeader)
{
    drydock::test::Shell shell;
    QStandardItemModel model(1, 2);
    model.setHorizontalHeaderLabels({u"A name that is longer than the column was meant to be"_s, u"B"_s});
    TableView table(shell.theme);
    table.setModel(&model);
    table.setWidth(0, 40);
    table.setWidth(1, 400);
    const QString name = model.headerData(0, Qt::Horizontal).toString();
    EXPECT_GT(table.columnWidth(0), table.horizontalHeader()->fontMetrics().horizontalAdvance(name));
    EXPECT_EQ(table.columnWidth(1), 400);
}

TEST(ElidedLabel, ShowsTheFullTextInTheToolTip)
{
    drydock::test::Shell shell;
    ElidedLabel label(u"modules/networking/subnets/private/very/long/path/main.tf"_s, Qt::ElideMiddle);
    label.resize(120, 20);
    label.show();
    EXPECT_TRUE(label.text().contains(u'…'));
    EXPECT_EQ(label.toolTip(), label.fullText());
}

} // namespace
