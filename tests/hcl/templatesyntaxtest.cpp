// SPDX-License-Identifier: MIT
#include "core/base/filereader.h"
#include "core/base/identifier.h"
#include "core/hcl/parser.h"
#include "tests/hcl/terraformfmt.h"
#include "tests/hcl/treeprinter.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

using namespace drydock::hcl;
namespace fs = std::filesystem;

static std::string expression(const std::string &text)
{
    const ParsedFile file = parse(SourceFile("test.tf", "a = " + text + "\n"));
    std::string result = print(file.body().attribute("a").value());
    for (const Diagnostic &diagnostic : file.diagnostics)
        result += "\n" + diagnostic.summary;
    return result;
}

static std::string bareTemplate(const std::string &text)
{
    const ParsedFile file = parseTemplate(SourceFile("test.tftpl", text));
    std::string result = print(file.templateBody());
    for (const Diagnostic &diagnostic : file.diagnostics)
        result += "\n" + diagnostic.summary;
    return result;
}

TEST(HclTemplateSyntax, Escapes)
{
    EXPECT_EQ(expression(R"("\n\r\t\"\\")"), R"("\n\r\t\"\\")");
    EXPECT_EQ(expression(R"("\u00e9\U0001F6A2")"), "\"é🚢\"");
    EXPECT_EQ(expression(R"("$${a} %%{b} $ % $$ $a")"), R"("$${a} %%{b} $ % $$ $a")");
    EXPECT_EQ(expression(R"("$$${a}")"), R"("$$${a}")");
    EXPECT_EQ(decodeQuoted(R"(a\tb$${c}%%{d}\u0041)"), "a\tb${c}%{d}A");
    EXPECT_EQ(encodeQuoted("a\tb${c}%{d}\"\\"), R"(a\tb$${c}%%{d}\"\\)");
}

TEST(HclTemplateSyntax, BadEscapesAreAllReported)
{
    const ParsedFile file = parse(SourceFile("x", R"(a = "\x \u12 \ud800 \U00110000 ok \q")"
                                                  "\n"));
    EXPECT_EQ(file.diagnostics.size(), 5U);
    EXPECT_TRUE(file.body().attribute("a"));
}

TEST(HclTemplateSyntax, Interpolations)
{
    EXPECT_EQ(expression(R"("a ${b} c")"), R"((template "a " $b " c"))");
    EXPECT_EQ(expression(R"("${a}${b}")"), "(template $a $b)");
    EXPECT_EQ(expression(R"("${"x${y}"}")"), R"((template $(template "x" $y)))");
    EXPECT_EQ(expression("\"${\n a\n}\""), "(template $a)");
    EXPECT_EQ(expression(R"("${{a = "}"}}")"), R"((template ${a="}"}))");
    EXPECT_EQ(expression(R"("a  ${~ b ~}  c")"), R"((template "a" $b "c"))");
}

TEST(HclTemplateSyntax, Directives)
{
    EXPECT_EQ(expression(R"("%{if a}x%{else}y%{endif}")"), R"((template (if a ( "x") ( "y"))))");
    EXPECT_EQ(expression(R"("%{ for k, v in m }${k}%{ endfor }!")"), R"((template (for k,v m ( $k)) "!"))");
    EXPECT_EQ(expression(R"("%{ if a }%{ for x in y }z%{ endfor }%{ endif }")"),
              R"((template (if a ( (for x y ( "z"))))))");
    EXPECT_EQ(expression(R"("%{if a}x")"), "(template (if a ( \"x\")))\nUnclosed if directive");
    EXPECT_EQ(expression(R"("%{endfor}")"), "(template)\nUnexpected endfor");
    EXPECT_EQ(expression(R"("%{if a}%{endfor}")"), "(template (if a ()))\nUnclosed if directive");
    EXPECT_EQ(expression(R"("%{if a}%{else}%{else}%{endif}")"), "(template (if a () ()))\nSecond else");
    EXPECT_EQ(expression(R"("%{while a}")"), "(template)\nUnknown template directive");
}

TEST(HclTemplateSyntax, Heredocs)
{
    EXPECT_EQ(expression("<<EOT\n  a\\n\n ${b}\nEOT"), "(template \"  a\\\\n\\n \" $b \"\\n\")");
    EXPECT_EQ(expression("<<-EOT\n    a\n      b\n\n    c\n  EOT"), R"((template "a\n  b\n\nc\n"))");
    EXPECT_EQ(expression("<<EOT\nEOT"), "(template)");
    EXPECT_EQ(expression("<<EOT\nEOTX\n EOT \nb = 1"), "(template \"EOTX\\n\")");
    EXPECT_EQ(expression("<<EOT\r\na\r\nEOT\r"), R"((template "a\r\n"))");
    EXPECT_EQ(expression("<<EOT\na"), "(template \"a\\n\")\nUnterminated heredoc");
}

TEST(HclTemplateSyntax, FlushHeredocsLookAtLiteralTextOnly)
{
    EXPECT_EQ(expression("<<-EOT\n    a\n    ${b}\n  c\n  EOT"), R"((template "  a\n  " $b "\nc\n"))");
    EXPECT_EQ(expression("<<-EOT\n  a\n${b}\n  EOT"), R"((template "  a\n" $b "\n"))");
}

