// SPDX-License-Identifier: MIT
// Proposals in files of the JSON syntax, and that what is put in leaves JSON.
#include "core/hcl/parser.h"
#include "core/language/completion.h"
#include "core/language/hover.h"
#include "core/terraform/memoryschemas.h"
#include "tests/language/project.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

namespace drydock::language::test {

static const std::map<std::string, std::string> Beside{
    {"shared.tf", R"(variable "region" {
  type = string
}
variable "stage" {
  type = string
  validation {
    condition     = contains(["dev", "prod"], var.stage)
    error_message = "Unknown."
  }
}
locals {
  common = { owner = "me", team = { lead = "x" } }
}
resource "aws_s3_bucket" "logs" {
  bucket        = "logs"
  force_destroy = true
  tags          = { Owner = "me" }
  versioning {
    enabled = true
  }
}
module "net" {
  source = "./net"
}
)"},
    {"net/main.tf", "variable \"cidr\" {\n  type = string\n}\noutput \"id\" {\n  value = var.cidr\n}\n"}};

namespace {

/// One file with a caret beside the others.
class JsonFile
{
public:
    explicit JsonFile(const std::string &text, const std::string &name = "main.tf.json")
        : m_project(with(name, text))
        , m_found(complete(m_project.snapshot(), m_project.caretFile(), m_project.caret()))
    {
    }

    [[nodiscard]] std::vector<std::string> labels() const
    {
        std::vector<std::string> all;
        for (const CompletionItem &item : m_found.items)
            all.push_back(item.label);
        return all;
    }

    /// The text once the proposal was taken, as far as an editor makes it.
    [[nodiscard]] std::string taken(const std::string &label) const
    {
        const auto item = std::find_if(m_found.items.begin(), m_found.items.end(),
                                       [&](const CompletionItem &one) { return one.label == label; });
        if (item == m_found.items.end())
            return "not proposed: " + label;
        std::string text(m_project.snapshot().text(m_project.caretFile()));
        const std::string insert = item->isSnippet ? expandSnippet(item->insert, "").text : item->insert;
        return text.replace(m_found.replace.start, m_found.replace.size(), insert);
    }

    /// The same without blanks, and with what is wrong in it.
    [[nodiscard]] std::string compact(const std::string &label) const
    {
        const std::string text = taken(label);
        const Snapshot after = m_project.snapshot().withText(m_project.caretFile(), text);
        std::string shown;
        std::copy_if(text.begin(), text.end(), std::back_inserter(shown), [](char c) { return c != ' ' && c != '\n'; });
        for (const hcl::Diagnostic &diagnostic : after.file(m_project.caretFile())->diagnostics)
            shown += " ! " + diagnostic.summary + ": " + diagnostic.detail;
        return shown;
    }

private:
    static std::map<std::string, std::string> with(const std::string &name, const std::string &text)
    {
        std::map<std::string, std::string> files = Beside;
        files[name] = text;
        return files;
    }

    Project m_project;
    Completions m_found;
};

} // namespace

using testing::Contains;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::Not;

TEST(JsonCompletion, BlockTypesAtTheTop)
{
    const JsonFile file("{\n  \"|\"\n}\n");
    EXPECT_THAT(file.labels(), IsSupersetOf({"resource", "variable", "locals", "terraform"}));
    EXPECT_EQ(file.taken("variable"), R"({
  "variable": {
  "name": {
    "type": "string",
    "description": ""
  }
}
}
)");
    EXPECT_EQ(file.compact("locals"), R"({"locals":{}})");
    EXPECT_EQ(JsonFile("{res|}").compact("resource"), R"({"resource":{"type":{"name":{}}}})");
    EXPECT_EQ(JsonFile("{\"|\" \"locals\": {}}").compact("terraform"), R"({"terraform":{},"locals":{}})");
    EXPECT_EQ(JsonFile("{\"loc|\": {}}").compact("locals"), R"({"locals":{}})");
    EXPECT_EQ(JsonFile("{\"|\"}").taken("moved"), "{\"moved\": {\n  \"from\": \"\",\n  \"to\": \"\"\n}}");
    // Nothing begins outside of the braces, behind a name, behind a value.
    EXPECT_THAT(JsonFile("|{}").labels(), IsEmpty());
    EXPECT_THAT(JsonFile("{\"locals\" |}").labels(), IsEmpty());
    EXPECT_THAT(JsonFile("{\"locals\": {} |}").labels(), IsEmpty());
    EXPECT_THAT(JsonFile("{\"resource\": |}").labels(), IsEmpty());
    EXPECT_THAT(JsonFile("|").labels(), IsEmpty());
}

