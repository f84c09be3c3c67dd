// SPDX-License-Identifier: MIT
#include "core/base/filereader.h"
#include "tests/cli/commandfixture.h"

#include <gmock/gmock.h>

#include <fstream>

using namespace drydock;
using namespace drydock::cli;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
namespace fs = std::filesystem;

namespace {

class InspectCommand : public CommandFixture
{
protected:
    void write(const std::string &name, const std::string &text) const
    {
        fs::create_directories((directory() / name).parent_path());
        std::ofstream(directory() / name, std::ios::binary) << text;
    }
    /// Makes a module of one file and publishes it in the workspace.
    void publish(const std::string &version, const std::string &text) const
    {
        const fs::path module = m_scratch.path() / ("published-" + version);
        fs::create_directories(module);
        std::ofstream(module / "main.tf", std::ios::binary) << text;
        const Outcome outcome =
            run({"publish", "module", module.string(), "--address", "acme/network/aws", "--version", version});
        EXPECT_EQ(outcome.code, Success) << outcome.err;
    }
    [[nodiscard]] fs::path directory() const { return m_scratch.path() / "module"; }
    [[nodiscard]] Outcome inspect(const std::string &format) const
    {
        return runPlain({"inspect", directory().string(), "--format", format});
    }
    [[nodiscard]] nlohmann::json document() const { return nlohmann::json::parse(inspect("json").out, nullptr, false); }
    void writeModule() const
    {
        write("main.tf", R"(/**
 * # Network
 *
 * Makes a network.
 */
terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      version               = "~> 5.0"
      configuration_aliases = [aws.east]
    }
    acme = {
      source  = "example.com/acme/acme"
      version = "1.2.3"
    }
  }
}
provider "aws" {
  alias = "east"
}
resource "aws_vpc" "main" {
  cidr_block = var.cidr_block
}
resource "aws_vpc" "east" {
  provider = aws.east
}
resource "acme_box" "one" {}
resource "random_pet" "name" {}
data "aws_caller_identity" "current" {}
module "sub_nets" {
  source  = "acme/subnets/aws"
  version = "2.0.0"
}
module "local" {
  source = "./local"
}
)");
        write("variables.tf", R"(variable "cidr_block" {
  type        = string
  description = "The network. See the `cidr_block` argument; a | b."
}
variable "tags" {
  type = object({
    team = string
  })
  default     = { team = "core", n = 1 }
  description = <<-EOT
    First line.
    Second line of my_module.

    ```
    tags = { a = 1 }
    ```
  EOT
}
variable "empty" {
  default = []
}
variable "none" {
  type    = string
  default = null
}
variable "password" {
  type      = string
  sensitive = true
}
)");
        write("outputs.tf", R"(output "vpc_id" {
  value       = aws_vpc.main.id
  description = "The network's id."
}
output "secret" {
  value     = var.password
  sensitive = true
}
)");
    }
};

} // namespace

TEST_F(InspectCommand, JsonHasTheKeysOfTerraformConfigInspect)
{
    writeModule();
    const auto json = document();
    const std::string path = directory().string();
    EXPECT_EQ(json.at("path"), path);
    EXPECT_EQ(json.at("variables").at("cidr_block"),
              nlohmann::json({{"name", "cidr_block"},
                              {"type", "string"},
                              {"description", "The network. See the `cidr_block` argument; a | b."},
                              {"default", nullptr},
                              {"required", true},
                              {"pos", {{"filename", path + "/variables.tf"}, {"line", 1}}}}));
    EXPECT_EQ(json.at("variables").at("tags").at("default"), nlohmann::json::parse(R"({"team": "core", "n": 1})"));
    EXPECT_EQ(json.at("variables").at("none").at("required"), false);
    EXPECT_EQ(json.at("variables").at("password").at("sensitive"), true);
    EXPECT_EQ(
        json.at("outputs").at("secret"),
        nlohmann::json(
            {{"name", "secret"}, {"sensitive", true}, {"pos", {{"filename", path + "/outputs.tf"}, {"line", 5}}}}));
    EXPECT_EQ(json.at("required_core"), nlohmann::json::parse(R"([">= 1.5"])"));
    EXPECT_EQ(json.at("required_providers").at("aws"),
              nlohmann::json::parse(R"({"source": "hashicorp/aws", "version_constraints": ["~> 5.0"],
                                        "aliases": [{"name": "aws", "alias": "east"}]})"));
    EXPECT_EQ(json.at("required_providers").at("random"), nlohmann::json::object());
    EXPECT_EQ(json.at("provider_configs").at("aws.east"), nlohmann::json::parse(R"({"name": "aws", "alias": "east"})"));
    EXPECT_EQ(json.at("managed_resources").at("aws_vpc.east"),
              nlohmann::json({{"mode", "managed"},
                              {"type", "aws_vpc"},
                              {"name", "east"},
                              {"provider", {{"name", "aws"}, {"alias", "east"}}},
                              {"pos", {{"filename", path + "/main.tf"}, {"line", 26}}}}));
    EXPECT_EQ(json.at("data_resources").at("data.aws_caller_identity.current").at("mode"), "data");
    EXPECT_EQ(json.at("module_calls").at("sub_nets").at("version"), "2.0.0");
    EXPECT_EQ(json.at("module_calls").at("local").at("source"), "./local");
    EXPECT_FALSE(json.at("module_calls").at("local").contains("version"));
    EXPECT_FALSE(json.contains("diagnostics"));
}

