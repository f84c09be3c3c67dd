// SPDX-License-Identifier: MIT
#include "tests/models/printed.h"
#include "views/models/librarymodel.h"
#include "views/models/runlistmodel.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::models;

TEST(RunListModelTest, SaysHowARunEnded)
{
    project::Run good;
    good.id = "a";
    good.number = 14;
    good.state = project::RunState::Succeeded;
    good.review = project::ReviewFigures{};
    project::Run bad = good;
    bad.id = "b";
    bad.number = 13;
    bad.review->open = {1, 0, 2, 0};
    project::Run failed;
    failed.id = "c";
    failed.number = 12;
    failed.state = project::RunState::Failed;
    RunListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRuns({good, bad, failed});
    EXPECT_EQ(printed(model), "Run 14\nRun 13\nRun 12\n");
    const auto detail = [&model](int row) { return model.index(row).data(RunListModel::DetailRole).toString(); };
    EXPECT_EQ(detail(0), QStringLiteral("no open findings"));
    EXPECT_EQ(detail(1), QStringLiteral("C 1  M 2"));
    EXPECT_TRUE(
        model.index(1).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("1 critical, 2 medium")));
    EXPECT_EQ(detail(2), QStringLiteral("failed"));
    EXPECT_EQ(model.indexOf("b").row(), 1);
    EXPECT_FALSE(model.indexOf("zzz").isValid());
}

TEST(LibraryModelTest, ShowsAssetsAndTheirFiles)
{
    project::Asset asset;
    asset.id = "id";
    asset.slug = "edge-bucket";
    asset.name = "Edge bucket";
    asset.type = "module";
    asset.generator = "aws/s3-baseline";
    asset.latest = 3;
    asset.validation.state = project::ValidationState::Warnings;
    asset.validation.warnings = 2;
    LibraryModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setAssets({asset});
    EXPECT_EQ(model.index(0, LibraryModel::NameColumn).data().toString(), QStringLiteral("Edge bucket"));
    EXPECT_EQ(model.index(0, LibraryModel::VersionColumn).data().toString(), QStringLiteral("v3"));
    EXPECT_EQ(model.index(0, LibraryModel::ValidationColumn).data(LibraryModel::LevelRole).toInt(), 3);
    EXPECT_EQ(model.indexOf("edge-bucket").row(), 0);

    ManifestModel manifest;
    const QAbstractItemModelTester manifestTester(&manifest, QAbstractItemModelTester::FailureReportingMode::Fatal);
    manifest.setFiles({{"main.tf", "abc", 120, "text/x-terraform"}});
    EXPECT_EQ(printed(manifest), "main.tf | 120 bytes | text/x-terraform | abc\n");
}
