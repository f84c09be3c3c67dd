// SPDX-License-Identifier: MIT
#include "core/hcl/parser.h"
#include "tests/hcl/treeprinter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace drydock::hcl;
using testing::HasSubstr;

static ParsedFile parsed(std::string text)
{
    return parse(SourceFile("main.tf", std::move(text)));
}

static std::string body(std::string text)
{
    const ParsedFile file = parsed(std::move(text));
    std::string result = print(file.body());
    for (const Diagnostic &diagnostic : file.diagnostics)
        result += "\n" + render(diagnostic, file.source());
    return result;
}

/// "line:column summary" of each diagnostic.
static std::vector<std::string> errors(std::string text)
{
    const ParsedFile file = parsed(std::move(text));
    std::vector<std::string> result;
    for (const Diagnostic &diagnostic : file.diagnostics) {
        const Position position = file.source().position(diagnostic.range.start);
        result.push_back(std::to_string(position.line) + ":" + std::to_string(position.column) + " " +
                         diagnostic.summary);
    }
    return result;
}

using Errors = std::vector<std::string>;

TEST(HclBodySyntax, AttributesAndBlocks)
{
    EXPECT_EQ(body(""), "");
    EXPECT_EQ(body("a = 1"), "a=1;");
    EXPECT_EQ(body("a = 1\nb = 2\n"), "a=1; b=2;");
    EXPECT_EQ(body("a {}\n"), "a{}");
    EXPECT_EQ(body("a \"b\" c {\n d = 1\n e {\n }\n}\n"), "a \"b\" \"c\"{d=1; e{}}");
    EXPECT_EQ(body("a { b = 1 }\n"), "a{b=1;}");
    EXPECT_EQ(body("a { /* x */ b = 1 /* y */ } # z\n"), "a{b=1;}");
    EXPECT_EQ(body("a \"\\u00e9\" {\n}"), "a \"é\"{}");
}

TEST(HclBodySyntax, ByteOrderMarkAndWindowsLineEnds)
{
    EXPECT_EQ(body("\xef\xbb\xbf"
                   "a = 1\r\nb {\r\n  c = 2\r\n}\r\n"),
              "a=1; b{c=2;}");
    const ParsedFile file = parsed("\xef\xbb\xbf"
                                   "a = 1\r\n");
    EXPECT_EQ(file.source().position(3), (Position{1, 1}));
    EXPECT_EQ(file.source().line(1), "\xef\xbb\xbf"
                                     "a = 1");
}

TEST(HclBodySyntax, EveryKindOfCommentIsKept)
{
    const ParsedFile file = parsed("# a\nb = 1 // c\n/* d\n e */ f = 2 # g");
    ASSERT_EQ(file.tree->comments().size(), 4U);
    EXPECT_EQ(file.source().text(file.tree->comments()[2]), "/* d\n e */");
    EXPECT_EQ(file.source().text(file.tree->comments()[3]), "# g");
}

TEST(HclBodySyntax, ViewsFindTheirWay)
{
    const ParsedFile file = parsed("resource \"x\" \"y\" {\n  a = 1\n  b {\n    c = 2\n  }\n  b {\n  }\n}\n");
    const Block resource = file.body().block("resource");
    EXPECT_EQ(resource.label(1), "y");
    EXPECT_EQ(resource.label(2), "");
    EXPECT_EQ(file.source().text(resource.headerRange()), "resource \"x\" \"y\"");
    EXPECT_EQ(resource.body().attribute("a").nameRange(), (ByteRange{21, 22}));
    EXPECT_EQ(resource.body().attribute("a").value().text(), "1");
    EXPECT_EQ(resource.body().blocks().size(), 2U);
    EXPECT_FALSE(resource.body().attribute("zz"));
    EXPECT_EQ(resource.body().attribute("zz").value().kind(), ExpressionKind::Missing);
    const View inner(file.tree.get(), file.tree->nodeAt(file.source().offset({4, 9})));
    EXPECT_EQ(inner.text(), "2");
}

TEST(HclBodySyntax, PositionsCountCodePoints)
{
    const ParsedFile file = parsed("a = \"größe🚢\" ; b\n");
    ASSERT_EQ(file.diagnostics.size(), 1U);
    EXPECT_EQ(file.source().position(file.diagnostics[0].range.start), (Position{1, 14}));
    EXPECT_EQ(file.source().offset({1, 14}), file.diagnostics[0].range.start);
}

