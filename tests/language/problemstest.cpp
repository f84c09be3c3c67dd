// SPDX-License-Identifier: MIT
#include "core/language/problems.h"

#include "core/hcl/parser.h"
#include "core/language/quickfix.h"
#include "tests/language/project.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace drydock::language::test {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

static std::vector<std::string> shown(const Project &project, const std::vector<Problem> &problems)
{
    std::vector<std::string> out;
    for (const Problem &problem : problems)
        out.push_back(problem.code + " " + project.show(problem.location));
    return out;
}

static std::vector<Problem> moduleProblemsOf(const Project &project, const std::string &file = "main.tf")
{
    return moduleProblems(project.snapshot(), Project::path(file), Task{}).value();
}

TEST(Problems, OfAModuleByItsTextAlone)
{
    const Project project(
        {{"main.tf", "locals {\n  a = var.regoin\n  unused = 1\n}\noutput \"x\" {\n  value = local.a\n}\n"
                     "module \"m\" {\n  source = \"./m\"\n  sise   = 1\n}\n"},
         {"variables.tf", "variable \"region\" {}\nvariable \"idle\" {\n  validation {\n    condition = "
                          "var.idle != \"\"\n    error_message = \"x\"\n  }\n}\n"},
         {"m/main.tf", "variable \"size\" {}\noutput \"size\" {\n  value = var.size\n}\n"},
         {"bad.tfvars", "a = = 1\n"}});
    const std::vector<std::string> found = shown(project, moduleProblemsOf(project));
    EXPECT_THAT(found, Contains("reference.undeclared main.tf:2:var.regoin"));
    EXPECT_THAT(found, Contains("unused.local main.tf:3:unused"));
    EXPECT_THAT(found, Contains("unused.variable variables.tf:1:region"));
    EXPECT_THAT(found, Contains("unused.variable variables.tf:2:idle"));
    EXPECT_THAT(found, Contains("argument.unsupported main.tf:10:sise"));
    EXPECT_THAT(found, Contains("argument.missing main.tf:8:module \"m\""));
    EXPECT_THAT(found, Contains(testing::HasSubstr("hcl.syntax bad.tfvars:1:")));
}

TEST(Problems, DoNotCallUnusedWhatBrokenTextMayUse)
{
    const Project project("variable \"a\" {}\nlocals {\n  b = [\n}\n");
    EXPECT_THAT(shown(project, moduleProblemsOf(project)), Not(Contains(testing::StartsWith("unused."))));
    EXPECT_FALSE(syntaxProblems(project.snapshot(), Project::path("main.tf")).empty());
}

TEST(Problems, OfTestsAreTheirsAndOnce)
{
    const Project project(
        {{"main.tf", "variable \"size\" {}\noutput \"size\" {\n  value = var.size\n}\n"},
         {"tests/size.tftest.hcl", "run \"one\" {\n  variables {\n    sise = 1\n  }\n  assert {\n    condition = "
                                   "output.sice == 1\n    error_message = \"x\"\n  }\n  comand = plan\n}\n"},
         {"tests/broken.tftest.hcl", "run \"two\" {\n  command = = plan\n}\n"}});
    const std::vector<std::string> found = shown(project, allProblems(project.snapshot(), Task{}).value());
    EXPECT_THAT(found, Contains(testing::HasSubstr("tests/size.tftest.hcl:9:comand")));
    EXPECT_EQ(std::count_if(found.begin(), found.end(),
                            [](const std::string &one) { return one.find("broken.tftest.hcl") != std::string::npos; }),
              1);
}

TEST(Problems, OfTheDemoAreNone)
{
    const std::filesystem::path demo = std::filesystem::path(DRYDOCK_SOURCE_DIR) / "resources/demo/landing-zone";
    const Result<Snapshot> opened = Snapshot::open(demo, {}, Task{});
    ASSERT_TRUE(opened);
    const Result<std::vector<Problem>> all = allProblems(*opened, Task{});
    ASSERT_TRUE(all);
    for (const Problem &problem : *all)
        EXPECT_NE(problem.severity, ProblemSeverity::Error) << problem.location.file << " " << problem.detail;
}

TEST(Problems, StopWhenCancelled)
{
    const Project project("variable \"a\" {}\nmodule \"m\" {\n  source = \"./m\"\n}\n");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(allProblems(project.snapshot(), Task{stop.get_token(), {}}));
}

