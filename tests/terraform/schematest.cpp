// SPDX-License-Identifier: MIT
#include "core/base/filereader.h"
#include "core/terraform/memoryschemas.h"
#include "core/terraform/module.h"
#include "core/terraform/schemareader.h"
#include "tests/terraform/sample.h"
#include "tests/terraform/schemasample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <variant>

using namespace drydock;
using namespace drydock::terraform;
using namespace drydock::terraform::test;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

Error errorOf(std::string_view json)
{
    const auto schemas = MemorySchemas::fromJson(json, "schema.json");
    EXPECT_FALSE(schemas.has_value());
    return schemas ? Error{} : schemas.error();
}

std::string wrapped(const std::string &attribute)
{
    return R"({"format_version":"1.0","provider_schemas":{"a/b/c":{"resource_schemas":{"c_x":{"block":{"attributes":{"n":)" +
           attribute + "}}}}}}}";
}

} // namespace

TEST(Schema, ReadsAttributesOfEveryKind)
{
    const auto schemas = exampleSchemas();
    const auto server = schemas->find(cloud, SchemaKind::Resource, "cloud_server");
    ASSERT_NE(server, nullptr);
    EXPECT_EQ(server->version, 3);
    EXPECT_EQ(server->block.description, "A server.");
    const auto attribute = [&](std::string_view name) { return server->block.attribute(name); };
    EXPECT_TRUE(attribute("name")->isRequired);
    EXPECT_EQ(attribute("name")->descriptionFormat, TextFormat::Markdown);
    EXPECT_FALSE(attribute("id")->isArgument());
    EXPECT_TRUE(attribute("size")->isOptional && attribute("size")->isComputed);
    EXPECT_TRUE(attribute("old_size")->isDeprecated);
    EXPECT_TRUE(attribute("password")->isSensitive);
    EXPECT_TRUE(attribute("password_wo")->isWriteOnly);
    EXPECT_EQ(attribute("tags")->type.source(), "map(string)");
    EXPECT_EQ(attribute("rule")->type.source(), "set(object({note = string, port = number}))");
    EXPECT_EQ(attribute("pair")->type.source(), "tuple([string, bool])");
    EXPECT_TRUE(attribute("anything")->type.isDynamic());
    EXPECT_EQ(attribute("nothing"), nullptr);
}

TEST(Schema, ReadsNestedTypesAndBlocks)
{
    const auto schemas = exampleSchemas();
    const BlockSchema &server = schemas->find(cloud, SchemaKind::Resource, "cloud_server")->block;
    const auto &disks = *server.attribute("disks");
    ASSERT_NE(disks.nested, nullptr);
    EXPECT_EQ(disks.nested->nesting, Nesting::List);
    EXPECT_EQ(disks.nested->minItems, 1U);
    EXPECT_EQ(disks.nested->maxItems, 4U);
    EXPECT_EQ(disks.nested->attribute("labels")->nested->nesting, Nesting::Map);
    EXPECT_EQ(disks.type.source(), "list(object({gb = number, labels = optional(map(object({value = string})))}))");
    EXPECT_EQ(server.attribute("limits")->nested->nesting, Nesting::Single);
    EXPECT_EQ(server.attribute("routes")->type.kind(), hcl::Kind::Set);
    EXPECT_EQ(server.block("network")->maxItems, 2U);
    EXPECT_EQ(server.block("network")->body.block("firewall")->nesting, Nesting::Set);
    EXPECT_EQ(server.block("timeouts")->nesting, Nesting::Single);
    EXPECT_EQ(server.block("metadata")->nesting, Nesting::Group);
    EXPECT_EQ(server.block("mount")->impliedType().source(), "map(object({path = string}))");
    EXPECT_TRUE(server.block("legacy")->body.isDeprecated);
    EXPECT_EQ(server.impliedType().attribute("network")->type.element().attribute("public")->type,
              hcl::Type::boolean());
}

