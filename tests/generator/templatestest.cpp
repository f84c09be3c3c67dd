// SPDX-License-Identifier: MIT
// The generators that ship: every variant is formatted as the real terraform formats, and the modules hold together.
#include "core/base/filereader.h"
#include "core/base/identifier.h"
#include "core/generator/generatorcatalog.h"
#include "core/hcl/parser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <set>

using namespace drydock;
using namespace drydock::generator;
using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

namespace {

constexpr const char *templates = DRYDOCK_SOURCE_DIR "/templates";

std::string joined(const std::vector<RenderedFile> &files)
{
    std::string all;
    for (const RenderedFile &file : files)
        all += file.text;
    return all;
}

std::string rendered(const char *slug, std::initializer_list<hcl::Field> given = {})
{
    const auto catalog = GeneratorCatalog::load(templates);
    const auto generator = catalog->require(slug);
    hcl::Fields values = sampleValues(*generator);
    for (const hcl::Field &field : given)
        for (hcl::Field &value : values)
            if (value.name == field.name)
                value.value = field.value;
    const auto files = generator->render(values, Task());
    return files ? joined(*files) : files.error().text();
}

hcl::Field off(const char *name)
{
    return {name, hcl::Value::boolean(false)};
}

hcl::Field on(const char *name)
{
    return {name, hcl::Value::boolean(true)};
}

/// What the files declare as `kind NAME` and what they use as `prefix.NAME`.
void collect(const std::string &text, const std::string &before, const std::string &stop, std::set<std::string> &names)
{
    for (std::size_t at = text.find(before); at != std::string::npos; at = text.find(before, at + 1)) {
        const std::size_t from = at + before.size();
        if (before == "var." && at > 0 &&
            (std::isalnum(static_cast<unsigned char>(text[at - 1])) != 0 || text[at - 1] == '_'))
            continue;
        const std::size_t to = text.find_first_of(stop, from);
        names.insert(text.substr(from, to - from));
    }
}

} // namespace

TEST(TemplatesTest, AllLoadAndRenderInEveryVariant)
{
    for (const Error &error : GeneratorCatalog::check(templates))
        ADD_FAILURE() << error.text();
    const auto catalog = GeneratorCatalog::load(templates);
    ASSERT_TRUE(catalog) << catalog.error().text();
    for (const char *slug : {"aws-s3-baseline", "aws-vpc-networking", "azure-storage-account", "kubernetes-deployment"})
        EXPECT_NE(catalog->find(slug), nullptr) << slug;
    EXPECT_EQ(catalog->require("aws-s3-baselin").error().hint.substr(0, 33), "Did you mean \"aws-s3-baseline\"? T");
}

TEST(TemplatesTest, TerraformFmtLeavesThemUnchanged)
{
    if (std::system("command -v terraform >/dev/null 2>&1") != 0)
        GTEST_SKIP() << "terraform is not on PATH";
    const fs::path root = fs::temp_directory_path() / ("drydock-templates-" + randomHex(6));
    const auto catalog = GeneratorCatalog::load(templates);
    ASSERT_TRUE(catalog);
    for (const Generator &generator : catalog->generators()) {
        int number = 0;
        for (const hcl::Fields &values : sampleVariants(generator)) {
            const auto files = generator.render(values, Task());
            ASSERT_TRUE(files) << files.error().text();
            ASSERT_TRUE(writeFiles(*files, root / generator.info().slug / std::to_string(number++), Overwrite::Refuse));
        }
        EXPECT_GE(number, 5) << generator.info().slug;
    }
    const std::string command =
        "TF_CLI_CONFIG_FILE=/dev/null terraform fmt -check -diff -recursive '" + root.string() + "'";
    EXPECT_EQ(std::system(command.c_str()), 0);
    fs::remove_all(root);
}

TEST(TemplatesTest, EveryVariableIsDeclaredAndUsed)
{
    const auto catalog = GeneratorCatalog::load(templates);
    ASSERT_TRUE(catalog);
    for (const Generator &generator : catalog->generators())
        for (const hcl::Fields &values : sampleVariants(generator)) {
            const auto files = generator.render(values, Task());
            ASSERT_TRUE(files);
            std::set<std::string> declared;
            std::set<std::string> used;
            for (const RenderedFile &file : *files) {
                if (!file.path.ends_with(".tf"))
                    continue;
                collect(file.text, "variable \"", "\"", declared);
                collect(file.text, "var.", " .,)]}\n[/\"", used);
            }
            EXPECT_EQ(declared, used) << generator.info().slug;
        }
}

