// SPDX-License-Identifier: MIT
#include "core/hcl/edit.h"

#include "core/hcl/formatter.h"
#include "tests/hcl/uglysource.h"

#include <gtest/gtest.h>

#include <functional>

using namespace drydock::hcl;

/// The text after changes to the body of its first block.
static std::string changed(const std::string &text, const std::function<drydock::Result<>(Editor &, Body)> &change)
{
    const ParsedFile file = parse(SourceFile("test.tf", text));
    EXPECT_TRUE(file.ok()) << text;
    Editor editor(file);
    const Block block = *file.body().blocks().begin();
    if (const auto done = change(editor, block.body()); !done)
        return done.error().code;
    const auto edits = editor.edits();
    if (!edits)
        return edits.error().code;
    const std::string result = applyEdits(text, *edits).value();
    const ParsedFile again = parse(SourceFile("test.tf", result));
    EXPECT_TRUE(again.ok()) << result;
    const bool wasFormatted = format(file) == text;
    EXPECT_TRUE(!wasFormatted || format(again) == result) << result;
    return result;
}

static std::string set(const std::string &text, std::string_view path, std::string_view expression)
{
    return changed(text, [&](Editor &editor, Body body) { return editor.setAttribute(body, path, expression); });
}

static std::string removed(const std::string &text, std::string_view path)
{
    return changed(text, [&](Editor &editor, Body body) { return editor.remove(body, path); });
}

TEST(HclEdit, ReplacesAValueAndKeepsItsComments)
{
    EXPECT_EQ(set("a \"b\" {\n  # why\n  c = 1 # one\n  d = 2\n}\n", "c", "\"x\""),
              "a \"b\" {\n  # why\n  c = \"x\" # one\n  d = 2\n}\n");
}

TEST(HclEdit, AddsAnAttributeBehindTheLastAndAlignsTheGroup)
{
    EXPECT_EQ(set("a {\n  b = 1\n\n  c {\n  }\n}\n", "encrypted", "true"),
              "a {\n  b         = 1\n  encrypted = true\n\n  c {\n  }\n}\n");
    EXPECT_EQ(set("a {\n}\n", "b", "1"), "a {\n  b = 1\n}\n");
    EXPECT_EQ(set("a {}\n", "b", "1"), "a {\n  b = 1\n}\n");
    EXPECT_EQ(set("a { b = 1 }\n", "cc", "2"), "a {\n  b  = 1\n  cc = 2\n}\n");
    EXPECT_EQ(set("a {\n  b {\n  }\n}\n", "c", "1"), "a {\n  c = 1\n\n  b {\n  }\n}\n");
}

TEST(HclEdit, MakesMissingBlocks)
{
    EXPECT_EQ(set("a {\n  b = 1\n}\n", "metadata_options.http_tokens", "\"required\""),
              "a {\n  b = 1\n\n  metadata_options {\n    http_tokens = \"required\"\n  }\n}\n");
    EXPECT_EQ(set("a {\n}\n", "b.c.d", "1"), "a {\n  b {\n    c {\n      d = 1\n    }\n  }\n}\n");
    EXPECT_EQ(set("a {\n  b {\n    c = 1\n  }\n  b {\n  }\n}\n", "b[1].c", "2"),
              "a {\n  b {\n    c = 1\n  }\n  b {\n    c = 2\n  }\n}\n");
}

TEST(HclEdit, SeveralChangesShareANewBlock)
{
    const std::string result = changed("a {\n  x = 1\n}\n", [](Editor &editor, Body body) {
        return editor.setAttribute(body, "m.tokens", "\"required\"")
            .and_then([&] { return editor.setAttribute(body, "m.hop_limit", "1"); })
            .and_then([&] { return editor.setAttribute(body, "y_long", "2"); })
            .and_then([&] { return editor.remove(body, "x"); });
    });
    EXPECT_EQ(result, "a {\n  y_long = 2\n\n  m {\n    tokens    = \"required\"\n    hop_limit = 1\n  }\n}\n");
}