TEST(Schema, ReadsFunctionsEphemeralResourcesAndIdentities)
{
    const auto schemas = exampleSchemas();
    const auto function = schemas->function(cloud, "parse_id");
    ASSERT_NE(function, nullptr);
    EXPECT_EQ(function->summary, "Parse an identifier");
    EXPECT_EQ(function->returnType.source(), "object({kind = string, name = string})");
    ASSERT_EQ(function->parameters.size(), 2U);
    EXPECT_TRUE(function->parameters[1].isNullable);
    EXPECT_EQ(function->variadic->type, hcl::Type::number());
    EXPECT_EQ(function->deprecationMessage, "Use parse_id2.");
    EXPECT_TRUE(schemas->find(cloud, SchemaKind::Ephemeral, "cloud_token")->block.attribute("value")->isSensitive);
    const auto identity = schemas->find(cloud, SchemaKind::Resource, "cloud_server")->identity;
    ASSERT_TRUE(identity.has_value());
    EXPECT_EQ(identity->version, 1);
    EXPECT_TRUE(identity->attributes[0].isOptionalForImport);
    EXPECT_TRUE(identity->attributes[1].isRequiredForImport);
}

TEST(Schema, CatalogueNamesWhatItHas)
{
    const auto schemas = exampleSchemas();
    EXPECT_THAT(schemas->providers(), ElementsAre(cloud, "registry.terraform.io/acme/empty"));
    EXPECT_THAT(schemas->names(cloud, SchemaKind::DataSource), ElementsAre("cloud_image"));
    EXPECT_THAT(schemas->functions(cloud), ElementsAre("parse_id"));
    EXPECT_TRUE(schemas->names("none", SchemaKind::Resource)->empty());
    EXPECT_EQ(schemas->find(cloud, SchemaKind::DataSource, "cloud_server"), nullptr);
    EXPECT_EQ(schemas->find(cloud, SchemaKind::Provider, {})->block.attribute("region")->description, "Where to work.");
    EXPECT_EQ(knownProvider(*schemas, "registry.opentofu.org/acme/cloud"), cloud);
    EXPECT_EQ(knownProvider(*schemas, "registry.terraform.io/hashicorp/aws"), "");
    const CombinedSchemas both({builtinSchemas(), schemas});
    EXPECT_EQ(both.providers()->size(), 3U);
    EXPECT_NE(both.find("terraform.io/builtin/terraform", SchemaKind::Resource, "terraform_data"), nullptr);
    EXPECT_NE(both.find(cloud, SchemaKind::Resource, "cloud_server"), nullptr);
}

TEST(Schema, ProvidersOfAModuleAreNamedInFull)
{
    const Sample sample("terraform {\n  required_providers {\n    mine = { source = \"Acme/cloud\" }\n"
                        "    own = { source = \"example.com/a/b\" }\n  }\n}\n");
    const Module &module = *sample.configuration().root().module;
    EXPECT_EQ(providerAddress(module, "mine"), "registry.terraform.io/acme/cloud");
    EXPECT_EQ(providerAddress(module, "own"), "example.com/a/b");
    EXPECT_EQ(providerAddress(module, "aws"), "registry.terraform.io/hashicorp/aws");
    EXPECT_EQ(providerAddress(module, "terraform"), "terraform.io/builtin/terraform");
}

