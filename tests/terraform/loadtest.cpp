// SPDX-License-Identifier: MIT
#include "core/terraform/module.h"
#include "tests/terraform/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace drydock::terraform::test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Load, ReadsAllFilesOfADirectoryAndNoOthers)
{
    const Sample sample(Files{{"main.tf", "variable \"a\" {}"},
                              {"b.tf", "output \"o\" { value = 1 }"},
                              {".hidden.tf", "not ["},
                              {"backup.tf~", "not ["},
                              {"terraform.tfstate", "{"},
                              {"deeper/x.tf", "not ["}});
    EXPECT_EQ(sample.configuration().fileCount(), 2U);
    EXPECT_THAT(sample.diagnostics(), IsEmpty());
}

TEST(Load, MergesOverrideFiles)
{
    const Sample sample(Files{{"main.tf", R"(
resource "aws_instance" "web" {
  ami  = "old"
  type = "t3.micro"
  ebs_block_device { size = 1 }
  ebs_block_device { size = 2 }
}
locals { a = 1 }
output "a" { value = local.a }
)"},
                              {"override.tf", R"(
resource "aws_instance" "web" {
  ami = "new"
  ebs_block_device { size = 3 }
}
locals { a = 2 }
)"},
                              {"x_override.tf", "resource \"aws_instance\" \"none\" {}"}});
    EXPECT_EQ(sample.attribute("aws_instance.web", "ami"), "\"new\"");
    EXPECT_EQ(sample.attribute("aws_instance.web", "type"), "\"t3.micro\"");
    EXPECT_EQ(sample.attribute("aws_instance.web", "ebs_block_device"), "[{ size = 3 }]");
    EXPECT_EQ(sample.output("a"), "2");
    EXPECT_THAT(where(sample.resource("aws_instance.web").sourceRange(AttributePath::parse("ami"))),
                "override.tf:3: ami = \"new\"");
    EXPECT_THAT(sample.diagnostics(), ElementsAre("override.base@x_override.tf:1"));
}

TEST(Load, AFileWithErrorsDoesNotStopTheRest)
{
    const Sample sample(
        {{"bad.tf", "resource \"a_b\" \"c\" {\n  x = [1,\n"}, {"good.tf", "resource \"a_b\" \"d\" { x = 1 }"}});
    EXPECT_EQ(sample.attribute("a_b.d", "x"), "1");
    ASSERT_FALSE(sample.diagnostics().empty());
    EXPECT_EQ(sample.diagnostics().front().substr(0, 17), "hcl.syntax@bad.tf");
}

