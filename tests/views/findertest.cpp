// SPDX-License-Identifier: MIT
#include "views/models/findermodel.h"
#include "views/models/fuzzymatch.h"
#include "views/models/text.h"

#include <QAbstractItemModelTester>
#include <QLocale>

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::models;
using namespace Qt::StringLiterals;

namespace {

QStringList titles(const FinderModel &model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result << model.index(row).data(Qt::DisplayRole).toString();
    return result;
}

TEST(FuzzyMatch, TakesCharactersInOrder)
{
    EXPECT_TRUE(fuzzyMatch(u"gta", u"Go to anything"));
    EXPECT_FALSE(fuzzyMatch(u"atg", u"Go to A"));
    EXPECT_TRUE(fuzzyMatch(u"", u"anything"));
    EXPECT_TRUE(fuzzyMatch(u"s3 bucket", u"aws-s3-bucket-https-only"));
}

TEST(FuzzyMatch, PrefersStartsOfWords)
{
    EXPECT_GT(fuzzyMatch(u"gl", u"Go to Library")->score, fuzzyMatch(u"gl", u"Angular")->score);
    EXPECT_EQ(fuzzyMatch(u"gl", u"Go to Library")->positions, (QList<int>{0, 6}));
}

TEST(FinderModel, RanksAndFilters)
{
    FinderModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setItems({{u"1"_s, u"Show tasks"_s, u"View"_s, {}, {}, {}, 0},
                    {u"2"_s, u"Create project"_s, u"Hub"_s, {}, {}, {}, 0},
                    {u"3"_s, u"Project summary"_s, u"Hub"_s, {}, {}, {}, 0}});
    EXPECT_EQ(titles(model).size(), 3);
    model.setPattern(u"proj"_s);
    EXPECT_EQ(titles(model), (QStringList{u"Project summary"_s, u"Create project"_s}));
    model.setPattern(u"view"_s);
    EXPECT_EQ(titles(model), QStringList{u"Show tasks"_s});
    model.setPattern(u"zzz"_s);
    EXPECT_TRUE(titles(model).isEmpty());
}

TEST(Text, TellsTimeAsPeopleDo)
{
    const Timestamp now = *parseTimestamp("2026-11-20T12:00:00Z");
    EXPECT_EQ(relativeTime(now, now), u"just now"_s);
    EXPECT_EQ(relativeTime(now - std::chrono::minutes(5), now), u"5 min ago"_s);
    EXPECT_EQ(relativeTime(now - std::chrono::hours(2), now), u"2 h ago"_s);
    EXPECT_EQ(relativeTime(now - std::chrono::hours(30), now), u"yesterday"_s);
    EXPECT_EQ(exactTime(now), u"2026-11-20 12:00:00 UTC"_s);
    EXPECT_EQ(relativeTime(Timestamp{}, now), QString());
}

TEST(Text, ShortensPathsInTheMiddle)
{
    EXPECT_EQ(shortPath(u"main.tf"_s, 20), u"main.tf"_s);
    const QString shown = shortPath(u"modules/networking/subnets/private/main.tf"_s, 24);
    EXPECT_EQ(shown.size(), 24);
    EXPECT_TRUE(shown.endsWith(u"main.tf"_s));
}

TEST(Text, KeepsUtf8)
{
    EXPECT_EQ(toText(toUtf8(u"Größe – 大小"_s)), u"Größe – 大小"_s);
}

} // namespace