TEST_F(InspectCommand, MarkdownHasTheTablesOfTerraformDocs)
{
    writeModule();
    const Outcome outcome = inspect("markdown");
    EXPECT_EQ(outcome.code, Success) << outcome.err;
    EXPECT_THAT(outcome.out, StartsWith("# Network\n\nMakes a network.\n\n## Requirements\n\n"
                                        "| Name | Version |\n| ---- | ------- |\n"
                                        "| <a name=\"requirement_terraform\"></a> "
                                        "[terraform](#requirement\\_terraform) | >= 1.5 |\n"
                                        "| <a name=\"requirement_acme\"></a> [acme](#requirement\\_acme) | 1.2.3 |\n"));
    EXPECT_THAT(outcome.out, HasSubstr("\n\n## Providers\n\n| Name | Version |\n"));
    EXPECT_THAT(outcome.out,
                HasSubstr("| <a name=\"provider_aws.east\"></a> [aws.east](#provider\\_aws.east) | ~> 5.0 |\n"));
    EXPECT_THAT(outcome.out, HasSubstr("[random](#provider\\_random) | n/a |\n"));
    EXPECT_THAT(outcome.out, HasSubstr("| <a name=\"module_local\"></a> [local](#module\\_local) | ./local | n/a |\n"
                                       "| <a name=\"module_sub_nets\"></a> [sub\\_nets](#module\\_sub\\_nets) | "
                                       "acme/subnets/aws | 2.0.0 |\n"));
    EXPECT_THAT(
        outcome.out,
        HasSubstr("| acme\\_box.one | resource |\n"
                  "| [aws\\_vpc.east](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/"
                  "vpc) | resource |\n"));
    EXPECT_THAT(outcome.out, HasSubstr("docs/data-sources/caller_identity) | data source |\n\n## Inputs"));
    EXPECT_THAT(
        outcome.out,
        HasSubstr("| Name | Description | Type | Default | Required |\n"
                  "| ---- | ----------- | ---- | ------- | :------: |\n"
                  "| <a name=\"input_cidr_block\"></a> [cidr\\_block](#input\\_cidr\\_block) | The network. See "
                  "the `cidr_block` argument; a \\| b. | `string` | n/a | yes |\n"
                  "| <a name=\"input_empty\"></a> [empty](#input\\_empty) | n/a | `any` | `[]` | no |\n"
                  "| <a name=\"input_none\"></a> [none](#input\\_none) | n/a | `string` | `null` | no |\n"));
    EXPECT_THAT(outcome.out, HasSubstr("First line.<br/>Second line of my\\_module.<br/><pre>tags = { a = 1 }</pre> | "
                                       "<pre>object({<br/>    team = string<br/>  })</pre> | "
                                       "<pre>{<br/>  \"n\": 1,<br/>  \"team\": \"core\"<br/>}</pre> | no |\n"));
    EXPECT_THAT(outcome.out, HasSubstr("[vpc\\_id](#output\\_vpc\\_id) | The network's id. |\n"));
}

TEST_F(InspectCommand, DescribesModulesThatTheWorkspacePublishes)
{
    publish("1.2.0", "variable \"old\" {}\n");
    publish("2.0.0", "variable \"cidr\" {}\n");
    const auto described = json({"inspect", "acme/network/aws"});
    EXPECT_TRUE(described.at("variables").contains("cidr"));
    EXPECT_EQ(described.at("path"), "acme/network/aws");
    EXPECT_TRUE(json({"inspect", "acme/network/aws", "--version", "~> 1.0"}).at("variables").contains("old"));
    const Outcome none = run({"inspect", "acme/network/aws", "--version", "~> 3.0"});
    EXPECT_EQ(none.code, Unusable);
    EXPECT_THAT(none.err, HasSubstr("No published version of acme/network/aws fits"));
    const Outcome unknown = run({"inspect", "acme/other/aws"});
    EXPECT_EQ(unknown.code, Unusable);
    EXPECT_THAT(unknown.err, HasSubstr("acme/other/aws"));
}

TEST_F(InspectCommand, AnEmptyModuleHasEmptySections)
{
    fs::create_directories(directory());
    EXPECT_EQ(inspect("markdown").out,
              "## Requirements\n\nNo requirements.\n\n## Providers\n\nNo providers.\n\n## Modules\n\nNo modules.\n\n"
              "## Resources\n\nNo resources.\n\n## Inputs\n\nNo inputs.\n\n## Outputs\n\nNo outputs.\n");
    EXPECT_EQ(document().at("variables"), nlohmann::json::object());
}

TEST_F(InspectCommand, FilesWithErrorsAreToldAndTheRestIsThere)
{
    writeModule();
    write("broken.tf", "variable \"x\" {\n  type = \n}\n");
    const Outcome outcome = inspect("json");
    EXPECT_EQ(outcome.code, Unusable);
    EXPECT_THAT(outcome.err, HasSubstr("broken.tf:2"));
    const auto json = nlohmann::json::parse(outcome.out, nullptr, false);
    EXPECT_EQ(json.at("diagnostics").at(0).at("severity"), "error");
    EXPECT_TRUE(json.at("variables").contains("cidr_block"));
}

TEST_F(InspectCommand, WritesAFile)
{
    writeModule();
    const std::string file = (m_scratch.path() / "README.md").string();
    EXPECT_EQ(runPlain({"inspect", directory().string(), "--output", file}).out, "");
    EXPECT_EQ(readFile(file).value_or(""), inspect("markdown").out) << "as it is printed, which is the default";
    EXPECT_EQ(runPlain({"inspect", (m_scratch.path() / "none").string()}).code, Unusable);
}
