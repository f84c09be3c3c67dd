// SPDX-License-Identifier: MIT
#include "core/terraform/address.h"

#include "core/terraform/source.h"

#include <gtest/gtest.h>

namespace drydock::terraform {

TEST(Address, PrintsWhatItParses)
{
    for (const char *text :
         {"aws_s3_bucket.logs", "data.aws_ami.base", "ephemeral.random_password.db", "aws_subnet.public[0]",
          "module.net[\"eu\"].module.subnet[2].data.aws_ami.base[\"a.b[0]\"]", "aws_x.y[\"say \\\"hi\\\"\\n\"]",
          "aws_x.y[\"$${literal}\"]", "aws_x.y[*]", "module.a-b.null_resource.x_1"}) {
        const Result<ResourceAddress> address = ResourceAddress::parse(text);
        ASSERT_TRUE(address) << text;
        EXPECT_EQ(address->text(), text);
    }
}

TEST(Address, KeepsEscapedKeysAsTheyAreMeant)
{
    EXPECT_EQ(ResourceAddress::parse("aws_x.y[\"$${a}\"]")->key.text(), "${a}");
    EXPECT_EQ(ResourceAddress::parse("aws_x.y[\"a\\\"b\"]")->key.text(), "a\"b");
}

TEST(Address, RefusesWhatIsNone)
{
    for (const char *text : {"", "aws_x", "aws_x.", ".y", "aws_x.y[", "aws_x.y[1", "aws_x.y[\"a]", "aws_x.y[-1]",
                             "module.x", "module..aws_x.y", "aws_x.y.z", "aws_x.y[0]z", "module.net aws_x.y"}) {
        const Result<ResourceAddress> address = ResourceAddress::parse(text);
        EXPECT_FALSE(address) << text;
        if (!address) {
            EXPECT_EQ(address.error().code, "address.invalid");
        }
    }
}

TEST(Address, ModulePaths)
{
    EXPECT_TRUE(ModulePath::parse("")->isRoot());
    const ModulePath path = *ModulePath::parse("module.a[0].module.b[\"x\"]");
    EXPECT_EQ(path.withoutKeys().text(), "module.a.module.b");
    EXPECT_EQ(path.child("c", InstanceKey::number(7)).text(), "module.a[0].module.b[\"x\"].module.c[7]");
    EXPECT_FALSE(ModulePath::parse("module.a."));
    EXPECT_FALSE(ModulePath::parse("a"));
}

TEST(AttributePath, ReadsNamesAndIndexes)
{
    EXPECT_EQ(AttributePath::parse("ingress[1].cidr_blocks.0").text(), "ingress[1].cidr_blocks[0]");
    EXPECT_EQ(AttributePath::parse("tags[\"cost center\"]").steps().size(), 2U);
    EXPECT_EQ(AttributePath::parse("a[").text(), "a");
    EXPECT_EQ(AttributePath().name("a").index(3).name("b").text(), "a[3].b");
}

} // namespace drydock::terraform
