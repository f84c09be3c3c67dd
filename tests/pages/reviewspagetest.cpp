// SPDX-License-Identifier: MIT
#include "views/reviews/reviewspage.h"

#include "core/base/filereader.h"
#include "core/policy/ruleset.h"
#include "core/report/format.h"
#include "tests/pages/workspace.h"
#include "views/controls/codeview.h"
#include "views/controls/searchfield.h"
#include "views/models/findingmodel.h"
#include "views/reviews/findingdetail.h"
#include "views/reviews/findinglist.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace drydock;
using namespace Qt::StringLiterals;
using testing::HasSubstr;

namespace {

class ReviewsPageTest : public testing::Test
{
protected:
    void open(const shell::Link &link = {})
    {
        shell.project.set(QString::fromStdString(workspace.project.slug), u"Landing zone"_s);
        widget = page.widget();
        widget->resize(1280, 800);
        widget->show();
        widget->setFocus();
        page.open(link);
        settle();
    }

    void settle() { EXPECT_TRUE(test::waitForTasks(shell.tasks)); }

    [[nodiscard]] reviews::FindingList *list() const { return widget->findChild<reviews::FindingList *>(); }
    [[nodiscard]] reviews::FindingDetail *detail() const { return widget->findChild<reviews::FindingDetail *>(); }
    [[nodiscard]] QTreeView *tree() const { return widget->findChild<QTreeView *>(u"findings"_s); }
    void trigger(const QString &actionId)
    {
        for (QAction *action : page.actions()) {
            if (action->objectName() == actionId)
                action->trigger();
        }
        settle();
    }

    void TearDown() override { delete widget; }

    test::Workspace workspace;
    test::Shell shell;
    reviews::ReviewsPage page{shell.context, *workspace.services};
    QWidget *widget = nullptr;
};

} // namespace

TEST_F(ReviewsPageTest, EmptyStatesSayWhatToDo)
{
    widget = page.widget();
    widget->resize(1280, 800);
    widget->show();
    settle();
    EXPECT_THAT(test::shownText(*widget), HasSubstr("Open a project, or drop a folder here to review it."));
    test::savePictures(shell, *widget, u"reviews-no-project"_s);
    open();
    EXPECT_THAT(test::shownText(*widget), HasSubstr("Nothing in this project was reviewed yet."));
    test::savePictures(shell, *widget, u"reviews-empty"_s);
    EXPECT_EQ(list()->current(), nullptr);
}

TEST_F(ReviewsPageTest, ShowsTheNewestRunAndItsFindings)
{
    workspace.store(workspace.findings());
    open();
    ASSERT_NE(list()->current(), nullptr);
    EXPECT_EQ(list()->current()->severity, policy::Severity::Critical);
    ASSERT_NE(detail()->material(), nullptr);
    EXPECT_TRUE(detail()->material()->source.has_value());
    EXPECT_EQ(page.trail(), QStringList{u"Run 1"_s});
    auto *code = detail()->findChild<controls::CodeView *>();
    EXPECT_TRUE(code->toPlainText().contains(u"resource"_s));
    test::savePictures(shell, *widget, u"reviews-few"_s);
    trigger(u"reviews.fix"_s);
    test::savePictures(shell, *widget, u"reviews-fix"_s);
}

TEST_F(ReviewsPageTest, KeysMoveThroughTheFindings)
{
    workspace.store(workspace.findings());
    open();
    const std::string first = list()->current()->fingerprint;
    QTest::keyClick(tree(), Qt::Key_J);
    settle();
    const std::string second = list()->current()->fingerprint;
    EXPECT_NE(first, second);
    QTest::keyClick(tree(), Qt::Key_K);
    settle();
    EXPECT_EQ(list()->current()->fingerprint, first);
    QTest::keyClick(tree(), Qt::Key_Slash);
    EXPECT_NE(qobject_cast<QLineEdit *>(QApplication::focusWidget()), nullptr);
}

