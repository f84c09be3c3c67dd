// SPDX-License-Identifier: MIT
// A corpus of broken and sound configurations against what the real `terraform validate -json` says about them: as it
// was recorded, and where terraform is on PATH, as it is now. DRYDOCK_REFRESH=1 records again.
#include "core/base/filereader.h"
#include "core/hcl/source.h"
#include "core/terraform/filesource.h"
#include "core/terraform/validation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

namespace drydock::terraform {

namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

const fs::path corpus = fs::path(DRYDOCK_SOURCE_DIR) / "tests/terraform/data/validate";

std::vector<std::string> caseNames()
{
    std::vector<std::string> names;
    for (const fs::directory_entry &entry : fs::directory_iterator(corpus)) {
        if (entry.is_directory())
            names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// Name of a case -> kind of difference.
std::map<std::string, std::string> differences()
{
    std::map<std::string, std::string> kinds;
    std::istringstream lines(readFile(corpus / "differences.txt").value_or(""));
    for (std::string line; std::getline(lines, line);) {
        const std::size_t first = line.find(": ");
        if (line.starts_with('#') || first == std::string::npos)
            continue;
        kinds[line.substr(0, first)] = line.substr(first + 2, line.find(':', first + 2) - first - 2);
    }
    return kinds;
}

/// An error as it can be compared: file, line (0 where Terraform gives none), summary.
struct Problem
{
    std::string file;
    int line = 0;
    std::string summary;

    [[nodiscard]] auto operator<=>(const Problem &) const = default;
};

std::string text(const std::vector<Problem> &problems)
{
    std::string all;
    for (const Problem &problem : problems)
        all += "  " + problem.file + ":" + std::to_string(problem.line) + ": " + problem.summary + "\n";
    return all;
}

// Terraform says some things twice: why a value is not known once more as "Unsuitable value type", a reference as its
// value, each line of an open string.
bool isEcho(const std::string &summary)
{
    static const std::set<std::string> echoes{"Unsuitable value type", "Unknown variable", "Invalid multi-line string"};
    return echoes.contains(summary);
}

std::vector<Problem> problemsOf(const Json &document, const std::string &severity)
{
    std::vector<Problem> problems;
    std::set<std::pair<std::string, int>> lines;
    for (const Json &diagnostic : document.at("diagnostics")) {
        if (diagnostic.at("severity") != severity)
            continue;
        Problem problem{{}, 0, diagnostic.at("summary")};
        // The order of a circle's members is by chance.
        if (problem.summary.starts_with("Cycle: "))
            problem.summary = "Cycle";
        if (diagnostic.contains("range")) {
            problem.file = diagnostic["range"]["filename"];
            problem.line = diagnostic["range"]["start"]["line"];
            if (problem.file.empty())
                continue;
        }
        const bool isNew = lines.emplace(problem.file, problem.line).second;
        if (isNew || !isEcho(problem.summary))
            problems.push_back(std::move(problem));
    }
    return problems;
}

/// Takes those of `theirs` out of `ours`; what is missing stays in `theirs`.
void match(std::vector<Problem> &theirs, std::vector<Problem> &ours)
{
    std::erase_if(theirs, [&](const Problem &wanted) {
        const auto it = std::find_if(ours.begin(), ours.end(), [&](const Problem &one) {
            return one.summary == wanted.summary &&
                   (wanted.line == 0 || (one.line == wanted.line && one.file == wanted.file));
        });
        if (it == ours.end())
            return false;
        ours.erase(it);
        return true;
    });
}

Json ownAnswer(const std::string &name)
{
    const Result<Validation> validation = validate(corpus / name, {}, Task{});
    EXPECT_TRUE(validation) << validation.error().text();
    return validation ? Json::parse(validationJson(*validation)) : Json();
}

Json recorded(const std::string &name)
{
    return Json::parse(readFile(corpus / name / "expected.json").value_or("{}"));
}

std::string run(const std::string &command)
{
    std::string output;
    FILE *pipe = popen(command.c_str(), "r"); // NOLINT(cert-env33-c): the command is ours
    if (pipe == nullptr)
        return output;
    std::array<char, 4096> buffer{};
    for (std::size_t size = 0; (size = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        output.append(buffer.data(), size);
    pclose(pipe);
    return output;
}

/// What terraform says about a copy of the case.
std::string terraformAnswer(const std::string &name)
{
    std::string pattern = (fs::temp_directory_path() / "drydock-validate-XXXXXX").string();
    const fs::path folder = mkdtemp(pattern.data());
    fs::copy(corpus / name, folder, fs::copy_options::recursive);
    fs::remove(folder / "expected.json");
    const std::string terraform =
        "cd '" + folder.string() + "' && TF_CLI_CONFIG_FILE=/dev/null CHECKPOINT_DISABLE=1 terraform ";
    std::string answer = run(terraform + "init -backend=false -input=false >/dev/null 2>&1; " + terraform +
                             "validate -json 2>/dev/null");
    fs::remove_all(folder);
    return answer;
}

/// What does not depend on the version of Terraform or on chance.
std::tuple<bool, std::vector<Problem>, std::vector<Problem>> essence(const Json &document)
{
    std::vector<Problem> errors = problemsOf(document, "error");
    std::vector<Problem> warnings = problemsOf(document, "warning");
    std::sort(errors.begin(), errors.end());
    std::sort(warnings.begin(), warnings.end());
    return {document.at("valid").get<bool>(), std::move(errors), std::move(warnings)};
}

} // namespace

class ValidateCorpus : public testing::TestWithParam<std::string>
{
};

TEST_P(ValidateCorpus, SaysWhatTerraformSays)
{
    const std::string name = GetParam();
    const Json theirs = recorded(name);
    const Json ours = ownAnswer(name);
    ASSERT_TRUE(theirs.contains("diagnostics") && ours.contains("diagnostics"));
    static const std::map<std::string, std::string> known = differences();
    const auto it = known.find(name);
    const std::string difference = it == known.end() ? "none" : it->second;
    std::vector<Problem> missing = problemsOf(theirs, "error");
    std::vector<Problem> more = problemsOf(ours, "error");
    const std::size_t theirCount = missing.size();
    const std::size_t ourCount = more.size();
    if (difference == "verdict") {
        EXPECT_NE(ours["valid"], theirs["valid"]) << "no difference any more: remove it from differences.txt";
        return;
    }
    EXPECT_EQ(ours["valid"], theirs["valid"]) << text(missing) << "ours:\n" << text(more);
    if (difference == "words") {
        EXPECT_GE(theirCount, ourCount);
        EXPECT_GT(ourCount, 0U);
        return;
    }
    // Where the text is no HCL, each parser finds its own words; the first mistake is on the same line.
    if (name.starts_with("syntax-")) {
        ASSERT_FALSE(missing.empty() || more.empty());
        const auto sameLine = [&](const Problem &one) {
            return std::any_of(missing.begin(), missing.end(),
                               [&](const Problem &other) { return one.file == other.file && one.line == other.line; });
        };
        EXPECT_TRUE(std::any_of(more.begin(), more.end(), sameLine)) << text(missing) << "ours:\n" << text(more);
        return;
    }
    match(missing, more);
    EXPECT_TRUE(missing.empty()) << "not said:\n" << text(missing) << "said instead:\n" << text(more);
    if (difference == "none") {
        EXPECT_TRUE(more.empty()) << "said besides:\n" << text(more);
    }
    std::vector<Problem> warnings = problemsOf(theirs, "warning");
    std::vector<Problem> ourWarnings = problemsOf(ours, "warning");
    match(warnings, ourWarnings);
    EXPECT_TRUE(warnings.empty()) << "warnings not given:\n" << text(warnings);
}

INSTANTIATE_TEST_SUITE_P(Recorded, ValidateCorpus, testing::ValuesIn(caseNames()), [](const auto &one) {
    std::string name = one.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
});

/// An eighth of the corpus: asking about all of it takes the real terraform a minute or more.
class RealTerraform : public testing::TestWithParam<std::size_t>
{
public:
    static constexpr std::size_t parts = 8;
};

TEST_P(RealTerraform, StillSaysWhatWasRecorded)
{
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "nothing of ours is run here: the optimized tests ask";
#endif
    if (run("command -v terraform").empty())
        GTEST_SKIP() << "terraform is not on PATH: only its recorded answers were compared";
    const bool refreshes = std::getenv("DRYDOCK_REFRESH") != nullptr;
    const std::vector<std::string> names = caseNames();
    for (std::size_t at = GetParam(); at < names.size(); at += parts) {
        const std::string &name = names[at];
        const std::string answer = terraformAnswer(name);
        const Json now = Json::parse(answer, nullptr, false);
        ASSERT_TRUE(now.is_object() && now.contains("diagnostics")) << name << ": " << answer;
        if (refreshes)
            std::ofstream(corpus / name / "expected.json") << answer;
        EXPECT_EQ(essence(now), essence(recorded(name))) << name;
    }
}

INSTANTIATE_TEST_SUITE_P(EachPart, RealTerraform, testing::Range<std::size_t>(0, RealTerraform::parts));

TEST(Validate, JsonHasTerraformsShape)
{
    const Json ours = ownAnswer("reference-undeclared-variable");
    const Json theirs = recorded("reference-undeclared-variable");
    std::vector<std::string> keys;
    for (const auto &[key, value] : theirs.items())
        EXPECT_TRUE(ours.contains(key)) << key;
    EXPECT_EQ(ours["format_version"], theirs["format_version"]);
    EXPECT_EQ(ours["error_count"], theirs["error_count"]);
    EXPECT_EQ(ours["warning_count"], theirs["warning_count"]);
    EXPECT_EQ(ours["diagnostics"][0]["range"], theirs["diagnostics"][0]["range"]);
    EXPECT_EQ(ours["diagnostics"][0]["snippet"], theirs["diagnostics"][0]["snippet"]);
    EXPECT_EQ(ours["diagnostics"][0]["summary"], theirs["diagnostics"][0]["summary"]);
}

TEST(Validate, EveryDifferenceBelongsToACase)
{
    const std::vector<std::string> names = caseNames();
    EXPECT_GE(names.size(), 300U);
    for (const auto &[name, kind] : differences()) {
        EXPECT_TRUE(std::binary_search(names.begin(), names.end(), name)) << name;
        EXPECT_TRUE(kind == "more" || kind == "words" || kind == "verdict") << name << ": " << kind;
    }
}

namespace {

/// What is said about one file main.tf: "severity code line" each.
std::vector<std::string> findingsIn(const std::string &text, ValidationOptions options = {})
{
    const MemoryFiles files(std::map<fs::path, std::string>{{"/work/main.tf", text}});
    options.load.files = &files;
    const Result<Validation> validation = validate("/work", options, Task{});
    EXPECT_TRUE(validation);
    std::vector<std::string> findings;
    for (const Diagnostic &diagnostic : validation->diagnostics)
        findings.push_back(
            std::string(diagnostic.severity == DiagnosticSeverity::Error ? "error " : "warning ") + diagnostic.code +
            " " + std::to_string(diagnostic.range ? diagnostic.range.file->position(diagnostic.range.start).line : 0));
    return findings;
}

constexpr const char *conditions = R"(
variable "size" { default = 2 }
resource "terraform_data" "x" {
  input = var.size
  lifecycle {
    precondition {
      condition     = var.size > 3
      error_message = "Too small."
    }
    postcondition {
      condition     = self.input > 3
      error_message = "Still too small."
    }
  }
}
check "size" {
  assert {
    condition     = terraform_data.x.input > 3
    error_message = "Too small to be healthy."
  }
}
)";

} // namespace

TEST(Validate, ConditionsAreDecidedWhereValuesAreGiven)
{
    EXPECT_THAT(findingsIn(conditions), testing::IsEmpty());
    ValidationOptions given;
    given.values = ValidationOptions::Values::Given;
    EXPECT_THAT(findingsIn(conditions, given),
                testing::ElementsAre("error condition.precondition 7", "error condition.postcondition 11",
                                     "warning condition.check 18"));
    given.load.variableValues = {{"size", "5"}};
    EXPECT_THAT(findingsIn(conditions, given), testing::IsEmpty());
}

TEST(Validate, OpenTofusRepeatedProvidersAreUnderstood)
{
    EXPECT_THAT(findingsIn(R"(
variable "regions" { type = set(string) }
provider "aws" {
  alias    = "regions"
  for_each = var.regions
  region   = each.key
}
resource "aws_vpc" "main" {
  for_each = var.regions
  provider = aws.regions[each.key]
}
terraform {
  encryption {
    key_provider "pbkdf2" "main" { passphrase = "correct horse battery" }
  }
}
)"),
                testing::IsEmpty());
}

TEST(Validate, CyclesAreToldOnceWithTheirPath)
{
    const MemoryFiles files(std::map<fs::path, std::string>{
        {"/work/main.tf", "locals {\n  a = local.b\n  b = [local.c]\n  c = local.a\n}\n"}});
    ValidationOptions options;
    options.load.files = &files;
    const Result<Validation> validation = validate("/work", options, Task{});
    ASSERT_TRUE(validation);
    ASSERT_EQ(validation->diagnostics.size(), 1U);
    EXPECT_EQ(validation->diagnostics[0].summary, "Cycle: local.a, local.b, local.c");
    EXPECT_THAT(validation->diagnostics[0].detail, testing::HasSubstr("local.b refers to local.c at main.tf:3."));
    EXPECT_EQ(validation->hints.size(), 0U);
}

TEST(Validate, UnusedDeclarationsAreHints)
{
    const MemoryFiles files(std::map<fs::path, std::string>{{"/work/main.tf", R"(
variable "used" {}
variable "unused" {
  validation {
    condition     = var.unused != ""
    error_message = "x"
  }
}
locals {
  a = var.used
  b = local.a
}
data "terraform_remote_state" "s" { backend = "local" }
)"}});
    ValidationOptions options;
    options.load.files = &files;
    const Result<Validation> validation = validate("/work", options, Task{});
    ASSERT_TRUE(validation);
    std::vector<std::string> codes;
    for (const Diagnostic &hint : validation->hints)
        codes.push_back(hint.code + " " + hint.detail);
    EXPECT_THAT(codes,
                testing::ElementsAre("unused.variable Nothing in this module refers to var.unused.",
                                     "unused.local Nothing in this module refers to local.b.",
                                     "unused.data Nothing in this module refers to data.terraform_remote_state.s."));
    EXPECT_TRUE(validation->isValid());
}

} // namespace drydock::terraform
