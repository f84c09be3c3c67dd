// SPDX-License-Identifier: MIT
#include "core/diff/worddiff.h"

#include "core/base/encoding.h"
#include "core/diff/rows.h"

#include <gtest/gtest.h>

#include <string>

using namespace drydock;
using namespace drydock::diff;

namespace {

/// The line with its changed parts in brackets.
std::string marked(const std::string &line, const std::vector<ByteRange> &ranges)
{
    std::string result;
    std::size_t position = 0;
    for (const ByteRange &range : ranges) {
        result += line.substr(position, range.start - position) + "[" +
                  line.substr(range.start, range.end - range.start) + "]";
        position = range.end;
    }
    return result + line.substr(position);
}

} // namespace

TEST(WordDiffTest, MarksOnlyTheChangedWords)
{
    const std::string before = "  cidr_block = \"10.0.0.0/16\"\n";
    const std::string after = "  cidr_block = \"10.1.0.0/20\"\n";
    const WordChanges changes = compareWords(before, after);
    EXPECT_EQ(marked(before, changes.before), "  cidr_block = \"10.[0].0.0/[16]\"\n");
    EXPECT_EQ(marked(after, changes.after), "  cidr_block = \"10.[1].0.0/[20]\"\n");
    EXPECT_GT(changes.similarity, 0.7);
}

TEST(WordDiffTest, NeverCutsACharacter)
{
    const std::string before = "name = \"Größe 10 €\"";
    const std::string after = "name = \"Grüße 12 £\"";
    const WordChanges changes = compareWords(before, after);
    for (const ByteRange &range : changes.before)
        EXPECT_TRUE(isValidUtf8(before.substr(range.start, range.end - range.start)));
    EXPECT_EQ(marked(before, changes.before), "name = \"[Größe 10 €]\"");
    EXPECT_EQ(marked(after, changes.after), "name = \"[Grüße 12 £]\"");
}

TEST(WordDiffTest, LongLinesAreMarkedWhole)
{
    const std::string before(20'000, 'a');
    const WordChanges changes = compareWords(before, before + "b");
    ASSERT_EQ(changes.before.size(), 1U);
    EXPECT_EQ(changes.before[0], (ByteRange{0, 20'000}));
}

TEST(RowsTest, ResemblingLinesStandSideBySide)
{
    const auto before = splitLines("  acl    = \"public-read\"\n  bucket = \"logs\"\n");
    const auto after = splitLines("  bucket = \"audit-logs\"\n  tags   = { team = \"core\" }\n");
    const auto rows = alignRows(before, after, compareLines(before, after));
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].kind, RowKind::Removed);
    EXPECT_EQ(rows[1].kind, RowKind::Changed);
    EXPECT_EQ(rows[1].before, 1U);
    EXPECT_EQ(rows[1].after, 0U);
    EXPECT_EQ(rows[1].afterWords.size(), 1U);
    EXPECT_EQ(rows[2].kind, RowKind::Added);
}
