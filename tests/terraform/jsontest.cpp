// SPDX-License-Identifier: MIT
// Configurations in JSON syntax.
#include "core/terraform/module.h"
#include "core/terraform/parsefile.h"
#include "tests/terraform/sample.h"
#include "tests/terraform/schemasample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace drydock::terraform::test {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(JsonConfiguration, IsReadBesideTheNativeSyntax)
{
    const Sample sample(
        Files{{"main.tf", "variable \"n\" { default = 2 }\nlocals { a = \"native\" }\n"}, {"more.tf.json", R"({
  "//": "made by a machine",
  "locals": [{"b": "${local.a}-json"}, {"c": "${var.n + 1}"}],
  "resource": {"aws_s3_bucket": {
    "logs": {"bucket": "${local.b}-${count.index}", "count": "${var.n}", "versioning": {"enabled": true}},
    "other": [{"bucket": "x", "depends_on": ["aws_s3_bucket.logs"], "lifecycle": {"prevent_destroy": "true"}}]
  }},
  "output": {"all": {"value": ["${local.b}", "${local.c}", "${aws_s3_bucket.logs[0].bucket}"]}}
})"}});
    EXPECT_THAT(sample.diagnostics(), IsEmpty());
    EXPECT_EQ(sample.output("all"), R"(["native-json", 3, "native-json-0"])");
    EXPECT_THAT(sample.addresses(),
                ElementsAre("aws_s3_bucket.logs[0]", "aws_s3_bucket.logs[1]", "aws_s3_bucket.other"));
    EXPECT_EQ(sample.attribute("aws_s3_bucket.logs[0]", "versioning"), "[{ enabled = true }]");
    EXPECT_EQ(where(sample.resource("aws_s3_bucket.logs[0]").headerRange()), "more.tf.json:5: \"logs\"");
    EXPECT_EQ(where(sample.resource("aws_s3_bucket.logs[0]").sourceRange(AttributePath::parse("versioning.enabled"))),
              "more.tf.json:5: \"enabled\": true");
    EXPECT_EQ(show(sample.resource("aws_s3_bucket.other").meta()),
              R"({ depends_on = ["aws_s3_bucket.logs"], lifecycle = [{ prevent_destroy = "true" }] })");
}

TEST(JsonConfiguration, OverridesAndTofuFilesTakeTheirPlaces)
{
    const Sample sample(Files{{"a.tf.json", R"({"locals": {"v": "tf"}, "output": {"o": {"value": "${local.v}"}}})"},
                              {"a.tofu.json", R"({"locals": {"v": "tofu"}, "output": {"o": {"value": "${local.v}"}}})"},
                              {"x_override.tf.json", R"({"output": {"o": {"description": "over"}}})"},
                              {"override.tf.json", R"({"locals": {"v": "overridden"}})"}});
    EXPECT_THAT(sample.diagnostics(), IsEmpty());
    EXPECT_EQ(sample.output("o"), R"("overridden")");
    EXPECT_EQ(sample.configuration().root().module->outputs()[0].description, "over");
}

TEST(JsonConfiguration, DefaultsAndVariableFilesAreNoTemplates)
{
    const char *const main = R"j({
  "variable": {
    "d": {"type": "string", "default": "${not} evaluated", "description": "A ${thing}"},
    "l": {"type": "list(object({a = string, b = optional(number, 3)}))"}
  },
  "output": {"d": {"value": "${var.d}"}, "l": {"value": "${var.l}"}}
})j";
    const Sample sample(
        Files{{"main.tf.json", main}, {"terraform.tfvars.json", R"({"//": "x", "l": [{"a": "$${x}"}], "none": 1})"}});
    EXPECT_EQ(sample.output("d"), R"("$${not} evaluated")");
    EXPECT_EQ(sample.output("l"), R"([{ a = "$$${x}", b = 3 }])");
    EXPECT_THAT(sample.diagnostics(), ElementsAre("variables.undeclared@terraform.tfvars.json:1"));
}

TEST(JsonConfiguration, DynamicBlocksProvidersAndModules)
{
    const Sample sample(
        Files{{"main.tf.json", R"({
  "terraform": {"required_version": ">= 1.5", "required_providers": {"aws": {"source": "hashicorp/aws",
    "configuration_aliases": ["aws.west"]}}, "backend": {"s3": {"bucket": "${literal}"}}},
  "provider": {"aws": [{"region": "eu-central-1"}, {"alias": "west", "default_tags": {"tags": {"a": "b"}}}]},
  "module": {"net": {"source": "./net", "providers": {"aws": "aws.west"}, "cidr": "10.0.0.0/16"}},
  "resource": {"aws_security_group": {"sg": {
    "provider": "aws.west",
    "dynamic": {"ingress": {"for_each": [22, 443], "iterator": "port",
      "content": {"from_port": "${port.value}", "to_port": "${port.value}"}}}
  }}}
})"},
              {"net/main.tf.json", R"({"variable": {"cidr": {}}, "output": {"c": {"value": "${var.cidr}"}}})"}});
    EXPECT_THAT(sample.diagnostics(), IsEmpty());
    EXPECT_EQ(sample.attribute("aws_security_group.sg", "ingress"),
              "[{ from_port = 22, to_port = 22 }, { from_port = 443, to_port = 443 }]");
    const ProviderInstance *provider = sample.resource("aws_security_group.sg").provider();
    ASSERT_NE(provider, nullptr);
    EXPECT_EQ(provider->alias(), "west");
    EXPECT_EQ(show(provider->attributes()), R"({ default_tags = [{ tags = { a = "b" } }] })");
    const Module &module = *sample.configuration().root().module;
    EXPECT_EQ(module.settings().requiredProviders[0].aliases, std::vector<std::string>{"aws.west"});
    EXPECT_EQ(module.settings().backend.label(0), "s3");
    EXPECT_THAT(module.calls()[0].providers, ElementsAre(std::pair<std::string, std::string>("aws", "aws.west")));
}

TEST(JsonConfiguration, KeywordsAreNoReferences)
{
    const Sample sample(
        Files{{"a.tf.json", R"({"resource": {"terraform_data": {"a": {
  "lifecycle": {"ignore_changes": ["input"], "replace_triggered_by": ["terraform_data.b"]},
  "provisioner": [{"local-exec": {"when": "destroy", "on_failure": "continue", "command": "echo ${self.id}"}}]
}, "b": {}}}})"},
              {"b.tf", "resource \"terraform_data\" \"c\" {\n  provisioner \"local-exec\" {\n    when = destroy\n"
                       "    on_failure = continue\n    command = \"true\"\n  }\n}\n"}});
    EXPECT_THAT(sample.diagnostics(), IsEmpty());
}

