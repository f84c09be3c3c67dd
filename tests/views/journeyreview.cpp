// SPDX-License-Identifier: MIT
// Reviews: filter, walk, fix, waive and export, with the keys that the page offers.
#include "core/base/filereader.h"
#include "core/report/format.h"
#include "tests/views/journey.h"
#include "views/controls/diffview.h"
#include "views/models/findingmodel.h"
#include "views/models/text.h"
#include "views/reviews/findingdetail.h"
#include "views/reviews/findinglist.h"
#include "views/reviews/reviewspage.h"
#include "views/shell/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using drydock::shell::Link;

namespace drydock::test {

static const QString project = u"landing-zone"_s;

static reviews::FindingList *listOf(Journey &journey)
{
    return journey.find<reviews::FindingList>();
}

static std::size_t shownIn(const reviews::FindingList &list)
{
    const auto *tree = list.findChild<QTreeView *>(u"findings"_s);
    return qobject_cast<const models::FindingModel *>(tree->model())->arrangement().shown;
}

static const policy::Finding *findingOf(const reviews::FindingList &list, const std::string &fingerprint)
{
    const auto &all = list.review()->findings;
    const auto found = std::find_if(all.begin(), all.end(), [&fingerprint](const policy::Finding &finding) {
        return finding.fingerprint == fingerprint;
    });
    return found == all.end() ? nullptr : &*found;
}

/// Presses J until a finding fits.
static bool walkTo(Journey &journey, reviews::FindingList &list,
                   const std::function<bool(const policy::Finding &)> &fits)
{
    list.setFocus();
    for (std::size_t step = 0; step <= list.review()->findings.size(); ++step) {
        if (list.current() && fits(*list.current()))
            return true;
        journey.press(Qt::Key_J);
    }
    return false;
}

/// Waits for the review that `act` starts.
static void awaitNextReview(Journey &journey, reviews::FindingList &list, const std::function<void()> &act)
{
    const models::Review before = list.review();
    act();
    ASSERT_TRUE(waitFor([&list, &before] { return list.review() && list.review() != before; }))
        << journey.lastNews().toStdString();
    journey.settle();
}

void reviewTheDemo(Journey &journey)
{
    journey.picture(u"hub-summary-new"_s);
    journey.go(Link{u"configurations"_s, {}, project, {}});
    journey.picture(u"configurations"_s);
    journey.go(Link{u"reviews"_s, {}, project, {{u"start"_s, u"1"_s}}});
    journey.picture(u"reviews"_s);
    const auto tiles = journey.bench->services().projects().tiles();
    ASSERT_TRUE(tiles);
    for (const project::ProjectTile &tile : *tiles) {
        EXPECT_TRUE(tile.project.slug != "landing-zone" || tile.open.total() > 0) << journey.lastNews().toStdString();
    }

    reviews::FindingList *list = listOf(journey);
    ASSERT_TRUE(list && list->review());
    const std::size_t all = list->review()->findings.size();
    ASSERT_GT(all, 5U) << "the demo project has real mistakes";
    list->setFocus();
    journey.press(Qt::Key_Slash);
    ASSERT_NE(qobject_cast<QLineEdit *>(QApplication::focusWidget()), nullptr);
    journey.type(u"s3"_s);
    ASSERT_TRUE(waitFor([list, all] { return shownIn(*list) > 0 && shownIn(*list) < all; }));
    journey.picture(u"reviews-filtered"_s);
    journey.press(Qt::Key_Escape);
    ASSERT_TRUE(waitFor([list, all] { return shownIn(*list) == all; }));

    list->setFocus();
    const std::string first = list->current() ? list->current()->fingerprint : std::string();
    journey.press(Qt::Key_J);
    ASSERT_NE(list->current(), nullptr);
    const std::string second = list->current()->fingerprint;
    EXPECT_NE(second, first);
    journey.press(Qt::Key_K);
    EXPECT_EQ(list->current()->fingerprint, first);
}

void fixAFinding(Journey &journey)
{
    reviews::FindingList *list = listOf(journey);
    ASSERT_NE(list, nullptr);
    ASSERT_TRUE(walkTo(journey, *list, [](const policy::Finding &finding) {
        return finding.fix.has_value() && finding.status == policy::FindingStatus::Open;
    }));
    const policy::Finding wanted = *list->current();
    const std::size_t before = list->review()->findings.size();
    const auto root = journey.bench->services().projects().find("landing-zone")->root;
    const auto textBefore = readFile(root / wanted.fix->edits.front().file);

    journey.press(Qt::Key_F);
    auto *diff = journey.find<controls::DiffView>();
    ASSERT_NE(diff, nullptr);
    ASSERT_TRUE(waitFor([diff] { return diff->content().changes > 0; }));
    journey.picture(u"reviews-fix"_s);
    auto *apply = journey.find<QPushButton>(u"applyFix"_s);
    ASSERT_NE(apply, nullptr);
    EXPECT_EQ(QApplication::focusWidget(), apply) << "F leads to the button that applies";
    awaitNextReview(journey, *list, [&journey] { journey.press(Qt::Key_Return); });
    EXPECT_NE(readFile(root / wanted.fix->edits.front().file).value(), textBefore.value());
    EXPECT_EQ(findingOf(*list, wanted.fingerprint), nullptr) << wanted.ruleId << " is still found";
    EXPECT_LT(list->review()->findings.size(), before);
}

void waiveAFinding(Journey &journey)
{
    reviews::FindingList *list = listOf(journey);
    ASSERT_TRUE(walkTo(journey, *list,
                       [](const policy::Finding &finding) { return finding.status == policy::FindingStatus::Open; }));
    const std::string wanted = list->current()->fingerprint;
    journey.press(Qt::Key_W);
    auto *dialog = journey.find<QDialog>(u"waiverDialog"_s);
    ASSERT_NE(dialog, nullptr);
    auto *reason = dialog->findChild<QPlainTextEdit *>(u"waiverReason"_s);
    reason->setFocus();
    QTest::keyClicks(reason, u"Accepted until the migration in spring"_s);
    journey.dialogPicture(*dialog, u"reviews-waiver"_s);
    auto *accept = dialog->findChild<QPushButton *>(u"waiverAccept"_s);
    awaitNextReview(journey, *list, [accept] { QTest::mouseClick(accept, Qt::LeftButton); });
    const policy::Finding *waived = findingOf(*list, wanted);
    ASSERT_NE(waived, nullptr);
    EXPECT_EQ(waived->status, policy::FindingStatus::Waived);
    const auto root = journey.bench->services().projects().find("landing-zone")->root;
    EXPECT_NE(readFile(root / "tfreview.yaml")->find("Accepted until the migration in spring"), std::string::npos);
    journey.picture(u"reviews-after"_s);
}

void exportTheReport(Journey &journey)
{
    const QString file = journey.folder.filePath(u"report.json"_s);
    journey.dialogs.saves << file;
    const auto *page = journey.window().findChild<reviews::ReviewsPage *>();
    for (const QAction *action : page->actions()) {
        if (action->objectName() != "reviews.export"_L1)
            continue;
        for (QAction *entry : action->menu()->actions()) {
            if (entry->text().startsWith(u"JSON"_s))
                entry->trigger();
        }
    }
    journey.settle();
    const auto text = readFile(models::toPath(file));
    ASSERT_TRUE(text.has_value()) << journey.lastNews().toStdString();
    const auto report = report::readJson(*text);
    ASSERT_TRUE(report.has_value());
    EXPECT_EQ(report->findings.size(), listOf(journey)->review()->findings.size());

    // Two reviews before and after the repair.
    journey.clickAction(u"reviews.compare"_s);
    journey.picture(u"compare-runs"_s);
    journey.go(Link{u"hub"_s, u"summary"_s, project, {}});
    journey.picture(u"hub-summary"_s);
}

} // namespace drydock::test