TEST(TemplatesTest, EachHasAnArticle)
{
    const auto catalog = GeneratorCatalog::load(templates);
    ASSERT_TRUE(catalog);
    for (const Generator &generator : catalog->generators()) {
        const auto text = readFile(fs::path(DRYDOCK_SOURCE_DIR "/resources/knowledge/generators") /
                                   (generator.info().article + ".md"));
        ASSERT_TRUE(text) << text.error().text();
        EXPECT_THAT(*text, HasSubstr("generators: [" + generator.info().slug + "]"));
        EXPECT_THAT(*text, HasSubstr("## How to verify by hand"));
    }
}

TEST(TemplatesTest, BucketIsPrivateEncryptedAndLogged)
{
    const std::string text = rendered("aws-s3-baseline");
    for (const char *part :
         {"restrict_public_buckets = true", "object_ownership = \"BucketOwnerEnforced\"", "status = \"Enabled\"",
          "sse_algorithm     = \"aws:kms\"", "enable_key_rotation     = true", "variable = \"aws:SecureTransport\"",
          "resource \"aws_s3_bucket_logging\" \"this\"", "resource \"aws_s3_bucket_lifecycle_configuration\" \"this\""})
        EXPECT_THAT(text, HasSubstr(part));
    EXPECT_THAT(text, Not(HasSubstr("backend \"s3\"")));
    EXPECT_THAT(rendered("aws-s3-baseline", {on("remote_state")}), HasSubstr("use_lockfile = true"));
    EXPECT_THAT(rendered("aws-s3-baseline", {off("create_kms_key")}), Not(HasSubstr("resource \"aws_kms_key\"")));
    EXPECT_THAT(rendered("aws-s3-baseline", {on("force_destroy")}), HasSubstr("A production bucket is not deleted"));
}

TEST(TemplatesTest, NetworkHasTheNatThatWasChosen)
{
    EXPECT_THAT(rendered("aws-vpc-networking"),
                HasSubstr("nat_gateway_id         = aws_nat_gateway.this[each.key].id"));
    EXPECT_THAT(rendered("aws-vpc-networking", {{"nat", hcl::Value::string("single")}}),
                HasSubstr("nat_gateway_id         = aws_nat_gateway.this[local.nat_zones[0]].id"));
    EXPECT_THAT(rendered("aws-vpc-networking", {{"nat", hcl::Value::string("none")}}),
                Not(HasSubstr("aws_nat_gateway")));
    EXPECT_THAT(rendered("aws-vpc-networking"), HasSubstr("traffic_type             = \"ALL\""));
    EXPECT_THAT(rendered("aws-vpc-networking", {off("flow_logs")}), Not(HasSubstr("aws_flow_log")));
    EXPECT_THAT(rendered("aws-vpc-networking", {{"vpc_cidr", hcl::Value::string("10.0.0.0/24")}}),
                HasSubstr("/16 to /22"));
}

TEST(TemplatesTest, StorageAccountIsClosed)
{
    const std::string text = rendered("azure-storage-account");
    for (const char *part : {"shared_access_key_enabled        = false", "default_action             = \"Deny\"",
                             "min_tls_version            = \"TLS1_2\"", "infrastructure_encryption_enabled = true"})
        EXPECT_THAT(text, HasSubstr(part));
    const std::string inside = rendered("azure-storage-account", {on("private_endpoint")});
    EXPECT_THAT(inside, HasSubstr("public_network_access_enabled     = false"));
    EXPECT_THAT(inside, HasSubstr("subresource_names              = [\"blob\"]"));
}

TEST(TemplatesTest, DeploymentIsRestricted)
{
    const std::string text = rendered("kubernetes-deployment");
    for (const char *part :
         {"run_as_non_root = true", "read_only_root_filesystem  = true", "drop = [\"ALL\"]",
          "type = \"RuntimeDefault\"", "automount_service_account_token = false", "readiness_probe {",
          "resource \"kubernetes_pod_disruption_budget_v1\"", "resource \"kubernetes_network_policy_v1\""})
        EXPECT_THAT(text, HasSubstr(part));
    EXPECT_THAT(rendered("kubernetes-deployment", {{"image", hcl::Value::string("web:latest")}}),
                HasSubstr("The tag `latest` is another image every time"));
}