TEST(HclBodyErrors, EachErrorIsReportedOnceAndParsingGoesOn)
{
    EXPECT_EQ(errors("a = \nb = 1\nc = ]\nd = 2\ne \"x\nf = 3\n"),
              (Errors{"1:4 Missing value", "3:5 Value expected", "5:3 Unterminated string"}));
    const ParsedFile file = parsed("a = \nb = 1\nc {\n  d = = 2\n  e = 3\n}\nf = 4\n");
    EXPECT_EQ(file.diagnostics.size(), 2U);
    EXPECT_EQ(print(file.body()), "a=MISSING; b=1; c{d=MISSING; e=3;} f=4;");
}

TEST(HclBodyErrors, AnOpenBracketDoesNotSwallowTheFile)
{
    const ParsedFile list = parsed("a = [1, 2\nb = 3\n\nc {\n  d = f(1\n  e = 2\n}\ng = 5\n");
    EXPECT_EQ(list.diagnostics.size(), 2U);
    EXPECT_THAT(print(list.body()), HasSubstr("b=3; c{d=(call f 1); e=2;} g=5;"));
    const ParsedFile quote = parsed("a = \"x${y\nb = 1\nc = 2\n");
    EXPECT_THAT(print(quote.body()), HasSubstr("b=1; c=2;"));
    const ParsedFile object = parsed("r {\n  a = {\n    x = 1\n  b = 2\n}\n\nr {\n  c = 3\n}\n");
    EXPECT_THAT(print(object.body()), HasSubstr("r{c=3;}"));
}

TEST(HclBodyErrors, AnObjectGoesOnAtItsNextLine)
{
    const ParsedFile file = parsed("l {\n  a = {\n    b = \n    c = 1\n    d = ]\n    e = { f = }\n  }\n  g = 2\n}\n");
    EXPECT_EQ(file.diagnostics.size(), 3U);
    EXPECT_THAT(print(file.body()), HasSubstr("c=1"));
    EXPECT_THAT(print(file.body()), HasSubstr("g=2;}"));
    EXPECT_EQ(print(parsed("a = { b = 1 c\nd = 2\n").body()), "a={b=1}; d=2;");
    EXPECT_EQ(errors("a = { b = 1 c\nd = 2\n").size(), 1U);
}

TEST(HclBodyErrors, TheIndentationTellsWhatIsNotClosed)
{
    EXPECT_THAT(body("r \"a\" {\n  x {\n    y = 1\n}\n\nr \"b\" {\n}\n"),
                HasSubstr("Probably the one in line 2 is not closed: the bracket in line 4 closes it"));
}

TEST(HclBodyErrors, SayWhatToDo)
{
    const auto message = [](const std::string &text) { return body(text); };
    EXPECT_THAT(message("a = 'x'\n"), HasSubstr("double quotes"));
    EXPECT_THAT(message("a = \xe2\x80\x9cx\xe2\x80\x9d\n"), HasSubstr("Wrong kind of quote"));
    EXPECT_THAT(message("a = b & c\n"), HasSubstr("The logical operator is &&."));
    EXPECT_THAT(message("a = 1;\n"), HasSubstr("Semicolon"));
    EXPECT_THAT(message("a: 1\n"), HasSubstr("Write a = "));
    EXPECT_THAT(message("\"a\" = 1\n"), HasSubstr("without quotes"));
    EXPECT_THAT(message("a = 1,\nb = 2\n"), HasSubstr("Remove the comma."));
    EXPECT_THAT(message("a \"b\" = 1\n"), HasSubstr("A block has no equals sign"));
    EXPECT_THAT(message("a \"b\"\n{\n}\n"), HasSubstr("Move the brace to the end of this line."));
    EXPECT_THAT(message("a {\n  b = 1 }\n"), HasSubstr("Put the closing brace on a line of its own."));
    EXPECT_THAT(message("a { b = 1, c = 2 }\n"), HasSubstr("lines of their own"));
    EXPECT_THAT(message("a { b {} }\n"), HasSubstr("Nested block in a one-line block"));
    EXPECT_THAT(message("a \"${b}\" {}\n"), HasSubstr("$${"));
    EXPECT_THAT(message("a = 1\na = 2\n"), HasSubstr("already set in line 1"));
    EXPECT_THAT(message("a = b ? c\n"), HasSubstr("Conditional without"));
    EXPECT_THAT(message("a = f(1 2)\n"), HasSubstr("Missing comma"));
    EXPECT_THAT(message("a = { b 1 }\n"), HasSubstr("Key without value"));
    EXPECT_THAT(message("a = { b { } }\n"), HasSubstr("Write \"=\" before the brace."));
    EXPECT_THAT(message("a = x.\n"), HasSubstr("Name expected"));
    EXPECT_THAT(message("a = <<EOT x\nEOT\n"), HasSubstr("Invalid heredoc"));
    EXPECT_THAT(message("a = f(<<EOT\nx\nEOT)\n"), HasSubstr("In line 3, nothing else may stand beside EOT."));
    EXPECT_THAT(message("a = <<EOT\nx\nEOT"), HasSubstr("last line needs a line end"));
    EXPECT_THAT(message("a = /* x\n"), HasSubstr("Unclosed comment"));
    EXPECT_THAT(message("a = \"\xff\"\n"), HasSubstr("UTF-8"));
    EXPECT_THAT(message("a = \"${b:c}\"\n"), HasSubstr("write $$"));
    EXPECT_EQ(errors("# \xff\na = 1\n"), Errors{});
    EXPECT_EQ(errors("}\na = 1\n"), Errors{"1:1 Extra closing brace"});
    EXPECT_EQ(errors("a {\n b {\n"), Errors{"2:4 Unclosed block"});
}

