// SPDX-License-Identifier: MIT
// The functions of the provider that is built into Terraform; expected is what the real `terraform console` prints.
#include "core/terraform/configuration.h"
#include "core/terraform/expressionsession.h"
#include "core/terraform/filesource.h"
#include "core/terraform/validation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace drydock::terraform {

namespace fs = std::filesystem;
using testing::HasSubstr;

namespace {

constexpr const char *required = R"(
terraform {
  required_providers {
    terraform = { source = "terraform.io/builtin/terraform" }
  }
}
resource "terraform_data" "u" {}
variable "s" {
  sensitive = true
  default   = "a = 1"
}
)";

/// What a console in a configuration of this text answers.
std::string answer(const std::string &configuration, const std::string &expression)
{
    const MemoryFiles files(std::map<fs::path, std::string>{{"/work/main.tf", configuration}});
    LoadOptions options;
    options.files = &files;
    const Result<Configuration> loaded = load("/work", options, Task{});
    EXPECT_TRUE(loaded);
    Result<ExpressionSession> session = ExpressionSession::start(*loaded, {}, Task{});
    EXPECT_TRUE(session);
    const ExpressionSession::Outcome outcome = session->evaluate(expression, "<console-input>");
    return outcome.ok() ? outcome.text()
                        : "error: " + outcome.diagnostics.front().summary + ": " + outcome.diagnostics.front().detail;
}

} // namespace

TEST(ProviderFunctions, GiveWhatTheConsolePrints)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 27> cases{{
        {R"(encode_tfvars({a=1,b="x",c=[1,2],d={x=null,y=true},e="multi\nline $${x} %%{y}"}))",
         "<<EOT\na = 1\nb = \"x\"\nc = [1, 2]\nd = {\n  x = null\n  y = true\n}\ne = \"multi\\nline $${x} "
         "%%{y}\"\n\nEOT"},
        {"encode_tfvars({})", "\"\""},
        {"encode_tfvars(tomap({b=2,a=1}))", "<<EOT\na = 1\nb = 2\n\nEOT"},
        {"encode_tfvars({long_name=1,b=2})", "<<EOT\nb         = 2\nlong_name = 1\n\nEOT"},
        {"encode_tfvars({a=null})", "<<EOT\na = null\n\nEOT"},
        {"encode_tfvars({a={b={c=[]}}})", "<<EOT\na = {\n  b = {\n    c = []\n  }\n}\n\nEOT"},
        {"encode_tfvars({a=terraform_data.u.id})", "(known after apply)"},
        {"encode_tfvars({a=var.s})", "(sensitive value)"},
        {R"(encode_expr("x"))", R"("\"x\"")"},
        {R"(encode_expr("a\nb"))", R"("\"a\\nb\"")"},
        {R"(encode_expr("$${a} %%{b} \" \\ \t"))", R"("\"$${a} %%{b} \\\" \\\\ \\t\"")"},
        {"encode_expr(1.5)", "\"1.5\""},
        {"encode_expr(1e30)", "\"1000000000000000000000000000000\""},
        {"encode_expr(true)", "\"true\""},
        {"encode_expr([])", "\"[]\""},
        {"encode_expr({})", "\"{}\""},
        {"encode_expr([1,[2,{a=1}]])", "<<EOT\n[1, [2, {\n  a = 1\n}]]\nEOT"},
        {R"(encode_expr({a=1,"b c"={d=[1,2]},"1x"=2}))",
         "<<EOT\n{\n  \"1x\" = 2\n  a    = 1\n  \"b c\" = {\n    d = [1, 2]\n  }\n}\nEOT"},
        {R"(encode_expr(toset(["b","a"])))", R"("[\"a\", \"b\"]")"},
        {"encode_expr([terraform_data.u.id])", "(known after apply)"},
        {"encode_expr(var.s)", "(sensitive value)"},
        {R"(encode_expr("é\u0001"))", R"("\"é\\u0001\"")"},
        {R"(decode_tfvars("a = 1\nb = \"x\"\nc = [1,true,null]\n"))",
         "{\n  \"a\" = 1\n  \"b\" = \"x\"\n  \"c\" = [\n    1,\n    true,\n    null,\n  ]\n}"},
        {R"(decode_tfvars(""))", "{}"},
        {R"(decode_tfvars("a = 1 + 2\nb=[for x in [1]: x]"))", "{\n  \"a\" = 3\n  \"b\" = [\n    1,\n  ]\n}"},
        {"decode_tfvars(terraform_data.u.id)", "(known after apply)"},
        {"decode_tfvars(var.s)", "(sensitive value)"},
    }};
    for (const auto &[call, expected] : cases)
        EXPECT_EQ(answer(required, "provider::terraform::" + std::string(call)), expected) << call;
}

