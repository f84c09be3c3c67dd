// SPDX-License-Identifier: MIT
#include "core/server/snippets.h"

#include "core/base/program.h"

#include <gtest/gtest.h>

#include <string>

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
    const std::string file = "/home/o'neil/my files/$HOME ca.pem";
    const auto all = trustInstructions(file);
    ASSERT_GE(all.size(), 5U);
    for (const auto &entry : all) {
        if (entry.system.find("Windows") != std::string::npos)
            continue;
        // The shell itself says which words its first command has; the programs in it are only named.
        const std::string first = entry.commands.substr(0, entry.commands.find_first_of(">\n"));
        const auto words = drydock::runProgram({.arguments = {"sh", "-c", "printf '%s\\n' " + first}}, {});
        ASSERT_TRUE(words);
        EXPECT_EQ(words->code, 0) << words->output;
        EXPECT_NE(("\n" + words->output).find("\n" + file + "\n"), std::string::npos) << entry.system << "\n"
                                                                                      << words->output;
    }
}
