// SPDX-License-Identifier: MIT
#include "views/models/treediffmodel.h"

#include "tests/models/printed.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::models;
using diff::FileStatus;

namespace {

std::vector<diff::FileChange> sample()
{
    const auto change = [](FileStatus status, const std::string &path, const std::string &before = {}) {
        return diff::FileChange{status, path, before.empty() ? path : before, std::nullopt, std::nullopt};
    };
    return {change(FileStatus::Unchanged, "README.md"),
            change(FileStatus::Modified, "main.tf"),
            change(FileStatus::Added, "modules/net/vpc.tf"),
            change(FileStatus::Added, "modules/net/subnets.tf"),
            change(FileStatus::Renamed, "modules/b.tf", "modules/a.tf"),
            change(FileStatus::Unchanged, "z/same.tf")};
}

} // namespace

TEST(TreeDiffModelTest, ShowsChangedFilesAsATree)
{
    TreeDiffModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setChanges(sample());
    EXPECT_EQ(printed(model), "modules\n  net\n    subnets.tf\n    vpc.tf\n  b.tf\nmain.tf\n");
    EXPECT_EQ(model.firstFile().data(TreeDiffModel::PathRole).toString(), QStringLiteral("modules/net/subnets.tf"));
    model.setShown(TreeDiffModel::Shown::All);
    EXPECT_EQ(printed(model), "modules\n  net\n    subnets.tf\n    vpc.tf\n  b.tf\nz\n  same.tf\nmain.tf\nREADME.md\n");
    EXPECT_EQ(model.count(FileStatus::Added), 2U);
}

TEST(TreeDiffModelTest, FoldersSayWhatHappenedInside)
{
    TreeDiffModel model;
    model.setChanges(sample());
    const auto status = [&model](const std::string &path) {
        return static_cast<FileStatus>(model.indexOf(path).data(TreeDiffModel::StatusRole).toInt());
    };
    EXPECT_EQ(status("modules/net"), FileStatus::Added);
    EXPECT_EQ(status("modules"), FileStatus::Modified);
    EXPECT_EQ(status("modules/b.tf"), FileStatus::Renamed);
    EXPECT_EQ(model.change(model.indexOf("modules/b.tf"))->beforePath, "modules/a.tf");
    EXPECT_EQ(model.change(model.indexOf("modules")), nullptr);
    EXPECT_FALSE(model.indexOf("no/such/file").isValid());
}