TEST_F(ReviewsPageTest, ALinkLeadsToTheFinding)
{
    const policy::ReviewResult result = workspace.findings();
    const project::Run older = workspace.store(result);
    workspace.store(result);
    const policy::Finding &wanted = result.findings[5];
    open({u"reviews"_s,
          QString::fromStdString(older.id),
          {},
          {{u"finding"_s, QString::fromStdString(wanted.fingerprint)}}});
    ASSERT_NE(list()->current(), nullptr);
    EXPECT_EQ(list()->current()->fingerprint, wanted.fingerprint);
    EXPECT_EQ(page.location().id, QString::fromStdString(older.id));
}

TEST_F(ReviewsPageTest, ExportsEveryFormat)
{
    workspace.store(workspace.findings());
    open();
    const QString file = workspace.folder.filePath(u"report.json"_s);
    shell.dialogs.saves = {file};
    for (QAction *action : page.actions()) {
        if (!action->menu())
            continue;
        for (QAction *entry : action->menu()->actions()) {
            if (entry->text().startsWith(u"JSON"_s))
                entry->trigger();
        }
    }
    settle();
    const auto text = readFile(file.toStdString());
    ASSERT_TRUE(text.has_value());
    const auto review = report::readJson(*text);
    ASSERT_TRUE(review.has_value());
    EXPECT_EQ(review->findings.size(), list()->review()->findings.size());
}

TEST_F(ReviewsPageTest, AppliesAFixToTheFile)
{
    workspace.store(workspace.findings());
    open();
    ASSERT_TRUE(list()->current()->fix.has_value());
    const std::string file = list()->current()->range.file;
    widget->findChild<QPushButton *>(u"applyFix"_s)->click();
    settle();
    EXPECT_NE(readFile(workspace.root() / file)->find("prevent_destroy = true"), std::string::npos);
}

TEST_F(ReviewsPageTest, AWaiverIsAddedBesideTheComments)
{
    workspace.store(workspace.findings());
    open();
    const std::string before = readFile(workspace.root() / "tfreview.yaml").value_or("");
    trigger(u"reviews.waive"_s);
    auto *dialog = widget->findChild<QDialog *>(u"waiverDialog"_s);
    ASSERT_NE(dialog, nullptr);
    auto *accept = dialog->findChild<QPushButton *>(u"waiverAccept"_s);
    EXPECT_FALSE(accept->isEnabled());
    dialog->findChild<QPlainTextEdit *>(u"waiverReason"_s)->setPlainText(u"Migration ends in spring: see plan"_s);
    EXPECT_TRUE(accept->isEnabled());
    test::savePicture(*dialog, u"reviews-waiver-light"_s);
    accept->click();
    settle();
    const std::string after = readFile(workspace.root() / "tfreview.yaml").value_or("");
    EXPECT_TRUE(after.starts_with(before)) << after;
    EXPECT_NE(after.find("reason: \"Migration ends in spring: see plan\""), std::string::npos) << after;
}

TEST_F(ReviewsPageTest, ReviewsWithTheShippedRules)
{
    if (!policy::RuleSet::shipped())
        GTEST_SKIP() << "rules.json was not built (target drydock_rules)";
    open();
    trigger(u"reviews.run"_s);
    settle();
    ASSERT_NE(list()->review(), nullptr);
    EXPECT_GT(list()->review()->findings.size(), 5U) << "the demo project has real mistakes";
    ASSERT_NE(list()->current(), nullptr);
    EXPECT_TRUE(detail()->material()->article.has_value());
    test::savePictures(shell, *widget, u"reviews-demo"_s);
    trigger(u"reviews.fix"_s);
    test::savePictures(shell, *widget, u"reviews-demo-fix"_s);
}

TEST_F(ReviewsPageTest, AHundredThousandFindings)
{
    workspace.store(workspace.findings(100'000));
    open();
    const auto *model = qobject_cast<models::FindingModel *>(tree()->model());
    const std::size_t all = model->arrangement().shown;
    EXPECT_GT(all, 80'000U);
    list()->findChild<controls::SearchField *>()->setText(u"copy99"_s);
    ASSERT_TRUE(test::waitFor([model] { return model->arrangement().shown < 2'000; }));
    EXPECT_GT(model->arrangement().shown, 500U) << "copy99, copy990 to copy9999, copy99000 to copy99999";
    list()->clearFilters();
    ASSERT_TRUE(test::waitFor([model, all] { return model->arrangement().shown == all; }));
    test::savePictures(shell, *widget, u"reviews-many"_s);
}
