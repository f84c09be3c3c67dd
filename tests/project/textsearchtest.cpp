// SPDX-License-Identifier: MIT
#include "core/project/textsearch.h"

#include "core/base/atomicfile.h"
#include "core/base/sha256.h"
#include "tests/store/scratchfolder.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::project;

namespace {

/// "LINE:COLUMN text" of each match.
std::vector<std::string> hits(const SearchQuery &query, const std::string &text)
{
    std::vector<std::string> found;
    const auto pattern = TextPattern::compile(query);
    EXPECT_TRUE(pattern) << pattern.error().text();
    for (const TextMatch &match : pattern->find(text, 1000))
        found.push_back(std::to_string(match.line) + ":" + std::to_string(match.column) + " " +
                        text.substr(match.start, match.end - match.start));
    return found;
}

using Hits = std::vector<std::string>;

std::string replaced(const SearchQuery &query, const std::string &text, const std::string &with)
{
    const auto pattern = TextPattern::compile(query).value();
    const auto result = replaceMatches(text, pattern, pattern.find(text, 1000), with);
    return result ? *result : result.error().code;
}

constexpr auto expression = PatternKind::RegularExpression;

} // namespace

TEST(TextSearchTest, FindsTextByCaseAndWord)
{
    const std::string text = "Bucket bucket\n  my_bucket = BUCKETS\n";
    EXPECT_EQ(hits({.pattern = "bucket"}, text), (Hits{"1:1 Bucket", "1:8 bucket", "2:6 bucket", "2:15 BUCKET"}));
    EXPECT_EQ(hits({.pattern = "bucket", .letterCase = LetterCase::Significant}, text),
              (Hits{"1:8 bucket", "2:6 bucket"}));
    EXPECT_EQ(hits({.pattern = "bucket", .words = WordRule::WholeWords}, text), (Hits{"1:1 Bucket", "1:8 bucket"}));
    EXPECT_EQ(hits({.pattern = "aws.s3*("}, "aws.s3*( awsXs3"), (Hits{"1:1 aws.s3*("})) << "a literal is no pattern";
}

TEST(TextSearchTest, CountsColumnsInCharactersAndKnowsUnicodeCase)
{
    EXPECT_EQ(hits({.pattern = "größe"}, "ä = \"GRÖSSE GRÖẞE Größe\"\n"), (Hits{"1:13 GRÖẞE", "1:19 Größe"}));
    EXPECT_EQ(hits({.pattern = "x", .words = WordRule::WholeWords}, "öx x xö"), (Hits{"1:4 x"}));
}

TEST(TextSearchTest, FindsExpressionsAlsoOverLines)
{
    const std::string text = "resource \"a\" \"b\" {\n  count = 1\n}\nresource \"c\" \"d\" {}\n";
    EXPECT_EQ(hits({.pattern = "^resource \"(\\w)\"", .kind = expression}, text),
              (Hits{"1:1 resource \"a\"", "4:1 resource \"c\""}));
    EXPECT_EQ(hits({.pattern = "\\{\\n\\s+count", .kind = expression}, text), (Hits{"1:18 {\n  count"}));
    EXPECT_EQ(hits({.pattern = "x*", .kind = expression}, "axxb"), (Hits{"1:2 xx"})) << "nothing is no match";
    EXPECT_EQ(hits({.pattern = "$", .kind = expression}, "a\nb\n"), Hits{});
}

