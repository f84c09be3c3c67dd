// SPDX-License-Identifier: MIT
#include "core/knowledge/article.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::knowledge;

TEST(ArticleTest, ReadsFrontMatter)
{
    const auto article = parseArticle("policies/aws-s3-https",
                                      "---\r\ntitle: HTTPS only\r\ntags: [aws, s3]\nrules: [other-rule]\n"
                                      "references:\n  - {title: CIS, url: 'https://example.org'}\n  - Plain\n"
                                      "unknown: {a: 1}\n---\n# Heading\n\nFirst *paragraph*\ngoes on.\n\nSecond.\n");
    ASSERT_TRUE(article) << article.error().text();
    EXPECT_EQ(article->title, "HTTPS only");
    EXPECT_EQ(article->summary, "First paragraph goes on.");
    EXPECT_EQ(article->tags, (std::vector<std::string>{"aws", "s3"}));
    EXPECT_EQ(article->rules, (std::vector<std::string>{"other-rule", "aws-s3-https"}));
    ASSERT_EQ(article->references.size(), 2U);
    EXPECT_EQ(article->references[0].url, "https://example.org");
    EXPECT_EQ(article->references[1].title, "Plain");
    EXPECT_TRUE(article->markdown.starts_with("# Heading"));
}

TEST(ArticleTest, NeedsNoFrontMatter)
{
    EXPECT_EQ(parseArticle("guides/start", "\xEF\xBB\xBF# Getting `started`\n")->title, "Getting started");
    EXPECT_EQ(parseArticle("guides/empty", "")->title, "empty");
    EXPECT_EQ(parseArticle("a", "---\ntitle: never closed\n")->title, "a");
    EXPECT_EQ(parseArticle("a", "---\n---\ntext")->markdown, "text");
}

TEST(ArticleTest, NamesTheLineOfABadFrontMatter)
{
    const auto bad = parseArticle("x", "---\ntitle: a\ntags: [unclosed\n---\n", "/k/x.md");
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().code, "knowledge.front-matter");
    EXPECT_TRUE(bad.error().place.starts_with("/k/x.md:")) << bad.error().place;
    EXPECT_FALSE(parseArticle("x", "---\n- a list\n---\n"));
    const auto hanging =
        parseArticle("x", "---\ntitle: a\n" + std::string("t\0: [1, u']\nb: |\n  x\n3]\n", 24) + "---\n", "/k/x.md");
    ASSERT_FALSE(hanging);
    EXPECT_EQ(hanging.error().place, "/k/x.md:3");
    EXPECT_FALSE(parseArticle("x", "---\n" + std::string(100'000, 'a') + "\n---\n"));
}

TEST(PlainTextTest, KeepsWhatPeopleRead)
{
    const PlainText plain =
        plainText("# Use **TLS**\n\nSee [the guide](https://x.y/z) and `aws_s3_bucket`, <b>now</b>.\n\n"
                  "- one\n- two \\*\n\n| a | b |\n\n```hcl\nresource \"x\" \"y\" {}\n```\n## More ![alt](i.png)\n");
    EXPECT_EQ(plain.headings, "Use TLS More alt");
    EXPECT_EQ(plain.body, "See the guide and aws_s3_bucket, now. one two * a b resource \"x\" \"y\" {}");
    EXPECT_EQ(plain.firstParagraph, "See the guide and aws_s3_bucket, now.");
}

TEST(PlainTextTest, OddInputIsHarmless)
{
    for (const char *text : {"[", "](", "![", "<", "\\", "```", "#", "][x", "**", "\x01\x02", "[a](b"})
        EXPECT_LE(plainText(text).body.size(), 4U) << text;
}
