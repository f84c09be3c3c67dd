// SPDX-License-Identifier: MIT
#include "core/hcl/evaluator.h"
#include "core/hcl/jsonsyntax.h"
#include "core/hcl/literal.h"
#include "core/hcl/parser.h"
#include "core/hcl/scope.h"
#include "tests/conformance/conformancecases.h"
#include "tests/hcl/treeprinter.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace drydock::hcl::test {

namespace {

/// Blocks `one`, `two` (two labels) and `words` (arguments only); `name` takes expressions, `unexpected` is an error.
class SampleSchema : public BodySchema
{
public:
    [[nodiscard]] BodyMember member(std::string_view name, JsonShape) const override
    {
        if (name == "one" || name == "words")
            return {BodyMember::Kind::Block, {}, 0};
        if (name == "two")
            return {BodyMember::Kind::Block, {}, 2};
        if (name == "unexpected")
            return {BodyMember::Kind::Unexpected, {}, 0};
        return {BodyMember::Kind::Argument,
                name == "name"       ? StringMeaning::Expression
                : name == "verbatim" ? StringMeaning::Verbatim
                                     : StringMeaning::Template,
                0};
    }
    [[nodiscard]] std::shared_ptr<const BodySchema> inside(std::string_view type,
                                                           std::span<const std::string>) const override
    {
        if (type == "words")
            return argumentsOnly(StringMeaning::Template);
        return std::make_shared<SampleSchema>();
    }
};

ParsedFile parsed(const ConformanceCase &given)
{
    const auto source = [](std::string text) { return SourceFile("case", std::move(text)); };
    if (given.kind == "expr")
        return parseExpression(source(given.input));
    if (given.kind == "template")
        return parseTemplate(source(given.input));
    if (given.kind == "body")
        return parse(source(given.input));
    if (given.kind == "body.json")
        return parseJson(source(given.input), SampleSchema());
    EXPECT_TRUE(given.kind == "json" || given.kind == "verbatim") << given.kind;
    const std::string name = given.kind == "json" ? "a" : "verbatim";
    return parseJson(source("{\"" + name + "\": " + given.input + "}"), SampleSchema());
}

/// What `local` is in every case.
Value locals()
{
    const auto value = [](const char *source) { return *evaluateText(source, {}); };
    return Value::object({{"one", Value::number(1)},
                          {"name", Value::string("text")},
                          {"yes", Value::boolean(true)},
                          {"none", Value()},
                          {"list", value("tolist([\"a\", \"b\"])")},
                          {"set", value("toset([\"b\", \"a\"])")},
                          {"map", value("tomap({a = \"1\", b = \"2\"})")},
                          {"obj", value("{a = 1, b = {c = [10, 20]}}")},
                          {"objs", value("[{id = 1, v = {w = \"x\"}}, {id = 2, v = {w = \"y\"}}]")},
                          {"nested", value("[[1, 2], [3, 4]]")},
                          {"unknown_string", Value::unknown(Type::string())},
                          {"unknown_number", Value::unknown(Type::number())},
                          {"unknown_bool", Value::unknown(Type::boolean())},
                          {"unknown_list", Value::unknown(Type::list(Type::string()))}});
}

Value evaluated(const ParsedFile &file, std::vector<Diagnostic> &diagnostics)
{
    static const VariableScope scope({{"local", locals()}});
    EvaluationContext context;
    context.scope = &scope;
    if (file.templateBody()) {
        auto result = evaluateTemplateText(file.source().text(), context);
        if (!result)
            diagnostics.push_back({Severity::Error, "Template", result.error().message, {}, {}});
        return result.value_or(Value());
    }
    if (file.body())
        return evaluate((*file.body().attributes().begin()).value(), context, diagnostics);
    return evaluate(file.expression(), context, diagnostics);
}

std::string described(const std::vector<Diagnostic> &diagnostics)
{
    std::string text;
    for (const Diagnostic &diagnostic : diagnostics)
        text += diagnostic.summary + ": " + diagnostic.detail + "\n";
    return text;
}

std::vector<ConformanceCase> allCases()
{
    std::vector<ConformanceCase> all;
    for (const char *file : {"native-structure", "native-expressions", "model", "templates", "json"}) {
        std::vector<ConformanceCase> cases = readCases(file);
        std::move(cases.begin(), cases.end(), std::back_inserter(all));
    }
    return all;
}

} // namespace

class Conformance : public testing::TestWithParam<ConformanceCase>
{
};

TEST_P(Conformance, Holds)
{
    const ConformanceCase &given = GetParam();
    SCOPED_TRACE(given.section + ": " + given.sentence + "\n" + given.input);
    const ParsedFile file = parsed(given);
    std::vector<Diagnostic> diagnostics = file.diagnostics;
    if (given.expectation == ConformanceCase::Expectation::Tree) {
        EXPECT_EQ(print(file.body()), given.expected);
        EXPECT_TRUE(file.ok()) << described(diagnostics);
        return;
    }
    Value value;
    if (file.ok() && !given.kind.starts_with("body"))
        value = evaluated(file, diagnostics);
    switch (given.expectation) {
    case ConformanceCase::Expectation::Value:
        EXPECT_EQ(described(diagnostics), "");
        EXPECT_EQ(toSource(value), given.expected);
        break;
    case ConformanceCase::Expectation::Error:
        ASSERT_TRUE(hasErrors(diagnostics)) << "gave " << toSource(value);
        EXPECT_NE(described(diagnostics).find(given.expected), std::string::npos) << described(diagnostics);
        break;
    default: {
        ASSERT_FALSE(diagnostics.empty());
        const Position at = file.source().position(diagnostics.front().range.start);
        EXPECT_EQ(std::to_string(at.line) + ":" + std::to_string(at.column), given.expected);
    }
    }
}

INSTANTIATE_TEST_SUITE_P(Sentences, Conformance, testing::ValuesIn(allCases()), [](const auto &given) {
    std::string name = given.param.file + "_" + std::to_string(given.param.line);
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

} // namespace drydock::hcl::test