TEST(Load, ReportsDuplicatesAndUnknownBlocks)
{
    const Sample sample(Files{{"main.tf", R"(
variable "a" {}
variable "a" {}
locals { x = 1 }
locals { x = 2 }
resource "t_x" "y" {}
resource "t_x" "y" {}
varable "b" {}
resource "t_x" {}
region = "eu"
variable "c" { defualt = 1 }
output "o" {}
)"}});
    EXPECT_THAT(sample.diagnostics(),
                ElementsAre("name.duplicate@main.tf:3", "name.duplicate@main.tf:5", "name.duplicate@main.tf:7",
                            "block.unsupported@main.tf:8", "block.labels@main.tf:9", "argument.unsupported@main.tf:10",
                            "argument.unsupported@main.tf:11", "argument.missing@main.tf:12"));
    EXPECT_EQ(sample.diagnostic("block.unsupported").hint, "Did you mean variable?");
    EXPECT_THAT(sample.diagnostic("name.duplicate").detail, HasSubstr("main.tf:2"));
}

TEST(Load, ReportsUndeclaredReferencesWithAHint)
{
    const Sample sample(R"(
variable "region" {}
resource "aws_s3_bucket" "logs" {
  bucket = var.regoin
  tags   = local.none
  acl    = aws_s3_bucket.log.id
  x      = module.net.id
  y      = [for name in ["a"] : name]
  z      = foo
  dynamic "rule" {
    for_each = []
    iterator = it
    content { a = it.value }
  }
  lifecycle { ignore_changes = [tags, bucket] }
}
)");
    EXPECT_THAT(sample.diagnostics(), ElementsAre("reference.undeclared@main.tf:4", "reference.undeclared@main.tf:5",
                                                  "reference.undeclared@main.tf:6", "reference.undeclared@main.tf:7",
                                                  "reference.invalid@main.tf:9"));
    EXPECT_EQ(sample.diagnostic("reference.undeclared").hint, "Did you mean var.region?");
}

TEST(Load, ChecksModuleArgumentsAndOutputs)
{
    const Sample sample(Files{{"main.tf", R"(
module "net" {
  source = "./net"
  cider  = "10.0.0.0/8"
}
output "id" { value = module.net.idd }
)"},
                              {"net/main.tf", "variable \"cidr\" {}\noutput \"id\" { value = var.cidr }"}});
    EXPECT_THAT(sample.diagnostics(), ElementsAre("argument.missing@main.tf:2", "argument.unsupported@main.tf:4",
                                                  "reference.output@main.tf:6"));
    EXPECT_EQ(sample.diagnostic("argument.unsupported").hint, "Did you mean cidr?");
    EXPECT_EQ(sample.diagnostic("reference.output").hint, "Did you mean module.net.id?");
}

TEST(Load, AModuleIsParsedOnceHoweverOftenItIsCalled)
{
    const Sample sample(
        Files{{"main.tf", "module \"a\" {\n source = \"./m\"\n}\nmodule \"b\" {\n source = \"./m/../m\"\n}"},
              {"m/main.tf", "resource \"t_x\" \"y\" {}"}});
    const ModuleNode &root = sample.configuration().root();
    EXPECT_EQ(root.children[0]->module, root.children[1]->module);
    EXPECT_EQ(sample.configuration().modules().size(), 2U);
    EXPECT_THAT(sample.addresses(), ElementsAre("module.a.t_x.y", "module.b.t_x.y"));
}

TEST(Load, AModuleThatCallsItselfIsReportedNotFollowed)
{
    const Sample self(Files{{"main.tf", "module \"again\" {\n source = \"./.\"\n}"}});
    EXPECT_THAT(self.diagnostics(), ElementsAre("module.cycle@main.tf:2"));
    const Sample circle(Files{{"main.tf", "module \"a\" {\n source = \"./a\"\n}"},
                              {"a/main.tf", "module \"b\" {\n source = \"../b\"\n}"},
                              {"b/main.tf", "module \"a\" {\n source = \"../a\"\n}\nresource \"t_x\" \"y\" {}"}});
    EXPECT_THAT(circle.diagnostics(), ElementsAre("module.cycle@b/main.tf:2"));
    EXPECT_THAT(circle.addresses(), ElementsAre("module.a.module.b.t_x.y"));
}

TEST(Load, MissingAndUnavailableModulesAreToldApart)
{
    const Sample sample(Files{{"main.tf", R"(
module "gone" { source = "./gone" }
module "vpc" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 5.0"
}
module "broken" { source = "./${var.x}" }
output "id" { value = module.vpc.vpc_id }
variable "x" {}
)"}});
    EXPECT_THAT(sample.diagnostics(), ElementsAre("module.missing@main.tf:2", "module.unavailable@main.tf:4",
                                                  "expression.constant@main.tf:7"));
    EXPECT_EQ(sample.origins("id"), "module.vpc");
}

TEST(Load, InstalledModulesAreFoundByTheManifest)
{
    const Sample sample(
        {{"main.tf", "module \"vpc\" { source = \"acme/vpc/aws\" }\noutput \"o\" { value = module.vpc.name }"},
         {".terraform/modules/modules.json",
          R"({"Modules":[{"Key":"","Source":"","Dir":"."},{"Key":"vpc",
                             "Source":"registry.terraform.io/acme/vpc/aws","Version":"1.0.0","Dir":".terraform/modules/vpc"}]})"},
         {".terraform/modules/vpc/main.tf", "output \"name\" { value = \"installed\" }"}});
    EXPECT_THAT(sample.diagnostics(), IsEmpty());
    EXPECT_EQ(sample.output("o"), "\"installed\"");
}

TEST(Load, ManyCallsOfCallsAreBounded)
{
    // Each level calls the next one twice: 2^20 calls if nothing stopped it.
    std::map<std::string, std::string> files;
    for (int level = 0; level < 20; ++level) {
        const std::string next = "../m" + std::to_string(level + 1);
        const std::string text =
            "module \"a\" {\n source = \"" + next + "\"\n}\nmodule \"b\" {\n source = \"" + next + "\"\n}\n";
        files["m" + std::to_string(level) + "/main.tf"] = text;
    }
    files["m20/main.tf"] = "resource \"t_x\" \"y\" {}";
    files["main.tf"] = "module \"start\" {\n source = \"./m0\"\n}";
    LoadOptions options;
    options.limits.moduleCalls = 1000;
    const Sample sample(files, options);
    EXPECT_EQ(sample.diagnostic("limit.module-calls").severity, DiagnosticSeverity::Error);
}