TEST(HclEdit, ReachesIntoObjects)
{
    EXPECT_EQ(set("a {\n  tags = {\n    x = 1\n  }\n}\n", "tags.x", "2"), "a {\n  tags = {\n    x = 2\n  }\n}\n");
    EXPECT_EQ(set("a {\n  tags = {\n    x = 1 # c\n  }\n}\n", "tags.\"cost-center\"", "\"42\""),
              "a {\n  tags = {\n    x           = 1 # c\n    cost-center = \"42\"\n  }\n}\n");
    EXPECT_EQ(set("a {\n  tags = { x = 1 }\n}\n", "tags.y", "2"), "a {\n  tags = { x = 1, y = 2 }\n}\n");
    EXPECT_EQ(set("a {\n  tags = {}\n}\n", "tags.\"a b\"", "2"), "a {\n  tags = { \"a b\" = 2 }\n}\n");
    EXPECT_EQ(set("a {\n}\n", "tags.\"a b\"", "2"), "a {\n  tags = {\n    \"a b\" = 2\n  }\n}\n");
    EXPECT_EQ(set("a {\n  tags = merge(x, {})\n}\n", "tags.y", "2"), "edit.path");
}

TEST(HclEdit, Removes)
{
    EXPECT_EQ(removed("a {\n  b = 1 # x\n  c = 2\n}\n", "b"), "a {\n  c = 2\n}\n");
    EXPECT_EQ(removed("a {\n  long = 1\n  c    = 2\n}\n", "long"), "a {\n  c = 2\n}\n");
    EXPECT_EQ(removed("a {\n  b = 1\n\n  c {\n    d = 1\n  }\n}\n", "c"), "a {\n  b = 1\n}\n");
    EXPECT_EQ(removed("a {\n  b = 1\n\n  c {\n  }\n\n  d {\n  }\n}\n", "c"), "a {\n  b = 1\n\n  d {\n  }\n}\n");
    EXPECT_EQ(removed("a { b = 1 }\n", "b"), "a {}\n");
    EXPECT_EQ(removed("a {\n  b = { c = 1, d = 2 }\n}\n", "b.c"), "a {\n  b = { d = 2 }\n}\n");
    EXPECT_EQ(removed("a {\n  b = { c = 1, d = 2 }\n}\n", "b.d"), "a {\n  b = { c = 1 }\n}\n");
    EXPECT_EQ(removed("a {\n  b = {\n    c = 1\n    d = 2\n  }\n}\n", "b.c"), "a {\n  b = {\n    d = 2\n  }\n}\n");
    EXPECT_EQ(removed("a {\n  b = 1\n}\n", "x.y"), "a {\n  b = 1\n}\n");
}

TEST(HclEdit, AppendsBlocks)
{
    const auto append = [](const std::string &text, std::string_view source) {
        return changed(text, [&](Editor &editor, Body body) { return editor.appendToBody(body, source); });
    };
    EXPECT_EQ(append("a {\n  b = 1\n}\n", "c{\nd=1\n}"), "a {\n  b = 1\n\n  c {\n    d = 1\n  }\n}\n");
    EXPECT_EQ(append("a {}\n", "c{\n}\n"), "a {\n  c {\n  }\n}\n");
    EXPECT_EQ(append("a { x = 1 }\n", "c{\n}\n"), "a {\n  x = 1\n\n  c {\n  }\n}\n");
    const auto after = [](const std::string &text, std::string_view source) {
        return changed(text, [&](Editor &editor, Body body) {
            const Block block = *body.tree()->body().blocks().begin();
            return editor.appendAfter(block, source);
        });
    };
    EXPECT_EQ(after("a {\n} # x\n\nb {\n}\n", "c \"d\" {\n}\n"), "a {\n} # x\n\nc \"d\" {\n}\n\nb {\n}\n");
    EXPECT_EQ(after("a {\n}", "c {\n}"), "a {\n}\n\nc {\n}\n");
    EXPECT_EQ(after("a {\n}\n", "c {"), "edit.syntax");
    const auto toFile = [](const std::string &text, std::string_view source) {
        return changed(text, [&](Editor &editor, Body) { return editor.appendToFile(source); });
    };
    EXPECT_EQ(toFile("a {\n}\n", "c {\n}"), "a {\n}\n\nc {\n}\n");
    EXPECT_EQ(toFile("a {\n}", "c {\n}"), "a {\n}\n\nc {\n}\n");
    EXPECT_EQ(toFile("a {\n}\n\n", "c {\n}"), "a {\n}\n\nc {\n}\n");
}