TEST(Schema, RefusesWhatIsNotASchemaAndSaysWhere)
{
    EXPECT_EQ(errorOf(R"({"format_version":"2.0"})").code, "schema.version");
    EXPECT_THAT(errorOf(R"({"format_version":"2.0"})").text(), HasSubstr("\"2.0\""));
    EXPECT_EQ(errorOf("{}").code, "json.shape");
    EXPECT_THAT(errorOf("{}").message, HasSubstr("\"format_version\" is missing"));
    EXPECT_EQ(errorOf("[]").code, "json.shape");
    EXPECT_THAT(errorOf(wrapped(R"({"type":"strnig"})")).message,
                HasSubstr("$.provider_schemas[\"a/b/c\"].resource_schemas.c_x.block.attributes.n.type"));
    EXPECT_THAT(errorOf(wrapped(R"({"type":["list"]})")).message, HasSubstr(".n.type there must be a type"));
    EXPECT_THAT(errorOf(wrapped(R"({"type":["list", "string", 3]})")).message, HasSubstr("n.type[0]"));
    EXPECT_THAT(errorOf(wrapped(R"({"nested_type":{"nesting_mode":"bag"}})")).message, HasSubstr("nesting_mode"));
    EXPECT_THAT(errorOf(wrapped(R"({"type":"string","required":1})")).message,
                HasSubstr("true or false, not a number"));
    EXPECT_THAT(errorOf(wrapped("7")).message, HasSubstr("attributes.n there must be an object, not a number"));
}

TEST(Schema, SaysWhereTheTextIsNoJson)
{
    const Error broken = errorOf("{\"format_version\": \"1.0\",\n  \"provider_schemas\": {\"a\": [1, tru]}}");
    EXPECT_EQ(broken.code, "json.syntax");
    EXPECT_EQ(broken.place.substr(0, 14), "schema.json:2:");
    EXPECT_THAT(broken.message, HasSubstr("$.provider_schemas.a[1]"));
    EXPECT_EQ(errorOf("").code, "json.syntax");
    EXPECT_EQ(errorOf("Error: no configuration").code, "json.syntax");
    EXPECT_EQ(errorOf("{\"a\":\"\xff\"}").code, "json.syntax");
    EXPECT_THAT(errorOf("{\"password\": \"secret-text\" \"x\"}").text(), testing::Not(HasSubstr("secret-text")));
    const Error deep = errorOf(std::string(100'000, '['));
    EXPECT_EQ(deep.code, "json.limit");
    EXPECT_THAT(deep.message, HasSubstr("512 levels"));
}

TEST(Schema, OfTwoMembersWithOneNameTheLastCounts)
{
    const auto schemas = MemorySchemas::fromJson(
        R"({"format_version":"1.0","provider_schemas":{"a/b/c":{"resource_schemas":{"c_x":{"block":{"attributes":
        {"n":{"type":"string"},"n":{"type":"number"}}}}}}}})",
        "s");
    ASSERT_TRUE(schemas) << schemas.error().text();
    const auto &block = (*schemas)->find("a/b/c", SchemaKind::Resource, "c_x")->block;
    ASSERT_EQ(block.attributes.size(), 1U);
    EXPECT_EQ(block.attributes[0].type, hcl::Type::number());
}

TEST(Schema, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const auto json = readFile(std::string(DRYDOCK_SOURCE_DIR) + "/tests/terraform/data/example-schema.json").value();
    const auto read = readProviderSchemas(
        json, "s", [](const SchemaEntry &) -> Result<> { return {}; }, Task{stop.get_token(), {}});
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, "task.cancelled");
}

TEST(Schema, TheBuiltInProviderIsTerraformsOwn)
{
    const auto written =
        readFile(std::string(DRYDOCK_SOURCE_DIR) + "/tests/terraform/data/builtin-schema.json").value();
    const auto real = MemorySchemas::fromJson(written, "builtin-schema.json").value();
    const std::string address = "terraform.io/builtin/terraform";
    EXPECT_THAT(builtinSchemas()->providers(), ElementsAre(address));
    EXPECT_THAT(real->providers(), ElementsAre(address));
    EXPECT_THAT(builtinSchemas()->functions(address), ElementsAre("decode_tfvars", "encode_expr", "encode_tfvars"));
    EXPECT_EQ(real->functions(address)->size(), 3U);
    EXPECT_EQ(builtinSchemas()->find(address, SchemaKind::DataSource, "terraform_remote_state")->block.impliedType(),
              real->find(address, SchemaKind::DataSource, "terraform_remote_state")->block.impliedType());
}
