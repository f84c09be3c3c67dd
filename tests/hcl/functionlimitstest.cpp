// SPDX-License-Identifier: MIT
// What a few nested calls must not be able to ask for.
#include "core/base/temporaryfolder.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/function.h"
#include "core/hcl/scope.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>

using namespace drydock;
using namespace drydock::hcl;
using testing::HasSubstr;

/// The error of an expression in which `big` is a text of one MB.
static std::string errorOf(const std::string &expression, const std::filesystem::path &root = {})
{
    VariableScope scope;
    scope.set("big", Value::string(std::string(1U << 20U, 'a')));
    EvaluationContext context;
    context.scope = &scope;
    if (!root.empty())
        context.fileRoot = root;
    const auto value = evaluateText(expression, context);
    return value ? "no error" : value.error().message;
}

TEST(FunctionLimits, NoFunctionMakesATextThatTakesAllMemory)
{
    const std::string tooLarge = "the text would have more than 64 MB";
    EXPECT_THAT(errorOf("join(big, range(100))"), HasSubstr(tooLarge));
    EXPECT_THAT(errorOf(R"(replace(big, "a", big))"), HasSubstr(tooLarge));
    EXPECT_THAT(errorOf(R"(replace(big, "", big))"), HasSubstr(tooLarge));
    EXPECT_THAT(errorOf(R"(replace(big, "/a/", big))"), HasSubstr(tooLarge));
    EXPECT_THAT(errorOf(R"(format(replace(big, "a", "%10000s"), 1))"), HasSubstr("not enough arguments"));
    EXPECT_THAT(errorOf(R"(format(replace(big, "a", "%10000[1]s"), 1))"), HasSubstr(tooLarge));
}

TEST(FunctionLimits, TextsCountInTheSizeOfAValue)
{
    EXPECT_EQ(Value::string("a").weight(), 1U);
    EXPECT_EQ(Value::string(std::string(1U << 20U, 'a')).weight(), 4097U);
}

TEST(FunctionLimits, APatternOfFilesIsNotWithoutBounds)
{
    const auto folder = TemporaryFolder::create("drydock-hcl-");
    ASSERT_TRUE(folder);
    EXPECT_THAT(errorOf(R"(fileset(".", replace(big, "a", "{b,c}")))", folder->path()), HasSubstr("4096 bytes"));
}

TEST(FunctionLimits, ATemplateRendersNoTemplate)
{
    const auto folder = TemporaryFolder::create("drydock-hcl-");
    ASSERT_TRUE(folder);
    std::ofstream(folder->path() / "twice.tftpl")
        << R"(${templatefile("twice.tftpl", {})}${templatefile("twice.tftpl", {})})";
    EXPECT_THAT(errorOf(R"(templatefile("twice.tftpl", {}))", folder->path()),
                HasSubstr("cannot recursively call templatefile from inside another template function"));
    EXPECT_THAT(errorOf(R"(templatefile("twice.tftpl", {"a b" = 1}))", folder->path()),
                HasSubstr("invalid template variable name \"a b\""));
}

TEST(FunctionLimits, InfiniteNumbersHaveATextInEveryFormat)
{
    for (const char *verb : {"%v", "%g", "%G", "%e", "%E", "%f"})
        EXPECT_EQ(errorOf(std::string("format(\"") + verb + "\", 1 / 0)"), "no error") << verb;
    EXPECT_THAT(errorOf("jsonencode(1 / 0)"), HasSubstr("infinity"));
}
