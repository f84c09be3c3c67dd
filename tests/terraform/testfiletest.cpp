// SPDX-License-Identifier: MIT
// What is said about *.tftest.hcl files besides what `terraform validate` says, which the corpus shows.
#include "core/hcl/source.h"
#include "core/terraform/filesource.h"
#include "core/terraform/validation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <vector>

namespace drydock::terraform {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

constexpr const char *configuration = R"(
variable "size" { default = 2 }
resource "terraform_data" "x" { input = var.size }
output "size" { value = terraform_data.x.output }
check "small" {
  assert {
    condition     = var.size < 9
    error_message = "Too large."
  }
}
)";

Result<Validation> validated(std::map<fs::path, std::string> texts, ValidationOptions options = {},
                             const fs::path &path = "/work")
{
    texts.emplace("/work/main.tf", configuration);
    const MemoryFiles files(std::move(texts));
    options.load.files = &files;
    Result<Validation> validation = validate(path, options, Task{});
    EXPECT_TRUE(validation);
    return validation;
}

/// "severity file:line summary" each.
std::vector<std::string> said(const Result<Validation> &validation)
{
    std::vector<std::string> lines;
    for (const Diagnostic &diagnostic : validation->diagnostics) {
        std::string place;
        if (diagnostic.range)
            place = diagnostic.range.file->name() + ":" +
                    std::to_string(diagnostic.range.file->position(diagnostic.range.start).line) + " ";
        lines.push_back((diagnostic.severity == DiagnosticSeverity::Error ? "error " : "warning ") + place +
                        diagnostic.summary);
    }
    return lines;
}

} // namespace

TEST(TestFiles, AssertionsMayNameWhatIsTestedAndEarlierRuns)
{
    EXPECT_THAT(said(validated({{"/work/a.tftest.hcl", R"(
variables { shared = 1 }
run "setup" {
  variables { size = var.shared }
}
run "check" {
  variables { size = run.setup.size + 1 }
  assert {
    condition     = output.size == run.setup.size && terraform_data.x.id != "" && var.shared == 1
    error_message = "Got ${var.size}."
  }
  expect_failures = [check.small, var.size, output.size, terraform_data.x]
}
)"}})),
                IsEmpty());
}

TEST(TestFiles, NamesThatNothingDeclaresAreWarnings)
{
    EXPECT_THAT(said(validated({{"/work/a.tftest.hcl", R"(
run "first" {
  variables { sise = 1 }
  assert {
    condition     = var.none == run.second.size
    error_message = "x ${output.none}"
  }
  assert {
    condition     = terraform_data.none.id == run.nobody.x
    error_message = "x"
  }
  expect_failures = [check.none]
}
run "second" {
  assert {
    condition     = run.first.none == module.none.x
    error_message = "x"
  }
}
)"}})),
                ElementsAre("warning a.tftest.hcl:3 Value for undeclared variable",
                            "warning a.tftest.hcl:5 Reference to undeclared input variable",
                            "warning a.tftest.hcl:5 Reference to unavailable run block",
                            "warning a.tftest.hcl:6 Reference to undeclared output value",
                            "warning a.tftest.hcl:9 Reference to undeclared resource",
                            "warning a.tftest.hcl:9 Reference to unknown run block",
                            "warning a.tftest.hcl:12 Reference to undeclared check",
                            "warning a.tftest.hcl:16 Reference to unavailable variable",
                            "warning a.tftest.hcl:16 Reference to undeclared module"));
}

TEST(TestFiles, ARunIsHeldAgainstTheModuleItNames)
{
    const Result<Validation> validation =
        validated({{"/work/tests/a.tftest.hcl", R"(
run "setup" {
  module { source = "./tests/setup" }
  variables { size = 1 }
  assert {
    condition     = output.bucket != ""
    error_message = "x"
  }
}
run "remote" {
  module { source = "acme/network/aws" }
  assert {
    condition     = output.anything == run.setup.bucket
    error_message = "x"
  }
}
)"},
                   {"/work/tests/setup/main.tf", "output \"bucket\" { value = 1 }\n"}});
    EXPECT_THAT(said(validation), ElementsAre("warning tests/a.tftest.hcl:4 Value for undeclared variable"));
    EXPECT_EQ(validation->testModules.size(), 1U);
}

TEST(TestFiles, ThePlaceOfAMistakeIsShownWithItsBlock)
{
    const Result<Validation> validation = validated({{"/work/a.tftest.hcl", "run \"a\" {\n  comand = plan\n}\n"}});
    const auto json = nlohmann::json::parse(validationJson(*validation));
    ASSERT_EQ(json["error_count"], 1);
    EXPECT_EQ(json["diagnostics"][0]["range"]["filename"], "a.tftest.hcl");
    EXPECT_EQ(json["diagnostics"][0]["snippet"]["context"], "run \"a\"");
    EXPECT_EQ(json["diagnostics"][0]["snippet"]["code"], "  comand = plan");
    EXPECT_THAT(json["diagnostics"][0]["detail"].get<std::string>(), HasSubstr("Did you mean command?"));
}

TEST(TestFiles, TestsCanBeLeftOutAndElsewhere)
{
    const std::map<fs::path, std::string> texts{{"/work/checks/a.tftest.hcl", "runs {}\n"},
                                                {"/work/tests/b.tftest.hcl", "runs {}\n"}};
    EXPECT_THAT(said(validated(texts)), ElementsAre("error tests/b.tftest.hcl:1 Unsupported block type"));
    ValidationOptions elsewhere;
    elsewhere.testFolder = "checks";
    EXPECT_THAT(said(validated(texts, elsewhere)), ElementsAre("error checks/a.tftest.hcl:1 Unsupported block type"));
    ValidationOptions without;
    without.tests = ValidationOptions::Tests::LeftOut;
    EXPECT_THAT(said(validated(texts, without)), IsEmpty());
    EXPECT_THAT(said(validated(texts, {}, "/work/main.tf")), IsEmpty()) << "a file alone has no tests";
}

TEST(TestFiles, OpenTofusTestsStandForTerraformsOfTheSameName)
{
    EXPECT_THAT(said(validated({{"/work/a.tftest.hcl", "runs {}\n"}, {"/work/a.tofutest.hcl", "run \"a\" {}\n"}})),
                IsEmpty());
    EXPECT_THAT(said(validated({{"/work/a.tftest.hcl", "run \"a\" {}\n"}, {"/work/a.tofutest.hcl", "runs {}\n"}})),
                ElementsAre("error a.tofutest.hcl:1 Unsupported block type"));
}

TEST(TestFiles, BrokenTestsNeverCrash)
{
    const std::string whole = R"(variables { a = 1 }
provider "terraform" { alias = "b" }
mock_provider "aws" {
  source          = "./mocks"
  override_during = plan
  mock_resource "aws_x" { defaults = { a = 1 } }
}
override_module { target = module.x["a"].module.y }
run "a" {
  command = plan
  providers = { aws = aws.b }
  plan_options { target = [module.x, terraform_data.x] }
  module { source = "./tests/setup" }
  assert {
    condition     = run.b.c == output.size[0].x
    error_message = "${var.size}"
  }
  expect_failures = [var.a, check.b, terraform_data.x["a"]]
}
)";
    for (std::size_t size = 0; size < whole.size(); ++size) {
        static_cast<void>(said(validated({{"/work/a.tftest.hcl", whole.substr(0, size)}})));
        std::string without = whole;
        without.erase(size, 1);
        static_cast<void>(said(validated({{"/work/a.tftest.hcl", without}})));
    }
}

} // namespace drydock::terraform
