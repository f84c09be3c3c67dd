// SPDX-License-Identifier: MIT
#include "core/generator/input.h"

#include "core/hcl/literal.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::generator;

static Input inputOf(InputType type)
{
    Input input;
    input.name = "answer";
    input.type = type;
    return input;
}

static std::string parsed(InputType type, std::string_view text)
{
    const auto value = parseInput(inputOf(type), text);
    return value ? hcl::toSource(*value) : "error: " + value.error().message;
}

TEST(InputTest, ReadsWhatAPersonTypes)
{
    EXPECT_EQ(parsed(InputType::String, "a b"), "\"a b\"");
    EXPECT_EQ(parsed(InputType::String, ""), "null");
    EXPECT_EQ(parsed(InputType::Number, " 42 "), "42");
    EXPECT_EQ(parsed(InputType::Boolean, "true"), "true");
    EXPECT_EQ(parsed(InputType::StringList, "a, b,\nc"), R"(["a", "b", "c"])");
    EXPECT_EQ(parsed(InputType::StringList, R"(["a,b", "c"])"), R"(["a,b", "c"])");
    EXPECT_EQ(parsed(InputType::Tags, "Team=a=b, Cost=1"), R"({ Cost = "1", Team = "a=b" })");
    EXPECT_EQ(parsed(InputType::StringMap, R"({ a = "1" })"), R"({ a = "1" })");
}

TEST(InputTest, SaysWhatIsWrong)
{
    EXPECT_EQ(parsed(InputType::Boolean, "maybe"),
              "error: The value of `answer` is wrong: `maybe` is neither true nor false.");
    EXPECT_EQ(parsed(InputType::Number, "many"), "error: The value of `answer` is wrong: `many` is no number.");
    EXPECT_EQ(parsed(InputType::Tags, "Team"), "error: The value of `answer` is wrong: `Team` is no NAME=VALUE.");
    EXPECT_TRUE(parsed(InputType::StringList, "[\"a\"").starts_with("error: "));
    EXPECT_TRUE(parsed(InputType::StringList, "[timestamp()]").starts_with("error: "));
}

TEST(InputTest, TextReadsBackAsTheSameValue)
{
    const std::pair<InputType, const char *> samples[] = {
        {InputType::String, "a, b"},           {InputType::Number, "1.5"},
        {InputType::Boolean, "false"},         {InputType::StringList, "a, b"},
        {InputType::StringList, R"(["a,b"])"}, {InputType::Tags, "a=1,b=2"},
        {InputType::CidrList, "10.0.0.0/8"},
    };
    for (const auto &[type, text] : samples) {
        const Input input = inputOf(type);
        const auto value = parseInput(input, text);
        ASSERT_TRUE(value) << text;
        const auto again = parseInput(input, inputText(input, *value));
        ASSERT_TRUE(again) << text;
        EXPECT_TRUE(value->identical(*again)) << text;
    }
}
