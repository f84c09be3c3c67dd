// SPDX-License-Identifier: MIT
// What the console table cannot show: marks, unknown values, lenient traversal, scopes, type constraints.
#include "core/hcl/conversion.h"
#include "core/hcl/diagnostic.h"
#include "core/hcl/evaluator.h"
#include "core/hcl/function.h"
#include "core/hcl/literal.h"
#include "core/hcl/operations.h"
#include "core/hcl/parser.h"
#include "core/hcl/scope.h"
#include "core/hcl/typeconstraint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::hcl;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

Value unknownString(const char *origin)
{
    return Value::unknown(Type::string()).withMarks(Marks::origin(origin));
}

class Expressions : public testing::Test
{
protected:
    void SetUp() override
    {
        m_scope.set("arn", unknownString("aws_s3_bucket.logs"));
        m_scope.set("id", unknownString("aws_kms_key.main"));
        m_scope.set("secret", Value::string("x").withMarks(Marks::sensitive()));
        m_scope.set("flag", Value::unknown(Type::boolean()));
        m_scope.set("list", Value::unknown(Type::list(Type::string())));
        m_scope.set("nothing", Value());
        m_scope.set("block", Value::tuple({Value::object({{"enabled", Value::boolean(true)}})}));
        m_scope.set("blocks",
                    Value::tuple({Value::object({{"a", Value::number(1)}}), Value::object({{"a", Value::number(2)}})}));
        Refinement refinement = notNull();
        refinement.object = Value::object({{"bucket", Value::string("logs")}});
        m_scope.set("resource", Value::unknown(Type(), refinement).withMarks(Marks::origin("aws_s3_bucket.logs")));
    }
    Value value(std::string_view text, Traversal traversal = Traversal::Strict)
    {
        EvaluationContext context;
        context.scope = &m_scope;
        context.traversal = traversal;
        auto result = evaluateText(text, context);
        EXPECT_TRUE(result) << text << ": " << (result ? "" : result.error().text());
        return result.value_or(Value());
    }
    std::string lenient(std::string_view text) { return toSource(value(text, Traversal::Lenient)); }
    std::string error(std::string_view text)
    {
        EvaluationContext context;
        context.scope = &m_scope;
        auto result = evaluateText(text, context);
        return result ? toSource(*result) : result.error().text();
    }
    std::vector<std::string> origins(std::string_view text)
    {
        const Marks marks = value(text).deepMarks();
        return {marks.origins().begin(), marks.origins().end()};
    }

    VariableScope m_scope;
};

} // namespace

TEST_F(Expressions, OriginsSpreadThroughEverything)
{
    EXPECT_THAT(origins("\"${arn}/*\""), ElementsAre("aws_s3_bucket.logs"));
    EXPECT_THAT(origins("[arn, id]"), ElementsAre("aws_kms_key.main", "aws_s3_bucket.logs"));
    EXPECT_THAT(origins("upper(arn)"), ElementsAre("aws_s3_bucket.logs"));
    EXPECT_THAT(origins("flag ? arn : id"), ElementsAre("aws_kms_key.main", "aws_s3_bucket.logs"));
    EXPECT_THAT(origins("jsonencode({ Resource = [arn] })"), ElementsAre("aws_s3_bucket.logs"));
    EXPECT_THAT(origins("[for x in [arn] : \"${x}/a\"]"), ElementsAre("aws_s3_bucket.logs"));
    EXPECT_THAT(origins("{ for x in [arn] : x => 1 }"), ElementsAre("aws_s3_bucket.logs"));
    EXPECT_THAT(origins("toset([arn, arn])"), ElementsAre("aws_s3_bucket.logs"));
    EXPECT_THAT(origins("merge({ a = arn }, { b = id })"), ElementsAre("aws_kms_key.main", "aws_s3_bucket.logs"));
    EXPECT_THAT(origins("resource.arn"), ElementsAre("aws_s3_bucket.logs"));
    EXPECT_THAT(origins("[arn, id][1]"), ElementsAre("aws_kms_key.main"));
    EXPECT_THAT(origins("arn == id"), ElementsAre("aws_kms_key.main", "aws_s3_bucket.logs"));
    EXPECT_THAT(origins("concat([arn], [\"b\"])[1]"), ElementsAre());
}