TEST(Load, SettingsAndProvidersAreKept)
{
    const Sample sample(Files{{"main.tf", R"(
terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source                = "hashicorp/aws"
      version               = "~> 5.0"
      configuration_aliases = [aws.east]
    }
    random = "3.0"
  }
  backend "s3" { bucket = "state" }
}
moved {
  from = aws_x.a
  to   = aws_x.b
}
)"}});
    const Settings &settings = sample.configuration().root().module->settings();
    ASSERT_EQ(settings.requiredProviders.size(), 2U);
    EXPECT_EQ(settings.requiredProviders[0].source, "hashicorp/aws");
    EXPECT_THAT(settings.requiredProviders[0].aliases, ElementsAre("aws.east"));
    EXPECT_EQ(settings.requiredProviders[1].version, "3.0");
    EXPECT_EQ(settings.backend.label(0), "s3");
    EXPECT_EQ(sample.configuration().root().module->otherBlocks().size(), 1U);
}

TEST(Load, ReferrersAreFoundInReverse)
{
    const Sample sample(R"(
variable "name" {}
locals { full = "${var.name}-x" }
resource "aws_s3_bucket" "b" { bucket = local.full }
resource "aws_s3_bucket_policy" "p" { bucket = aws_s3_bucket.b.id }
output "arn" { value = aws_s3_bucket.b.arn }
)");
    const Module &module = *sample.configuration().root().module;
    EXPECT_THAT(module.referrers("aws_s3_bucket.b"), ElementsAre("aws_s3_bucket_policy.p", "output.arn"));
    EXPECT_THAT(module.referrers("var.name"), ElementsAre("local.full"));
    EXPECT_EQ(sample.resource("aws_s3_bucket_policy.p").references().front(), "aws_s3_bucket.b");
}

TEST(LoadTree, FindsRootsAndLeavesCalledModulesToTheirCallers)
{
    const MemoryFiles files({{"/w/live/prod/main.tf", "module \"m\" { source = \"../../modules/m\" }"},
                             {"/w/live/dev/main.tf", "module \"m\" { source = \"../../modules/m\" }"},
                             {"/w/modules/m/main.tf", "resource \"t_x\" \"y\" {}"},
                             {"/w/modules/unused/main.tf", "resource \"t_x\" \"z\" {}"},
                             {"/w/live/prod/.terraform/modules/q/main.tf", "resource \"t_x\" \"q\" {}"},
                             {"/w/loop/a/main.tf", "module \"b\" { source = \"../b\" }"},
                             {"/w/loop/b/main.tf", "module \"a\" { source = \"../a\" }"}});
    LoadOptions options;
    options.files = &files;
    const std::vector<std::filesystem::path> paths{"/w"};
    const Result<std::vector<Configuration>> all = loadTree(paths, options, Task{});
    ASSERT_TRUE(all) << all.error().text();
    std::vector<std::string> roots;
    for (const Configuration &configuration : *all)
        roots.push_back(configuration.directory().generic_string());
    EXPECT_THAT(roots, ElementsAre("/w/live/dev", "/w/live/prod", "/w/loop/a", "/w/modules/unused"));
    EXPECT_EQ((*all)[0].root().children[0]->module, (*all)[1].root().children[0]->module);
    EXPECT_EQ((*all)[0].root().module->files()[0].source().name(), "live/dev/main.tf");
}

TEST(LoadTree, AFileOnItsOwnOnlyWarnsOfWhatItLacks)
{
    const MemoryFiles files({{"/w/a.tf", "resource \"t_x\" \"y\" { n = var.n }"}, {"/w/b.tf", "variable \"n\" {}"}});
    LoadOptions options;
    options.files = &files;
    const std::vector<std::filesystem::path> paths{"/w/a.tf"};
    const Result<std::vector<Configuration>> all = loadTree(paths, options, Task{});
    ASSERT_TRUE(all);
    ASSERT_EQ(all->size(), 1U);
    ASSERT_EQ(all->front().diagnostics().size(), 1U);
    EXPECT_EQ(all->front().diagnostics()[0].severity, DiagnosticSeverity::Warning);
}

TEST(Load, WhatIsNotThereIsAnError)
{
    const Result<Configuration> none = load("/no/such/directory", {}, Task{});
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, "configuration.missing");
}

TEST(Load, CancelStopsTheWork)
{
    std::stop_source stop;
    stop.request_stop();
    Task task;
    task.stop = stop.get_token();
    const MemoryFiles files({{"/w/main.tf", "module \"m\" { source = \"./m\" }"}, {"/w/m/main.tf", ""}});
    LoadOptions options;
    options.files = &files;
    const Result<Configuration> cancelled = load("/w", options, task);
    ASSERT_FALSE(cancelled);
    EXPECT_EQ(cancelled.error().code, "task.cancelled");
}

} // namespace drydock::terraform::test
