// SPDX-License-Identifier: MIT
#include "core/hcl/formatter.h"

#include "tests/hcl/terraformfmt.h"
#include "tests/hcl/treeprinter.h"
#include "tests/hcl/uglysource.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

using namespace drydock::hcl;

static ParsedFile parsed(const std::string &text)
{
    return parse(SourceFile("test.tf", text));
}

static std::string formatted(const std::string &text)
{
    return format(parsed(text));
}

static std::string messages(const ParsedFile &file)
{
    std::string text;
    for (const Diagnostic &diagnostic : file.diagnostics)
        text += render(diagnostic, file.source());
    return text;
}

static std::string numbered(std::size_t number)
{
    const std::string digits = std::to_string(number);
    return "t" + std::string(5 - digits.size(), '0') + digits;
}

/// Compares with the real program; `texts` are valid.
static void expectAsTerraform(const std::map<std::string, std::string> &texts)
{
    const auto real = terraformFormat(texts);
    int failures = 0;
    for (const auto &[name, text] : texts) {
        const ParsedFile file = parsed(text);
        const auto found = real.find(name);
        EXPECT_EQ(file.ok(), found != real.end()) << name << ": accepted by one only\n"
                                                  << text << "\n"
                                                  << messages(file);
        if (!file.ok() || found == real.end())
            continue;
        if (!parsed(found->second).ok()) {
            EXPECT_TRUE(parsed(format(file)).ok()) << "source:\n" << text;
            continue;
        }
        EXPECT_EQ(format(file), found->second) << "source:\n" << text;
        if (testing::Test::HasFailure() && ++failures == 3)
            return;
    }
}

TEST(HclFormatter, SpacesTokens)
{
    EXPECT_EQ(formatted("a=1+2 *3\n"), "a = 1 + 2 * 3\n");
    EXPECT_EQ(formatted("a=f( 1,2 , x... )\n"), "a = f(1, 2, x...)\n");
    EXPECT_EQ(formatted("a=[1,2]\n"), "a = [1, 2]\n");
    EXPECT_EQ(formatted("a={b=1}\n"), "a = { b = 1 }\n");
    EXPECT_EQ(formatted("a= ! b\n"), "a = !b\n");
    EXPECT_EQ(formatted("a=b ?1: - 2\n"), "a = b ? 1 : -2\n");
    EXPECT_EQ(formatted("a=\"x${ b }y\"\n"), "a = \"x${b}y\"\n");
    EXPECT_EQ(formatted("a=x [ 0 ] . b\n"), "a = x[0].b\n");
}

TEST(HclFormatter, AlignsNeighbouringAssignmentsAndComments)
{
    EXPECT_EQ(formatted("a=1\nlong=2 # x\nb = 33 # y\n\nc =1\n"), "a    = 1\nlong = 2  # x\nb    = 33 # y\n\nc = 1\n");
    EXPECT_EQ(formatted("a=1\nlist=[\n1,\n]\nb=2\n"), "a = 1\nlist = [\n  1,\n]\nb = 2\n");
}

TEST(HclFormatter, IndentsByBrackets)
{
    EXPECT_EQ(formatted("a \"b\" {\nc {\nd = [{\ne = 1\n}]\n}\n}\n"),
              "a \"b\" {\n  c {\n    d = [{\n      e = 1\n    }]\n  }\n}\n");
}

TEST(HclFormatter, RewritesWhatTerraformRewrites)
{
    EXPECT_EQ(formatted("a = \"${b.c}\"\n"), "a = b.c\n");
    EXPECT_EQ(formatted("a = \"${b}${c}\"\n"), "a = \"${b}${c}\"\n");
    EXPECT_EQ(formatted("a = \"${\nb ?\n c : d\n}\"\n"), "a = (b ?\nc : d)\n");
    EXPECT_EQ(formatted("resource a b {}\n"), "resource \"a\" \"b\" {}\n");
    EXPECT_EQ(formatted("variable \"x\" {\n  type = \"list\"\n}\n"), "variable \"x\" {\n  type = list(string)\n}\n");
    EXPECT_EQ(formatted("variable \"x\" {\n  type = map\n}\n"), "variable \"x\" {\n  type = map(any)\n}\n");
    EXPECT_EQ(formatted("variable \"x\" {\n  y {\n    type = map\n  }\n}\n"),
              "variable \"x\" {\n  y {\n    type = map\n  }\n}\n");
}

// The real program drops these labels, which changes what the file means; this is the one place where we do not follow.
TEST(HclFormatter, KeepsLabelsWithEscapedSequences)
{
    EXPECT_EQ(formatted("b  \"$${x}\" {}\n"), "b \"$${x}\" {}\n");
    EXPECT_EQ(formatted("b  \"a%%{x}\" \"5%\" {}\n"), "b \"a%%{x}\" \"5%\" {}\n");
}