TEST(JsonCompletion, LabelsWithTheRestOfTheBlock)
{
    const JsonFile type("{\"resource\": {\"|\"}}");
    EXPECT_THAT(type.labels(), Contains("aws_s3_bucket"));
    EXPECT_EQ(type.compact("aws_s3_bucket"), R"({"resource":{"aws_s3_bucket":{"name":{}}}})");
    EXPECT_EQ(JsonFile("{\"resource\": {\"aws_s3_bucket\": {\"|").taken("this"),
              "{\"resource\": {\"aws_s3_bucket\": {\"this\": {\n  \n}");
    EXPECT_EQ(
        JsonFile(R"({"output": {"a": {"value": "${var.missing}"}}, "variable": {"|"}})").compact("missing"),
        R"({"output":{"a":{"value":"${var.missing}"}},"variable":{"missing":{"type":"string","description":""}}})");
}

TEST(JsonCompletion, ArgumentsOfABody)
{
    const JsonFile resource(R"({"resource": {"aws_s3_bucket": {"a": {"|", "force_destroy": true}}}})");
    EXPECT_THAT(resource.labels(), IsSupersetOf({"bucket", "tags", "versioning", "depends_on", "lifecycle"}));
    EXPECT_THAT(resource.labels(), Not(Contains("force_destroy")));
    EXPECT_EQ(resource.compact("bucket"), R"({"resource":{"aws_s3_bucket":{"a":{"bucket":"","force_destroy":true}}}})");
    EXPECT_EQ(resource.compact("lifecycle"),
              R"({"resource":{"aws_s3_bucket":{"a":{"lifecycle":{},"force_destroy":true}}}})");
    EXPECT_EQ(JsonFile(R"({"variable": {"x": {"|"}}})").compact("sensitive"),
              R"({"variable":{"x":{"sensitive":false}}})");
    EXPECT_EQ(JsonFile(R"({"module": {"net": {"source": "./net", "|"}}})").compact("cidr"),
              R"({"module":{"net":{"source":"./net","cidr":""}}})");
    EXPECT_EQ(JsonFile(R"({"terraform": {"required_providers": {"|"}}})").compact("aws"),
              R"({"terraform":{"required_providers":{"aws":{"source":"hashicorp/aws","version":""}}}})");
    EXPECT_EQ(JsonFile(R"({"resource": {"aws_s3_bucket": {"a": {"lifecycle": {"|"}}}}})").compact("prevent_destroy"),
              R"({"resource":{"aws_s3_bucket":{"a":{"lifecycle":{"prevent_destroy":false}}}}})");
    EXPECT_EQ(JsonFile(R"({"resource": {"aws_s3_bucket": {"a": {"tags": {"|"}}}}})").compact("Owner"),
              R"({"resource":{"aws_s3_bucket":{"a":{"tags":{"Owner":""}}}}})");
    EXPECT_EQ(JsonFile(R"({"resource": {"aws_s3_bucket": [{"a": {"bu|"}}]}})").compact("bucket"),
              R"({"resource":{"aws_s3_bucket":[{"a":{"bucket":""}}]}})");
}

TEST(JsonCompletion, ReferencesInsideOfSequences)
{
    const JsonFile names(R"({"output": {"a": {"value": "x-${va|}"}}})");
    EXPECT_EQ(names.compact("var.region"), R"({"output":{"a":{"value":"x-${var.region}"}}})");
    const JsonFile members(R"({"output": {"a": {"value": "\"${local.common.|}"}}})");
    EXPECT_THAT(members.labels(), testing::ElementsAre("owner", "team"));
    EXPECT_EQ(members.compact("team"), R"({"output":{"a":{"value":"\"${local.common.team}"}}})");
    const JsonFile function(R"({"output": {"a": {"value": "${upp|}"}}})");
    EXPECT_EQ(function.taken("upper"), R"j({"output": {"a": {"value": "${upper()}"}}})j");
    const JsonFile text(R"({"output": {"a": {"value": "${var.region} |"}}})");
    EXPECT_THAT(text.labels(), IsEmpty());
}