TEST(JsonConfiguration, SchemasOfProvidersSayWhatIsABlock)
{
    const char *const text = R"({"resource": {"cloud_server": {"a": {
  "network": {"cidr": "10.0.0.0/8", "firewall": [{"x": 1}], "dynamic": {"firewall": {"for_each": [1], "content": {"x": 2}}}},
  "mount": {"data": {"path": "/data"}},
  "rule": {"port": 1}, "tags": {"a": "b"}, "timeouts": [{"create": "1h"}]
}}}})";
    const auto schemas = exampleSchemas();
    LoadOptions options;
    options.schemas = schemas.get();
    const Sample known(Files{{"main.tf.json", text}}, options);
    EXPECT_THAT(known.diagnostics(), IsEmpty());
    EXPECT_EQ(known.attribute("cloud_server.a", "network"),
              R"([{ cidr = "10.0.0.0/8", firewall = [{ x = 1 }, { x = 2 }] }])");
    EXPECT_EQ(known.attribute("cloud_server.a", "mount"), R"([{ labels = ["data"], path = "/data" }])");
    EXPECT_EQ(known.attribute("cloud_server.a", "rule"), "{ port = 1 }");
    EXPECT_EQ(known.attribute("cloud_server.a", "tags"), R"({ a = "b" })");
    // Without it, names that the widely used providers have as blocks are taken for blocks.
    const Sample guessed(Files{{"main.tf.json", text}});
    EXPECT_EQ(guessed.attribute("cloud_server.a", "mount"), R"({ data = { path = "/data" } })");
    EXPECT_EQ(guessed.attribute("cloud_server.a", "rule"), "[{ port = 1 }]");
}

TEST(JsonConfiguration, MistakesHaveTheirPlaces)
{
    const Sample sample(Files{{"main.tf.json", "{\"resource\": {\"aws_x\": {\"y\": {\n\"a\": \"\\u00e9 ${var.none}\",\n"
                                               "\"b\": \"${local.typo}\"}}},\n\"locals\": {\"type\": 1},\n"
                                               "\"resourse\": {}}"}});
    EXPECT_THAT(sample.diagnostics(), ElementsAre("reference.undeclared@main.tf.json:2",
                                                  "reference.undeclared@main.tf.json:3", "hcl.syntax@main.tf.json:5"));
}

TEST(JsonConfiguration, NamesSayWhatAFileIs)
{
    EXPECT_EQ(formatOf("a/b.tf.json"), (FileFormat{FileKind::Configuration, hcl::Syntax::Json}));
    EXPECT_EQ(formatOf("b.tftest.json"), (FileFormat{FileKind::Test, hcl::Syntax::Json}));
    EXPECT_EQ(formatOf("x.auto.tfvars"), (FileFormat{FileKind::Variables, hcl::Syntax::Native}));
    EXPECT_FALSE(formatOf("package.json"));
    EXPECT_FALSE(formatOf(".tf.json"));
    EXPECT_EQ(stemOf("x_override.tf.json"), "x_override");
}

} // namespace drydock::terraform::test
