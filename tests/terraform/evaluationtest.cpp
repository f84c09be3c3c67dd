// SPDX-License-Identifier: MIT
#include "tests/terraform/sample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace drydock::terraform::test {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Evaluate, VariablesComeFromDefaultsFilesAndCaller)
{
    LoadOptions options;
    options.variableFiles = {"/work/extra.tfvars"};
    options.variableValues = {{"d", "from caller"}, {"list", "[\"x\"]"}};
    const Sample sample(Files{{"main.tf", R"(
variable "a" { default = "default" }
variable "b" { default = "default" }
variable "c" { default = "default" }
variable "d" { default = "default" }
variable "list" { type = list(string) }
variable "unset" { type = string }
output "all" { value = [var.a, var.b, var.c, var.d, var.list] }
output "unset" { value = "x-${var.unset}" }
)"},
                              {"terraform.tfvars", "b = \"file\"\nc = \"file\""},
                              {"z.auto.tfvars", "c = \"auto\"\nnone = 1"},
                              {"extra.tfvars", "d = \"extra\""}},
                        options);
    EXPECT_EQ(sample.output("all"), R"(["default", "file", "auto", "from caller", ["x"]])");
    EXPECT_EQ(sample.origins("unset"), "var.unset");
    EXPECT_THAT(sample.diagnostics(), ElementsAre("variables.undeclared@z.auto.tfvars:2"));
}

TEST(Evaluate, VariablesAreConvertedAndChecked)
{
    const Sample sample(Files{{"main.tf", R"(
variable "n" { type = number }
variable "o" {
  type = object({ name = string, port = optional(number, 80) })
  default = { name = "x" }
}
variable "bad" { type = number }
variable "size" {
  default = 3
  validation {
    condition     = var.size > 5
    error_message = "Must be above 5, not ${var.size}."
  }
}
variable "filled" {
  default  = "default"
  nullable = false
}
variable "secret" {
  default   = "s"
  sensitive = true
}
output "o" { value = [var.n + 1, var.o.port, var.filled] }
output "secret" {
  value     = "a${var.secret}"
  sensitive = true
}
)"},
                              {"terraform.tfvars", "n = \"7\"\nbad = [1]\nfilled = null"}});
    EXPECT_EQ(sample.output("o"), "[8, 80, \"default\"]");
    EXPECT_EQ(sample.output("secret"), "(sensitive value)");
    EXPECT_THAT(sample.diagnostics(),
                ElementsAre("variable.validation@main.tf:9", "variable.value@terraform.tfvars:2"));
    EXPECT_EQ(sample.diagnostic("variable.validation").detail, "Must be above 5, not 3.");
}

TEST(Evaluate, CyclesAreReportedWithTheirPath)
{
    const Sample sample(R"(
locals {
  a = local.b
  b = "${local.c}x"
  c = local.a
  d = 1
}
output "d" { value = local.d }
resource "t_x" "one" { a = t_x.two.b }
resource "t_x" "two" { a = t_x.one.b }
)");
    EXPECT_EQ(sample.output("d"), "1");
    EXPECT_THAT(sample.diagnostics(), ElementsAre("reference.cycle@main.tf:3", "reference.cycle@main.tf:9"));
    EXPECT_THAT(sample.diagnostic("reference.cycle").detail, HasSubstr("local.a -> local.b -> local.c -> local.a"));
}

TEST(Evaluate, ReferencesGiveWrittenValuesAndUnknownOnesWithOrigin)
{
    const Sample sample(R"(
resource "aws_s3_bucket" "b" {
  bucket = "logs"
  tags   = { a = "x" }
}
output "written" { value = aws_s3_bucket.b.bucket }
output "tag" { value = aws_s3_bucket.b.tags.a }
output "computed" { value = aws_s3_bucket.b.arn }
output "text" { value = "${aws_s3_bucket.b.arn}/*" }
output "whole" { value = aws_s3_bucket.b }
output "choice" { value = aws_s3_bucket.b.arn != "" ? aws_s3_bucket.b.id : "none" }
output "for" { value = [for b in [aws_s3_bucket.b] : b.id] }
)");
    EXPECT_EQ(sample.output("written"), "\"logs\"");
    EXPECT_EQ(sample.output("tag"), "\"x\"");
    for (const char *name : {"written", "tag", "computed", "text", "whole", "choice", "for"})
        EXPECT_EQ(sample.origins(name), "aws_s3_bucket.b") << name;
    EXPECT_THAT(sample.diagnostics(), IsEmpty());
}

