// SPDX-License-Identifier: MIT
// The models beside the editor: files, search results, history.
#include "tests/models/printed.h"
#include "views/models/filetreemodel.h"
#include "views/models/historymodel.h"
#include "views/models/searchmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::models;
using namespace Qt::StringLiterals;

namespace {

std::vector<project::ConfigurationFile> files(const std::vector<std::string> &paths)
{
    std::vector<project::ConfigurationFile> result;
    for (const std::string &path : paths)
        result.push_back({path, 1, {}});
    return result;
}

project::FileMatches matches(const std::string &path, const std::string &text, const std::string &wanted)
{
    return {path, {}, project::TextPattern::compile({.pattern = wanted})->find(text, 100)};
}

} // namespace

TEST(FileTreeModelTest, OpensFoldersWhenTheyAreAskedFor)
{
    FileTreeModel model; // Qt's tester fetches while it hears of a reset, which it then takes for a mistake
    model.setFiles(files({"main.tf", "modules/net/a10.tf", "modules/net/a9.tf", "modules/out.tf", "a.tf"}));
    EXPECT_EQ(printed(model), "modules\na.tf\nmain.tf\n") << "closed folders hand out no rows";
    EXPECT_EQ(model.firstFile().data().toString(), u"a.tf"_s);
    const QModelIndex deep = model.find(u"modules/net/a9.tf"_s);
    ASSERT_TRUE(deep.isValid());
    EXPECT_EQ(deep.parent().parent().data().toString(), u"modules"_s);
    EXPECT_EQ(deep.data(FileTreeModel::FolderRole).toString(), u"modules/net"_s);
    EXPECT_EQ(printed(model), "modules\n  net\n    a9.tf\n    a10.tf\n  out.tf\na.tf\nmain.tf\n") << "numbers by value";
    EXPECT_FALSE(model.find(u"gone.tf"_s).isValid());
    EXPECT_EQ(model.findFolder(u"modules"_s).data(FileTreeModel::FolderRole).toString(), u"modules"_s);
}

TEST(FileTreeModelTest, TellsOnlyOfRowsThatChanged)
{
    FileTreeModel model;
    model.setFiles(files({"a.tf", "b.tf", "closed/c.tf"}));
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setProblems({{u"a.tf"_s, 2}, {u"closed/c.tf"_s, 1}});
    EXPECT_EQ(changes.size(), 1) << "nobody looks at the closed folder";
    model.setProblems({{u"a.tf"_s, 2}});
    EXPECT_EQ(changes.size(), 1);
    model.setUnsaved({u"b.tf"_s});
    EXPECT_EQ(changes.size(), 2);
    EXPECT_TRUE(model.find(u"b.tf"_s).data(FileTreeModel::UnsavedRole).toBool());
    EXPECT_EQ(model.find(u"a.tf"_s).data(FileTreeModel::ProblemsRole).toInt(), 2);
    EXPECT_EQ(model.find(u"closed/c.tf"_s).data(FileTreeModel::ProblemsRole).toInt(), 0);
}

TEST(SearchModelTest, ShowsFilesWithTheirMatches)
{
    SearchModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.add(matches("a.tf", "    öx = x1\n", "x"));
    model.add(matches("m/b.tf", "x\n", "x"));
    EXPECT_EQ(printed(model), "a.tf\n  öx = x1\n  öx = x1\nm/b.tf\n  x\n");
    const QModelIndex second = model.index(1, 0, model.index(0, 0));
    EXPECT_EQ(second.data(SearchModel::HitStartRole).toInt(), 5) << "in the text that is shown, in UTF-16";
    EXPECT_EQ(second.data(SearchModel::HitLengthRole).toInt(), 1);
    EXPECT_EQ(second.data(SearchModel::ColumnRole).toInt(), 10);
    EXPECT_EQ(model.matchCount(), 3U);
}

TEST(SearchModelTest, ChoosesWhatIsReplaced)
{
    SearchModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setChoice(SearchModel::Choice::Offered);
    model.add(matches("a.tf", "x x\n", "x"));
    model.add(matches("b.tf", "x\n", "x"));
    const QModelIndex file = model.index(0, 0);
    ASSERT_TRUE(model.setData(model.index(0, 0, file), Qt::Unchecked, Qt::CheckStateRole));
    EXPECT_EQ(file.data(Qt::CheckStateRole).toInt(), Qt::PartiallyChecked);
    EXPECT_EQ(model.chosenCount(), 2U);
    ASSERT_EQ(model.chosen().size(), 2U);
    EXPECT_EQ(model.chosen()[0].matches.size(), 1U);
    EXPECT_EQ(model.chosen()[0].matches[0].start, 2U);
    ASSERT_TRUE(model.setData(file, Qt::Unchecked, Qt::CheckStateRole));
    ASSERT_EQ(model.chosen().size(), 1U);
    EXPECT_EQ(model.chosen()[0].path, "b.tf");
    model.remove(model.index(0, 0, model.index(1, 0)));
    EXPECT_EQ(printed(model), "a.tf\n  x x\n  x x\n") << "the last match takes its file along";
    model.remove(model.index(0, 0, model.index(0, 0)));
    EXPECT_EQ(printed(model), "a.tf\n  x x\n");
}

TEST(SearchModelTest, StepsThroughAllMatches)
{
    SearchModel model;
    model.add(matches("a.tf", "x x\n", "x"));
    model.add(matches("b.tf", "x\n", "x"));
    QStringList way;
    const auto tell = [&way](const QModelIndex &index) {
        way << index.data(SearchModel::PathRole).toString() + index.data(SearchModel::ColumnRole).toString();
    };
    QModelIndex index;
    while ((index = model.next(index, 1)).isValid())
        tell(index);
    EXPECT_EQ(way, (QStringList{u"a.tf1"_s, u"a.tf3"_s, u"b.tf1"_s}));
    way.clear();
    while ((index = model.next(index, -1)).isValid())
        tell(index);
    EXPECT_EQ(way, (QStringList{u"b.tf1"_s, u"a.tf3"_s, u"a.tf1"_s}));
}

TEST(SearchModelTest, ShowsWhatAMatchWouldBecome)
{
    SearchModel model;
    model.add(matches("a.tf", "x\n", "x"));
    const QModelIndex match = model.index(0, 0, model.index(0, 0));
    EXPECT_TRUE(match.data(SearchModel::ReplacementRole).isNull());
    model.setPreview([](const project::FileMatches &file, const project::TextMatch &) {
        return QString::fromStdString(file.path) + u'!';
    });
    EXPECT_EQ(match.data(SearchModel::ReplacementRole).toString(), u"a.tf!"_s);
}

TEST(HistoryModelTest, TellsWhatHappened)
{
    HistoryModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    project::FileVersion version;
    version.path = "net/main.tf";
    version.size = 1200;
    version.reason = project::VersionReason::Outside;
    model.setVersions({version});
    EXPECT_TRUE(model.index(0).data(HistoryModel::DetailRole).toString().startsWith(u"Changed by another program"_s));
    model.setVersions({version}, HistoryModel::Rows::RemovedFiles);
    EXPECT_EQ(model.index(0).data().toString(), u"net/main.tf"_s);
}
