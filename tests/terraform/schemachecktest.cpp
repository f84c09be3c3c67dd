// SPDX-License-Identifier: MIT
#include "core/terraform/schemacheck.h"

#include "core/terraform/module.h"
#include "tests/terraform/sample.h"
#include "tests/terraform/schemasample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::terraform;
using namespace drydock::terraform::test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

const std::string header = "terraform {\n  required_providers {\n    cloud = { source = \"acme/cloud\" }\n  }\n}\n";

/// "LINE: summary: detail hint" of each, lines counted behind the header.
std::vector<std::string> lines(const std::vector<Diagnostic> &diagnostics)
{
    std::vector<std::string> texts;
    for (const Diagnostic &each : diagnostics)
        texts.push_back(std::to_string(each.range.file->position(each.range.start).line - 5) + ": " + each.summary +
                        ": " + each.detail + (each.hint.empty() ? "" : " " + each.hint));
    return texts;
}

std::vector<std::string> problems(const std::string &text)
{
    const Sample sample((header + text).c_str());
    const auto schemas = exampleSchemas();
    const CombinedSchemas all({builtinSchemas(), schemas});
    const auto both = lines(checkAgainstSchema(sample.evaluation(), all));
    return both;
}

/// A server with what it must have, and `more`.
std::string server(const std::string &more)
{
    return "resource \"cloud_server\" \"s\" {\n  name = \"n\"\n  network {\n    cidr = \"10.0.0.0/8\"\n  }\n" + more +
           "}\n";
}

} // namespace

TEST(SchemaCheck, AcceptsWhatIsRight)
{
    EXPECT_THAT(
        problems(server("  count = 2\n  size = \"4\"\n  tags = { a = 1 }\n  zones = [\"a\", \"b\"]\n"
                        "  limits = { cpu = 1 }\n  disks = [{ gb = 1, labels = { x = { value = \"y\" } } }]\n"
                        "  pair = [\"a\", true]\n  anything = { x = [1] }\n"
                        "  timeouts {\n    create = \"1m\"\n  }\n  mount \"data\" {\n    path = \"/\"\n  }\n"
                        "  rule {\n    port = 1\n  }\n  lifecycle {\n    create_before_destroy = true\n  }\n"
                        "  dynamic \"network\" {\n    for_each = [1]\n    content {\n      cidr = \"\"\n"
                        "      firewall {\n        port = 1\n      }\n    }\n  }\n") +
                 "provider \"cloud\" {\n  alias = \"x\"\n  token = \"t\"\n}\n"
                 "data \"cloud_image\" \"i\" {\n  family = \"f\"\n}\n"
                 "output \"o\" {\n  value = [cloud_server.s[0].id, data.cloud_image.i.disks[0].gb]\n}\n"
                 "resource \"terraform_data\" \"d\" {\n  input = 1\n}\nresource \"aws_x\" \"y\" {\n  z = 1\n}\n"),
        IsEmpty());
}

TEST(SchemaCheck, NamesUnknownArgumentsAndBlocks)
{
    EXPECT_THAT(
        problems(server("  nmae = 1\n  network = 1\n  siez {\n  }\n  size {\n  }\n  netwrok {\n  }\n"
                        "  dynamic \"dsks\" {\n    for_each = []\n    content {}\n  }\n")),
        ElementsAre("6: Unsupported argument: An argument named \"nmae\" is not expected here. Did you mean "
                    "\"name\"?",
                    "7: Unsupported argument: An argument named \"network\" is not expected here. Did you mean "
                    "to define a block of type \"network\"?",
                    "8: Unsupported block type: Blocks of type \"siez\" are not expected here.",
                    "10: Unsupported block type: Blocks of type \"size\" are not expected here. Did you mean to "
                    "define argument \"size\"? If so, use the equals sign to assign it a value.",
                    "12: Unsupported block type: Blocks of type \"netwrok\" are not expected here. Did you mean "
                    "\"network\"?",
                    "14: Unsupported block type: Blocks of type \"dsks\" are not expected here."));
}

TEST(SchemaCheck, NamesWhatIsMissing)
{
    EXPECT_THAT(problems("resource \"cloud_server\" \"s\" {\n  network {\n  }\n}\n"),
                ElementsAre("1: Missing required argument: The argument \"name\" is required, but no definition was "
                            "found.",
                            "2: Missing required argument: The argument \"cidr\" is required, but no definition was "
                            "found."));
    EXPECT_THAT(problems("resource \"cloud_server\" \"s\" {\n  name = null\n}\n"),
                ElementsAre("1: Insufficient network blocks: At least 1 \"network\" blocks are required.",
                            "2: Missing required argument: The argument \"name\" is required, but no definition was "
                            "found."));
    EXPECT_THAT(problems("provider \"cloud\" {\n}\n"), IsEmpty()) << "a provider may take it from the environment";
}

TEST(SchemaCheck, CountsBlocks)
{
    const std::string network = "  network {\n    cidr = \"\"\n  }\n";
    EXPECT_THAT(problems(server(network + network)),
                ElementsAre("9: Too many network blocks: No more than 2 \"network\" blocks are allowed"));
    EXPECT_THAT(problems(server("  timeouts {\n  }\n  timeouts {\n  }\n")),
                ElementsAre("8: Duplicate timeouts block: Only one block of type \"timeouts\" is allowed."));
    EXPECT_THAT(problems("resource \"cloud_server\" \"s\" {\n  name = \"n\"\n  dynamic \"network\" {\n"
                         "    for_each = []\n    content {\n      cidr = \"\"\n    }\n  }\n}\n"),
                ElementsAre("3: Insufficient network blocks: At least 1 \"network\" blocks are required."));
    EXPECT_THAT(
        problems("variable \"n\" {\n  type = list(string)\n}\nresource \"cloud_server\" \"s\" {\n  name = \"n\"\n"
                 "  dynamic \"network\" {\n    for_each = var.n\n    content {\n      cidr = \"\"\n    }\n  }\n}\n"),
        IsEmpty());
    EXPECT_THAT(
        problems(server("  mount {\n    path = \"/\"\n  }\n  metadata \"x\" {\n  }\n")),
        ElementsAre("6: Missing key for mount: All mount blocks must have 1 labels (key). Write mount \"key\" { "
                    "… }.",
                    "9: Extraneous label for metadata: No labels are expected for metadata blocks. Remove the "
                    "label."));
}

