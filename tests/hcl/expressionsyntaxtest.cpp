// SPDX-License-Identifier: MIT
#include "core/hcl/parser.h"
#include "tests/hcl/treeprinter.h"

#include <gtest/gtest.h>

using namespace drydock::hcl;

static std::string expression(std::string text)
{
    const ParsedFile file = parseExpression(SourceFile("<expression>", std::move(text)));
    std::string result = print(file.expression());
    for (const Diagnostic &diagnostic : file.diagnostics)
        result += "\n" + render(diagnostic, file.source());
    return result;
}

TEST(HclExpressionSyntax, Literals)
{
    EXPECT_EQ(expression("1"), "1");
    EXPECT_EQ(expression("1.5e-3"), "1.5e-3");
    EXPECT_EQ(expression("2E+10"), "2E+10");
    EXPECT_EQ(expression("true"), "true");
    EXPECT_EQ(expression("false"), "false");
    EXPECT_EQ(expression("null"), "null");
    EXPECT_EQ(expression("\"a b\""), "\"a b\"");
    EXPECT_EQ(expression("\"\""), "\"\"");
}

TEST(HclExpressionSyntax, NumbersAreNotTakenApart)
{
    EXPECT_EQ(expression("[1, 2.5]"), "[1 2.5]");
    EXPECT_NE(expression("1.2.3").find("Invalid number"), std::string::npos);
    EXPECT_NE(expression("0x1f").find("parseint"), std::string::npos);
    EXPECT_EQ(expression("f(1...)"), "(call f 1...)");
}

TEST(HclExpressionSyntax, PrecedenceAndAssociation)
{
    EXPECT_EQ(expression("1 + 2 * 3"), "(+ 1 (* 2 3))");
    EXPECT_EQ(expression("1 - 2 - 3"), "(- (- 1 2) 3)");
    EXPECT_EQ(expression("a || b && c == d < e + f * -g"), "(|| a (&& b (== c (< d (+ e (* f (- g)))))))");
    EXPECT_EQ(expression("a * b % c / d"), "(/ (% (* a b) c) d)");
    EXPECT_EQ(expression("!a == b"), "(== (! a) b)");
    EXPECT_EQ(expression("-a.b[0]"), "(- ([] (. a b) 0))");
    EXPECT_EQ(expression("--1"), "(- (- 1))");
    EXPECT_EQ(expression("(1 + 2) * 3"), "(* ((+ 1 2)) 3)");
    EXPECT_EQ(expression("a >= b != c <= d"), "(!= (>= a b) (<= c d))");
}

TEST(HclExpressionSyntax, ConditionalsAreRightAssociative)
{
    EXPECT_EQ(expression("a ? b : c ? d : e"), "(? a b (? c d e))");
    EXPECT_EQ(expression("a ? b ? 1 : 2 : 3"), "(? a (? b 1 2) 3)");
    EXPECT_EQ(expression("a == 1 ? b + 1 : -c"), "(? (== a 1) (+ b 1) (- c))");
}

TEST(HclExpressionSyntax, TraversalAndIndex)
{
    EXPECT_EQ(expression("a.b.c"), "(. (. a b) c)");
    EXPECT_EQ(expression("a[\"x\"].y[1 + 2]"), "([] (. ([] a \"x\") y) (+ 1 2))");
    EXPECT_EQ(expression("a.0.b"), "(. ([] a 0) b)");
    EXPECT_EQ(expression("f(x).y"), "(. (call f x) y)");
    EXPECT_EQ(expression("[1, 2][0]"), "([] [1 2] 0)");
    EXPECT_EQ(expression("{a = 1}.a"), "(. {a=1} a)");
    EXPECT_NE(expression("a.0.1").find("[0][1]"), std::string::npos);
}

TEST(HclExpressionSyntax, SplatsReachOverTheStepsBehindThem)
{
    EXPECT_EQ(expression("a.*.b.c"), "(.* a (. (. _ b) c))");
    EXPECT_EQ(expression("a.*.b[0]"), "([] (.* a (. _ b)) 0)");
    EXPECT_EQ(expression("a[*].b[0].c"), "([*] a (. ([] (. _ b) 0) c))");
    EXPECT_EQ(expression("a[*]"), "([*] a _)");
    EXPECT_EQ(expression("a.*"), "(.* a _)");
    EXPECT_EQ(expression("a.*.0.b"), "(.* a (. ([] _ 0) b))");
    EXPECT_EQ(expression("a[*].b[*].c"), "([*] a ([*] (. _ b) (. _ c)))");
    EXPECT_NE(expression("a.*.b.*.c").find("Splat inside a splat"), std::string::npos);
}

