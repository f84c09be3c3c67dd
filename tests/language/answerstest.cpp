// SPDX-License-Identifier: MIT
// Hover, signatures, links and formatting.
#include "core/hcl/formatter.h"
#include "core/hcl/parser.h"
#include "core/language/formatting.h"
#include "core/language/hover.h"
#include "core/language/links.h"
#include "core/language/signature.h"
#include "tests/language/project.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace drydock::language::test {

using testing::ElementsAre;
using testing::HasSubstr;

static Hover hovered(const std::map<std::string, std::string> &files)
{
    const Project project(files);
    const std::optional<Hover> found = hover(project.snapshot(), project.caretFile(), project.caret(), Task{});
    return found.value_or(Hover{});
}

static Hover hovered(const std::string &main)
{
    return hovered({{"main.tf", main}});
}

TEST(Hover, TellsTypeValueAndDescriptionOfAVariable)
{
    const Hover found = hovered({{"main.tf", "locals {\n  a = var.reg|ion\n}\n"},
                                 {"variables.tf", "variable \"region\" {\n  type        = string\n  description = "
                                                  "\"Where.\"\n  default     = \"eu\"\n}\n"},
                                 {"terraform.tfvars", "region = \"us\"\n"}});
    EXPECT_EQ(found.title, "variable \"region\"");
    EXPECT_EQ(found.type, "string");
    EXPECT_EQ(found.value, "\"us\"");
    EXPECT_EQ(found.documentation, "Where.");
    EXPECT_EQ(found.origin, "variables.tf:1");
    EXPECT_EQ(found.definition.file, "/work/variables.tf");
    EXPECT_THAT(found.markdown(), HasSubstr("variable \"region\""));
}

TEST(Hover, ComputesLocalsAndOutputsOfModules)
{
    EXPECT_EQ(hovered("locals {\n  a = 2\n  b = local.a * 21\n  c = local.|b\n}\n").value, "42");
    EXPECT_EQ(hovered({{"main.tf", "module \"m\" {\n  source = \"./m\"\n  size   = 20\n}\noutput \"x\" {\n"
                                   "  value = module.m.dou|ble\n}\n"},
                       {"m/main.tf", "variable \"size\" {}\noutput \"double\" {\n  value = var.size * 2\n}\n"}})
                  .value,
              "40");
    EXPECT_EQ(hovered("locals {\n  a = { b = { c = \"deep\" } }\n  d = local.a.b.|c\n}\n").value, "\"deep\"");
}

TEST(Hover, NeverShowsSensitiveValues)
{
    const Hover found = hovered("variable \"password\" {\n  default   = \"hunter2\"\n  sensitive = true\n}\n"
                                "locals {\n  a = \"x${var.password}\"\n  b = local.|a\n}\n");
    EXPECT_THAT(found.value, testing::Not(HasSubstr("hunter2")));
    EXPECT_THAT(found.value, HasSubstr("sensitive"));
}

TEST(Hover, WorksWithoutValues)
{
    const Project project("locals {\n  a = 1\n  b = local.|a\n}\n");
    const auto found = hover(project.snapshot(), project.caretFile(), project.caret(), Task{}, HoverValues::Skip);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->value, "");
    EXPECT_EQ(found->type, "number");
}

TEST(Hover, KnowsFunctionsKeywordsBlocksAndArguments)
{
    EXPECT_THAT(hovered("locals {\n  a = upp|er(\"x\")\n}\n").title, HasSubstr("upper(str"));
    EXPECT_THAT(hovered("resource \"a_b\" \"c\" {\n  for_each = {}\n  x = each.va|lue\n}\n").documentation,
                HasSubstr("for_each"));
    EXPECT_THAT(hovered("vari|able \"x\" {\n}\n").documentation, HasSubstr("input"));
    EXPECT_THAT(hovered("variable \"x\" {\n  nul|lable = false\n}\n").documentation, HasSubstr("null"));
    EXPECT_THAT(hovered("resource \"terraform_data\" \"x\" {\n  inp|ut = 1\n}\n").type, HasSubstr("any"));
    EXPECT_THAT(hovered("resource \"aws_|s3_bucket\" \"x\" {\n}\n").origin, HasSubstr("hashicorp/aws"));
    EXPECT_EQ(hovered("# com|ment\n").title, "");
    EXPECT_EQ(hovered("locals {\n  a = \"te|xt\"\n}\n").title, "");
}

TEST(Hover, ShowsTheCommentAboveAResource)
{
    EXPECT_EQ(hovered("# Keeps the logs.\n# For a year.\nresource \"a_b\" \"c\" {\n}\nlocals {\n  x = a_b.|c.id\n}\n")
                  .documentation,
              "Keeps the logs.\nFor a year.");
}