TEST(Evaluate, BlocksHaveComputedAttributesToo)
{
    const Sample sample(R"(
resource "aws_eks_cluster" "c" {
  vpc_config {
    subnet_ids = ["a"]
    inner { x = 1 }
  }
  dynamic "rule" {
    for_each = [1, 2]
    content { n = rule.value }
  }
}
output "written" { value = aws_eks_cluster.c.vpc_config[0].subnet_ids }
output "computed" { value = aws_eks_cluster.c.vpc_config[0].cluster_security_group_id }
output "inner" { value = aws_eks_cluster.c.vpc_config[0].inner[0].y }
output "rules" { value = aws_eks_cluster.c.rule[*].n }
output "identity" { value = aws_eks_cluster.c.identity[0].oidc[0].issuer }
)");
    EXPECT_EQ(sample.output("written"), "[\"a\"]");
    EXPECT_EQ(sample.output("rules"), "[1, 2]");
    for (const char *name : {"computed", "inner", "identity"}) {
        EXPECT_EQ(sample.output(name), "(known after apply)") << name;
        EXPECT_EQ(sample.origins(name), "aws_eks_cluster.c") << name;
    }
    EXPECT_THAT(sample.diagnostics(), IsEmpty());
}

TEST(Evaluate, AnArgumentSetToNullIsForTheProviderToDecide)
{
    const Sample sample(R"(
data "aws_region" "current" { region = null }
resource "t_x" "a" {
  network {
    cidr = null
    name = "n"
  }
}
output "region" { value = try(data.aws_region.current.region, "") }
output "cidr" { value = try(t_x.a.network[0].cidr, "none") }
output "name" { value = t_x.a.network[0].name }
output "text" { value = "arn:${data.aws_region.current.region}:*" }
)");
    EXPECT_THAT(sample.diagnostics(), IsEmpty());
    for (const char *name : {"region", "cidr", "text"})
        EXPECT_TRUE(sample.evaluation().root().output(name)->isUnknown()) << name;
    EXPECT_EQ(sample.output("name"), "\"n\"");
    // A rule still sees what is written.
    EXPECT_TRUE(sample.resource("data.aws_region.current").attributes().find("region")->isNull());
}

TEST(Evaluate, ConditionalsJoinTheOriginsOfBothSides)
{
    const Sample sample(R"(
variable "which" { type = bool }
resource "t_x" "a" {}
resource "t_x" "b" {}
output "id" { value = var.which ? t_x.a.id : t_x.b.id }
)");
    EXPECT_EQ(sample.origins("id"), "t_x.a t_x.b var.which");
}

TEST(Evaluate, CountAndForEachMakeInstances)
{
    const Sample sample(R"(
variable "unknown" { type = number }
resource "t_x" "c" {
  count = 2
  name  = "c${count.index}"
}
resource "t_x" "m" {
  for_each = { a = { n = 1 }, "b c" = { n = 2 } }
  name     = each.key
  n        = each.value.n
}
resource "t_x" "s" {
  for_each = toset(["x"])
  name     = each.value
}
resource "t_x" "none" { count = 0 }
resource "t_x" "u" {
  count = var.unknown
  name  = "u${count.index}"
  fixed = true
}
output "c" { value = t_x.c[*].name }
output "c1" { value = t_x.c[1].name }
output "m" { value = t_x.m["b c"].n }
output "names" { value = { for k, v in t_x.m : k => v.name } }
output "id" { value = t_x.m["a"].id }
output "u" { value = t_x.u[0].fixed }
output "uid" { value = t_x.u[0].id }
output "length" { value = length(t_x.c) }
output "one" { value = one(t_x.none[*].id) }
)");
    EXPECT_THAT(sample.addresses(),
                ElementsAre("t_x.c[0]", "t_x.c[1]", "t_x.m[\"a\"]", "t_x.m[\"b c\"]", "t_x.s[\"x\"]", "t_x.u[*]"));
    EXPECT_EQ(sample.output("c"), R"(["c0", "c1"])");
    EXPECT_EQ(sample.output("c1"), "\"c1\"");
    EXPECT_EQ(sample.output("m"), "2");
    EXPECT_EQ(sample.output("names"), R"({ a = "a", "b c" = "b c" })");
    EXPECT_EQ(sample.origins("id"), "t_x.m[\"a\"]");
    EXPECT_EQ(sample.output("u"), "true");
    EXPECT_EQ(sample.origins("uid"), "t_x.u[*]");
    EXPECT_EQ(sample.output("length"), "2");
    EXPECT_EQ(sample.output("one"), "null");
    EXPECT_TRUE(sample.resource("t_x.u[*]").expansionUnknown());
    EXPECT_FALSE(sample.resource("t_x.c[0]").expansionUnknown());
    EXPECT_THAT(sample.diagnostics(), IsEmpty());
}