TEST(ProviderFunctions, RefuseWhatTerraformRefuses)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> cases{{
        {R"(encode_tfvars({"a b"=1}))", "failed: invalid variable name \"a b\": must be a valid identifier"},
        {"encode_tfvars(null)", "Invalid value for \"value\" parameter: argument must not be null."},
        {"encode_tfvars([1])", "failed: invalid value to encode: must be an object"},
        {"encode_tfvars(1)", "failed: invalid value to encode: must be an object"},
        {"encode_expr(null)", "Invalid value for \"value\" parameter: argument must not be null."},
        {"encode_expr()", "Function \"provider::terraform::encode_expr\" expects 1 argument(s)."},
        {"encode_expr(1,2)", "Function \"provider::terraform::encode_expr\" expects only 1 argument(s)."},
        {R"(decode_tfvars("a = var.x"))", "failed: invalid expression for variable \"a\""},
        {R"x(decode_tfvars("a = upper(\"x\")"))x", "failed: invalid expression for variable \"a\""},
        {R"x(decode_tfvars("a = provider::x::y()"))x", "failed: invalid expression for variable \"a\""},
        {R"(decode_tfvars("a {}"))", "failed: invalid tfvars content: <decode_tfvars argument>:1,1: Unexpected \"a\""},
        {R"(decode_tfvars("a = "))", "failed: invalid tfvars syntax: <decode_tfvars argument>:1,"},
    }};
    for (const auto &[call, expected] : cases)
        EXPECT_THAT(answer(required, "provider::terraform::" + std::string(call)), HasSubstr(std::string(expected)))
            << call;
}

TEST(ProviderFunctions, AreThereOnlyWhereTheProviderIsRequired)
{
    EXPECT_THAT(answer("", "provider::terraform::encode_expr(1)"), HasSubstr("error: Unknown provider function"));
    EXPECT_THAT(answer(required, "provider::terraform::nothing(1)"), HasSubstr("error: Unknown provider function"));
    EXPECT_THAT(answer(required, "provider::other::nothing(1)"), HasSubstr("error: Unknown provider function"));
    const std::string renamed =
        "terraform {\n  required_providers {\n    tf = { source = \"terraform.io/builtin/terraform\" }\n"
        "    aws = { source = \"hashicorp/aws\" }\n  }\n}\n";
    EXPECT_EQ(answer(renamed, "provider::tf::encode_expr(1)"), "\"1\"");
    EXPECT_EQ(answer(renamed, "provider::aws::arn_parse(1)"), "(known after apply)") << "computed by the provider";
    EXPECT_THAT(answer(renamed, "provider::terraform::encode_expr(1)"), HasSubstr("Unknown provider function"));
}

TEST(ProviderFunctions, AreEvaluatedInConfigurations)
{
    const std::string text = std::string(required) + R"(
output "x" {
  value = provider::terraform::decode_tfvars("a = 1").none
}
)";
    const MemoryFiles files(std::map<fs::path, std::string>{{"/work/main.tf", text}});
    ValidationOptions options;
    options.load.files = &files;
    const Result<Validation> validation = validate("/work", options, Task{});
    ASSERT_TRUE(validation);
    ASSERT_EQ(validation->errors, 1U);
    EXPECT_EQ(validation->diagnostics.front().summary, "Unsupported attribute");
}

} // namespace drydock::terraform