TEST(TextSearchTest, SaysWhatIsWrongWithAnExpression)
{
    const auto broken = TextPattern::compile({.pattern = "a(b", .kind = expression});
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code, "search.pattern");
    EXPECT_NE(broken.error().message.find("missing )"), std::string::npos) << broken.error().message;
    EXPECT_EQ(TextPattern::compile({}).error().code, "search.empty");
    EXPECT_EQ(TextPattern::compile({.pattern = std::string(20'000, 'a')}).error().code, "search.pattern");
}

TEST(TextSearchTest, CutsLongLinesAroundTheMatch)
{
    const std::string text = "first\n" + std::string(5000, 'a') + "needle" + std::string(5000, 'b') + "\n";
    const auto matches = TextPattern::compile({.pattern = "needle"})->find(text, 10);
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_LE(matches[0].excerpt.size(), 250U);
    EXPECT_EQ(matches[0].excerpt.substr(matches[0].excerptStart, matches[0].excerptLength), "needle");
    EXPECT_EQ(matches[0].column, 5001U);
    const auto crlf = TextPattern::compile({.pattern = "b"})->find("a\r\nb\r\n", 10);
    EXPECT_EQ(crlf[0].excerpt, "b");
}

TEST(TextSearchTest, ReplacesTextAndGroups)
{
    EXPECT_EQ(replaced({.pattern = "old"}, "old Old\n", "$1 new"), "$1 new $1 new\n");
    EXPECT_EQ(replaced({.pattern = "(\\w+)-(?P<b>\\w+)", .kind = expression}, "one-two three-four\n", "${b}_$1$$"),
              "two_one$ four_three$\n");
    EXPECT_EQ(replaced({.pattern = ";", .kind = expression}, "a;b", "\\n"), "a\nb");
    EXPECT_EQ(replaced({.pattern = "a", .kind = expression}, "a", "$7"), "search.replacement");
    EXPECT_EQ(replaced({.pattern = "(a)|(b)", .kind = expression}, "ab", "<$2>"), "<><b>")
        << "a group that took no part";
    EXPECT_EQ(replaced({.pattern = "\\bcat\\b", .kind = expression}, "cat concat cat", "dog"), "dog concat dog");
}

TEST(TextSearchTest, RefusesMatchesOfAnotherText)
{
    const auto pattern = TextPattern::compile({.pattern = "b+", .kind = expression}).value();
    const auto matches = pattern.find("abbb", 10);
    EXPECT_EQ(replaceMatches("abb", pattern, matches, "x").error().code, "search.changed");
    EXPECT_EQ(replaceMatches("abbc", pattern, matches, "x").error().code, "search.changed");
}

namespace {

class FileSearchTest : public testing::Test
{
protected:
    void write(const std::string &path, const std::string &text) const
    {
        ASSERT_TRUE(writeFileAtomically(m_scratch.path() / path, text));
    }

    [[nodiscard]] std::string paths(const SearchQuery &query, const UnsavedTexts &unsaved = {}) const
    {
        std::string all;
        const auto result = searchFiles(m_scratch.path(), query, unsaved);
        for (const FileMatches &file : result.value().files)
            all += file.path + ":" + std::to_string(file.matches.size()) + " ";
        return all;
    }

    ScratchFolder m_scratch;
};

} // namespace

TEST_F(FileSearchTest, SearchesConfigurationFilesOnly)
{
    write("main.tf", "name name");
    write("modules/net/vpc.tf", "name");
    write("notes.txt", "name");
    write(".terraform/x.tf", "name");
    EXPECT_EQ(paths({.pattern = "name"}), "main.tf:2 modules/net/vpc.tf:1 ");
}

TEST_F(FileSearchTest, FiltersByGlob)
{
    for (const char *path : {"main.tf", "a.tfvars", "modules/net/main.tf", "modules/net/out.tf", "env/dev/main.tf"})
        write(path, "x");
    EXPECT_EQ(paths({.pattern = "x", .include = "*.tfvars, modules"}),
              "a.tfvars:1 modules/net/main.tf:1 modules/net/out.tf:1 ");
    EXPECT_EQ(paths({.pattern = "x", .include = "main.tf", .exclude = "modules/**"}), "env/dev/main.tf:1 main.tf:1 ");
    EXPECT_EQ(paths({.pattern = "x", .include = "*/dev/"}), "env/dev/main.tf:1 ");
}

TEST_F(FileSearchTest, UnsavedTextsStandForFiles)
{
    write("main.tf", "old");
    write("other.tf", "old");
    const UnsavedTexts unsaved{{"main.tf", "new new"}, {"never-saved.tf", "new"}};
    EXPECT_EQ(paths({.pattern = "new"}, unsaved), "main.tf:2 never-saved.tf:1 ");
    EXPECT_EQ(paths({.pattern = "old"}, unsaved), "other.tf:1 ");
    EXPECT_EQ(searchFiles(m_scratch.path(), {.pattern = "new"}, unsaved)->files[0].sha256, sha256Hex("new new"));
}

TEST_F(FileSearchTest, SkipsWhatIsNoText)
{
    write("binary.tf", std::string("name\0name", 9));
    write("latin.tf", "name \xff\xfe");
    write("large.tf", std::string(2000, 'n') + "name");
    write("main.tf", "name");
    const auto result = searchFiles(m_scratch.path(), {.pattern = "name"}, {}, {.fileBytes = 1000}).value();
    EXPECT_EQ(result.files.size(), 1U);
    EXPECT_EQ(result.skippedFiles, 3U);
    EXPECT_EQ(result.searchedFiles, 1U);
    EXPECT_FALSE(result.isCut);
}

TEST_F(FileSearchTest, StopsAtItsLimits)
{
    for (int i = 0; i < 5; ++i)
        write("f" + std::to_string(i) + ".tf", "aaaaaaaaaa");
    const auto perFile = searchFiles(m_scratch.path(), {.pattern = "a"}, {}, {.matchesPerFile = 3}).value();
    EXPECT_EQ(perFile.matchCount, 15U);
    EXPECT_TRUE(perFile.isCut);
    const auto all = searchFiles(m_scratch.path(), {.pattern = "a"}, {}, {.matches = 25}).value();
    EXPECT_EQ(all.matchCount, 25U);
    EXPECT_TRUE(all.isCut);
    EXPECT_EQ(all.files.size(), 3U);
}

TEST_F(FileSearchTest, ACancelledSearchSaysSo)
{
    for (int i = 0; i < 20; ++i)
        write("f" + std::to_string(i) + ".tf", "a");
    std::stop_source stop;
    int files = 0;
    const auto result =
        searchFiles(m_scratch.path(), {.pattern = "a"}, {}, {}, {stop.get_token(), {}}, [&](const FileMatches &) {
            if (++files == 3)
                stop.request_stop();
        });
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, "task.cancelled");
    EXPECT_EQ(files, 3);
}

TEST_F(FileSearchTest, AnEvilExpressionEndsAllTheSame)
{
    write("main.tf", std::string(200'000, 'a'));
    EXPECT_EQ(paths({.pattern = "(a+)+b", .kind = expression}), "");
    EXPECT_EQ(paths({.pattern = "(a|aa)+$", .kind = expression, .words = WordRule::WholeWords}), "main.tf:1 ");
}