TEST(HclFormatter, LeavesFilesWithErrorsAlone)
{
    EXPECT_EQ(formatted("a   =   \nb=1\n"), "a   =   \nb=1\n");
}

TEST(HclFormatter, LayoutWorksOnAnyText)
{
    EXPECT_EQ(formatLayout("a=1\nbb=\n"), "a  = 1\nbb =\n");
    EXPECT_EQ(formatLayout("\"unterminated\na=1"), "\"unterminated\na=1");
}

TEST(HclFormatter, PrintsUglyHandwrittenFilesAsTerraform)
{
    if (!hasTerraform())
        GTEST_SKIP() << "terraform is not on PATH";
    const std::vector<std::string> texts = {
        "",
        "\n\n\n",
        "a = 1",
        "a = 1   ",
        "a = 1 \t ",
        "a = 1 # no newline",
        "a = 1 /* no newline */",
        "# only",
        "  # indented",
        "\xef\xbb\xbf"
        "a=1\n",
        "\xef\xbb\xbf\n\na=1\n",
        "\xef\xbb\xbf# comment\na=1\n",
        "a=1\r\nbb=2 # c\r\n\r\nb {\r\nc=1\r\n}\r\n",
        "a = <<EOT\r\nx\r\n  EOT\r\nb=1\r\n",
        "a=<<-EOT\n    x ${ y }\n      %{ if a }b%{ endif }\n  EOT\nb=1\n",
        "a=f(<<EOT\nx\nEOT\n,1)\nlong=1\n",
        "a = [\n<<EOT\nx\nEOT\n]\n",
        "b /* x */ \"l\" /* y */ \"m\" /* z */ {\n}\n",
        "b /* x */ {\n}\n",
        "b l /* y */ m {\n}\n",
        "b \"a\\u00e9\\t\\\"\" \"größe\" \"\\u200b\" \"\\u00a0\" {}\n",
        "a = \"${~ b ~}\"\n",
        "a = \"${\"x\"}\"\n",
        "a = \"${\"${b}\"}\"\n",
        "a = \"${f(\"${b}\")}\"\n",
        "a = \"${b}\" == \"${c}\"\n",
        "a = \"${{b=1}}\"\n",
        "a = \"${ b # c\n}\"\n",
        "a { b = \"${ b # c\n}\" }\n",
        "a = \"${ b # c\n + d}\"\n",
        "a = \"${\n\n b\n\n}\"\n",
        "a = \"${(\nb\n)}\"\n",
        "a = { b = \"${c}\" }\n",
        "a = [\"${c}\"]\n",
        "a { b = \"${c}\" }\n",
        "variable x { type = \"string\" }\n",
        "variable x {\n type = \"${list}\"\n type2 = list\n}\n",
        "variable x {\n type = /* c */ \"map\" # d\n}\n",
        "a = { for k , v in x:k=>-v }\n",
        "a = -1\nb = 1 -1\nc = (-1)\nd = [-1,-2]\ne = x ? -1 : - 2\nf = a&&-1\ng = \"${-1}${- 2}\"\n",
        "a = !-1\nb = - - 1\n",
        "a = [for v in [1]:v if v in[2]]\n",
        "a = [{\nb=1\n},{\nc=1\n}]\n",
        "a = f({\nb=1\n},[\n1\n])\n",
        "a = (\n1+\n2)\n",
        "a = [\n[\n1\n]]\nb = 1\n",
        "a { b = 1 }\nlonger { b = 1 }\n",
        "a = { b = 1\n c = 2 }\n",
        "a = {\n b = 1, c = 2\n d=3 # x\n eee=4 # y\n}\n",
        "a = 1 /* x */ # y\nbbb=2 # z\n",
        "/* a\nb */ c = 1\nlonger = 2\n",
        "größe = 1 # x\na = \"é👩‍🚀🇩🇪\" # y\nb = 1 # z\n",
        "e\xcc\x81t = 1\nab = 2\n",
        "한국어 = 1\nb = 2\n",
        "a = x . y [ 0 ] [ * ] . z\nb = x.*.y\nc = x . 0 . z\n",
        "a = provider :: b :: c ( 1 )\n",
        "a = \"%{ if x }y%{ else }z%{ endif }\"\nb = \"%{for x in y~}${x}%{endfor}\"\n",
        "a = \"%{ if {b=1}.b }y%{ endif }\"\n",
        "a =1;\n",
        "a = [1\n,2]\n",
        "a = f(\n)\nb = [\n]\nc = {\n}\n",
        "a = b\n# one\nccc = d\n// two\n\ne = f\n",
        "a {\n# x\n   # y\n}\n",
        "a {\n\n\n b = 1\n\n}\n",
        "a { # x\nb = 1 # y\n} # z\n",
        "a = b[\"x\" /* c */]\nc = d[/* c */ 0]\n",
        "a = true ? [\n1] : [\n2]\nlong = 1\n",
        "a = f(1, {\n  b = 1\n})\n",
        "a = [\n  1, # one\n  22, # two\n]\n",
        "a = x == -1 ? -x : !x\n",
        "a = 1\n\n\n\nb = 2\n   \n",
        "a\t=\t1\n\tb\t=\t2\n",
        "a = [ # c\n  1\n]\nb = { # d\n c = 1 }\n",
        "a = {\"b\":1,c:2}\n",
        "in = 1\na = in [0]\n",
        "a = for\nb = if\n",
        "a = [for x in y : x...]\n",
        "a = { for x in y : x => x... if x }\n",
        "a = 1 b = 2\n",
        "a = 1\n}\n",
        "a = \"x\ny\"\n",
        "a = 1\na = 2\n",
        "a.b = 1\n",
        "\"a\" = 1\n",
        "a = <<EOT\nx\nEOT",
        "a = 'x'\n",
        "a = \"\\x\"\n",
        "a = \"\\u12\"\n",
        "a b = 1\n",
        "a \"b\"\n{\n}\n",
        "a { b = 1\n}\n",
        "a { b {} }\n",
        "a = 1.2.3\n",
        "a = x.0.1\n",
        "a = 1 +\n2\n",
        "a = (1\n",
        "a = \"${x\"\n",
        "a = \"${}\"\n",
        "a = \"%{ if x }\"\n",
        "a = \"%{ endif }\"\n",
        "a = \"%{ foo }\"\n",
        "a = \xff\n",
        "# \xff\na=1\n",
        "a = \"\xff\"\n",
        "a = f(x... , 1)\n",
        "a = /* open\n",
        "a = x.*.y.*.z\n",
        "a = { b }\n",
        "a = { b = }\n",
        "a = { for = 1 }\n",
        "a = [for]\n",
        "a = ~1\n",
        "a = 1 & 2\n",
        "a {\n",
        "a = x.\n",
        "a = 1e\n",
        "a = 1e5\nb = 1E+5\nc = 1.5e-3\n",
        "a = 1.e5\n",
        "a = f (1)\n",
        "a = x::y\n",
        "a = \"$\"\nb = \"%\"\nc = \"$$\"\nd = \"$$${x}\"\ne = \"a$b%c\"\n",
        "a = <<EOT\n$\n%\n$${x}\n$x\nEOT\nb=1\n",
        "a = <<-A-B\nx\nA-B\nb=1\n",
        "a = <<EOT \nx\nEOT\n",
        "a = ...\n",
        "a = [...]\n",
        "a = x ? y\n",
        "a = (x ? y\n: z)\n",
        "a = x[*]y\n",
        "a = {(x) = 1, \"${y}\" = 2, z.w = 3, 4 = 5, null = 6}\n",
        "a = x[\n*\n]\n",
        "terraform {\nrequired_version=\">= 1.0\"\nbackend s3 {\nbucket=\"b\"\n}\n}\n",
    };
    std::map<std::string, std::string> named;
    for (std::size_t i = 0; i < texts.size(); ++i)
        named[numbered(i)] = texts[i];
    expectAsTerraform(named);
}

TEST(HclFormatter, PrintsRandomUglyFilesAsTerraform)
{
    if (!hasTerraform())
        GTEST_SKIP() << "terraform is not on PATH";
    std::map<std::string, std::string> texts;
    for (std::uint32_t seed = 1; seed <= 2000; ++seed)
        texts[numbered(seed)] = UglySource(seed).file();
    expectAsTerraform(texts);
}

TEST(HclFormatter, FormattingTwiceChangesNothingAndKeepsItValid)
{
    int valid = 0;
    for (std::uint32_t seed = 10001; seed <= 12000; ++seed) {
        const std::string text = UglySource(seed).file();
        const ParsedFile file = parsed(text);
        if (!file.ok())
            continue;
        ++valid;
        const std::string once = format(file);
        const ParsedFile again = parsed(once);
        ASSERT_TRUE(again.ok()) << "source:\n" << text << "\nformatted:\n" << once << messages(again);
        EXPECT_EQ(format(again), once) << "source:\n" << text;
    }
    EXPECT_GT(valid, 1200);
}
