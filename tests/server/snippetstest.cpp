// SPDX-License-Identifier: MIT
#include "core/server/snippets.h"

#include <gtest/gtest.h>

using namespace drydock::server;

TEST(SnippetsTest, SourcesNameAHostThatTerraformTakes)
{
    EXPECT_EQ(moduleUse("https://localhost:8443/", "acme/net/aws", "1.0.0"),
              "module \"net\" {\n  source  = \"127.0.0.1:8443/acme/net/aws\"\n  version = \"1.0.0\"\n}\n");
    EXPECT_NE(providerUse("https://registry.lan:8443", "acme/own", "~> 1.0").find("\"registry.lan:8443/acme/own\""),
              std::string::npos);
}

TEST(SnippetsTest, UrlsEndWithASlash)
{
    EXPECT_NE(mirrorConfiguration("https://127.0.0.1:8443").find("\"https://127.0.0.1:8443/mirror/providers/\""),
              std::string::npos);
    EXPECT_NE(hostConfiguration("https://127.0.0.1:8443/", "registry.terraform.io").find("8443/v1/modules/\""),
              std::string::npos);
}

TEST(SnippetsTest, PathsAreQuotedForTheShell)
{
    for (const auto &entry : trustInstructions("/home/o'neil/my files/ca.pem"))
        EXPECT_EQ(entry.commands.find("o'neil"), std::string::npos) << entry.system;
}