static SignatureHelp signatureIn(const std::string &main)
{
    const Project project(main);
    return signatureHelp(project.snapshot(), project.caretFile(), project.caret()).value_or(SignatureHelp{});
}

TEST(Signature, FollowsTheArgument)
{
    const SignatureHelp first = signatureIn("locals {\n  a = cidrsubnet(|)\n}\n");
    ASSERT_EQ(first.parameters.size(), 3U);
    EXPECT_EQ(first.active, 0U);
    EXPECT_EQ(first.label.substr(first.parameters[0].start, first.parameters[0].size()), "prefix string");
    EXPECT_EQ(signatureIn("locals {\n  a = cidrsubnet(\"x\", 1, |\n}\n").active, 2U);
    EXPECT_EQ(signatureIn("locals {\n  a = cidrsubnet(\"x, y\", upper(a, b)|\n").active, 1U);
    EXPECT_EQ(signatureIn("locals {\n  a = upper(cidrsubnet(1, |\n").label.substr(0, 10), "cidrsubnet");
    EXPECT_EQ(signatureIn("locals {\n  a = upper(\"x\")|\n}\n").label, "");
    EXPECT_EQ(signatureIn("locals {\n  a = nothing(|)\n}\n").label, "");
    // The last parameter of format() takes all further arguments.
    const SignatureHelp many = signatureIn("locals {\n  a = format(\"\", 1, 2, 3, |)\n}\n");
    EXPECT_EQ(many.active, many.parameters.size() - 1);
}

static std::vector<std::string> linksIn(const Project &project)
{
    std::vector<std::string> out;
    for (const DocumentLink &link : documentLinks(project.snapshot(), Project::path("main.tf")))
        out.push_back(project.show({Project::path("main.tf"), link.range}) + " " +
                      (link.target.empty() ? link.url : link.target.string()));
    return out;
}

TEST(Links, LeadToModulesFilesAndPages)
{
    const Project project({{"main.tf", "module \"net\" {\n  source = \"./net\"\n}\n"
                                       "module \"vpc\" {\n  source = \"terraform-aws-modules/vpc/aws\"\n}\n"
                                       "locals {\n  a = file(\"${path.module}/a.json\")\n}\n"
                                       "# See https://example.com/a?b=1.\n"
                                       "resource \"aws_s3_bucket\" \"x\" {}\n"},
                           {"a.json", "{}"},
                           {"net/main.tf", "locals {}\n"}});
    EXPECT_THAT(
        linksIn(project),
        ElementsAre("main.tf:2:./net /work/net",
                    "main.tf:5:terraform-aws-modules/vpc/aws "
                    "https://registry.terraform.io/modules/terraform-aws-modules/vpc/aws/latest",
                    "main.tf:8:${path.module}/a.json /work/a.json",
                    "main.tf:10:https://example.com/a?b=1 https://example.com/a?b=1",
                    "main.tf:11:aws_s3_bucket https://registry.terraform.io/providers/hashicorp/aws/latest/docs/"
                    "resources/s3_bucket"));
}

TEST(Formatting, MakesWhatTheFormatterMakesWithSmallEdits)
{
    const std::string ugly =
        "resource \"a\"    \"b\" {\na=1\n  longer =   2 # ä\n\n\n  c   = [1,2]\n}\nlocals {\n  x = 1\n}\n";
    const hcl::ParsedFile file = hcl::parse(hcl::SourceFile("a.tf", ugly));
    const std::vector<hcl::TextEdit> edits = formatDocument(file);
    EXPECT_EQ(hcl::applyEdits(ugly, edits).value(), hcl::format(file));
    for (const hcl::TextEdit &edit : edits)
        EXPECT_LT(edit.startByte, ugly.find("locals")) << "what is formatted stays";
    EXPECT_TRUE(formatDocument(hcl::parse(hcl::SourceFile("a.tf", "a = [\n"))).empty());
    const std::vector<hcl::TextEdit> some = formatRange(file, {0, 3});
    EXPECT_EQ(hcl::applyEdits(ugly, some).value().substr(0, 20), "resource \"a\" \"b\" {\na");
}

TEST(Formatting, IndentsNewLines)
{
    EXPECT_EQ(indentationAt("a {\n", 4), 2U);
    EXPECT_EQ(indentationAt("a {\n  b = {\n", 12), 4U);
    EXPECT_EQ(indentationAt("a {\n  b = merge({\n", 18), 4U);
    EXPECT_EQ(indentationAt("a {\n}\n", 6), 0U);
    EXPECT_EQ(indentationAt("a {\n  b = \"{\n", 13), 2U);
    EXPECT_EQ(indentationAt("# {\n", 4), 0U);
    EXPECT_EQ(indentationAt("a {\n  b = <<EOT\n    text {\n", 27), 0U);
}

} // namespace drydock::language::test
