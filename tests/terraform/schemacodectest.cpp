// SPDX-License-Identifier: MIT
#include "core/terraform/schemacodec.h"

#include "tests/terraform/schemasample.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::terraform;
using namespace drydock::terraform::test;

TEST(SchemaCodec, GivesBackWhatItWasGiven)
{
    const auto schemas = exampleSchemas();
    for (const SchemaKind kind :
         {SchemaKind::Provider, SchemaKind::Resource, SchemaKind::DataSource, SchemaKind::Ephemeral})
        for (const std::string &name : schemas->names(cloud, kind)) {
            const auto schema = schemas->find(cloud, kind, name);
            const auto back = decodeObject(encode(*schema));
            ASSERT_TRUE(back) << name;
            EXPECT_EQ(back->block.impliedType(), schema->block.impliedType()) << name;
            EXPECT_EQ(encode(*back), encode(*schema)) << name;
        }
    const auto server = decodeObject(encode(*schemas->find(cloud, SchemaKind::Resource, "cloud_server"))).value();
    EXPECT_EQ(server.version, 3);
    EXPECT_EQ(server.block.attribute("name")->description, "The **name** of the server.");
    EXPECT_TRUE(server.block.attribute("password_wo")->isWriteOnly);
    EXPECT_TRUE(server.block.block("legacy")->body.isDeprecated);
    EXPECT_EQ(server.block.attribute("disks")->nested->maxItems, 4U);
    EXPECT_TRUE(server.identity->attributes[1].isRequiredForImport);
    const auto function = decodeFunction(encode(*schemas->function(cloud, "parse_id")));
    ASSERT_TRUE(function);
    EXPECT_EQ(function->variadic->name, "more");
    EXPECT_EQ(function->returnType.source(), "object({kind = string, name = string})");
}

TEST(SchemaCodec, RefusesDamagedBytes)
{
    const std::string bytes = encode(*exampleSchemas()->find(cloud, SchemaKind::Resource, "cloud_server"));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const auto cut = decodeObject(std::string_view(bytes).substr(0, size));
        ASSERT_FALSE(cut) << size;
        EXPECT_EQ(cut.error().code, "schema.damaged");
    }
    EXPECT_FALSE(decodeObject(bytes + "x"));
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        std::string changed = bytes;
        changed[at] = static_cast<char>(0xFF);
        (void)decodeObject(changed);
        (void)decodeFunction(changed);
    }
    // Lists inside of lists without end.
    EXPECT_FALSE(decodeFunction(std::string("\x01\0\0\0\0", 5) + std::string(100'000, '\x04')));
}