/// All fixes of all problems of a code: title -> the files they change.
static std::map<std::string, std::map<std::string, std::string>>
fixesOf(const Project &project, const std::string &code, const std::string &file = "main.tf")
{
    std::map<std::string, std::map<std::string, std::string>> out;
    for (const Problem &problem : moduleProblemsOf(project, file)) {
        if (problem.code != code)
            continue;
        for (const QuickFix &fix : quickFixes(project.snapshot(), problem))
            out[fix.title] = applied(project.snapshot(), fix.edits);
    }
    return out;
}

TEST(QuickFix, ChangesToWhatWasMeant)
{
    const Project project("variable \"region\" {}\nlocals {\n  a = upper(var.regoin)\n}\n");
    const auto fixes = fixesOf(project, "reference.undeclared");
    EXPECT_EQ(fixes.at("Change to var.region").at("main.tf"),
              "variable \"region\" {}\nlocals {\n  a = upper(var.region)\n}\n");
}

TEST(QuickFix, DeclaresWhatIsMissing)
{
    const Project project(
        {{"main.tf", "locals {\n  a = var.zone\n}\nmodule \"m\" {\n  source = \"./m\"\n  size = var.many\n}\n"},
         {"variables.tf", "variable \"x\" {}\n"},
         {"m/main.tf", "variable \"size\" {\n  type = number\n}\n"}});
    const auto fixes = fixesOf(project, "reference.undeclared");
    EXPECT_EQ(fixes.at("Declare variable \"zone\"").at("variables.tf"),
              "variable \"x\" {}\n\nvariable \"zone\" {\n  type        = string\n  description = \"\"\n}\n");
    EXPECT_EQ(fixes.at("Declare variable \"many\"").at("variables.tf"),
              "variable \"x\" {}\n\nvariable \"many\" {\n  type        = number\n  description = \"\"\n}\n");
    const Project local("locals {\n  a = local.b\n}\n");
    EXPECT_EQ(fixesOf(local, "reference.undeclared").at("Declare local value \"b\"").at("main.tf"),
              "locals {\n  a = local.b\n  b = \"\"\n}\n");
    const Project resource("output \"a\" {\n  value = aws_vpc.main.id\n}\n");
    EXPECT_EQ(fixesOf(resource, "reference.undeclared").at("Add resource aws_vpc.main").at("main.tf"),
              "output \"a\" {\n  value = aws_vpc.main.id\n}\n\nresource \"aws_vpc\" \"main\" {\n  \n}\n");
}

TEST(QuickFix, AddsRequiredArguments)
{
    const Project project({{"main.tf", "module \"m\" {\n  source = \"./m\"\n}\n"},
                           {"m/main.tf", "variable \"names\" {\n  type = list(string)\n}\n"}});
    EXPECT_EQ(fixesOf(project, "argument.missing").at("Add argument \"names\"").at("main.tf"),
              "module \"m\" {\n  source = \"./m\"\n  names = []\n}\n");
}

TEST(QuickFix, RemovesOrDeclaresUnknownArguments)
{
    const Project project(
        {{"main.tf", "module \"m\" {\n  source = \"./m\"\n  extra  = true\n}\n"}, {"m/main.tf", "locals {}\n"}});
    const auto fixes = fixesOf(project, "argument.unsupported");
    EXPECT_EQ(fixes.at("Remove argument \"extra\"").at("main.tf"), "module \"m\" {\n  source = \"./m\"\n}\n");
    EXPECT_EQ(fixes.at("Declare variable \"extra\" in m").at("m/main.tf"),
              "locals {}\n\nvariable \"extra\" {\n  type        = bool\n  description = \"\"\n}\n");
}

TEST(QuickFix, RemovesWhatIsUnused)
{
    const Project project(
        "locals {\n  a = 1\n  b = 2\n}\n\nvariable \"x\" {\n  default = 1\n}\n\noutput \"o\" {\n  value = "
        "local.a\n}\n");
    EXPECT_EQ(fixesOf(project, "unused.local").at("Remove local value \"b\"").at("main.tf"),
              "locals {\n  a = 1\n}\n\nvariable \"x\" {\n  default = 1\n}\n\noutput \"o\" {\n  value = local.a\n}\n");
    EXPECT_EQ(fixesOf(project, "unused.variable").at("Remove variable \"x\"").at("main.tf"),
              "locals {\n  a = 1\n  b = 2\n}\n\noutput \"o\" {\n  value = local.a\n}\n");
}