TEST(HclBodyErrors, ShowTheLine)
{
    EXPECT_EQ(body("\n  tags = { a = 1 b = 2 }\n"), "tags={a=1};\n"
                                                    "error: main.tf:2:18: Missing newline, comma or \"}\"\n"
                                                    "  2 |   tags = { a = 1 b = 2 }\n"
                                                    "    |                  ^\n"
                                                    "Found \"b\" where a comma, a line end or \"}\" is expected.\n"
                                                    "The object began in line 2.\n");
}

TEST(HclLimits, DeepNestingIsAMessage)
{
    const auto repeat = [](std::string_view text, std::size_t count) {
        std::string result;
        for (std::size_t i = 0; i < count; ++i)
            result += text;
        return result;
    };
    for (const char *opener :
         {"[", "(", "{a=", "f(", "-", "!", "\"${", "x[", "a ? b : ", "{for x in ", "[for x in y : "}) {
        const ParsedFile file = parsed("a = " + repeat(opener, 100000) + "\nb = 1\n");
        EXPECT_FALSE(file.ok()) << opener;
        EXPECT_THAT(file.diagnostics[0].summary, HasSubstr("Nested too deeply")) << opener;
    }
    EXPECT_THAT(errors(repeat("a {\n", 100000))[0], HasSubstr("Nested too deeply"));
    EXPECT_THAT(errors("a = \"" + repeat("%{if x}", 100000) + "\"\n")[0], HasSubstr("Nested too deeply"));
    EXPECT_EQ(errors("a = " + repeat("[", 200) + repeat("]", 200) + "\n"), Errors{});
}

TEST(HclLimits, LongChainsAreAMessage)
{
    const auto chain = [](std::string_view step, std::size_t count) {
        std::string text = "a = x";
        for (std::size_t i = 0; i < count; ++i)
            text += step;
        return text + "\nb = 1\n";
    };
    for (const char *step : {" + 1", ".a", "[0]", " && y", "[*]"}) {
        EXPECT_FALSE(parsed(chain(step, 100000)).ok()) << step;
        EXPECT_TRUE(parsed(chain(step, 200)).ok()) << step;
    }
    EXPECT_THAT(errors(chain(" + 1", 2000))[0], HasSubstr("Expression too long"));
}

TEST(HclLimits, ManyErrorsEndTheReading)
{
    std::string text;
    for (int i = 0; i < 5000; ++i)
        text += "a = ]\n";
    const auto found = errors(text);
    EXPECT_EQ(found.size(), 1000U);
    EXPECT_THAT(found.back(), HasSubstr("Too many errors"));
}

TEST(HclLimits, AHugeLiteralIsFine)
{
    EXPECT_TRUE(parsed("a = \"" + std::string(5'000'000, 'x') + "\"\n").ok());
    EXPECT_TRUE(parsed("a = " + std::string(100'000, '9') + "\n").ok());
    EXPECT_TRUE(parsed(std::string(1'000'000, '\n')).ok());
}
