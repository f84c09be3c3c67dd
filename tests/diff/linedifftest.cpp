// SPDX-License-Identifier: MIT
#include "core/diff/linediff.h"

#include "core/diff/rows.h"
#include "tests/diff/randomtext.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

using namespace drydock::diff;

namespace {

using Lines = std::vector<std::string_view>;

std::string applied(const Script &script, const Lines &before, const Lines &after)
{
    std::string result;
    std::uint32_t line = 0;
    for (const Edit &edit : script.edits) {
        while (line < edit.beforeStart)
            result += before[line++];
        line = edit.beforeEnd();
        for (std::uint32_t i = edit.afterStart; i < edit.afterEnd(); ++i)
            result += after[i];
    }
    while (line < before.size())
        result += before[line++];
    return result;
}

std::size_t editDistance(const Lines &before, const Lines &after)
{
    std::vector<std::vector<std::size_t>> common(before.size() + 1, std::vector<std::size_t>(after.size() + 1, 0));
    for (std::size_t i = before.size(); i-- > 0;) {
        for (std::size_t j = after.size(); j-- > 0;)
            common[i][j] =
                before[i] == after[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    }
    return before.size() + after.size() - 2 * common[0][0];
}

Script compare(std::string_view before, std::string_view after, Whitespace whitespace = Whitespace::Significant)
{
    return compareLines(splitLines(before), splitLines(after), {whitespace});
}

} // namespace

TEST(LineDiffTest, SplitsWithAndWithoutLastLineEnd)
{
    EXPECT_EQ(splitLines(""), Lines{});
    EXPECT_EQ(splitLines("a\n\nb"), (Lines{"a\n", "\n", "b"}));
    EXPECT_EQ(splitLines("a\r\n"), (Lines{"a\r\n"}));
}

TEST(LineDiffTest, EqualTextsHaveNoEdits)
{
    EXPECT_TRUE(compare("a\nb\n", "a\nb\n").edits.empty());
    EXPECT_TRUE(compare("", "").edits.empty());
}

TEST(LineDiffTest, AppliedScriptGivesTheOtherTextAndIsMinimal)
{
    RandomText random(20261120);
    for (int round = 0; round < 3000; ++round) {
        const int alphabet = 2 + random.below(12);
        const std::string before = random.text(40, alphabet);
        const std::string after = random.below(2) == 0 ? random.edited(before, alphabet) : random.text(40, alphabet);
        const Lines beforeLines = splitLines(before);
        const Lines afterLines = splitLines(after);
        const Script script = compareLines(beforeLines, afterLines);
        ASSERT_EQ(applied(script, beforeLines, afterLines), after) << "before:\n" << before;
        ASSERT_EQ(script.exactness, Exactness::Minimal);
        ASSERT_EQ(script.added() + script.removed(), editDistance(beforeLines, afterLines)) << before << "---\n"
                                                                                            << after;
    }
}

TEST(LineDiffTest, RowsHoldEveryLineOnceInOrder)
{
    RandomText random(7);
    for (int round = 0; round < 500; ++round) {
        const std::string before = random.text(30, 8);
        const std::string after = random.edited(before, 8);
        const Lines beforeLines = splitLines(before);
        const Lines afterLines = splitLines(after);
        std::uint32_t x = 0;
        std::uint32_t y = 0;
        for (const Row &row : alignRows(beforeLines, afterLines, compareLines(beforeLines, afterLines))) {
            if (row.before) {
                ASSERT_EQ(*row.before, x++);
            }
            if (row.after) {
                ASSERT_EQ(*row.after, y++);
            }
            if (row.kind == RowKind::Equal) {
                ASSERT_EQ(beforeLines[*row.before], afterLines[*row.after]);
            }
        }
        ASSERT_EQ(x, beforeLines.size());
        ASSERT_EQ(y, afterLines.size());
    }
}

TEST(LineDiffTest, LargeUnrelatedTextsEndInTimeAndAreCorrect)
{
    RandomText random(3);
    std::string before;
    std::string after;
    for (int i = 0; i < 20'000; ++i) {
        before += "word " + std::to_string(random.below(50)) + "\n";
        after += "word " + std::to_string(random.below(50)) + "\n";
    }
    const Lines beforeLines = splitLines(before);
    const Lines afterLines = splitLines(after);
    const Script script = compareLines(beforeLines, afterLines);
    EXPECT_EQ(script.exactness, Exactness::Approximate);
    EXPECT_EQ(applied(script, beforeLines, afterLines), after);
    EXPECT_LT(script.added(), 16'000U) << "most common lines should still be found";
}

TEST(LineDiffTest, TextsWithNothingInCommonAreOneEdit)
{
    std::string before;
    std::string after;
    for (int i = 0; i < 50'000; ++i) {
        before += "a" + std::to_string(i) + "\n";
        after += "b" + std::to_string(i) + "\n";
    }
    const Script script = compare(before, after);
    ASSERT_EQ(script.edits.size(), 1U);
    EXPECT_EQ(script.exactness, Exactness::Minimal);
}

TEST(LineDiffTest, AnInsertedBlockIsShownAsABlock)
{
    const std::string before = "resource \"a\" \"one\" {\n  x = 1\n}\n\nresource \"a\" \"three\" {\n  x = 3\n}\n";
    const std::string after = "resource \"a\" \"one\" {\n  x = 1\n}\n\nresource \"a\" \"two\" {\n  x = 2\n}\n\n"
                              "resource \"a\" \"three\" {\n  x = 3\n}\n";
    const Script script = compare(before, after);
    ASSERT_EQ(script.edits.size(), 1U);
    EXPECT_EQ(splitLines(after)[script.edits[0].afterStart], "resource \"a\" \"two\" {\n");
    EXPECT_EQ(script.edits[0].afterCount, 4U);
}

TEST(LineDiffTest, BlanksCanBeIgnored)
{
    const std::string before = "a = 1\n  b = 2\nc=3\n";
    const std::string after = "a   =  1  \n    b = 2\nc = 3\n";
    EXPECT_FALSE(compare(before, after).edits.empty());
    EXPECT_TRUE(compare(before, after, Whitespace::IgnoreAll).edits.empty());
    const Script amount = compare(before, after, Whitespace::IgnoreAmount);
    ASSERT_EQ(amount.edits.size(), 1U);
    EXPECT_EQ(amount.edits[0].beforeStart, 2U);
}

TEST(LineDiffTest, HunksJoinEditsThatShareTheirContext)
{
    std::string before;
    for (int i = 0; i < 30; ++i)
        before += std::to_string(i) + "\n";
    std::string after = before;
    after.replace(after.find("\n5\n"), 3, "\nfive\n");
    after.replace(after.find("\n10\n"), 4, "\nten\n");
    after.replace(after.find("\n25\n"), 4, "\ntwenty-five\n");
    const Script script = compare(before, after);
    const auto hunks = groupHunks(script, 30, 30);
    ASSERT_EQ(hunks.size(), 2U);
    EXPECT_EQ(hunks[0].beforeStart, 2U);
    EXPECT_EQ(hunks[0].beforeCount, 12U);
    EXPECT_EQ(hunks[0].editCount, 2U);
    EXPECT_EQ(hunks[1].beforeStart, 22U);
}
