// SPDX-License-Identifier: MIT
#include "core/language/completion.h"

#include "core/hcl/parser.h"
#include "core/language/knownarguments.h"
#include "core/terraform/memoryschemas.h"
#include "tests/language/project.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace drydock::language::test {

/// A caret in a text, names that must be proposed and names that must not (separated by a space).
struct Case
{
    const char *name;
    const char *text;
    const char *proposed;
    const char *notProposed = "";
    const char *file = "main.tf";
};

static void PrintTo(const Case &one, std::ostream *out)
{
    *out << one.name;
}

static const std::map<std::string, std::string> Beside{
    {"shared.tf", R"(variable "region" {
  type        = string
  description = "Where it all is."
}
variable "settings" {
  type = object({ name = string, size = optional(number, 1), nested = object({ deep = bool }) })
}
variable "stage" {
  type = string
  validation {
    condition     = contains(["dev", "prod"], var.stage)
    error_message = "Unknown."
  }
}
variable "subnets" {
  type = map(object({ cidr = string, zone = string }))
}
locals {
  common = { owner = "me", team = { lead = "x" } }
  copied = local.common
  merged = merge(local.common, { extra = 1 })
  chosen = var.settings
}
resource "aws_s3_bucket" "logs" {
  bucket        = "logs"
  force_destroy = true
  tags = {
    Owner = "me"
  }
  versioning {
    enabled = true
  }
}
resource "aws_instance" "web" {
  count         = 2
  ami           = data.aws_ami.base.id
  instance_type = "t3.micro"
  root_block_device {
    encrypted = true
  }
}
data "aws_ami" "base" {
  owners = ["self"]
}
module "net" {
  source = "./modules/net"
  cidr   = "10.0.0.0/8"
}
module "many" {
  source   = "./modules/net"
  for_each = var.subnets
  cidr     = each.value.cidr
}
provider "aws" {
  alias  = "east"
  region = "us-east-1"
}
output "arn" {
  value = aws_s3_bucket.logs.arn
}
check "health" {
  assert {
    condition     = true
    error_message = "x"
  }
}
)"},
    {"modules/net/main.tf", R"(variable "cidr" {
  type        = string
  description = "The range."
}
variable "zones" {
  type    = list(string)
  default = []
}
variable "flow_logs" {
  type = bool
  default = false
}
output "vpc_id" {
  value = "x"
}
output "subnet" {
  value       = { id = 1, cidr = "x" }
  description = "The first one."
}
)"},
    {"policies/read.json", "{}"},
};

static const char *const SchemaJson = R"({"format_version": "1.0", "provider_schemas": {
 "registry.terraform.io/acme/cloud": {
  "provider": {"version": 0, "block": {"attributes": {"endpoint": {"type": "string", "optional": true}}}},
  "resource_schemas": {
   "cloud_server": {"version": 0, "block": {"attributes": {
      "id": {"type": "string", "computed": true},
      "name": {"type": "string", "required": true, "description": "Its name."},
      "size": {"type": "number", "optional": true},
      "old": {"type": "string", "optional": true, "deprecated": true},
      "public": {"type": "bool", "optional": true},
      "addresses": {"type": ["list", ["object", {"ip": "string", "kind": "string"}]], "computed": true}},
     "block_types": {"disk": {"nesting_mode": "list", "min_items": 1, "block": {"attributes": {
       "gigabytes": {"type": "number", "required": true}}}}}}},
   "cloud_network": {"version": 0, "block": {"attributes": {"id": {"type": "string", "computed": true}}}}},
  "data_source_schemas": {"cloud_image": {"version": 0, "block": {"attributes": {
      "name": {"type": "string", "required": true}, "checksum": {"type": "string", "computed": true}}}}},
  "functions": {"shout": {"summary": "Shouts.", "return_type": "string", "parameters": [{"name": "text", "type": "string"}]}}
 }}})";

