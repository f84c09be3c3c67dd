// SPDX-License-Identifier: MIT
#include "core/hcl/jsonsyntax.h"

#include "core/hcl/edit.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/formatter.h"
#include "core/hcl/limits.h"
#include "core/hcl/literal.h"
#include "core/hcl/scope.h"
#include "tests/hcl/treeprinter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace drydock::hcl {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

/// Blocks `one` (no label), `two` (two labels), `words` (arguments only); arguments `text` (verbatim), `name`
/// (expression) and all others but `wrong`.
class SampleSchema : public BodySchema
{
public:
    [[nodiscard]] BodyMember member(std::string_view name, JsonShape) const override
    {
        if (name == "one" || name == "words")
            return {BodyMember::Kind::Block, {}, 0};
        if (name == "two")
            return {BodyMember::Kind::Block, {}, 2};
        if (name == "wrong")
            return {BodyMember::Kind::Unexpected, {}, 0};
        const StringMeaning strings = name == "text"   ? StringMeaning::Verbatim
                                      : name == "name" ? StringMeaning::Expression
                                                       : StringMeaning::Template;
        return {BodyMember::Kind::Argument, strings, 0};
    }
    [[nodiscard]] std::shared_ptr<const BodySchema> inside(std::string_view type,
                                                           std::span<const std::string>) const override
    {
        if (type == "words")
            return argumentsOnly(StringMeaning::Template);
        return std::make_shared<SampleSchema>();
    }
    [[nodiscard]] std::vector<std::string> names() const override { return {"wring"}; }
};

ParsedFile read(std::string text)
{
    return parseJson(SourceFile("a.json", std::move(text)), SampleSchema());
}

/// "line:column summary" of each diagnostic.
std::vector<std::string> errors(const ParsedFile &file)
{
    std::vector<std::string> errors;
    for (const Diagnostic &diagnostic : file.diagnostics) {
        const Position at = file.source().position(diagnostic.range.start);
        errors.push_back(std::to_string(at.line) + ":" + std::to_string(at.column) + " " + diagnostic.summary);
    }
    return errors;
}

std::string shown(std::string text)
{
    const ParsedFile file = read(std::move(text));
    EXPECT_THAT(errors(file), IsEmpty());
    return print(file.body());
}

/// What the expression in `{"a": …}` evaluates to, as HCL source.
std::string evaluated(const std::string &json)
{
    const ParsedFile file = read("{\"a\": " + json + "}");
    EXPECT_THAT(errors(file), IsEmpty()) << json;
    VariableScope scope({{"n", Value::number(3)}, {"s", Value::string("text")}, {"none", Value()}});
    EvaluationContext context;
    context.scope = &scope;
    std::vector<Diagnostic> diagnostics;
    const Value value = evaluate(file.body().attribute("a").value(), context, diagnostics);
    return diagnostics.empty() ? toSource(value) : "error: " + diagnostics.front().summary;
}

/// The text in the file of the first variable in `{"a": …}`, found through the offset of `needle`.
std::string nodeTextAt(const ParsedFile &file, std::string_view needle)
{
    const auto offset = static_cast<std::uint32_t>(file.source().text().find(needle));
    const View view(file.tree.get(), file.tree->nodeAt(offset));
    return std::string(file.source().text(view.range()));
}

} // namespace

TEST(JsonSyntax, MakesTheSameTreeAsTheNativeSyntax)
{
    const std::string json = R"({
      "a": 1, "b": "x-${n}", "c": [true, null, {"k": "v"}],
      "one": {"d": false},
      "two": {"x": {"y": {"e": "${s.t[0]}"}}}
    })";
    const std::string native = R"(
      a = 1
      b = "x-${n}"
      c = [true, null, {"k" = "v"}]
      one { d = false }
      two "x" "y" { e = "${s.t[0]}" }
    )";
    EXPECT_EQ(shown(json), print(parse(SourceFile("a.tf", native)).body()));
}