TEST_F(Expressions, SensitiveSpreads)
{
    EXPECT_TRUE(value("\"a${secret}\"").marks().isSensitive());
    EXPECT_TRUE(value("secret == \"x\" ? 1 : 2").marks().isSensitive());
    EXPECT_FALSE(value("{ a = secret, b = 1 }.b").marks().isSensitive());
    EXPECT_TRUE(value("upper(secret)").marks().isSensitive());
    EXPECT_EQ(toSource(value("secret")), "(sensitive value)");
}

TEST_F(Expressions, UnknownDecidesWhatItCan)
{
    EXPECT_EQ(toSource(value("flag && false")), "false");
    EXPECT_EQ(toSource(value("flag || true")), "true");
    EXPECT_TRUE(value("flag && true").isUnknown());
    EXPECT_EQ(toSource(value("flag ? \"a\" : \"a\"")), "\"a\"");
    EXPECT_EQ(toSource(value("startswith(\"arn:aws:s3:::${id}\", \"arn:aws:s3\")")), "true");
    EXPECT_EQ(toSource(value("startswith(\"arn:aws:s3:::${id}\", \"http\")")), "false");
    EXPECT_EQ(toSource(value("\"http://${id}\" == \"https://x\"")), "false");
    EXPECT_EQ(toSource(value("\"${id}x\" == null")), "false");
    EXPECT_TRUE(value("id == null").isUnknown());
    EXPECT_TRUE(value("length(list)").isUnknown());
    EXPECT_EQ(toSource(value("length([id, arn])")), "2");
    EXPECT_EQ(toSource(value("keys({ a = id })")), "[\"a\"]");
    EXPECT_EQ(toSource(value("contains([id, \"a\"], \"a\")")), "true");
    EXPECT_TRUE(value("contains([id, \"a\"], \"b\")").isUnknown());
    EXPECT_TRUE(value("[for x in list : x]").isUnknown());
    EXPECT_TRUE(value("list[*]").isUnknown());
    EXPECT_TRUE(value("timestamp()").isUnknown());
    EXPECT_TRUE(value("file(\"x\")").isUnknown()) << "no folder is given, so nothing is read";
    EXPECT_TRUE(value("provider::aws::arn_parse(\"x\")").isUnknown());
}

TEST_F(Expressions, EncodedDocumentsStayReadable)
{
    const Value decoded = value("jsondecode(jsonencode({ Statement = [{ Effect = \"Deny\", Resource = arn }] }))");
    EXPECT_EQ(toSource(decoded), "{ Statement = [{ Effect = \"Deny\", Resource = (known after apply) }] }");
    const Value text = value("\"${arn}/*\"");
    ASSERT_NE(text.refinement(), nullptr);
    ASSERT_EQ(text.refinement()->parts.size(), 2U);
    EXPECT_EQ(toSource(text.refinement()->parts[1]), "\"/*\"");
}

TEST_F(Expressions, UnknownObjectsShowTheirKnownPart)
{
    EXPECT_EQ(toSource(value("resource.bucket")), "\"logs\"");
    EXPECT_TRUE(value("resource.arn").isUnknown());
    EXPECT_EQ(toSource(value("resource[\"bucket\"]")), "\"logs\"");
}

TEST_F(Expressions, LenientTraversalForPolicies)
{
    EXPECT_EQ(lenient("nothing.a.b"), "null");
    EXPECT_EQ(lenient("block.missing"), "null");
    EXPECT_EQ(lenient("block.enabled"), "true");
    EXPECT_EQ(lenient("blocks.a"), "null");
    EXPECT_EQ(lenient("blocks[5].a"), "null");
    EXPECT_EQ(lenient("blocks[*].a"), "[1, 2]");
    EXPECT_EQ(lenient("nothing.days >= 7"), "false");
    EXPECT_EQ(lenient("nothing.enabled && true"), "false");
    EXPECT_EQ(lenient("!nothing.enabled"), "true");
    EXPECT_EQ(lenient("[for x in nothing.list : x]"), "[]");
    EXPECT_EQ(lenient("startswith(nothing, \"x\")"), "null");
    EXPECT_EQ(lenient("length(nothing)"), "null");
    EXPECT_EQ(lenient("nothing == null"), "true");
    EXPECT_EQ(lenient("nothing.a ? 1 : \"b\""), "\"b\"");
    EXPECT_EQ(error("nothing.a"), "expression:1:9: Attempt to get attribute from null value: This value is null, so it "
                                  "does not have any attributes.");
}

