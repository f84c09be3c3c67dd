// SPDX-License-Identifier: MIT
#include "core/knowledge/matchexpression.h"

#include <gtest/gtest.h>

using namespace drydock::knowledge;

static std::string expressionFor(std::string_view typed, Joining joining = Joining::All)
{
    return matchExpression(typed, joining, [](const std::string &prefix) {
        return prefix == "encr" ? std::vector<std::string>{"encrypt", "encryption"} : std::vector<std::string>();
    });
}

TEST(MatchExpressionTest, LastWordMayBeHalfTyped)
{
    EXPECT_EQ(expressionFor("S3 encr"), "\"s3\" AND (\"encr\"* OR \"encrypt\" OR \"encryption\")");
    EXPECT_EQ(expressionFor("encr "), "\"encr\"") << "a blank ends the word";
    EXPECT_EQ(expressionFor("aws_s3_bu"), "(\"aws s3 bu\"*)");
}

TEST(MatchExpressionTest, PhrasesAndExclusions)
{
    EXPECT_EQ(expressionFor("\"public access\" -azure block "), "(\"public access\" AND \"block\") NOT (\"azure\")");
    EXPECT_EQ(expressionFor("a b ", Joining::Any), "\"a\" OR \"b\"");
    EXPECT_EQ(expressionFor("-only"), "");
}

TEST(MatchExpressionTest, NothingTypedIsSyntax)
{
    EXPECT_EQ(expressionFor("NEAR(a, b) AND \"unclosed"), "\"near a\" AND \"b\" AND \"and\" AND \"unclosed\"");
    for (const char *typed : {"", " ", "\"", "\"\"", "-", "- ", "*", "()", "'; DROP TABLE articles"})
        EXPECT_EQ(expressionFor(typed).find('\''), std::string::npos) << typed;
}
