// SPDX-License-Identifier: MIT
#include "tests/terraform/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace drydock::terraform::test {

using testing::ElementsAre;

static std::string at(const Sample &sample, const char *address, const char *path)
{
    return where(sample.resource(address).sourceRange(AttributePath::parse(path)));
}

static std::vector<std::string> derived(const Sample &sample, const char *address, const char *path)
{
    std::vector<std::string> out;
    for (const DerivationStep &step : sample.resource(address).derivation(AttributePath::parse(path)))
        out.push_back(where(step.range));
    return out;
}

TEST(Place, IsTheNearestThatIsWritten)
{
    const Sample sample(R"(
resource "aws_instance" "web" {
  ami  = "x"
  tags = {
    Name = "web"
    "a b" = 1
  }
  cidrs = [
    "10.0.0.0/8",
    "0.0.0.0/0",
  ]
  metadata_options {
    http_tokens = "optional"
  }
  disk { size = 1 }
  disk { size = 2 }
}
)");
    const char *web = "aws_instance.web";
    EXPECT_EQ(at(sample, web, ""), "main.tf:2: resource \"aws_instance\" \"web\" {");
    EXPECT_EQ(at(sample, web, "missing"), "main.tf:2: resource \"aws_instance\" \"web\"");
    EXPECT_EQ(at(sample, web, "ami"), "main.tf:3: ami  = \"x\"");
    EXPECT_EQ(at(sample, web, "tags.Name"), "main.tf:5: Name = \"web\"");
    EXPECT_EQ(at(sample, web, "tags[\"a b\"]"), "main.tf:6: \"a b\" = 1");
    EXPECT_EQ(at(sample, web, "tags.none"), "main.tf:4: tags = {");
    EXPECT_EQ(at(sample, web, "cidrs[1]"), "main.tf:10: \"0.0.0.0/0\"");
    EXPECT_EQ(at(sample, web, "metadata_options.http_tokens"), "main.tf:13: http_tokens = \"optional\"");
    EXPECT_EQ(at(sample, web, "metadata_options.http_endpoint"), "main.tf:12: metadata_options");
    EXPECT_EQ(at(sample, web, "disk[1].size"), "main.tf:16: size = 2");
    EXPECT_EQ(at(sample, web, "disk[1]"), "main.tf:16: disk { size = 2 }");
    EXPECT_EQ(at(sample, web, "disk[7].size"), "main.tf:2: resource \"aws_instance\" \"web\"");
}

TEST(Place, FollowsDynamicBlocks)
{
    const Sample sample(R"(
locals {
  rules = [
    { port = 443, cidrs = ["10.0.0.0/8"] },
    { port = 22, cidrs = ["0.0.0.0/0"] },
  ]
}
resource "aws_security_group" "g" {
  ingress { port = 80 }
  dynamic "ingress" {
    for_each = local.rules
    content {
      port  = ingress.value.port
      cidrs = ingress.value.cidrs
    }
  }
  ingress { port = 81 }
}
)");
    const char *group = "aws_security_group.g";
    EXPECT_EQ(at(sample, group, "ingress[0].port"), "main.tf:9: port = 80");
    EXPECT_EQ(at(sample, group, "ingress[2].port"), "main.tf:13: port  = ingress.value.port");
    EXPECT_EQ(at(sample, group, "ingress[3].port"), "main.tf:17: port = 81");
    EXPECT_EQ(at(sample, group, "ingress[1].none"), "main.tf:10: dynamic \"ingress\"");
    EXPECT_THAT(derived(sample, group, "ingress[2].cidrs"),
                ElementsAre("main.tf:14: cidrs = ingress.value.cidrs", "main.tf:11: local.rules",
                            "main.tf:5: cidrs = [\"0.0.0.0/0\"]"));
}

TEST(Derivation, GoesThroughLocalsModulesAndVariableFiles)
{
    const Sample sample(Files{{"main.tf", R"(
variable "open" { type = list(string) }
variable "size" { default = 1 }
locals { cidrs = var.open }
module "net" {
  source = "./net"
  cidrs  = local.cidrs
}
resource "t_x" "y" {
  group = module.net.group_name
  size  = var.size
}
)"},
                              {"terraform.tfvars", "open = [\"0.0.0.0/0\"]"},
                              {"net/main.tf", R"(
variable "cidrs" {}
resource "aws_security_group" "g" {
  name = "open"
  ingress { cidr_blocks = var.cidrs }
}
output "group_name" { value = aws_security_group.g.name }
)"}});
    EXPECT_THAT(derived(sample, "module.net.aws_security_group.g", "ingress.cidr_blocks"),
                ElementsAre("net/main.tf:5: cidr_blocks = var.cidrs", "main.tf:7: cidrs  = local.cidrs",
                            "main.tf:4: cidrs = var.open", "terraform.tfvars:1: open = [\"0.0.0.0/0\"]"));
    EXPECT_THAT(derived(sample, "t_x.y", "group"),
                ElementsAre("main.tf:10: group = module.net.group_name",
                            "net/main.tf:7: value = aws_security_group.g.name", "net/main.tf:4: name = \"open\""));
    EXPECT_THAT(derived(sample, "t_x.y", "size"),
                ElementsAre("main.tf:11: size  = var.size", "main.tf:3: default = 1"));
}

} // namespace drydock::terraform::test