TEST(SchemaCheck, HoldsValuesAgainstTypes)
{
    EXPECT_THAT(
        problems("variable \"v\" {\n  default = [\"x\"]\n}\n" + server("  size = \"big\"\n  tags = var.v\n"
                                                                       "  zones = {}\n  limits = {}\n"
                                                                       "  disks = [{ gb = [] }]\n")),
        ElementsAre("9: Incorrect attribute value type: Inappropriate value for attribute \"size\": a number is "
                    "required.",
                    "10: Incorrect attribute value type: Inappropriate value for attribute \"tags\": map of "
                    "string required.",
                    "11: Incorrect attribute value type: Inappropriate value for attribute \"zones\": set of "
                    "string required.",
                    "12: Incorrect attribute value type: Inappropriate value for attribute \"limits\": "
                    "attribute \"cpu\" is required.",
                    "13: Incorrect attribute value type: Inappropriate value for attribute \"disks\": element "
                    "0: attribute \"gb\": number required."));
    EXPECT_THAT(
        problems(server("  network {\n    cidr = \"\"\n    public = \"maybe\"\n  }\n")),
        ElementsAre("8: Incorrect attribute value type: Inappropriate value for attribute \"public\": a bool is "
                    "required."));
}

TEST(SchemaCheck, WarnsOfWhatIsDeprecatedOrIgnored)
{
    const Sample sample(
        (header + server("  old_size = \"1\"\n  legacy {\n  }\n  disks = [{ gb = 1, lables = {} }]\n")).c_str());
    const auto found = checkAgainstSchema(*sample.configuration().root().module, *exampleSchemas());
    EXPECT_THAT(lines(found),
                ElementsAre("6: Argument is deprecated: The provider will remove the argument \"old_size\" in a later "
                            "version. Use size.",
                            "7: Block is deprecated: The provider will remove blocks of type \"legacy\" in a later "
                            "version. Use network.",
                            "9: Unsupported argument: An argument named \"lables\" is not expected here; Terraform "
                            "ignores it. Did you mean \"labels\"?"));
    for (const Diagnostic &each : found)
        EXPECT_EQ(each.severity, DiagnosticSeverity::Warning);
}

TEST(SchemaCheck, OnlyTheProviderSetsComputedAttributes)
{
    EXPECT_THAT(problems(server("  id = \"x\"\n")),
                ElementsAre("6: Value for unconfigurable attribute: Can't configure a value for \"id\": its value will "
                            "be decided automatically based on the result of applying this configuration. Remove the "
                            "argument."));
}

TEST(SchemaCheck, NamesUnknownTypesAndAttributes)
{
    EXPECT_THAT(
        problems("resource \"cloud_sever\" \"a\" {\n}\nresource \"cloud_image\" \"b\" {\n}\n"
                 "data \"cloud_server\" \"c\" {\n}\nephemeral \"cloud_tokens\" \"d\" {\n}\n" +
                 server("") + "output \"o\" {\n  value = [cloud_server.s.nmae, cloud_server.s[0].idd]\n}\n"),
        ElementsAre(
            "1: Invalid resource type: The provider acme/cloud does not support resource type \"cloud_sever\". "
            "Did you mean \"cloud_server\"?",
            "3: Invalid resource type: The provider acme/cloud does not support resource type \"cloud_image\". "
            "Did you intend to use the data source \"cloud_image\"? If so, declare this using a \"data\" block "
            "instead of a \"resource\" block.",
            "5: Invalid data source: The provider acme/cloud does not support data source \"cloud_server\". Did "
            "you intend to use the managed resource type \"cloud_server\"? If so, declare this using a "
            "\"resource\" block instead of a \"data\" block.",
            "7: Invalid ephemeral resource: The provider acme/cloud does not support ephemeral resource "
            "\"cloud_tokens\". Did you mean \"cloud_token\"?",
            "16: Unsupported attribute: This object has no argument, nested block, or exported attribute named "
            "\"nmae\". Did you mean \"name\"?",
            "16: Unsupported attribute: This object has no argument, nested block, or exported attribute named "
            "\"idd\". Did you mean \"id\"?"));
}

TEST(SchemaCheck, OneComplaintForAllInstances)
{
    EXPECT_THAT(
        problems(server("  count = 3\n  size = \"x${count.index}\"\n")),
        ElementsAre("7: Incorrect attribute value type: Inappropriate value for attribute \"size\": a number is "
                    "required."));
}

TEST(SchemaCheck, FollowsOverrideFiles)
{
    const Sample sample({{"main.tf", header + "variable \"v\" {\n  default = []\n}\n" + server("")},
                         {"main_override.tf", "resource \"cloud_server\" \"s\" {\n  size = var.v\n}\n"}});
    const auto found = checkAgainstSchema(sample.evaluation(), *exampleSchemas());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "schema.type");
    EXPECT_EQ(found[0].range.file->name(), "main_override.tf");
}