TEST(HclTemplateSyntax, BareTemplates)
{
    EXPECT_EQ(bareTemplate("a \"b\" \\n ${c}\n$${d} %"), R"( "a \"b\" \\n " $c "\n$${d} %")");
    EXPECT_EQ(bareTemplate(""), "");
    EXPECT_EQ(bareTemplate("%{ for x in xs ~}\n- ${x}\n%{ endfor ~}\nend"), R"( (for x xs ( "- " $x "\n")) "end")");
    EXPECT_EQ(bareTemplate("${a"), " $a\nUnclosed template sequence");
    EXPECT_TRUE(parseTemplate(SourceFile("x", "${a}")).templateBody().isWrapped());
    EXPECT_FALSE(parseTemplate(SourceFile("x", "${a}\n")).templateBody().isWrapped());
}

namespace {

/// Random templates over constants, so that the real program can say what each one's text is.
class TemplateSource
{
public:
    explicit TemplateSource(std::uint32_t seed)
        : m_random(seed)
    {
    }

    std::string quoted() { return "\"" + parts(2, false) + "\""; }
    std::string heredoc()
    {
        std::string text = parts(2, true);
        if (!text.empty() && !text.ends_with('\n'))
            text += "\n";
        return (below(4) == 0 ? "<<EOT\n" : "<<-EOT\n") + text + std::string(below(5), ' ') + "EOT";
    }

private:
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(m_random() % bound); }
    std::string sequence(const std::string &opener, const std::string &content)
    {
        return opener + (below(3) == 0 ? "~ " : " ") + content + (below(3) == 0 ? " ~}" : " }");
    }
    std::string parts(int depth, bool lines)
    {
        std::string text;
        for (std::uint32_t i = 1 + below(5); i > 0; --i) {
            static constexpr const char *Words[] = {"a",     "b c", "  ", " ",  "$",   "$${x}",
                                                    "%%{y}", "$d",  "é",  "\t", "$${~"};
            text += Words[below(11)];
            if (lines && below(2) == 0) {
                static constexpr const char *Breaks[] = {"\n", "\n\n", "\n    ", "\n  ", "\n      \n", "\r\n", "\n\t"};
                text += Breaks[below(7)];
            } else if (!lines && below(6) == 0) {
                text += below(2) == 0 ? "\\n " : " \\t";
            }
            if (depth > 0 && below(2) == 0)
                text += part(depth - 1, lines);
        }
        return text;
    }
    std::string part(int depth, bool lines)
    {
        switch (below(4)) {
        case 0:
            return sequence("%{", below(2) == 0 ? "if true" : "if false") + parts(depth, lines) +
                   (below(2) == 0 ? sequence("%{", "else") + parts(depth, lines) : "") + sequence("%{", "endif");
        case 1:
            return sequence("%{", "for v in [\"1\", \"2\"]") + parts(depth, lines) + sequence("%{", "endfor");
        default:
            return sequence("${", "\"[v]\"");
        }
    }

    std::mt19937 m_random;
};

std::string rendered(TemplateBody body)
{
    std::string text;
    for (const TemplatePart part : body) {
        switch (part.kind()) {
        case TemplatePartKind::Literal:
            text += part.literal();
            break;
        case TemplatePartKind::Interpolation:
            text += part.expression().stringValue().value_or("?");
            break;
        case TemplatePartKind::If:
            if (part.condition().kind() == ExpressionKind::True)
                text += rendered(part.thenBody());
            else if (part.elseBody())
                text += rendered(part.elseBody());
            break;
        case TemplatePartKind::For:
            for (std::size_t i = part.collection().elements().size(); i > 0; --i)
                text += rendered(part.forBody());
            break;
        }
    }
    return text;
}

} // namespace

TEST(HclTemplateSyntax, TextIsWhatTerraformMakesOfIt)
{
    if (!hasTerraform())
        GTEST_SKIP() << "terraform is not on PATH";
    std::string config;
    for (std::uint32_t seed = 1; seed <= 1500; ++seed) {
        TemplateSource source(seed);
        const std::string text = seed % 3 == 0 ? source.quoted() : source.heredoc();
        // A word can make an escape of the sequence behind it, and so leave a directive open.
        const std::string output = "output \"o" + std::to_string(seed) + "\" {\n  value = " + text + "\n}\n";
        if (parse(SourceFile("x", output)).ok())
            config += output;
    }
    const fs::path folder = fs::temp_directory_path() / ("drydock-template-" + drydock::randomHex(8));
    fs::create_directories(folder);
    std::ofstream(folder / "main.tf", std::ios::binary) << config;
    const std::string in =
        "cd '" + folder.string() + "' && TF_CLI_CONFIG_FILE=/dev/null CHECKPOINT_DISABLE=1 terraform ";
    ASSERT_EQ(std::system((in + "apply -auto-approve -no-color >log 2>&1").c_str()), 0)
        << drydock::readFile(folder / "log").value_or("");
    ASSERT_EQ(std::system((in + "output -json >out.json").c_str()), 0);
    const auto outputs = nlohmann::json::parse(drydock::readFile(folder / "out.json").value_or("{}"));
    const ParsedFile file = parse(SourceFile("main.tf", config));
    ASSERT_TRUE(file.ok()) << render(file.diagnostics.front(), file.source());
    int compared = 0;
    for (const Block block : file.body().blocks()) {
        const Expression value = block.body().attribute("value").value();
        const std::string ours = value.stringValue() ? *value.stringValue() : rendered(value.templateBody());
        EXPECT_EQ(ours, outputs.at(block.label(0)).at("value").get<std::string>()) << value.text();
        ++compared;
    }
    EXPECT_GT(compared, 600);
    fs::remove_all(folder);
}
