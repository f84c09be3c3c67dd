// SPDX-License-Identifier: MIT
#include "core/registry/moduleaddress.h"
#include "core/registry/provideraddress.h"
#include "core/registry/providerpackage.h"
#include "core/registry/versionorder.h"

#include <gtest/gtest.h>

#include <string>

using namespace drydock::registry;

TEST(ModuleAddressTest, KeepsCase)
{
    const auto address = ModuleAddress::parse("Acme/my_net-work/aws");
    ASSERT_TRUE(address.has_value());
    EXPECT_EQ(address->nameSpace, "Acme");
    EXPECT_EQ(address->text(), "Acme/my_net-work/aws");
}

TEST(ModuleAddressTest, RefusesWhatTerraformRefuses)
{
    for (const std::string text :
         {"", "acme", "acme/net", "acme/net/aws/x", "-acme/net/aws", "acme/net_/aws", "acme/net/AWS", "acme/net/a-b",
          "acme//aws", "../../etc", "acme/n t/aws", "acme/net/aws ", "ac.me/net/aws"})
        EXPECT_EQ(ModuleAddress::parse(text).error().code, "address.invalid") << text;
    EXPECT_FALSE(ModuleAddress::parse(std::string(65, 'a') + "/net/aws").has_value());
    EXPECT_TRUE(ModuleAddress::parse(std::string(64, 'a') + "/net/aws").has_value());
}

TEST(ProviderAddressTest, NormalisesToLowerCaseAndDropsPort443)
{
    EXPECT_EQ(ProviderAddress::parse("Registry.Terraform.IO:443/HashiCorp/Null").value().text(),
              "registry.terraform.io/hashicorp/null");
    EXPECT_EQ(ProviderAddress::parse("localhost:8443/acme/demo").value().host, "localhost:8443");
    EXPECT_EQ(ProviderAddress::parseLocal("acme_corp/demo").value().text(), "acme_corp/demo");
}

TEST(ProviderAddressTest, RefusesWhatTerraformRefuses)
{
    for (const char *text :
         {"", "a/b", "h/a/b/c", "/acme/demo", "h/acme/terraform-demo", "h/ac--me/demo", "h/-a/demo", "h/acme/de.mo",
          "h/acme/de_mo", "h:x/acme/demo", "h:/acme/demo", "ho st/acme/demo", "h/../demo", ".h/acme/demo"})
        EXPECT_EQ(ProviderAddress::parse(text).error().code, "address.invalid") << text;
}

TEST(PlatformTest, OsAndArchitecture)
{
    EXPECT_EQ(Platform::parse("linux_amd64").value().arch, "amd64");
    for (const char *text : {"", "linux", "linux_", "_amd64", "linux_amd64_v2", "Linux_amd64", "lin/ux_amd64"})
        EXPECT_EQ(Platform::parse(text).error().code, "platform.invalid") << text;
}

TEST(ProviderFileNameTest, Parts)
{
    const auto name = ProviderFileName::parse("terraform-provider-my-demo_1.2.3-rc.1_freebsd_386.zip");
    ASSERT_TRUE(name.has_value());
    EXPECT_EQ(name->type, "my-demo");
    EXPECT_EQ(name->version, "1.2.3-rc.1");
    EXPECT_EQ(name->platform.text(), "freebsd_386");
    EXPECT_EQ(name->text(), "terraform-provider-my-demo_1.2.3-rc.1_freebsd_386.zip");
    for (const char *text :
         {"demo.zip", "terraform-provider-demo_1.0_linux_amd64.zip", "terraform-provider-demo_v1.0.0_linux_amd64.zip",
          "terraform-provider-_1.0.0_linux_amd64.zip", "terraform-provider-demo_1.0.0_linux.zip",
          "terraform-provider-demo_1.0.0_linux_amd64.tar.gz"})
        EXPECT_EQ(ProviderFileName::parse(text).error().code, "provider.file-name") << text;
}

TEST(VersionOrderTest, AReleaseIsLatestBeforeANewerPreRelease)
{
    EXPECT_TRUE(newerVersion("1.10.0", "1.9.0"));
    EXPECT_TRUE(newerVersion("2.0.0", "2.0.0-rc.1"));
    EXPECT_FALSE(replacesLatest("2.0.0-rc.1", "1.9.0"));
    EXPECT_TRUE(replacesLatest("1.0.0", "2.0.0-rc.1"));
    EXPECT_TRUE(replacesLatest("1.0.1", "1.0.0"));
    EXPECT_FALSE(replacesLatest("1.0.0", "1.0.1"));
}
