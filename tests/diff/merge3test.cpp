// SPDX-License-Identifier: MIT
#include "core/diff/merge3.h"

#include "core/diff/linediff.h"
#include "tests/diff/randomtext.h"

#include <gtest/gtest.h>

using namespace drydock::diff;

TEST(Merge3Test, TakesWhatOnlyOneSideChanged)
{
    const std::string base = "a\nb\nc\nd\ne\nf\n";
    EXPECT_EQ(merge3(base, "a\nB\nc\nd\ne\nf\n", base).text, "a\nB\nc\nd\ne\nf\n");
    EXPECT_EQ(merge3(base, base, "a\nb\nc\nd\nf\n").text, "a\nb\nc\nd\nf\n");
    const Merge both = merge3(base, "0\na\nb\nc\nd\ne\nf\n", "a\nb\nc\nD\nd2\ne\n");
    EXPECT_TRUE(both.isClean());
    EXPECT_EQ(both.text, "0\na\nb\nc\nD\nd2\ne\n");
}

TEST(Merge3Test, TheSameChangeOnBothSidesCountsOnce)
{
    const Merge merge = merge3("a\nb\nc\n", "a\nX\nY\nc\n", "a\nX\nY\nc\n");
    EXPECT_TRUE(merge.isClean());
    EXPECT_EQ(merge.text, "a\nX\nY\nc\n");
    EXPECT_EQ(merge3("", "new\n", "new\n").text, "new\n");
    EXPECT_EQ(merge3("gone\n", "", "").text, "");
}

TEST(Merge3Test, AConflictShowsAllThreeAndNothingMore)
{
    const Merge merge = merge3("head\nsize = 1\ntail\n", "head\nnew\nsize = 2\ntail\n", "head\nnew\nsize = 3\ntail\n",
                               {.oursLabel = "editor", .theirsLabel = "disk"});
    EXPECT_EQ(merge.text, "head\nnew\n<<<<<<< editor\nsize = 2\n||||||| base\nsize = 1\n=======\nsize = 3\n>>>>>>> "
                          "disk\ntail\n");
    ASSERT_EQ(merge.conflicts.size(), 1U);
    EXPECT_EQ(merge.conflicts[0].firstLine, 2U);
    EXPECT_EQ(merge.conflicts[0].lineCount, 7U);
    EXPECT_EQ(merge.conflicts[0].ours, "size = 2\n");
    EXPECT_EQ(merge.conflicts[0].theirs, "size = 3\n");
    EXPECT_EQ(merge.conflicts[0].base, "size = 1\n");
}

TEST(Merge3Test, AConflictCanBeDecidedBeforehand)
{
    const std::string base = "a\nb\nc\n";
    EXPECT_EQ(merge3(base, "a\nx\nc\n", "a\ny\nc\n", {.conflicts = ConflictText::Ours}).text, "a\nx\nc\n");
    const Merge theirs = merge3(base, "a\nx\nc\n", "a\ny\nz\nc\n", {.conflicts = ConflictText::Theirs});
    EXPECT_EQ(theirs.text, "a\ny\nz\nc\n");
    ASSERT_EQ(theirs.conflicts.size(), 1U) << "it is told all the same";
    EXPECT_EQ(theirs.conflicts[0].firstLine, 1U);
    EXPECT_EQ(theirs.conflicts[0].lineCount, 2U);
}

TEST(Merge3Test, NeighbouringChangesAreAConflict)
{
    EXPECT_FALSE(merge3("a\nb\nc\nd\n", "a\nB\nc\nd\n", "a\nb\nC\nd\n").isClean());
    EXPECT_FALSE(merge3("a\nb\n", "a\nours\nb\n", "a\ntheirs\nb\n").isClean());
    EXPECT_TRUE(merge3("a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n").isClean());
}

TEST(Merge3Test, RemovedAndChangedIsAConflict)
{
    const Merge merge = merge3("a\nb\nc\n", "a\nc\n", "a\nchanged\nc\n");
    ASSERT_EQ(merge.conflicts.size(), 1U);
    EXPECT_EQ(merge.conflicts[0].ours, "");
    EXPECT_EQ(merge.conflicts[0].theirs, "changed\n");
}

TEST(Merge3Test, LastLinesWithoutEndStayReadable)
{
    const Merge merge = merge3("a\nb", "a\nours", "a\ntheirs");
    EXPECT_EQ(merge.text, "a\n<<<<<<< ours\nours\n||||||| base\nb\n=======\ntheirs\n>>>>>>> theirs\n");
    EXPECT_EQ(merge3("a\nb", "0\na\nb", "a\nb\n").text, "0\na\nb\n");
    EXPECT_EQ(merge3("a\nb\nc", "a\nb\nc\nd", "A\nb\nc").text, "A\nb\nc\nd");
}

TEST(Merge3Test, MarkersHaveTheLineEndsOfTheText)
{
    const Merge merge = merge3("a\r\n", "b\r\n", "c\r\n");
    EXPECT_EQ(merge.text, "<<<<<<< ours\r\nb\r\n||||||| base\r\na\r\n=======\r\nc\r\n>>>>>>> theirs\r\n");
}

TEST(Merge3Test, RandomTextsObeyTheLaws)
{
    RandomText random(20261121);
    std::size_t clean = 0;
    for (int round = 0; round < 4000; ++round) {
        const std::string base = random.text(30, 40);
        const std::string ours = random.edited(base, 40);
        const std::string theirs = random.edited(base, 40);
        ASSERT_EQ(merge3(base, ours, base).text, ours);
        ASSERT_EQ(merge3(base, base, theirs).text, theirs);
        ASSERT_EQ(merge3(base, ours, ours).text, ours);
        const Merge merge = merge3(base, ours, theirs);
        clean += merge.isClean() ? 1 : 0;
        if (merge.isClean()) {
            ASSERT_EQ(merge.text, merge3(base, theirs, ours).text) << "the sides may be swapped";
        }
        const auto lines = splitLines(merge.text);
        for (const MergeConflict &conflict : merge.conflicts) {
            ASSERT_TRUE(lines[conflict.firstLine].starts_with("<<<<<<< ours"));
            ASSERT_TRUE(lines[conflict.firstLine + conflict.lineCount - 1].starts_with(">>>>>>> theirs"));
        }
        ASSERT_EQ(merge3(base, ours, theirs, {.conflicts = ConflictText::Ours}).conflicts.size(),
                  merge.conflicts.size());
    }
    EXPECT_GT(clean, 100U);
    EXPECT_LT(clean, 3900U);
}