TEST_F(Expressions, ErrorsSayWhereAndWhatToDo)
{
    EXPECT_EQ(error("1 + secrt"),
              "expression:1:5: Unknown variable: There is no variable named \"secrt\".\nDid you mean \"secret\"?");
    EXPECT_THAT(error("uper(\"a\")"), HasSubstr("Did you mean \"upper\"?"));
    EXPECT_THAT(error("{ region = 1 }.regoin"), HasSubstr("expression:1:16"));
    EXPECT_THAT(error("{ region = 1 }.regoin"), HasSubstr("Did you mean \"region\"?"));
    EXPECT_THAT(error("upper([])"), HasSubstr("expression:1:7: Invalid function argument"));
    EXPECT_THAT(error("[1, 2][7]"), HasSubstr("The last index is 1."));
}

TEST_F(Expressions, FunctionsCanBeAdded)
{
    FunctionTable table = FunctionTable::standard();
    Function twice;
    twice.name = "twice";
    twice.parameters = {{"number", Type::number(), Accepts::Known}};
    twice.returns = Type::number();
    twice.eager = [](std::span<const Value> arguments, const EvaluationContext &) -> CallResult {
        return Value::number(arguments[0].asNumber() + arguments[0].asNumber());
    };
    table.add(twice);
    EvaluationContext context;
    context.functions = &table;
    EXPECT_EQ(toSource(*evaluateText("twice(\"21\")", context)), "42");
    EXPECT_THAT(evaluateText("twice()", context).error().message, HasSubstr("Missing value for \"number\""));
}

TEST(TemplateTest, RendersFiles)
{
    const Fields variables{{"names", Value::tuple({Value::string("a"), Value::string("b")})},
                           {"on", Value::boolean(true)}};
    EXPECT_EQ(*renderTemplate("%{ for name in names ~}\n- ${name}\n%{ endfor ~}\n%{ if on }yes%{ else }no%{ endif }\n",
                              variables),
              "- a\n- b\nyes\n");
    EXPECT_EQ(*renderTemplate("$${x} %%{y} \\n", {}), "${x} %{y} \\n");
    EXPECT_EQ(renderTemplate("a\n${nmes}", variables, "x.tftpl").error().text(),
              "x.tftpl:2:3: Unknown variable: There is no variable named \"nmes\".\nDid you mean \"names\"?");
    EXPECT_EQ(renderTemplate("%{ for x in names }", variables, "x.tftpl").error().code, "hcl.template");
    EXPECT_FALSE(renderTemplate("${names}", variables));
}

static TypeConstraint constraint(const std::string &text, std::vector<Diagnostic> &diagnostics)
{
    const ParsedFile parsed = parseExpression(SourceFile("type", text));
    return parseTypeConstraint(parsed.expression(), diagnostics);
}

static std::string constrained(const std::string &type, const std::string &text)
{
    std::vector<Diagnostic> diagnostics;
    const TypeConstraint parsed = constraint(type, diagnostics);
    if (!diagnostics.empty())
        return "type: " + diagnostics.front().detail + diagnostics.front().hint;
    const auto value = parsed.apply(*evaluateText(text, {}));
    return value ? toSource(*value) : "error: " + value.error().message;
}

