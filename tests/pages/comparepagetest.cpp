// SPDX-License-Identifier: MIT
#include "views/compare/comparepage.h"

#include "core/base/atomicfile.h"
#include "tests/pages/workspace.h"
#include "views/controls/diffview.h"
#include "views/models/findingmodel.h"
#include "views/models/treediffmodel.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTreeView>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace drydock;
using namespace Qt::StringLiterals;
using testing::HasSubstr;

namespace {

class ComparePageTest : public testing::Test
{
protected:
    void TearDown() override { delete widget; }

    void open(const QMap<QString, QString> &parameters)
    {
        shell.project.set(QString::fromStdString(workspace.project.slug), u"Landing zone"_s);
        widget = page.widget();
        widget->resize(1280, 800);
        widget->show();
        page.open({u"compare"_s, {}, {}, parameters});
        settle();
    }

    void settle() { EXPECT_TRUE(test::waitForTasks(shell.tasks)); }

    project::AssetVersion save(const std::vector<project::FileContent> &files)
    {
        project::NewVersion version;
        version.projectId = workspace.project.id;
        version.assetName = "Edge bucket";
        version.generator = "aws/s3-baseline";
        version.files = files;
        return workspace.services->library().saveVersion(version).value().version;
    }

    test::Workspace workspace;
    test::Shell shell;
    compare::ComparePage page{shell.context, *workspace.services};
    QWidget *widget = nullptr;
};

} // namespace

TEST_F(ComparePageTest, NothingToCompareYet)
{
    open({{u"kind"_s, u"asset"_s}});
    EXPECT_THAT(test::shownText(*widget), HasSubstr("An asset with two versions can be compared; there is none yet."));
    test::savePictures(shell, *widget, u"compare-empty"_s);
    EXPECT_TRUE(page.location().parameters.isEmpty());
}

TEST_F(ComparePageTest, TwoVersionsOfAnAsset)
{
    const std::string main = "resource \"aws_s3_bucket\" \"edge\" {\n  bucket = \"edge\"\n}\n";
    const auto first =
        save({{"main.tf", main}, {"old/outputs.tf", "output \"name\" {\n  value = 1\n}\n"}, {"README.md", "Edge\n"}});
    const auto second =
        save({{"main.tf",
               main + "\nresource \"aws_s3_bucket_versioning\" \"edge\" {\n  bucket = aws_s3_bucket.edge.id\n}\n"},
              {"outputs.tf", "output \"name\" {\n  value = 1\n}\n"},
              {"variables.tf", "variable \"name\" {}\n"},
              {"README.md", "Edge\n"}});
    open({{u"kind"_s, u"asset"_s},
          {u"left"_s, QString::fromStdString(first.id)},
          {u"right"_s, QString::fromStdString(second.id)},
          {u"path"_s, u"main.tf"_s}});
    auto *tree = widget->findChild<QTreeView *>(u"files"_s);
    const auto *model = qobject_cast<models::TreeDiffModel *>(tree->model());
    EXPECT_EQ(model->count(diff::FileStatus::Renamed), 1U);
    EXPECT_EQ(model->count(diff::FileStatus::Added), 1U);
    EXPECT_EQ(model->count(diff::FileStatus::Modified), 1U);
    EXPECT_EQ(page.location().parameters.value(u"path"_s), u"main.tf"_s);
    const auto *diff = widget->findChild<controls::DiffView *>();
    EXPECT_TRUE(test::waitFor([diff] { return diff->content().added == 4; }));
    test::savePictures(shell, *widget, u"compare-versions"_s);
}

TEST_F(ComparePageTest, TwoReviews)
{
    policy::ReviewResult result = workspace.findings();
    const project::Run older = workspace.store(result);
    result.findings[0].fingerprint = "something else";
    const project::Run newer = workspace.store(result);
    open({{u"kind"_s, u"run"_s},
          {u"left"_s, QString::fromStdString(older.id)},
          {u"right"_s, QString::fromStdString(newer.id)}});
    auto *tree = widget->findChild<QTreeView *>(u"changedFindings"_s);
    const auto *model = qobject_cast<models::FindingModel *>(tree->model());
    ASSERT_EQ(model->rowCount(), 3);
    EXPECT_EQ(model->index(0, 0).data().toString(), u"New  (1)"_s);
    EXPECT_EQ(model->index(1, 0).data().toString(), u"Fixed  (1)"_s);
    QSignalSpy wanted(&shell.navigator, &shell::Navigator::wanted);
    Q_EMIT tree->activated(model->index(0, 0, model->index(1, 0)));
    ASSERT_EQ(wanted.size(), 1);
    EXPECT_EQ(wanted[0][0].value<shell::Link>().id, QString::fromStdString(older.id))
        << "a fixed finding is in the older run";
    test::savePictures(shell, *widget, u"compare-reviews"_s);
}

TEST_F(ComparePageTest, TwoFilesWithDifferentNames)
{
    const std::filesystem::path base(workspace.folder.path().toStdString());
    ASSERT_TRUE(writeFileAtomically(base / "a.tf", "x = 1\ny = 2\n"));
    ASSERT_TRUE(writeFileAtomically(base / "b.tf", "x = 1\ny = 3\n"));
    open({{u"kind"_s, u"file"_s},
          {u"left"_s, QString::fromStdString((base / "a.tf").string())},
          {u"right"_s, QString::fromStdString((base / "b.tf").string())}});
    const auto *diff = widget->findChild<controls::DiffView *>();
    EXPECT_TRUE(test::waitFor([diff] { return diff->content().changes == 1; }));
    test::savePictures(shell, *widget, u"compare-files"_s);
}

TEST_F(ComparePageTest, AMissingFolderIsSaid)
{
    open({{u"kind"_s, u"file"_s}, {u"left"_s, u"/nowhere/at/all"_s}, {u"right"_s, u"/nowhere/else"_s}});
    test::savePicture(*widget, u"compare-error-light-1280"_s);
    EXPECT_THAT(test::shownText(*widget), HasSubstr("The files cannot be compared."));
    EXPECT_FALSE(widget->findChild<controls::DiffView *>()->isVisible());
}