TEST(HclExpressionSyntax, Calls)
{
    EXPECT_EQ(expression("f()"), "(call f)");
    EXPECT_EQ(expression("f(1, 2,)"), "(call f 1 2)");
    EXPECT_EQ(expression("f(\n 1,\n 2\n)"), "(call f 1 2)");
    EXPECT_EQ(expression("max(xs...)"), "(call max xs...)");
    EXPECT_EQ(expression("provider::aws::arn_parse(x)"), "(call provider::aws::arn_parse x)");
    EXPECT_EQ(expression("provider :: aws :: arn_parse(x)"), "(call provider::aws::arn_parse x)");
}

TEST(HclExpressionSyntax, Collections)
{
    EXPECT_EQ(expression("[]"), "[]");
    EXPECT_EQ(expression("[1, [2], 3,]"), "[1 [2] 3]");
    EXPECT_EQ(expression("[\n1,\n\n2 # two\n]"), "[1 2]");
    EXPECT_EQ(expression("{}"), "{}");
    EXPECT_EQ(expression("{a = 1, \"b\" : 2}"), "{a=1 \"b\"=2}");
    EXPECT_EQ(expression("{\n a = 1\n b = 2 // b\n\n (c) = 3,\n d.e = 4 }"), "{a=1 b=2 (c)=3 (. d e)=4}");
    EXPECT_EQ(expression("{ \"${x}\" = 1, 1 = 2, true = 3 }"), "{(template $x)=1 1=2 true=3}");
}

TEST(HclExpressionSyntax, ForExpressions)
{
    EXPECT_EQ(expression("[for v in xs : v]"), "(for [v xs v)");
    EXPECT_EQ(expression("[for i, v in xs : v if i > 0]"), "(for [i,v xs v if (> i 0))");
    EXPECT_EQ(expression("{for k, v in xs : k => v}"), "(for {k,v xs k v)");
    EXPECT_EQ(expression("{\n for k, v in xs :\n v => k...\n if k != 1\n }"), "(for {k,v xs v k... if (!= k 1))");
    EXPECT_NE(expression("{for v in xs : v}").find("key => value"), std::string::npos);
    EXPECT_NE(expression("[for v in xs : v => v]").find("Key in a for"), std::string::npos);
    EXPECT_NE(expression("[for v in xs : v...]").find("Grouping"), std::string::npos);
}

TEST(HclExpressionSyntax, NewlinesEndNothingInsideBrackets)
{
    EXPECT_EQ(expression("(\n1\n+\n2\n)"), "((+ 1 2))");
    EXPECT_EQ(expression("a[\n0\n]"), "([] a 0)");
    EXPECT_EQ(expression("(a ?\n b :\n c)"), "((? a b c))");
    EXPECT_EQ(expression("[{\n a = (\n1)\n}]"), "[{a=(1)}]");
}

TEST(HclExpressionSyntax, UnicodeNames)
{
    EXPECT_EQ(expression("größe.名前"), "(. größe 名前)");
    EXPECT_EQ(expression("a-b.c_d"), "(. a-b c_d)");
    EXPECT_NE(expression("a\xcc\x81").find("a\xcc\x81"), std::string::npos);
}

TEST(HclExpressionSyntax, CommentsStandBetweenTokens)
{
    const ParsedFile file = parseExpression(SourceFile("x", "a /* one */ + # two\n b // three"));
    EXPECT_EQ(print(file.expression()), "(+ a b)");
    ASSERT_EQ(file.tree->comments().size(), 3U);
    EXPECT_EQ(file.source().text(file.tree->comments()[0]), "/* one */");
    EXPECT_EQ(file.source().text(file.tree->comments()[1]), "# two");
    EXPECT_EQ(file.source().text(file.tree->comments()[2]), "// three");
}

TEST(HclExpressionSyntax, RangesCoverWhatWasWritten)
{
    const ParsedFile file = parseExpression(SourceFile("x", " (a + b.c [0]) . d "));
    EXPECT_EQ(file.expression().text(), "(a + b.c [0]) . d");
    EXPECT_EQ(file.expression().source().text(), "(a + b.c [0])");
    const Expression sum = file.expression().source().source();
    EXPECT_EQ(sum.text(), "a + b.c [0]");
    EXPECT_EQ(sum.right().text(), "b.c [0]");
    EXPECT_EQ(sum.right().source().nameRange(), (ByteRange{8, 9}));
}
