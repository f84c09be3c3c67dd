// SPDX-License-Identifier: MIT
#include "app/wiring/schemas.h"
#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "core/base/program.h"
#include "core/terraform/schemacatalogue.h"
#include "tests/cli/commandfixture.h"

#include <gmock/gmock.h>

#include <cstdlib>

using namespace drydock;
using namespace drydock::cli;
using testing::HasSubstr;
using testing::Not;

namespace {

class SchemaCommandTest : public CommandFixture
{
protected:
    static std::string example()
    {
        return std::string(DRYDOCK_SOURCE_DIR) + "/tests/terraform/data/example-schema.json";
    }
};

} // namespace

TEST_F(SchemaCommandTest, ImportsListsShowsAndRemoves)
{
    const auto imported = json({"schema", "import", example(), "--provider-version", "acme/cloud=1.2.0"});
    ASSERT_EQ(imported.size(), 2U);
    EXPECT_EQ(imported[0]["provider"], "registry.terraform.io/acme/cloud");
    EXPECT_EQ(imported[0]["version"], "1.2.0");
    EXPECT_EQ(json({"schema", "list"}).size(), 2U);
    EXPECT_THAT(run({"schema", "list"}).out, HasSubstr("registry.terraform.io/acme/cloud"));

    EXPECT_EQ(json({"schema", "show", "acme/cloud"})["types"]["resource"][0], "cloud_server");
    EXPECT_THAT(run({"schema", "show", "acme/cloud"}).out, HasSubstr("data cloud_image"));
    const auto server = json({"schema", "show", "acme/cloud", "cloud_server"});
    EXPECT_EQ(server["attributes"]["tags"]["type"], "map(string)");
    EXPECT_EQ(server["blocks"]["network"]["max_items"], 2);
    EXPECT_TRUE(server["identity"]["server_id"]["required_for_import"]);
    const std::string outline = run({"schema", "show", "acme/cloud", "cloud_server"}).out;
    EXPECT_THAT(outline, HasSubstr("password_wo = string  # optional, write-only\n"));
    EXPECT_THAT(outline, HasSubstr("network {  # list, at least 1, at most 2\n  cidr   = string  # required\n"));
    EXPECT_THAT(run({"schema", "show", "acme/cloud", "parse_id"}).out,
                HasSubstr("parse_id(id string, strict bool, more... number) object({kind = string, name = string})"));
    EXPECT_EQ(json({"schema", "show", "acme/cloud", "--kind", "provider"})["attributes"]["token"]["sensitive"], true);
    EXPECT_THAT(run({"schema", "show", "acme/cloud", "cloud_x"}).err, HasSubstr("has no type or function \"cloud_x\""));
    EXPECT_EQ(run({"schema", "show", "acme/other"}).code, Unusable);

    EXPECT_EQ(run({"schema", "remove", "acme/cloud", "--version", "9.9.9"}).code, Unusable);
    EXPECT_EQ(run({"schema", "remove", "acme/cloud"}).code, Success);
    EXPECT_EQ(json({"schema", "list"}).size(), 1U);
}

TEST_F(SchemaCommandTest, ReadsStandardInput)
{
    const Outcome done = run({"schema", "import", "-"}, readFile(example()).value());
    EXPECT_EQ(done.code, Success) << done.err;
    EXPECT_EQ(json({"schema", "list"})[0]["origin"], "standard input");
}

TEST_F(SchemaCommandTest, SaysWhatIsWrong)
{
    EXPECT_THAT(run({"schema", "import"}).err, HasSubstr("nothing to import"));
    EXPECT_THAT(run({"schema", "import", "/nonexistent.json"}).err, HasSubstr("/nonexistent.json"));
    EXPECT_THAT(run({"schema", "import", "-"}, "{\"format_version\":\"3.0\"}").err,
                HasSubstr("format version \"3.0\""));
    EXPECT_THAT(run({"schema", "import", example(), "--provider-version", "x"}).err, HasSubstr("PROVIDER=VERSION"));
    EXPECT_THAT(run({"schema", "import", "--from-terraform", "/nonexistent"}).err, HasSubstr("no such folder"));
    EXPECT_THAT(run({"schema", "list"}).err, HasSubstr("No schemas are kept yet"));
}

TEST_F(SchemaCommandTest, AsksTheRealTerraform)
{
    if (!isOnPath("terraform"))
        GTEST_SKIP() << "terraform is not installed";
    const auto folder = m_scratch.path() / "configuration";
    ASSERT_TRUE(writeFileAtomically(folder / "main.tf", "resource \"terraform_data\" \"d\" {\n}\n"));
    ASSERT_TRUE(writeFileAtomically(m_scratch.path() / "cli.tfrc", ""));
    ::setenv("TF_CLI_CONFIG_FILE", (m_scratch.path() / "cli.tfrc").c_str(), 1);
    const auto imported = json({"schema", "import", "--from-terraform", folder.string()});
    ASSERT_EQ(imported.size(), 1U);
    EXPECT_EQ(imported[0]["provider"], "terraform.io/builtin/terraform");
    EXPECT_EQ(imported[0]["functions"], 3);
    EXPECT_EQ(json({"schema", "show", "terraform", "terraform_data"})["attributes"]["input"]["type"], "any");

    // A configuration that needs `terraform init`: its own words are passed on.
    ASSERT_TRUE(writeFileAtomically(folder / "main.tf", "resource \"acme_thing\" \"d\" {\n}\n"));
    const Outcome refused = run({"schema", "import", "--from-terraform", folder.string()});
    EXPECT_EQ(refused.code, Unusable);
    EXPECT_THAT(refused.err, HasSubstr("terraform init"));
    ::unsetenv("TF_CLI_CONFIG_FILE");
}

TEST_F(SchemaCommandTest, TheCatalogueOfAFolderHasTheVersionOfItsLockFile)
{
    const auto nothing = wiring::schemasFor(workspace(), m_scratch.path());
    ASSERT_TRUE(nothing);
    EXPECT_THAT((*nothing)->providers(), testing::ElementsAre("terraform.io/builtin/terraform"));
    EXPECT_FALSE(std::filesystem::exists(workspace())) << "looking makes nothing";

    const auto schema = [](const std::string &resource) {
        return R"({"format_version":"1.0","provider_schemas":{"registry.terraform.io/acme/x":{"resource_schemas":{")" +
               resource + R"(":{"version":0,"block":{}}}}}})";
    };
    ASSERT_EQ(run({"schema", "import", "-", "--provider-version", "acme/x=1.0.0"}, schema("x_old")).code, Success);
    ASSERT_EQ(run({"schema", "import", "-", "--provider-version", "acme/x=2.0.0"}, schema("x_new")).code, Success);
    ASSERT_TRUE(writeFileAtomically(m_scratch.path() / "c/.terraform.lock.hcl",
                                    "provider \"registry.terraform.io/acme/x\" {\n  version = \"1.0.0\"\n}\n"));
    const auto locked = wiring::schemasFor(workspace(), m_scratch.path() / "c");
    const auto newest = wiring::schemasFor(workspace(), m_scratch.path());
    ASSERT_TRUE(locked && newest);
    const std::string provider = "registry.terraform.io/acme/x";
    EXPECT_NE((*locked)->find(provider, terraform::SchemaKind::Resource, "x_old"), nullptr);
    EXPECT_NE((*newest)->find(provider, terraform::SchemaKind::Resource, "x_new"), nullptr);
    EXPECT_TRUE((*newest)->hasProvider("terraform.io/builtin/terraform"));
}
