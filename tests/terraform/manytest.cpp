// SPDX-License-Identifier: MIT
// Files with very many of one thing: what is quadratic in them would not come to an end here.
#include "core/terraform/filesource.h"
#include "core/terraform/validation.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <string>

namespace drydock::terraform {

namespace fs = std::filesystem;

namespace {

constexpr int count = 40'000;

std::string repeated(const std::function<std::string(const std::string &number)> &line)
{
    std::string text;
    for (int at = 0; at < count; ++at)
        text += line(std::to_string(at));
    return text;
}

struct Many
{
    std::string name;
    std::map<fs::path, std::string> files;
    bool isValid = true;
};

void PrintTo(const Many &many, std::ostream *out)
{
    *out << many.name;
}

std::map<fs::path, std::string> mainFile(std::string text)
{
    return {{"/work/main.tf", std::move(text)}};
}

std::vector<Many> cases()
{
    const auto attributes = [](const std::string &n) { return "  a" + n + " = 1\n"; };
    return {
        {"Attributes",
         mainFile("locals {\n" + repeated(attributes) + "}\nprovider \"terraform\" {\n" + repeated(attributes) + "}\n"),
         false},
        {"RequiredProviders", mainFile("terraform {\n  required_providers {\n" + repeated([](const std::string &n) {
                                           return "    p" + n + " = { source = \"acme/p" + n + "\" }\n";
                                       }) +
                                       "  }\n}\n")},
        {"ProviderMeta",
         mainFile("terraform {\n" +
                  repeated([](const std::string &n) { return "  provider_meta \"p" + n + "\" {}\n"; }) + "}\n")},
        {"UndeclaredNames", mainFile(repeated([](const std::string &n) {
             return "variable \"v" + n + "\" {}\nlocals {\n  l" + n + " = var.w" + n + "\n}\n";
         })),
         false},
        {"Preconditions",
         mainFile(
             "variable \"v\" {}\nresource \"terraform_data\" \"x\" {\n  lifecycle {\n" +
             repeated([](const std::string &) {
                 return "    precondition {\n      condition     = var.v == 1\n      error_message = \"x\"\n    }\n";
             }) +
             "  }\n}\n")},
        {"Provisioners",
         mainFile("variable \"v\" {}\nresource \"terraform_data\" \"x\" {\n" + repeated([](const std::string &) {
                      return "  provisioner \"local-exec\" {\n    command = var.v\n  }\n";
                  }) +
                  "}\n")},
        {"OverriddenBlocks",
         {{"/work/main.tf", "resource \"acme_x\" \"x\" {\n" +
                                repeated([](const std::string &n) { return "  b" + n + " {}\n"; }) + "}\n"},
          {"/work/override.tf", "resource \"acme_x\" \"x\" {\n" +
                                    repeated([](const std::string &n) { return "  b" + n + " {}\n"; }) + "}\n"}}},
        {"Runs",
         {{"/work/main.tf", "variable \"v\" {}\noutput \"o\" {\n  value = var.v\n}\n"},
          {"/work/a.tftest.hcl", "variables {\n" + repeated(attributes) + "}\n" + repeated([](const std::string &n) {
                                     return "run \"r" + n + "\" {\n  variables {\n    v = var.a" + n +
                                            "\n  }\n  assert {\n    condition     = run.r" + n + ".o == run.x" + n +
                                            ".o\n    error_message = \"x\"\n  }\n}\n";
                                 })}}},
        {"RunsOfAWideModule",
         {{"/work/main.tf", repeated([](const std::string &n) {
               return "variable \"v" + n + "\" {}\noutput \"o" + n + "\" {\n  value = var.v" + n + "\n}\n";
           })},
          {"/work/a.tftest.hcl", repeated([](const std::string &n) {
               return "run \"r" + n + "\" {\n  variables {\n    w = 1\n  }\n  assert {\n    condition     = output.x" +
                      n + "\n    error_message = \"x\"\n  }\n}\n";
           })}}},
        {"ExpectedFailures",
         {{"/work/main.tf", repeated([](const std::string &n) {
               return "check \"c" + n +
                      "\" {\n  assert {\n    condition     = terraform.workspace == \"a\"\n    error_message = \"x\"\n "
                      " "
                      "}\n}\n";
           })},
          {"/work/a.tftest.hcl", "run \"r\" {\n  expect_failures = [" +
                                     repeated([](const std::string &n) { return "check.c" + n + ", "; }) + "]\n}\n"}}},
        {"Moves", mainFile(repeated([](const std::string &n) {
             return "moved {\n  from = terraform_data.a" + n + "\n  to   = terraform_data.b" + n + "\n}\n";
         }))},
        {"ModuleCalls", mainFile(repeated([](const std::string &n) {
             return "module \"m" + n + "\" {\n  source = \"acme/x/y\"\n}\nlocals {\n  l" + n + " = module.m" + n +
                    ".x\n}\n";
         })),
         false},
        {"Resources", mainFile(repeated([](const std::string &n) {
             return "resource \"terraform_data\" \"r" + n + "\" {\n  input = 1\n}\noutput \"o" + n +
                    "\" {\n  value = terraform_data.r" + n + ".output\n}\n";
         }))},
    };
}

} // namespace

class ManyOfOneThing : public testing::TestWithParam<Many>
{
};

TEST_P(ManyOfOneThing, ComeToAnEnd)
{
    const MemoryFiles files(GetParam().files);
    ValidationOptions options;
    options.load.files = &files;
    const Result<Validation> validation = validate("/work", options, Task{});
    ASSERT_TRUE(validation);
    EXPECT_EQ(validation->isValid(), GetParam().isValid);
}

INSTANTIATE_TEST_SUITE_P(Validate, ManyOfOneThing, testing::ValuesIn(cases()),
                         [](const auto &one) { return one.param.name; });

} // namespace drydock::terraform
