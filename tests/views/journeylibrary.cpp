// SPDX-License-Identifier: MIT
// Library and Compare: two versions of an asset, their difference, and one of them published.
#include "tests/views/journey.h"
#include "views/compare/treecompareview.h"
#include "views/controls/diffview.h"
#include "views/models/librarymodel.h"
#include "views/shell/mainwindow.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;
using drydock::shell::Link;

namespace drydock::test {

void compareVersions(Journey &journey)
{
    journey.go(Link{u"library"_s, {}, u"data-platform"_s, {}});
    auto *timeline = journey.find<QListWidget>(u"versions"_s);
    ASSERT_NE(timeline, nullptr);
    EXPECT_EQ(timeline->count(), 2);
    journey.picture(u"library-versions"_s);

    journey.clickAction(u"library.compare"_s);
    auto *view = journey.find<compare::TreeCompareView>();
    ASSERT_NE(view, nullptr) << journey.lastNews().toStdString();
    controls::DiffView *diff = view->diff();
    ASSERT_TRUE(waitFor([diff] { return diff->content().changes > 0; }));
    journey.picture(u"compare"_s);

    // README.md names the bucket in several places, so that there is something to walk through.
    view->setPath(u"README.md"_s);
    ASSERT_TRUE(waitFor([diff] { return diff->content().changes > 1; }));
    EXPECT_EQ(diff->currentChange(), 0);
    view->setFocus();
    journey.press(Qt::Key_F7);
    EXPECT_EQ(diff->currentChange(), 1);
    journey.press(Qt::Key_F7, Qt::ShiftModifier);
    EXPECT_EQ(diff->currentChange(), 0);

    const auto buttons = diff->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->text() != "Inline"_L1)
            continue;
        button->setFocus();
        journey.press(Qt::Key_Return);
        EXPECT_EQ(diff->layoutMode(), controls::DiffView::Layout::Inline);
        journey.picture(u"compare-inline"_s);
        journey.press(Qt::Key_Space);
        EXPECT_EQ(diff->layoutMode(), controls::DiffView::Layout::SideBySide);
    }
}

void publishFromTheLibrary(Journey &journey)
{
    journey.go(Link{u"library"_s, {}, u"data-platform"_s, {}});
    journey.clickAction(u"library.publish"_s);
    auto *dialog = journey.find<QDialog>(u"publishDialog"_s);
    ASSERT_NE(dialog, nullptr);
    auto *address = dialog->findChild<QLineEdit *>(u"publishAddress"_s);
    auto *accept = dialog->findChild<QPushButton *>(u"publishAccept"_s);
    address->setFocus();
    address->selectAll();
    QTest::keyClicks(address, u"no address"_s);
    EXPECT_FALSE(accept->isEnabled());
    address->selectAll();
    QTest::keyClicks(address, u"acme/billing-exports/aws"_s);
    EXPECT_TRUE(accept->isEnabled());
    journey.dialogPicture(*dialog, u"library-publish"_s);
    QTest::keyClick(address, Qt::Key_Return);
    journey.settle();
    EXPECT_TRUE(journey.lastNews().contains(u"acme/billing-exports/aws"_s)) << journey.lastNews().toStdString();
    journey.picture(u"library-published"_s);
}

} // namespace drydock::test