TEST(HclEdit, LeavesAnUnformattedFileAsItIs)
{
    EXPECT_EQ(set("a   {\n    b=1\n\n    ccc   =   2\n}\n", "b", "3"), "a   {\n  b = 3\n\n    ccc   =   2\n}\n");
}

TEST(HclEdit, KeepsWindowsLineEnds)
{
    EXPECT_EQ(set("a {\r\n  b = 1\r\n}\r\n", "c.d", "1"), "a {\r\n  b = 1\r\n\r\n  c {\r\n    d = 1\r\n  }\r\n}\r\n");
}

TEST(HclEdit, FormatsWhatIsSet)
{
    EXPECT_EQ(set("a {\n}\n", "b", "[1,2  ]"), "a {\n  b = [1, 2]\n}\n");
    EXPECT_EQ(set("a {\n}\n", "b", "{\nc=1\n}"), "a {\n  b = {\n    c = 1\n  }\n}\n");
    EXPECT_EQ(set("a {\n}\n", "b", "1 +"), "edit.syntax");
    EXPECT_EQ(set("a {\n}\n", "b", "1\nc = 2"), "edit.syntax");
    EXPECT_EQ(set("a {\n}\n", "b..c", "1"), "edit.path");
}

TEST(HclEdit, EditsAreMinimalAndSorted)
{
    const std::string text = "a {\n  b = 1\n  c = 2\n}\n";
    const ParsedFile file = parse(SourceFile("x", text));
    Editor editor(file);
    const Body body = (*file.body().blocks().begin()).body();
    ASSERT_TRUE(editor.setAttribute(body, "c", "3").has_value());
    ASSERT_TRUE(editor.setAttribute(body, "b", "1").has_value());
    const auto edits = editor.edits();
    ASSERT_TRUE(edits.has_value());
    EXPECT_EQ(*edits, (std::vector<TextEdit>{{18, 19, "3"}}));
}

TEST(HclEdit, RefusesOverlappingEdits)
{
    EXPECT_EQ(applyEdits("abc", {{0, 2, "x"}, {1, 3, "y"}}).error().code, "edit.invalid");
    EXPECT_EQ(applyEdits("abc", {{2, 4, "x"}}).error().code, "edit.invalid");
    EXPECT_EQ(applyEdits("abc", {{1, 1, "x"}, {1, 1, "y"}, {0, 1, ""}}).value(), "xybc");
}

// Whatever the file looks like: it still parses, the value is there, and nothing but spaces changed elsewhere.
TEST(HclEdit, SetsInRandomFiles)
{
    for (std::uint32_t seed = 20001; seed <= 20600; ++seed) {
        const std::string text = UglySource(seed).file();
        const ParsedFile file = parse(SourceFile("x", text));
        if (!file.ok() || file.body().blocks().empty())
            continue;
        for (const std::string &source : {text, format(file)}) {
            const ParsedFile before = parse(SourceFile("x", source));
            Editor editor(before);
            const Body body = (*before.body().blocks().begin()).body();
            ASSERT_TRUE(editor.setAttribute(body, "new_one.value", "\"v\"").has_value());
            ASSERT_TRUE(editor.setAttribute(body, "added", "42").has_value());
            const auto result = editor.text();
            ASSERT_TRUE(result.has_value()) << source;
            const ParsedFile after = parse(SourceFile("x", *result));
            ASSERT_TRUE(after.ok()) << source << "\nbecame\n"
                                    << *result << "\n"
                                    << render(after.diagnostics[0], after.source());
            const Body changedBody = (*after.body().blocks().begin()).body();
            EXPECT_EQ(changedBody.attribute("added").value().text(), "42");
            EXPECT_EQ(changedBody.block("new_one").body().attribute("value").value().text(), "\"v\"");
            EXPECT_EQ(after.tree->comments().size(), before.tree->comments().size());
        }
    }
}