TEST(JsonSyntax, BlocksMayBeRepeatedInEveryWayOfTheSpecification)
{
    const std::string expected = shown(R"([{"two": {"a": {"b": {"v": 1}}}}, {"two": {"a": {"b": {"v": 2}}}}])");
    EXPECT_EQ(shown(R"({"two": {"a": {"b": [{"v": 1}, {"v": 2}]}}})"), expected);
    EXPECT_EQ(shown(R"({"two": {"a": [{"b": {"v": 1}}, {"b": {"v": 2}}]}})"), expected);
    EXPECT_EQ(shown(R"({"two": [{"a": {"b": {"v": 1}}}, {"a": {"b": {"v": 2}}}]})"), expected);
    EXPECT_EQ(shown(R"({"two": {"a": {"b": {"v": 1}}}, "two": {"a": {"b": {"v": 2}}}})"), expected);
    EXPECT_EQ(shown(R"({"two": {"a": {"b": {"v": 1}, "b": {"v": 2}}}})"), expected);
    EXPECT_EQ(shown(R"({"one": [], "words": null})"), shown("{}"));
}

TEST(JsonSyntax, NamesAndLabelsAreSeenThroughTheSameViews)
{
    const ParsedFile file = read("{\"two\": {\"gr\\u00f6\\u00dfe\": {\"n\": {\"\\u0061b\": 5}}}}");
    ASSERT_TRUE(file.ok());
    const Block block = *file.body().blocks().begin();
    EXPECT_EQ(block.type(), "two");
    EXPECT_EQ(block.label(0), "größe");
    EXPECT_EQ(block.label(1), "n");
    EXPECT_EQ(block.labels().size(), 2U);
    EXPECT_EQ(file.source().text((*block.labels().begin()).range()), "\"gr\\u00f6\\u00dfe\"");
    EXPECT_EQ(file.source().text(block.typeRange()), "two");
    EXPECT_EQ(file.source().text(block.headerRange()), "\"n\"");
    const Attribute attribute = block.body().attribute("ab");
    ASSERT_TRUE(attribute);
    EXPECT_EQ(file.source().text(attribute.nameRange()), "\\u0061b");
    EXPECT_EQ(file.source().text(attribute.range()), "\"\\u0061b\": 5");
}