TEST(JsonCompletion, ValuesThatAreNotQuotedYet)
{
    EXPECT_EQ(JsonFile(R"({"output": {"a": {"value": |}}})").compact("var.region"),
              R"({"output":{"a":{"value":"${var.region}"}}})");
    EXPECT_EQ(JsonFile(R"({"output": {"a": {"value": reg|}}})").compact("var.region"),
              R"({"output":{"a":{"value":"${var.region}"}}})");
    EXPECT_EQ(JsonFile(R"({"output": {"a": {"value": "|"}}})").compact("var.region"),
              R"({"output":{"a":{"value":"${var.region}"}}})");
    EXPECT_EQ(JsonFile(R"({"output": {"a": {"value": |}}})").compact("path.module"),
              R"({"output":{"a":{"value":"${path.module}"}}})");
    EXPECT_EQ(JsonFile(R"({"resource": {"aws_s3_bucket": {"a": {"force_destroy": |}}}})").compact("true"),
              R"({"resource":{"aws_s3_bucket":{"a":{"force_destroy":true}}}})");
    EXPECT_EQ(JsonFile(R"({"resource": {"aws_s3_bucket": {"a": {"bucket": |}}}})").compact("\"logs\""),
              R"({"resource":{"aws_s3_bucket":{"a":{"bucket":"logs"}}}})");
}

TEST(JsonCompletion, StringsThatAreExpressions)
{
    EXPECT_EQ(JsonFile(R"({"output": {"a": {"value": 1, "depends_on": ["|"]}}})").compact("aws_s3_bucket.logs"),
              R"({"output":{"a":{"value":1,"depends_on":["aws_s3_bucket.logs"]}}})");
    EXPECT_EQ(JsonFile(R"({"output": {"a": {"value": 1, "depends_on": [|]}}})").compact("module.net"),
              R"({"output":{"a":{"value":1,"depends_on":["module.net"]}}})");
    EXPECT_EQ(JsonFile(R"({"output": {"a": {"value": 1, "depends_on": ["aws_s3_bucket.|"]}}})").compact("logs"),
              R"({"output":{"a":{"value":1,"depends_on":["aws_s3_bucket.logs"]}}})");
    EXPECT_EQ(JsonFile(R"({"variable": {"x": {"type": "|"}}})").compact("list"),
              R"j({"variable":{"x":{"type":"list(string)"}}})j");
    EXPECT_EQ(JsonFile(R"({"variable": {"x": {"type": |}}})").compact("bool"), R"({"variable":{"x":{"type":"bool"}}})");
}

TEST(JsonCompletion, FilesOfValues)
{
    const JsonFile name("{\"|\"}", "terraform.tfvars.json");
    EXPECT_THAT(name.labels(), testing::UnorderedElementsAre("region", "stage"));
    EXPECT_EQ(name.compact("region"), R"({"region":""})");
    EXPECT_EQ(JsonFile("{\"stage\": \"|\"}", "terraform.tfvars.json").compact("prod"), R"({"stage":"prod"})");
    EXPECT_THAT(JsonFile("{\"region\": |}", "terraform.tfvars.json").labels(), Not(Contains("var.stage")));
    EXPECT_THAT(JsonFile("{\"region\": \"${|}\"}", "terraform.tfvars.json").labels(), Not(Contains("var.stage")));
}

TEST(JsonCompletion, SurvivesWhatIsNoJson)
{
    for (const char *text :
         {"}}}]]|", "{\"a\": [[[|", "{\"\\|", "{\"resource\": {\"\\u12|", "{\"a\": \"${\"|",
          "[{\"locals\": {\"x\": \"${[for a in |", "{\"locals\": {\"x\": \"\\ud83d\\ude00${va|}\"}}"})
        EXPECT_NO_THROW(static_cast<void>(JsonFile(text).labels())) << text;
    // Bytes that are more than one letter stand before the name.
    EXPECT_EQ(JsonFile("{\"locals\": {\"x\": \"\xf0\x9f\x98\x80\\u00e9${var.reg|}\"}}").compact("region"),
              "{\"locals\":{\"x\":\"\xf0\x9f\x98\x80\\u00e9${var.region}\"}}");
}

TEST(JsonCompletion, HoverExplainsNamesAndArguments)
{
    std::map<std::string, std::string> files = Beside;
    files["main.tf.json"] = R"({"output": {"a": {"value": "${var.re|gion}"}}})";
    const Project reference(files);
    const auto hover = language::hover(reference.snapshot(), reference.caretFile(), reference.caret(), Task{});
    ASSERT_TRUE(hover);
    EXPECT_EQ(hover->type, "string");
    files["main.tf.json"] = R"({"output": {"a": {"val|ue": "x"}}})";
    const Project argument(files);
    EXPECT_TRUE(language::hover(argument.snapshot(), argument.caretFile(), argument.caret(), Task{}));
}

} // namespace drydock::language::test