TEST(Evaluate, WrongExpansionsAreReported)
{
    const Sample sample(R"(
resource "t_x" "a" { count = -1 }
resource "t_x" "b" { for_each = ["a"] }
resource "t_x" "c" { for_each = null }
)");
    EXPECT_THAT(sample.diagnostics(),
                ElementsAre("resource.count@main.tf:2", "resource.for_each@main.tf:3", "resource.for_each@main.tf:4"));
}

TEST(Evaluate, HugeExpansionsAreBounded)
{
    LoadOptions options;
    options.limits.instances = 500;
    options.limits.instancesPerBlock = 300;
    const Sample sample(Files{{"main.tf", R"(
resource "t_x" "a" { count = 1000000000 }
resource "t_x" "b" { count = 299 }
resource "t_x" "c" { for_each = toset([for n in range(1000) : "k${n}"]) }
)"}},
                        options);
    EXPECT_EQ(sample.evaluation().resources().size(), 302U);
    EXPECT_THAT(sample.diagnostics(), ElementsAre("limit.expansion@main.tf:2", "limit.instances@main.tf:3",
                                                  "limit.expansion@main.tf:4", "limit.instances@main.tf:4"));
}

TEST(Evaluate, NestedAndDynamicBlocksBecomeTuplesOfObjects)
{
    const Sample sample(R"(
variable "unknown" {}
locals {
  ports = { ssh = 22, web = 443 }
}
resource "aws_security_group" "g" {
  ingress { port = 80 }
  dynamic "ingress" {
    for_each = local.ports
    content {
      port = ingress.value
      name = ingress.key
      dynamic "inner" {
        for_each = [1, 2]
        iterator = it
        content { n = it.value * ingress.value }
      }
    }
  }
  dynamic "egress" {
    for_each = var.unknown
    content { port = 1 }
  }
  dynamic "none" {
    for_each = []
    content { x = 1 }
  }
  mixed { a = 1 }
  dynamic "mixed" {
    for_each = var.unknown
    content { a = 2 }
  }
  deep {
    deeper { x = "y" }
  }
}
)");
    const std::string address = "aws_security_group.g";
    EXPECT_EQ(sample.attribute(address, "ingress"),
              R"([{ port = 80 }, { inner = [{ n = 22 }, { n = 44 }], name = "ssh", port = 22 }, )"
              R"({ inner = [{ n = 443 }, { n = 886 }], name = "web", port = 443 }])");
    EXPECT_EQ(sample.attribute(address, "egress"), "(known after apply)");
    EXPECT_EQ(sample.attribute(address, "none"), "-");
    EXPECT_EQ(sample.attribute(address, "mixed"), "[{ a = 1 }, (known after apply)]");
    EXPECT_EQ(sample.attribute(address, "deep"), R"([{ deeper = [{ x = "y" }] }])");
}

TEST(Evaluate, ModulesCarryValuesAndOriginsInAndOut)
{
    const Sample sample(Files{{"main.tf", R"(
resource "aws_kms_key" "k" {}
module "store" {
  source  = "./store"
  key     = aws_kms_key.k.arn
  name    = "logs"
}
module "many" {
  source   = "./store"
  for_each = toset(["a", "b"])
  key      = "k"
  name     = each.key
}
resource "aws_s3_bucket_policy" "p" { bucket = module.store.bucket }
output "key" { value = module.store.key }
output "name" { value = module.store.name }
output "many" { value = { for k, m in module.many : k => m.name } }
output "a" { value = module.many["a"].bucket }
output "all" { value = values(module.many)[*].bucket }
)"},
                              {"store/main.tf", R"(
variable "key" { type = string }
variable "name" { type = string }
resource "aws_s3_bucket" "b" { bucket = var.name }
output "bucket" { value = aws_s3_bucket.b.id }
output "name" { value = aws_s3_bucket.b.bucket }
output "key" { value = var.key }
)"}});
    EXPECT_EQ(sample.origins("key"), "aws_kms_key.k");
    EXPECT_EQ(sample.output("name"), "\"logs\"");
    EXPECT_EQ(sample.output("many"), R"({ a = "a", b = "b" })");
    EXPECT_EQ(sample.origins("a"), "module.many[\"a\"].aws_s3_bucket.b");
    EXPECT_EQ(sample.origins("all"), "module.many[\"a\"].aws_s3_bucket.b module.many[\"b\"].aws_s3_bucket.b");
    const hcl::Value *bucket = sample.resource("aws_s3_bucket_policy.p").attributes().find("bucket");
    ASSERT_NE(bucket, nullptr);
    EXPECT_THAT(std::vector<std::string>(bucket->marks().origins().begin(), bucket->marks().origins().end()),
                ElementsAre("module.store.aws_s3_bucket.b"));
    EXPECT_THAT(sample.diagnostics(), IsEmpty());
}

TEST(Evaluate, ModulesMayFeedEachOtherAsLongAsValuesDoNotCycle)
{
    const Sample sample(Files{{"main.tf", R"(
module "a" {
  source = "./m"
  in     = module.b[0].fixed
}
module "b" {
  source = "./m"
  count  = 1
  in     = module.a.fixed
}
output "a" { value = module.a.out }
)"},
                              {"m/main.tf", R"(
variable "in" {}
output "fixed" { value = "f" }
output "out" { value = "o-${var.in}" }
)"}});
    EXPECT_EQ(sample.output("a"), "\"o-f\"");
    EXPECT_THAT(sample.diagnostics(), IsEmpty());
}

TEST(Evaluate, AResourceHandedOverAsAnObjectKeepsWhatIsKnown)
{
    const Sample sample(Files{{"main.tf", R"(
resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
module "m" {
  source = "./m"
  vpc    = aws_vpc.v
}
output "cidr" { value = module.m.cidr }
output "id" { value = module.m.id }
)"},
                              {"m/main.tf", R"(
variable "vpc" { type = object({ id = string, cidr_block = string }) }
output "cidr" { value = var.vpc.cidr_block }
output "id" { value = var.vpc.id }
)"}});
    EXPECT_EQ(sample.output("cidr"), "\"10.0.0.0/16\"");
    EXPECT_EQ(sample.origins("id"), "aws_vpc.v");
    EXPECT_THAT(sample.diagnostics(), IsEmpty());
}

TEST(Evaluate, ProvidersReachModules)
{
    const Sample sample(Files{{"main.tf", R"(
provider "aws" {
  region = "eu-west-1"
  default_tags {
    tags = { team = "a" }
  }
}
provider "aws" {
  alias  = "east"
  region = "us-east-1"
}
resource "aws_x" "plain" {}
resource "aws_x" "east" { provider = aws.east }
resource "other_x" "none" {}
module "inherits" { source = "./m" }
module "given" {
  source    = "./m"
  providers = { aws = aws.east }
}
)"},
                              {"m/main.tf", "resource \"aws_x\" \"in\" {}"}});
    const auto region = [&](const char *address) {
        const ProviderInstance *provider = sample.resource(address).provider();
        return provider != nullptr ? show(*provider->attributes().find("region")) : "none";
    };
    EXPECT_EQ(region("aws_x.plain"), "\"eu-west-1\"");
    EXPECT_EQ(region("aws_x.east"), "\"us-east-1\"");
    EXPECT_EQ(region("other_x.none"), "none");
    EXPECT_EQ(region("module.inherits.aws_x.in"), "\"eu-west-1\"");
    EXPECT_EQ(region("module.given.aws_x.in"), "\"us-east-1\"");
    EXPECT_EQ(show(*sample.resource("aws_x.plain").provider()->attributes().find("default_tags")),
              R"([{ tags = { team = "a" } }])");
}

TEST(Evaluate, MetaArgumentsAreKeptApart)
{
    const Sample sample(R"(
resource "t_x" "a" {
  name       = "n"
  depends_on = [t_x.b]
  lifecycle {
    prevent_destroy = true
    ignore_changes  = [tags, size]
  }
  provisioner "local-exec" {
    command = "echo ${self.id}"
  }
}
resource "t_x" "b" {
  lifecycle { ignore_changes = all }
}
)");
    EXPECT_EQ(show(sample.resource("t_x.a").attributes()), R"({ name = "n" })");
    const hcl::Value &meta = sample.resource("t_x.a").meta();
    EXPECT_EQ(show(*meta.find("lifecycle")), R"([{ ignore_changes = ["tags", "size"], prevent_destroy = true }])");
    EXPECT_EQ(show(*meta.find("depends_on")), R"(["t_x.b"])");
    EXPECT_EQ(show(*meta.find("provisioner")), R"([{ command = (known after apply), labels = ["local-exec"] }])");
    EXPECT_EQ(show(*sample.resource("t_x.b").meta().find("lifecycle")), R"([{ ignore_changes = "all" }])");
    EXPECT_THAT(sample.diagnostics(), IsEmpty());
}

TEST(Evaluate, DeepChainsAreBoundedNotFatal)
{
    std::string text = "locals {\n  v0 = 1\n";
    for (int at = 1; at <= 20'000; ++at)
        text += "  v" + std::to_string(at) + " = local.v" + std::to_string(at - 1) + "\n";
    const Sample forwards((text + "}\n").c_str());
    EXPECT_THAT(forwards.diagnostics(), IsEmpty());
    // The other way round each one asks for the next before it is known.
    text = "locals {\n";
    for (int at = 20'000; at >= 1; --at)
        text += "  v" + std::to_string(at) + " = local.v" + std::to_string(at - 1) + "\n";
    const Sample backwards((text + "  v0 = 1\n}\n").c_str());
    EXPECT_EQ(backwards.diagnostic("limit.evaluation-depth").severity, DiagnosticSeverity::Error);
}

TEST(PolicyDocument, IsComputedFromItsStatements)
{
    const Sample sample(R"(
data "aws_iam_policy_document" "d" {
  statement {
    sid       = "Read"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::b/*", "arn:aws:s3:::b"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
  }
  statement {
    effect      = "Deny"
    not_actions = ["iam:*"]
    resources   = ["arn:aws:s3:::&{aws:username}"]
  }
}
data "aws_iam_policy_document" "over" {
  source_policy_documents = [data.aws_iam_policy_document.d.json]
  statement {
    sid     = "Read"
    actions = ["s3:*"]
  }
}
output "json" { value = data.aws_iam_policy_document.d.json }
output "over" { value = jsondecode(data.aws_iam_policy_document.over.json).Statement[0].Action }
)");
    EXPECT_EQ(
        sample.output("json"),
        R"("{\"Statement\":[{\"Action\":\"s3:GetObject\",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}},)"
        R"(\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Resource\":[\"arn:aws:s3:::b/*\",\"arn:aws:s3:::b\"],)"
        R"(\"Sid\":\"Read\"},{\"Effect\":\"Deny\",\"NotAction\":\"iam:*\",\"Resource\":\"arn:aws:s3:::$${aws:username}\"}],)"
        R"(\"Version\":\"2012-10-17\"}")");
    EXPECT_EQ(sample.output("over"), "\"s3:*\"");
}

TEST(PolicyDocument, KeepsItsStructureWhereAPartIsUnknown)
{
    const Sample sample(R"(
resource "aws_s3_bucket" "b" {}
data "aws_iam_policy_document" "d" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.b.arn, "${aws_s3_bucket.b.arn}/*"]
  }
}
output "json" { value = data.aws_iam_policy_document.d.json }
output "effect" { value = jsondecode(data.aws_iam_policy_document.d.json).Statement[0].Effect }
output "resource" { value = jsondecode(data.aws_iam_policy_document.d.json).Statement[0].Resource[1] }
)");
    EXPECT_EQ(sample.output("json"), "(known after apply)");
    EXPECT_EQ(sample.output("effect"), "\"Deny\"");
    EXPECT_THAT(sample.origins("resource"), HasSubstr("aws_s3_bucket.b"));
}

} // namespace drydock::terraform::test