TEST(QuickFix, OffersOutputsOfModules)
{
    const Project project(
        {{"main.tf", "module \"m\" {\n  source = \"./m\"\n}\noutput \"x\" {\n  value = module.m.vpcid\n}\n"},
         {"m/outputs.tf", "output \"vpc_id\" {\n  value = 1\n}\n"}});
    const auto fixes = fixesOf(project, "reference.output");
    EXPECT_EQ(fixes.at("Change to module.m.vpc_id").at("main.tf"),
              "module \"m\" {\n  source = \"./m\"\n}\noutput \"x\" {\n  value = module.m.vpc_id\n}\n");
    EXPECT_EQ(fixes.at("Declare output \"vpcid\" in m").at("m/outputs.tf"),
              "output \"vpc_id\" {\n  value = 1\n}\n\noutput \"vpcid\" {\n  value = null\n}\n");
}

static std::map<std::string, std::map<std::string, std::string>> refactoringsAt(const std::string &text,
                                                                                const std::string &selected)
{
    const Project project(text);
    const auto start = static_cast<std::uint32_t>(text.find(selected));
    std::map<std::string, std::map<std::string, std::string>> out;
    for (const QuickFix &fix : refactorings(project.snapshot(), Project::path("main.tf"),
                                            {start, start + static_cast<std::uint32_t>(selected.size())}))
        out[fix.title] = applied(project.snapshot(), fix.edits);
    return out;
}

TEST(Refactoring, ExtractsLocalsAndVariables)
{
    const std::string text = "resource \"a_b\" \"c\" {\n  name = \"x-${var.y}\"\n  size = 3\n}\n";
    EXPECT_EQ(refactoringsAt(text, "\"x-${var.y}\"").at("Extract to local value \"name\"").at("main.tf"),
              "resource \"a_b\" \"c\" {\n  name = local.name\n  size = 3\n}\n\nlocals {\n  name = \"x-${var.y}\"\n}\n");
    EXPECT_EQ(
        refactoringsAt(text, "3").at("Turn into variable \"size\"").at("main.tf"),
        "resource \"a_b\" \"c\" {\n  name = \"x-${var.y}\"\n  size = var.size\n}\n\nvariable \"size\" {\n  type    = "
        "number\n  default = 3\n}\n");
    EXPECT_THAT(refactoringsAt("resource \"a_b\" \"c\" {\n  for_each = {}\n  name = each.key\n}\n", "each.key"),
                IsEmpty());
    EXPECT_THAT(refactoringsAt("module \"m\" {\n  source = \"./m\"\n}\n", "\"./m\""), IsEmpty());
    EXPECT_THAT(refactoringsAt("locals {\n  a = [for x in [] : x]\n}\n", "x"), IsEmpty());
}

TEST(Refactoring, LeavesOneLineAndBrokenBlocksWhole)
{
    const std::string oneLine = "locals { a = 1 }\noutput \"x\" {\n  value = [2]\n}\n";
    EXPECT_EQ(refactoringsAt(oneLine, "[2]").at("Extract to local value \"value\"").at("main.tf"),
              "locals { a = 1 }\noutput \"x\" {\n  value = local.value\n}\n\nlocals {\n  value = [2]\n}\n");
    EXPECT_THAT(refactoringsAt("output \"x\" {\n  value = [2]\n", "[2]"), IsEmpty());
    const Project unclosed({{"main.tf", "module \"m\" {\n  source = \"./m\"\n"}, {"m/main.tf", "variable \"a\" {}\n"}});
    EXPECT_THAT(fixesOf(unclosed, "argument.missing"), IsEmpty());
    const Project closed({{"main.tf", "module \"m\" { source = \"./m\" }\n"}, {"m/main.tf", "variable \"a\" {}\n"}});
    EXPECT_EQ(fixesOf(closed, "argument.missing").at("Add argument \"a\"").at("main.tf"),
              "module \"m\" {\n  source = \"./m\"\n  a = null\n}\n");
}

} // namespace drydock::language::test