static const std::string Cloud =
    "terraform {\n  required_providers {\n    cloud = {\n      source = \"acme/cloud\"\n    }\n  }\n}\n";

static SnapshotOptions withSchemas()
{
    SnapshotOptions options;
    Result<std::shared_ptr<const terraform::MemorySchemas>> schemas =
        terraform::MemorySchemas::fromJson(SchemaJson, "schemas.json");
    if (!schemas)
        ADD_FAILURE() << schemas.error().text();
    else
        options.schemas = *std::move(schemas);
    return options;
}

static std::vector<std::string> words(const std::string &text)
{
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

static Completions completionsIn(const Case &one)
{
    std::map<std::string, std::string> files = Beside;
    files[one.file] = one.text;
    const Project project(files, withSchemas());
    return complete(project.snapshot(), project.caretFile(), project.caret());
}

class CompletionTable : public testing::TestWithParam<Case>
{
};

TEST_P(CompletionTable, Proposes)
{
    const Completions found = completionsIn(GetParam());
    std::vector<std::string> labels;
    for (const CompletionItem &item : found.items)
        labels.push_back(item.label);
    const std::string shown = testing::PrintToString(labels).substr(0, 900);
    for (const std::string &wanted : words(GetParam().proposed)) {
        if (wanted == "-") {
            EXPECT_TRUE(labels.empty()) << shown;
            continue;
        }
        EXPECT_NE(std::find(labels.begin(), labels.end(), wanted), labels.end()) << "no " << wanted << " in " << shown;
    }
    for (const std::string &unwanted : words(GetParam().notProposed))
        EXPECT_EQ(std::find(labels.begin(), labels.end(), unwanted), labels.end()) << unwanted << " in " << shown;
}

static const Case Bodies[] = {
    {"EmptyFile", "|", "resource variable output locals module data provider terraform moved import"},
    {"BlockTypeBegun", "res|", "resource", "variable"},
    {"BetweenBlocks", "locals {\n}\n\n|\n\nlocals {\n}\n", "resource output"},
    {"AfterUnclosedBlock", "resource \"a\" \"b\" {\n  x = 1\n\nvariable \"x\" {\n  ty|\n}\n", "type"},
    {"VariableBody", "variable \"x\" {\n  |\n}\n", "type default description sensitive nullable validation", "count"},
    {"VariableBodyUnclosed", "variable \"x\" {\n  |", "type default validation"},
    {"WrittenIsLeftOut", "variable \"x\" {\n  type = string\n  |\n}\n", "default", "type"},
    {"Validation", "variable \"x\" {\n  validation {\n    |\n  }\n}\n", "condition error_message", "type"},
    {"OutputBody", "output \"x\" {\n  |\n}\n", "value description depends_on precondition"},
    {"ResourceMeta", "resource \"aws_s3_bucket\" \"b\" {\n  |\n}\n", "count for_each lifecycle depends_on dynamic"},
    {"ResourceSeenElsewhere", "resource \"aws_s3_bucket\" \"b\" {\n  |\n}\n", "bucket force_destroy tags versioning",
     "ami"},
    {"NestedSeenElsewhere", "resource \"aws_s3_bucket\" \"b\" {\n  versioning {\n    |\n  }\n}\n", "enabled",
     "bucket count"},
    {"NestedPrefix", "resource \"aws_instance\" \"b\" {\n  root_block_device {\n    enc|\n  }\n}\n", "encrypted"},
    {"Lifecycle", "resource \"a\" \"b\" {\n  lifecycle {\n    |\n  }\n}\n",
     "prevent_destroy ignore_changes create_before_destroy precondition", "count"},
    {"DataLifecycle", "data \"a\" \"b\" {\n  lifecycle {\n    post|\n  }\n}\n", "postcondition"},
    {"Provisioner", "resource \"a\" \"b\" {\n  provisioner \"local-exec\" {\n    |\n  }\n}\n", "command when"},
    {"ModuleArguments", "module \"net\" {\n  source = \"./modules/net\"\n  |\n}\n", "cidr zones version providers",
     "source"},
    {"ModuleArgumentBegun", "module \"x\" {\n  source = \"./modules/net\"\n  zo|\n}\n", "zones", "cidr"},
    {"ModuleBodyUnclosed", "module \"x\" {\n  source = \"./modules/net\"\n  ci|\n\nlocals {\n  a = 1\n}\n", "cidr"},
    {"Dynamic", "resource \"aws_s3_bucket\" \"b\" {\n  dynamic \"versioning\" {\n    |\n  }\n}\n",
     "for_each iterator content", "bucket"},
    {"DynamicContent",
     "resource \"aws_s3_bucket\" \"b\" {\n  dynamic \"versioning\" {\n    content {\n      |\n    }\n  }\n}\n",
     "enabled"},
    {"TerraformBlock", "terraform {\n  |\n}\n", "required_version required_providers backend cloud"},
    {"RequiredProviders", "terraform {\n  required_providers {\n    |\n  }\n}\n", "aws cloud"},
    {"RequiredProviderKeys", "terraform {\n  required_providers {\n    aws = {\n      |\n    }\n  }\n}\n",
     "source version"},
    {"Moved", "moved {\n  |\n}\n", "from to"},
    {"Import", "import {\n  |\n}\n", "to id for_each"},
    {"Removed", "removed {\n  |\n}\n", "from lifecycle"},
    {"Check", "check \"x\" {\n  |\n}\n", "assert data"},
    {"ProviderBody", "provider \"aws\" {\n  |\n}\n", "alias region"},
    {"LocalsNothing", "locals {\n  |\n}\n", "-"},
    {"SchemaArguments",
     "terraform {\n  required_providers {\n    cloud = { source = \"acme/cloud\" }\n  }\n}\n"
     "resource \"cloud_server\" \"a\" {\n  |\n}\n",
     "name size public disk old", "id addresses"},
    {"SchemaNested",
     "terraform {\n  required_providers {\n    cloud = { source = \"acme/cloud\" }\n  }\n}\n"
     "resource \"cloud_server\" \"a\" {\n  disk {\n    |\n  }\n}\n",
     "gigabytes", "name"},
    {"VariableFile", "|\n", "region stage settings", "resource", "terraform.tfvars"},
    {"VariableFileBegun", "region = \"x\"\nst|\n", "stage", "region", "terraform.tfvars"},
    {"TestFile", "|", "run variables mock_provider", "resource", "tests/a.tftest.hcl"},
    {"RunBody", "run \"a\" {\n  |\n}\n", "command assert variables module", "count", "tests/a.tftest.hcl"},
    {"RunVariables", "run \"a\" {\n  variables {\n    |\n  }\n}\n", "region stage", "", "tests/a.tftest.hcl"},
};
INSTANTIATE_TEST_SUITE_P(Bodies, CompletionTable, testing::ValuesIn(Bodies),
                         [](const auto &one) { return std::string(one.param.name); });

static const Case Labels[] = {
    {"ResourceType", "resource \"|", "aws_s3_bucket aws_instance terraform_data"},
    {"ResourceTypeBegun", "resource \"aws_s3|\" {\n}\n", "aws_s3_bucket", "aws_instance"},
    {"ResourceTypeUnquoted", "resource aws_|", "aws_s3_bucket"},
    {"ResourceTypeMiddle", "resource \"s3|\"", "aws_s3_bucket"},
    {"ResourceTypeBeforeBlocks", "resource \"|\n\nvariable \"x\" {\n}\n", "aws_s3_bucket"},
    {"ResourceTypeOfSchema",
     "terraform {\n  required_providers {\n    cloud = { source = \"acme/cloud\" }\n  }\n}\nresource \"cl|\"",
     "cloud_server cloud_network"},
    {"DataType", "data \"|\"", "aws_ami", "aws_s3_bucket"},
    {"ResourceName", "resource \"aws_s3_bucket\" \"|\" {\n}\n", "this main"},
    {"VariableLabel", "locals {\n  a = var.missing_one\n}\nvariable \"|\" {\n}\n", "missing_one", "region"},
    {"ModuleLabel", "locals {\n  a = module.absent.x\n}\nmodule \"|", "absent", "net"},
    {"ProviderLabel", "provider \"|\"", "aws"},
    {"BackendLabel", "terraform {\n  backend \"|\"\n}\n", "s3 azurerm gcs local"},
    {"ProvisionerLabel", "resource \"a\" \"b\" {\n  provisioner \"|\"\n}\n", "local-exec remote-exec file"},
    {"DynamicLabel", "resource \"aws_s3_bucket\" \"b\" {\n  dynamic \"|\"\n}\n", "versioning", "lifecycle"},
};
INSTANTIATE_TEST_SUITE_P(Labels, CompletionTable, testing::ValuesIn(Labels),
                         [](const auto &one) { return std::string(one.param.name); });

static const Case Values[] = {
    {"Roots", "output \"x\" {\n  value = |\n}\n",
     "var.region local.common module.net aws_s3_bucket.logs data.aws_ami.base upper path.module null true", "each.key"},
    {"RootBegun", "output \"x\" {\n  value = va|\n}\n", "var.region", "aws_instance.web"},
    {"RootBegunWithoutClosing", "output \"x\" {\n  value = va|", "var.region values"},
    {"PartOfName", "output \"x\" {\n  value = reg|\n}\n", "var.region regex"},
    {"Variables", "output \"x\" {\n  value = var.|\n}\n", "region settings stage subnets", "upper"},
    {"VariablesBeforeClosing", "output \"x\" { value = var.| }\n", "region"},
    {"VariablesUnclosed", "resource \"a\" \"b\" {\n  x = var.|\n\nresource \"c\" \"d\" {\n}\n", "region"},
    {"VariableBegun", "locals {\n  a = var.re|\n}\n", "region", "stage"},
    {"VariableInCall", "locals {\n  a = upper(var.|)\n}\n", "region"},
    {"VariableInUnclosedCall", "locals {\n  a = upper(var.|\n  b = 1\n}\n", "region"},
    {"ArgumentAfterUnclosedCall", "output \"x\" {\n  value = upper(var.region\n  |\n}\n", "-", "type"},
    {"ArgumentAfterUnclosedList", "variable \"x\" {\n  default = [\n  type = |\n}\n", "string list object"},
    {"ObjectOfVariable", "locals {\n  a = var.settings.|\n}\n", "name size nested", "region"},
    {"DeepInVariable", "locals {\n  a = var.settings.nested.|\n}\n", "deep"},
    {"ElementOfMap", "locals {\n  a = var.subnets[\"a\"].|\n}\n", "cidr zone"},
    {"Locals", "locals {\n  a = local.|\n}\n", "common copied merged"},
    {"ObjectOfLocal", "locals {\n  a = local.common.|\n}\n", "owner team"},
    {"DeepInLocal", "locals {\n  a = local.common.team.|\n}\n", "lead"},
    {"LocalOfLocal", "locals {\n  a = local.copied.|\n}\n", "owner team"},
    {"LocalOfVariable", "locals {\n  a = local.chosen.|\n}\n", "name size"},
    {"MergedObjects", "locals {\n  a = local.merged.|\n}\n", "owner extra"},
    {"Modules", "locals {\n  a = module.|\n}\n", "net many"},
    {"Outputs", "locals {\n  a = module.net.|\n}\n", "vpc_id subnet", "cidr"},
    {"OutputBegun", "locals {\n  a = module.net.vp|\n}\n", "vpc_id"},
    {"InsideOutput", "locals {\n  a = module.net.subnet.|\n}\n", "id cidr"},
    {"OutputOfInstance", "locals {\n  a = module.many[\"x\"].|\n}\n", "vpc_id"},
    {"OutputOfSplat", "locals {\n  a = module.many[*].|\n}\n", "vpc_id"},
    {"ResourceNames", "locals {\n  a = aws_s3_bucket.|\n}\n", "logs", "web"},
    {"ResourceNamesUnclosed", "locals {\n  a = aws_s3_bucket.|", "logs"},
    {"ResourceAttributes", "locals {\n  a = aws_s3_bucket.logs.|\n}\n", "id arn bucket", "count"},
    {"ResourceInstance", "locals {\n  a = aws_instance.web[0].|\n}\n", "ami id"},
    {"ResourceSplat", "locals {\n  a = aws_instance.web[*].in|\n}\n", "instance_type"},
    {"ResourceOldSplat", "locals {\n  a = aws_instance.web.*.|\n}\n", "ami"},
    {"DataTypes", "locals {\n  a = data.|\n}\n", "aws_ami"},
    {"DataNames", "locals {\n  a = data.aws_ami.|\n}\n", "base"},
    {"DataAttributes", "locals {\n  a = data.aws_ami.base.|\n}\n", "id owners"},
    {"SchemaAttributes",
     "terraform {\n  required_providers {\n    cloud = { source = \"acme/cloud\" }\n  }\n}\n"
     "resource \"cloud_server\" \"a\" {\n  name = \"x\"\n}\nlocals {\n  a = cloud_server.a.|\n}\n",
     "id name addresses disk"},
    {"SchemaObject",
     "terraform {\n  required_providers {\n    cloud = { source = \"acme/cloud\" }\n  }\n}\n"
     "resource \"cloud_server\" \"a\" {\n  name = \"x\"\n}\nlocals {\n  a = cloud_server.a.addresses[0].|\n}\n",
     "ip kind"},
    {"ProviderFunctions",
     "terraform {\n  required_providers {\n    cloud = { source = \"acme/cloud\" }\n  }\n}\n"
     "locals {\n  a = sho|\n}\n",
     "provider::cloud::shout"},
    {"Each", "resource \"a\" \"b\" {\n  for_each = var.subnets\n  x = each.|\n}\n", "key value"},
    {"EachValue", "resource \"a\" \"b\" {\n  for_each = var.subnets\n  x = each.value.|\n}\n", "cidr zone"},
    {"EachRoot", "resource \"a\" \"b\" {\n  x = ea|\n}\n", "each.key each.value"},
    {"Count", "resource \"a\" \"b\" {\n  count = 1\n  x = count.|\n}\n", "index"},
    {"Path", "locals {\n  a = path.|\n}\n", "module root cwd"},
    {"Terraform", "locals {\n  a = terraform.|\n}\n", "workspace"},
    {"Self", "resource \"aws_s3_bucket\" \"b\" {\n  provisioner \"local-exec\" {\n    command = self.|\n  }\n}\n",
     "bucket"},
    {"ForName", "locals {\n  a = [for s in var.subnets : s.|]\n}\n", "cidr zone"},
    {"ForRoot", "locals {\n  a = [for sub in var.subnets : su|]\n}\n", "sub"},
    {"ForCollection", "locals {\n  a = [for s in var.|]\n}\n", "subnets"},
    {"ForObject", "locals {\n  a = { for k, s in var.subnets : k => s.| }\n}\n", "cidr"},
    {"ForNameItself", "locals {\n  a = [for |]\n}\n", "-"},
    {"Template", "locals {\n  a = \"x-${var.|}-y\"\n}\n", "region"},
    {"TemplateUnclosed", "locals {\n  a = \"x-${var.|\n}\n", "region"},
    {"TemplateRoot", "locals {\n  a = \"${|}\"\n}\n", "var.region upper"},
    {"Heredoc", "locals {\n  a = <<EOT\n${var.|}\nEOT\n}\n", "region"},
    {"HeredocUnclosed", "locals {\n  a = <<-EOT\n  hello ${local.|\n", "common"},
    {"Directive", "locals {\n  a = \"%{ |\"\n}\n", "if for endif endfor", "var.region"},
    {"DirectiveCondition", "locals {\n  a = \"%{ if var.|\"\n}\n", "region"},
    {"DirectiveForName", "locals {\n  a = <<EOT\n%{ for s in var.subnets }\n${s.|}\n%{ endfor }\nEOT\n}\n",
     "cidr zone"},
    {"Index", "locals {\n  a = var.subnets[var.|]\n}\n", "region"},
    {"InList", "locals {\n  a = [var.region, local.|]\n}\n", "common"},
    {"Conditional", "locals {\n  a = var.region == \"x\" ? local.| : 1\n}\n", "common"},
    {"BehindOperator", "locals {\n  a = 1 + var.|\n}\n", "region"},
    {"DynamicIterator",
     "resource \"a\" \"b\" {\n  dynamic \"rule\" {\n    for_each = []\n    content {\n      x = rule.|\n    }\n  "
     "}\n}\n",
     "key value"},
    {"TypeOfVariable", "variable \"x\" {\n  type = |\n}\n", "string number bool list map object any", "var.region"},
    {"TypeInside", "variable \"x\" {\n  type = list(|)\n}\n", "string object", "upper"},
    {"TypeInObject", "variable \"x\" {\n  type = object({ a = opt| })\n}\n", "optional"},
    {"BoolOfLanguage", "variable \"x\" {\n  sensitive = |\n}\n", "true false"},
    {"ProviderArgument", "resource \"a\" \"b\" {\n  provider = |\n}\n", "aws.east", "var.region"},
    {"DependsOn", "resource \"a\" \"b\" {\n  depends_on = [|]\n}\n", "aws_s3_bucket.logs module.net data.aws_ami.base",
     "upper true"},
    {"MovedTo", "moved {\n  from = aws_s3_bucket.old\n  to = aws_s3_bucket.|\n}\n", "logs"},
    {"ImportTo", "import {\n  to = |\n}\n", "aws_s3_bucket.logs aws_instance.web"},
    {"IgnoreChanges", "resource \"aws_s3_bucket\" \"b\" {\n  lifecycle {\n    ignore_changes = [|]\n  }\n}\n",
     "bucket tags all"},
    {"ProvisionerWhen", "resource \"a\" \"b\" {\n  provisioner \"local-exec\" {\n    when = |\n  }\n}\n",
     "destroy create"},
    {"AllowedByValidation", "stage = |\n", "\"dev\" \"prod\"", "", "terraform.tfvars"},
    {"ModuleBool", "module \"x\" {\n  source = \"./modules/net\"\n  flow_logs = |\n}\n", "true false var.region"},
    {"TestReferences", "run \"a\" {\n  assert {\n    condition = output.|\n  }\n}\n", "arn", "", "tests/a.tftest.hcl"},
    {"AfterValueNothing", "locals {\n  a = 1 |\n}\n", "-"},
    {"NumberNothing", "locals {\n  a = 12|\n}\n", "-"},
    {"UnknownRoot", "locals {\n  a = nothing.here.|\n}\n", "-"},
    {"BehindCall", "locals {\n  a = tomap(x).|\n}\n", "-"},
};
INSTANTIATE_TEST_SUITE_P(Values, CompletionTable, testing::ValuesIn(Values),
                         [](const auto &one) { return std::string(one.param.name); });

static const Case Texts[] = {
    {"CommentNothing", "# var.|\n", "-"},
    {"SlashCommentNothing", "locals {\n  a = 1 // local.|\n}\n", "-"},
    {"BlockCommentNothing", "/* res| */\n", "-"},
    {"PlainTextNothing", "locals {\n  a = \"var.|\"\n}\n", "-"},
    {"HeredocTextNothing", "locals {\n  a = <<EOT\nvar.|\nEOT\n}\n", "-"},
    {"ModuleSource", "module \"x\" {\n  source = \"|\"\n}\n", "./modules/net"},
    {"ModuleSourceBegun", "module \"x\" {\n  source = \"./mod|\n}\n", "./modules/net"},
    {"FileName", "locals {\n  a = file(\"pol|\")\n}\n", "policies/"},
    {"FileInFolder", "locals {\n  a = file(\"policies/|\")\n}\n", "policies/read.json"},
    {"SeenValue", "resource \"aws_instance\" \"b\" {\n  instance_type = \"|\"\n}\n", "t3.micro"},
    {"SeenValueUnquoted", "resource \"aws_instance\" \"b\" {\n  instance_type = |\n}\n", "\"t3.micro\""},
    {"AllowedText", "stage = \"|\"\n", "dev prod", "", "terraform.tfvars"},
    {"ProviderSource", "terraform {\n  required_providers {\n    cloud = {\n      source = \"|\"\n    }\n  }\n}\n",
     "acme/cloud"},
    {"TagKeys", "resource \"aws_s3_bucket\" \"b\" {\n  tags = {\n    |\n  }\n}\n", "Owner"},
    {"TagKeysOfOthers", "resource \"aws_instance\" \"b\" {\n  tags = {\n    Ow|\n  }\n}\n", "Owner"},
    {"KeysOfVariable", "settings = {\n  |\n}\n", "name size nested", "", "terraform.tfvars"},
    {"KeysWrittenLeftOut", "settings = {\n  name = \"x\"\n  |\n}\n", "size", "name", "terraform.tfvars"},
    {"NestedKeys", "settings = {\n  nested = {\n    |\n  }\n}\n", "deep", "size", "terraform.tfvars"},
    {"ProvidersOfModule", "module \"x\" {\n  source = \"./modules/net\"\n  providers = {\n    aws = |\n  }\n}\n",
     "aws.east"},
    {"ValueInObject", "locals {\n  a = {\n    b = var.|\n  }\n}\n", "region"},
};
INSTANTIATE_TEST_SUITE_P(Texts, CompletionTable, testing::ValuesIn(Texts),
                         [](const auto &one) { return std::string(one.param.name); });

static CompletionItem itemOf(const Completions &found, const std::string &label)
{
    for (const CompletionItem &item : found.items) {
        if (item.label == label)
            return item;
    }
    ADD_FAILURE() << "no " << label;
    return {};
}

TEST(Completion, ReplacesTheWholeWord)
{
    const Project project("locals {\n  a = var.re|gi\n}\nvariable \"region\" {}\n");
    const Completions found = complete(project.snapshot(), project.caretFile(), project.caret());
    EXPECT_EQ(
        std::string(project.snapshot().text(project.caretFile())).substr(found.replace.start, found.replace.size()),
        "regi");
}

TEST(Completion, WritesTheRestOfAHeader)
{
    const Case open{"", "resource \"|", ""};
    EXPECT_EQ(itemOf(completionsIn(open), "aws_s3_bucket").insert, "aws_s3_bucket\" \"${1:name}\" {\n  $0\n}");
    // The closing quote that an editor adds by itself is taken along.
    const Completions closed = completionsIn({"", "resource \"|\"\n", ""});
    EXPECT_EQ(itemOf(closed, "aws_s3_bucket").insert, "aws_s3_bucket\" \"${1:name}\" {\n  $0\n}");
    EXPECT_EQ(closed.replace.size(), 1U);
    const Completions inside = completionsIn({"", "resource \"|\" \"x\" {\n}\n", ""});
    EXPECT_EQ(itemOf(inside, "aws_s3_bucket").insert, "aws_s3_bucket");
}

TEST(Completion, PutsRequiredArgumentsFirst)
{
    const Completions found = completionsIn({"", "module \"x\" {\n  source = \"./modules/net\"\n  |\n}\n", ""});
    ASSERT_FALSE(found.items.empty());
    EXPECT_EQ(found.items.front().label, "cidr");
    EXPECT_TRUE(found.items.front().isRequired);
    EXPECT_EQ(found.items.front().documentation, "The range.");
    EXPECT_EQ(found.items.front().detail, "string (required)");
}

TEST(Completion, KeepsAnEqualsSignThatIsThere)
{
    const Completions found = completionsIn({"", "variable \"x\" {\n  ty| = string\n}\n", ""});
    EXPECT_EQ(itemOf(found, "type").insert, "type");
}

TEST(Completion, MarksDeprecatedArguments)
{
    const std::string text = Cloud + "resource \"cloud_server\" \"a\" {\n  |\n}\n";
    const Completions found = completionsIn({"", text.c_str(), ""});
    EXPECT_TRUE(itemOf(found, "old").isDeprecated);
    EXPECT_EQ(itemOf(found, "name").documentation, "Its name.");
}

TEST(Completion, OffersWhatPoliciesLookAt)
{
    auto known = std::make_shared<KnownArguments>();
    known->add("aws_instance", "metadata_options.http_tokens");
    known->add("aws_instance", "monitoring");
    known->add("aws_instance", "tags[\"Name\"]");
    SnapshotOptions options;
    options.known = known;
    const Project outside({{"main.tf", "resource \"aws_instance\" \"a\" {\n  |\n}\n"}}, options);
    const Completions found = complete(outside.snapshot(), outside.caretFile(), outside.caret());
    EXPECT_EQ(itemOf(found, "metadata_options").kind, CompletionKind::Block);
    EXPECT_EQ(itemOf(found, "monitoring").insert, "monitoring = $0");
    EXPECT_EQ(itemOf(found, "tags").kind, CompletionKind::Argument);
    const Project inside({{"main.tf", "resource \"aws_instance\" \"a\" {\n  metadata_options {\n    http|\n  }\n}\n"}},
                         options);
    EXPECT_EQ(itemOf(complete(inside.snapshot(), inside.caretFile(), inside.caret()), "http_tokens").kind,
              CompletionKind::Argument);
}

TEST(Completion, ExpandsSnippets)
{
    const ExpandedSnippet snippet = expandSnippet("a \"${1:name}\" {\n  $0\n}", "  ");
    EXPECT_EQ(snippet.text, "a \"name\" {\n    \n  }");
    ASSERT_EQ(snippet.stops.size(), 2U);
    EXPECT_EQ(snippet.text.substr(snippet.stops[0].start, snippet.stops[0].size()), "name");
    EXPECT_EQ(snippet.stops[1].start, snippet.text.find("\n  }"));
    EXPECT_EQ(expandSnippet("\\${x\\}", "").text, "${x}");
}

// A caret at every place of every file of the demo, with the text behind it cut off and not.
TEST(Completion, NeverFailsAnywhereInTheDemo)
{
    const std::filesystem::path demo = std::filesystem::path(DRYDOCK_SOURCE_DIR) / "resources/demo/landing-zone";
    const Result<Snapshot> opened = Snapshot::open(demo, {}, Task{});
    ASSERT_TRUE(opened);
    std::size_t proposals = 0;
    std::size_t places = 0;
    for (const std::filesystem::path &file : opened->files()) {
        const std::string text(opened->text(file));
        for (std::uint32_t at = 0; at <= text.size(); at += 7) {
            proposals += complete(*opened, file, at).items.size();
            if (at % 5 == 0)
                proposals += complete(opened->withText(file, text.substr(0, at)), file, at).items.size();
            ++places;
        }
    }
    EXPECT_GT(places, 2000U);
    EXPECT_GT(proposals, places);
}

} // namespace drydock::language::test
