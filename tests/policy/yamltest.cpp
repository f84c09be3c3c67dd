// SPDX-License-Identifier: MIT
#include "core/policy/yamlnode.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::policy;

static Error errorOf(const std::string &text)
{
    auto read = YamlReader("some.yaml", "config.invalid").parse(text);
    return read ? Error{} : read.error();
}

TEST(YamlTest, NodesKnowTheirPlace)
{
    auto root = YamlReader("some.yaml", "config.invalid").parse("a: 1\nb:\n  - x\n  - y: [1, 2]\n");
    ASSERT_TRUE(root.has_value());
    const YamlNode *b = root->find("b");
    ASSERT_NE(b, nullptr);
    ASSERT_EQ(b->items.size(), 2U);
    EXPECT_EQ(b->items[1].line, 4U);
    EXPECT_EQ(b->items[1].column, 5U);
    EXPECT_EQ(YamlReader::json(*root), R"({"a":1,"b":["x",{"y":[1,2]}]})");
}

TEST(YamlTest, ScalarsFollowTheCoreSchemaAndQuotesMeanText)
{
    auto root = YamlReader("some.yaml", "x").parse("a: true\nb: 'true'\nc: 1.5\nd: ~\ne: 1e3x\nf: '7'\n");
    ASSERT_TRUE(root.has_value());
    EXPECT_EQ(YamlReader::json(*root), R"({"a":true,"b":"true","c":1.5,"d":null,"e":"1e3x","f":"7"})");
}

TEST(YamlTest, SyntaxErrorsNameThePlace)
{
    const Error error = errorOf("a: 1\nb: [1, 2\nc: 3\n");
    EXPECT_EQ(error.code, "config.invalid");
    EXPECT_TRUE(error.place.starts_with("some.yaml:")) << error.place;
    EXPECT_FALSE(error.hint.empty());
}

TEST(YamlTest, DuplicateKeysAreRefused)
{
    const Error error = errorOf("a: 1\nb: 2\na: 3\n");
    EXPECT_EQ(error.place, "some.yaml:3:1");
    EXPECT_NE(error.message.find("\"a\" is there twice"), std::string::npos) << error.message;
}

TEST(YamlTest, TagsThatWouldSwallowAnExpressionAreRefused)
{
    const Error error = errorOf("deny: !enabled(self.x)\n");
    EXPECT_NE(error.message.find("must be quoted"), std::string::npos) << error.message;
}

TEST(YamlTest, AliasBombsAreBounded)
{
    std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const std::string last = "*a" + std::to_string(i - 1);
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [";
        for (int j = 0; j < 10; ++j)
            text += (j == 0 ? "" : ", ") + last;
        text += "]\n";
    }
    EXPECT_NE(errorOf(text).message.find("200,000 nodes"), std::string::npos);
}

TEST(YamlTest, DeepNestingIsBounded)
{
    EXPECT_FALSE(errorOf(std::string(5000, '[') + std::string(5000, ']')).message.empty());
    EXPECT_FALSE(errorOf(std::string(100, '[') + std::string(100, ']')).message.empty());
}

TEST(YamlTest, WhatTheLibraryNeverFinishesReadingIsRefused)
{
    // Found by fuzzing: yaml-cpp reads on for ever, taking memory, behind such a NUL or such a flow sequence.
    const std::string nul(1, '\0');
    const Error error = errorOf("b: 1\na" + nul + ": [1, t']\nb: |\n  x\n3]\nb: |\n x\n");
    EXPECT_EQ(error.place, "some.yaml:2:2");
    EXPECT_NE(error.message.find("control characters"), std::string::npos) << error.message;
    EXPECT_FALSE(errorOf(",: [--+-------- true, ~ r'==2== nul2-01, 1e3]\nb:@@@@########\n").message.empty());
    EXPECT_EQ(errorOf("a: 1\n---\nb: 2\n").place, "some.yaml:2:1");
    EXPECT_EQ(errorOf("a: 1\n]\nb: 2\n").code, "config.invalid") << "nothing is passed over";
    EXPECT_EQ(errorOf("a: 1\n...\n# end\nb: 2\n").place, "some.yaml:4:1");
    EXPECT_TRUE(errorOf("%YAML 1.2\n# head\n---\na: 1\n...\n# end\n").message.empty());
    EXPECT_TRUE(errorOf("a: |\n  ---\n  text\nb: \"--- x\"\n").message.empty());
    EXPECT_TRUE(errorOf("a: 1\r\nb:\t2\r\n").message.empty());
}

TEST(YamlTest, NearestSuggestsOnlyWhatIsNear)
{
    const std::vector<std::string> words = {"severity", "waivers", "settings"};
    EXPECT_EQ(nearest("waiver", words), "waivers");
    EXPECT_EQ(nearest("severty", words), "severity");
    EXPECT_EQ(nearest("colour", words), "");
}