TEST(JsonSyntax, CommentsAreLeftOutOfBodiesOnly)
{
    EXPECT_EQ(shown(R"({"//": "c", "a": 1, "one": {"//": ["any", {"thing": 1}]}})"), shown(R"({"a": 1, "one": {}})"));
    EXPECT_EQ(evaluated(R"({"//": 1})"), R"({ "//" = 1 })");
}

TEST(JsonSyntax, EvaluatesEachKindOfValue)
{
    EXPECT_EQ(evaluated("true"), "true");
    EXPECT_EQ(evaluated("null"), "null");
    EXPECT_EQ(evaluated("-12.50e1"), "-125");
    EXPECT_EQ(evaluated("123456789012345678901234567890.125"), "123456789012345678901234567890.125");
    EXPECT_EQ(evaluated(R"("${1e150}")"), "1" + std::string(150, '0'));
    EXPECT_EQ(evaluated(R"("${n}")"), "3");
    EXPECT_EQ(evaluated(R"("${n}!")"), R"("3!")");
    EXPECT_EQ(evaluated(R"("%{ if n > 2 }big%{ else }small%{ endif }")"), R"("big")");
    EXPECT_EQ(evaluated(R"({"k-${n}": [1, "${s}"]})"), R"({ k-3 = [1, "text"] })");
    EXPECT_EQ(evaluated(R"({"${none}": 1})"), "error: Null value as key");
}

TEST(JsonSyntax, BackslashesAreLiteralOnceTheJsonIsDecoded)
{
    EXPECT_EQ(evaluated(R"("a\\nb")"), R"("a\\nb")");
    EXPECT_EQ(evaluated(R"("a\nb")"), R"("a\nb")");
    EXPECT_EQ(evaluated(R"("\u00e9\ud83d\ude00\t\/\"")"), "\"é😀\\t/\\\"\"");
    EXPECT_EQ(evaluated(R"("\\d+ ${n}")"), R"("\\d+ 3")");
    EXPECT_EQ(evaluated(R"("${\"in\\\"ner\"}")"), R"("in\"ner")");
    EXPECT_EQ(evaluated(R"("$${n} %%{x} \u0024{n}")"), R"("$${n} %%{x} 3")");
    EXPECT_EQ(evaluated(R"("half \ud83d pair")"), "\"half \xef\xbf\xbd pair\"");
}

TEST(JsonSyntax, StripMarkersReachOverOneLineAsInATemplateFile)
{
    EXPECT_EQ(evaluated(R"("a\n\n  ${~ n ~}\n\n b")"), R"("a\n\n3\n b")");
}

TEST(JsonSyntax, VerbatimStringsKeepTheirSequences)
{
    const ParsedFile file = read(R"({"text": ["${n}", "$${n}", {"${n}": "%{"}]})");
    ASSERT_TRUE(file.ok());
    std::vector<Diagnostic> diagnostics;
    EXPECT_EQ(toSource(evaluate(file.body().attribute("text").value(), {}, diagnostics)),
              R"(["$${n}", "$$${n}", { "$${n}" = "%%{" }])");
}

TEST(JsonSyntax, ExpressionStringsAreNativeSyntax)
{
    const std::string native = "name = [list(string), a.b[0], {\"k\" = x.y}, true]\n";
    EXPECT_EQ(shown(R"j({"name": ["list(string)", "a.b[0]", {"k": "x.y"}, true]})j"),
              print(parse(SourceFile("a.tf", native)).body()));
    EXPECT_THAT(errors(read("{\n\"name\": \"a b\"}")), ElementsAre("2:12 Extra characters after the expression"));
}

TEST(JsonSyntax, PlacesInsideOfStringsAreThoseOfTheJsonText)
{
    const ParsedFile file = read(R"j({"a": "\u00e9\n\"${first.x}\" and ${ second(\"q\", third) }"})j");
    ASSERT_THAT(errors(file), IsEmpty());
    EXPECT_EQ(nodeTextAt(file, "first"), "first");
    EXPECT_EQ(nodeTextAt(file, "third"), "third");
    EXPECT_EQ(nodeTextAt(file, "second"), R"(second(\"q\", third))");
    EXPECT_EQ(nodeTextAt(file, R"(\"q\")"), R"(\"q\")");
    const auto parts = file.body().attribute("a").value().templateBody();
    auto part = parts.begin();
    EXPECT_EQ((*part).literal(), "é\n\"");
    EXPECT_EQ(file.source().text((*part).range()), R"(\u00e9\n\")");
    ++part;
    EXPECT_EQ((*part).expression().name(), "x");
    EXPECT_EQ(file.source().text((*part).expression().nameRange()), "x");
}

TEST(JsonSyntax, ErrorsInTemplatesPointIntoTheString)
{
    const ParsedFile file = read("{\n  \"a\": \"\\t\\t${n +}\"}");
    ASSERT_THAT(errors(file), ElementsAre("2:18 Value expected"));
    EXPECT_THAT(render(file.diagnostics[0], file.source()), HasSubstr(R"(  2 |   "a": "\t\t${n +}"}
    |                  ^
)"));
}

TEST(JsonSyntax, ReportsEveryErrorOfAFileInOneRun)
{
    EXPECT_THAT(errors(read(R"({
  "a": tru,
  "b" 5,
  "c": 01,
  "d": [1 2],
  "e": {"x": 1,},
  f: 1,
  "g": "\x",
  "h": = 1,
  "wrong": 1,
  "i": 1,
  "i": 2,
  "j": {"k": 1, "k": 2},
  "one": 1,
  "two": {"x": {}},
  "two": {"x": 7}
})")),
                ElementsAre("2:8 Invalid JSON keyword", "3:7 Missing property value colon", "4:8 Invalid JSON number",
                            "5:11 Missing attribute seperator comma", "6:15 Trailing comma in object",
                            "7:3 Invalid object property name", "8:9 Invalid JSON string", "9:8 Invalid start of value",
                            "10:3 Extraneous JSON object property", "12:3 Duplicate argument",
                            "13:17 Duplicate object attribute", "14:10 Incorrect JSON value type",
                            "15:16 Missing block label", "16:16 Incorrect JSON value type"));
}

TEST(JsonSyntax, SuggestsWhatWasMeant)
{
    EXPECT_THAT(read(R"({"wrong": 1})").diagnostics.at(0).hint, HasSubstr("wring"));
    EXPECT_THAT(read(R"({"a": ture})").diagnostics.at(0).hint, HasSubstr("true"));
}

TEST(JsonSyntax, WhatWasReadBesidesErrorsIsThere)
{
    const ParsedFile file = read(R"({"a": 1, "b": }, "c": 3})");
    EXPECT_FALSE(file.ok());
    EXPECT_TRUE(file.body().attribute("a"));
}

TEST(JsonSyntax, RootMustBeAnObjectOrObjects)
{
    EXPECT_THAT(errors(read("")), ElementsAre("1:1 Missing value"));
    EXPECT_THAT(errors(read("5")), ElementsAre("1:1 Root value must be object"));
    EXPECT_THAT(errors(read("[1, {}]")), ElementsAre("1:2 Incorrect JSON value type"));
    EXPECT_THAT(errors(read("{} {}")), ElementsAre("1:4 Extraneous data after value"));
    EXPECT_THAT(errors(read("{\"a\": [1")), ElementsAre("1:7 Unclosed array"));
    EXPECT_THAT(errors(read("{\"one\": {\"a\": 1]}")), ElementsAre("1:16 Mismatched braces"));
    EXPECT_THAT(errors(read("\xef\xbb\xbf{}")), ElementsAre("1:1 Byte order mark"));
    EXPECT_THAT(errors(read("{\"words\": [[{\"a\": 1}]]}")), ElementsAre("1:12 Incorrect JSON value type"));
}

TEST(JsonSyntax, InvalidBytesAreReadAsTerraformReadsThem)
{
    const ParsedFile file = read("{\"a\": \"x\xff\"}");
    EXPECT_TRUE(file.ok());
    EXPECT_THAT(errors(file), ElementsAre("1:9 Invalid character encoding"));
    EXPECT_EQ(file.body().attribute("a").value().stringValue(), "x\xef\xbf\xbd");
}

TEST(JsonSyntax, DepthAndSizeAreBounded)
{
    const std::string deep(100'000, '[');
    EXPECT_THAT(errors(read("{\"a\": " + deep)), testing::Contains(HasSubstr("Nested too deeply")));
    std::string objects = "{\"one\": ";
    for (int i = 0; i < 5000; ++i)
        objects += "{\"one\": ";
    EXPECT_THAT(errors(read(objects)), testing::Contains(HasSubstr("Nested too deeply")));
    const std::string inside = "{\"a\": \"${" + std::string(5000, '(') + "\"}";
    EXPECT_THAT(errors(read(inside)), testing::Contains(HasSubstr("Nested too deeply")));
    const std::string many = "{" + std::string(limits::JsonFileBytes, ' ') + "}";
    EXPECT_THAT(errors(read(many)), ElementsAre("1:1 File too large"));
}

TEST(JsonSyntax, EditsAndFormatLeaveJsonAlone)
{
    const std::string text = R"({"a":1})";
    const ParsedFile file = read(text);
    EXPECT_EQ(format(file), text);
    Editor editor(file);
    (void)editor.setAttribute(file.body(), "a", "2");
    const auto edits = editor.edits();
    ASSERT_FALSE(edits);
    EXPECT_EQ(edits.error().code, "edit.json");
    EXPECT_FALSE(editor.text());
}

} // namespace drydock::hcl