TEST(TypeConstraintTest, ConvertsAndFillsDefaults)
{
    EXPECT_EQ(constrained("string", "5"), "\"5\"");
    EXPECT_EQ(constrained("list(string)", "[1, true]"), "[\"1\", \"true\"]");
    EXPECT_EQ(constrained("set(number)", "[\"2\", 1, 2]"), "[1, 2]");
    EXPECT_EQ(constrained("any", "[1, \"a\"]"), "[1, \"a\"]");
    EXPECT_EQ(constrained("object({ a = string, b = optional(number, 3) })", "{ a = 1, c = 2 }"),
              "{ a = \"1\", b = 3 }");
    EXPECT_EQ(constrained("object({ a = optional(string) })", "{}"), "{ a = null }");
    EXPECT_EQ(constrained("list(object({ p = optional(number, 80) }))", "[{}, { p = 1 }]"), "[{ p = 80 }, { p = 1 }]");
    EXPECT_EQ(constrained("map(object({ on = optional(bool, true) }))", "{ x = {} }"), "{ x = { on = true } }");
    EXPECT_EQ(constrained("object({ n = optional(object({ d = optional(number, 5) }), {}) })", "{}"),
              "{ n = { d = 5 } }");
    EXPECT_EQ(constrained("tuple([string, number])", "[1, \"2\"]"), "[\"1\", 2]");
    EXPECT_EQ(constrained("number", "\"x\""), "error: a number is required");
    EXPECT_EQ(constrained("object({ a = string, b = string })", "{}"),
              "error: attributes \"a\" and \"b\" are required");
    EXPECT_EQ(constrained("object({ a = list(number) })", "{ a = [\"x\"] }"),
              "error: attribute \"a\": element 0: a number is required");
    EXPECT_THAT(constrained("strng", "1"), HasSubstr("Did you mean \"string\"?"));
    EXPECT_THAT(constrained("lst(string)", "1"), HasSubstr("Did you mean \"list\"?"));
    EXPECT_THAT(constrained("set", "1"), HasSubstr("requires one argument"));
    EXPECT_THAT(constrained("optional(string)", "1"), HasSubstr("only for attributes of object types"));
}

TEST(EvaluatorTest, YamlThatWouldNeverEndIsRefused)
{
    // Found by fuzzing: the YAML library never came back from a NUL.
    const std::string nul(1, '\0');
    const auto value = evaluateText("yamldecode(\"a" + nul + ": [1, t']\\nb: |\\n  x\\n3]\\nb: |\\n x\\n\")", {});
    ASSERT_FALSE(value);
    EXPECT_THAT(value.error().message, HasSubstr("control characters are not allowed"));
    EXPECT_FALSE(evaluateText("yamldecode(\"a: \\u0004\")", {}));
    (void)(evaluateText("yamldecode(\",: [--+-------- true, ~ r'==2== nul2-01, 1e3]\\nb:@@@@########\\n\")", {}));
    EXPECT_FALSE(evaluateText("yamldecode(\"a: 1\\n---\\nb: 2\\n\")", {}));
    EXPECT_TRUE(evaluateText("yamldecode(\"# head\\n---\\na: 1\\n\")", {}));
}

TEST(EvaluatorTest, DeepAndLargeInputIsBounded)
{
    std::string nested;
    for (int i = 0; i < 5000; ++i)
        nested += "[";
    EXPECT_FALSE(evaluateText(nested, {}));
    EXPECT_FALSE(evaluateText("1e99999999", {}));
    EXPECT_FALSE(evaluateText("jsondecode(\"" + std::string(100'000, '[') + "\")", {}));
    EXPECT_FALSE(evaluateText("yamldecode(\"" + std::string(100'000, '[') + "\")", {}));
    EXPECT_FALSE(evaluateText("range(100000)", {}));
    std::string sum = "1";
    for (int i = 0; i < 100'000; ++i)
        sum += "+1";
    (void)evaluateText(sum, {});
    std::string bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\\n";
    for (char c = 'b'; c < 'k'; ++c)
        bomb += std::string(1, c) + ": &" + c + " [*" + static_cast<char>(c - 1) + ",*" + static_cast<char>(c - 1) +
                ",*" + static_cast<char>(c - 1) + ",*" + static_cast<char>(c - 1) + ",*" + static_cast<char>(c - 1) +
                ",*" + static_cast<char>(c - 1) + "]\\n";
    EXPECT_FALSE(evaluateText("yamldecode(\"" + bomb + "\")", {}));
    EXPECT_FALSE(evaluateText("pow(10, 5000) * pow(10, 5000) * 1e9999 == 1 ? {}.x : {}.y", {}));
}
