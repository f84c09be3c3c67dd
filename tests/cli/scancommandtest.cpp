// SPDX-License-Identifier: MIT
#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "tests/cli/commandfixture.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <sys/stat.h>

using namespace drydock;
using namespace drydock::cli;
using testing::HasSubstr;
using testing::Not;
namespace fs = std::filesystem;

class ScanCommandTest : public CommandFixture
{
protected:
    void write(const std::string &file, const std::string &text) const
    {
        fs::create_directories((folder() / file).parent_path());
        std::ofstream(folder() / file, std::ios::trunc) << text;
    }
    [[nodiscard]] fs::path folder() const { return m_scratch.path() / "stack"; }
    [[nodiscard]] Outcome scan(std::vector<std::string> options = {}) const
    {
        options.insert(options.begin(), {"scan", folder().string()});
        return runPlain(options);
    }
    [[nodiscard]] nlohmann::json document(std::vector<std::string> options = {}) const
    {
        options.insert(options.end(), {"--format", "json"});
        const Outcome outcome = scan(options);
        EXPECT_NE(outcome.code, Unusable) << outcome.err;
        return nlohmann::json::parse(outcome.out, nullptr, false);
    }

    const std::string m_bucket = "resource \"aws_s3_bucket\" \"logs\" {\n  bucket = \"harbour-logs\"\n}\n";
};

TEST_F(ScanCommandTest, ExitCodeSaysWhatTheGateSays)
{
    write("main.tf", m_bucket);
    EXPECT_EQ(scan().code, GateFailed);
    EXPECT_EQ(scan({"--fail-on", "critical"}).code, Success);
    EXPECT_EQ(scan({"--fail-on", "none"}).code, Success);
    EXPECT_EQ(scan({"--fail-on", "low"}).code, GateFailed);
    write("main.tf", "locals {\n  a = 1\n}\n");
    EXPECT_EQ(scan().code, Success);
}

TEST_F(ScanCommandTest, UnusableInputIsTwo)
{
    EXPECT_EQ(scan().code, Unusable); // no such folder
    write("main.tf", m_bucket);
    EXPECT_EQ(scan({"--fail-on", "severe"}).code, Unusable);
    EXPECT_EQ(scan({"--baseline", "/nonexistent/baseline.json"}).code, Unusable);
    write("tfreview.yaml", "waivers:\n  - rule: [\n");
    const Outcome outcome = scan();
    EXPECT_EQ(outcome.code, Unusable);
    EXPECT_TRUE(outcome.out.empty());
    EXPECT_THAT(outcome.err, HasSubstr("tfreview.yaml:"));
}

TEST_F(ScanCommandTest, JsonHasWhatTheIssuePromises)
{
    write("main.tf", m_bucket);
    const auto report = document();
    ASSERT_TRUE(report.is_object());
    EXPECT_EQ(report["gate"]["passed"], false);
    EXPECT_EQ(report["summary"]["open"]["high"], 2);
    bool found = false;
    for (const auto &finding : report["findings"]) {
        for (const char *key :
             {"rule_id", "severity", "status", "resource", "file", "line", "end_line", "message", "fingerprint", "fix"})
            EXPECT_TRUE(finding.contains(key)) << key;
        found =
            found || (finding["rule_id"] == "aws-s3-bucket-https-only" && finding["resource"] == "aws_s3_bucket.logs" &&
                      finding["line"] == 1 && finding["file"] == "main.tf");
    }
    EXPECT_TRUE(found) << report.dump(2);
}

TEST_F(ScanCommandTest, GoesOnWithoutADefaultWorkspaceThatCannotBeRead)
{
    write("main.tf", "locals {\n  a = 1\n}\n");
    const fs::path damaged = m_scratch.path() / "damaged";
    ASSERT_TRUE(writeFileAtomically(damaged / "drydock.db", "no database"));
    ::setenv("DRYDOCK_WORKSPACE", damaged.c_str(), 1);
    const Outcome outcome = runPlain({"scan", folder().string()});
    ::unsetenv("DRYDOCK_WORKSPACE");
    EXPECT_EQ(outcome.code, Success);
    EXPECT_THAT(outcome.err, HasSubstr("warning: "));
    EXPECT_THAT(outcome.err, HasSubstr("drydock.db"));
    EXPECT_EQ(runPlain({"scan", folder().string(), "--workspace", damaged.string()}).code, Unusable) << "it was named";
}

TEST_F(ScanCommandTest, JsonSyntaxIsReviewedAndItsFixesAreForPeople)
{
    write("main.tf.json", R"({"resource": {"aws_s3_bucket": {"logs": {"bucket": "harbour-logs"}}}})");
    const fs::path patch = m_scratch.path() / "all.patch";
    const Outcome outcome = scan({"--patch", patch.string(), "--format", "json"});
    EXPECT_EQ(outcome.code, GateFailed);
    EXPECT_THAT(outcome.err, HasSubstr("in files in JSON syntax"));
    EXPECT_EQ(readFile(patch).value_or("?"), "");
    const auto report = nlohmann::json::parse(outcome.out, nullptr, false);
    ASSERT_TRUE(report.is_object());
    EXPECT_EQ(report["summary"]["files"], 1);
    ASSERT_FALSE(report["findings"].empty());
    bool noted = false;
    for (const auto &finding : report["findings"]) {
        EXPECT_EQ(finding["file"], "main.tf.json");
        EXPECT_TRUE(finding["fix"].is_null());
        noted = noted || finding.contains("fix_note");
    }
    EXPECT_TRUE(noted);
    // One file alone, and a comment that waives.
    write(
        "main.tf.json",
        R"({"resource": {"aws_s3_bucket": {"logs": {"//": "drydock:ignore * kept open by decision 12", "bucket": "x"}}}})");
    EXPECT_EQ(runPlain({"scan", (folder() / "main.tf.json").string()}).code, Success);
}

TEST_F(ScanCommandTest, AFileThatDoesNotParseIsInTheReport)
{
    write("main.tf", m_bucket);
    write("bad.tf", "resource \"aws_x\" {{{\n");
    const auto report = document();
    EXPECT_FALSE(report["findings"].empty());
    ASSERT_FALSE(report["diagnostics"].empty());
    EXPECT_EQ(report["diagnostics"][0]["file"], "bad.tf");
}

TEST_F(ScanCommandTest, TheVerdictTellsOfFilesThatCouldNotBeRead)
{
    write("good.tf", "locals {\n  a = 1\n}\n");
    write("bad.tf", "resource \"aws_x\" {{{\n");
    const Outcome outcome = scan();
    EXPECT_EQ(outcome.code, Success);
    EXPECT_THAT(outcome.out, HasSubstr("Gate passed: No open finding of severity high or worse; 1 file could not"));
    const auto report = document();
    EXPECT_EQ(report["summary"]["unreadable"], 1);
    EXPECT_THAT(report["gate"]["reason"].get<std::string>(), HasSubstr("1 file could not be read"));
    const Outcome strict = scan({"--fail-on-unreadable"});
    EXPECT_EQ(strict.code, GateFailed);
    EXPECT_THAT(strict.out, HasSubstr("Gate failed: 1 file that could not be read."));
    write("tfreview.yaml", "fail_on_unreadable: true\n");
    EXPECT_EQ(scan().code, GateFailed);
    EXPECT_EQ(scan({"--fail-on", "none"}).code, Success);
}

TEST_F(ScanCommandTest, WritesEveryFormatToAFile)
{
    write("main.tf", m_bucket);
    for (const auto &[format, start] : {std::pair("table", ""), std::pair("json", "{"), std::pair("sarif", "{"),
                                        std::pair("html", "<!"), std::pair("junit", "<?xml")}) {
        const fs::path file = m_scratch.path() / (std::string("report.") + format);
        const Outcome outcome = scan({"--format", format, "--output", file.string()});
        EXPECT_EQ(outcome.code, GateFailed);
        EXPECT_TRUE(outcome.out.empty()) << format;
        EXPECT_TRUE(readFile(file).value_or("").starts_with(start)) << format;
        EXPECT_THAT(readFile(file).value_or(""), HasSubstr("aws-s3-bucket-https-only"));
    }
}

TEST_F(ScanCommandTest, ThePatchAppliesWithGitAndHealsTheFindings)
{
    if (std::system("git --version > /dev/null 2>&1") != 0)
        GTEST_SKIP() << "git is not installed";
    write("s3/main.tf", m_bucket);
    write("k8s/main.tf", "resource \"kubernetes_namespace\" \"shop\" {\n  metadata {\n    name = \"shop\"\n  }\n}\n");
    const fs::path patch = m_scratch.path() / "fixes.patch";
    for (int round = 0; round < 3; ++round) {
        ASSERT_NE(scan({"--patch", patch.string()}).code, Unusable);
        if (readFile(patch).value_or("").empty())
            break;
        const std::string apply = "cd '" + folder().string() +
                                  "' && GIT_DIR=/nonexistent git apply --whitespace=error '" + patch.string() +
                                  "' 2>&1";
        ASSERT_EQ(std::system(apply.c_str()), 0) << readFile(patch).value_or("");
    }
    EXPECT_EQ(scan().code, Success);
    EXPECT_EQ(runPlain({"fmt", "--check", "--recursive", folder().string()}).code, Success);
}

TEST_F(ScanCommandTest, ABaselineHidesWhatWasThere)
{
    write("main.tf", m_bucket);
    const std::string baseline = (m_scratch.path() / "baseline.json").string();
    EXPECT_EQ(scan({"--write-baseline", baseline}).code, Success);
    EXPECT_EQ(scan({"--baseline", baseline}).code, Success);
    write("main.tf", "\n\n" + m_bucket + "\nresource \"aws_s3_bucket\" \"new\" {\n}\n");
    const auto report = document({"--baseline", baseline});
    EXPECT_EQ(report["gate"]["passed"], false);
    for (const auto &finding : report["findings"])
        if (finding["resource"] == "aws_s3_bucket.logs") {
            EXPECT_EQ(finding["status"], "baselined");
        }
}

TEST_F(ScanCommandTest, KeepsTheReviewAsARunOfAProject)
{
    write("main.tf", m_bucket);
    ASSERT_EQ(run({"project", "open", folder().string(), "--name", "Stack"}).code, Success);
    const Outcome outcome = run({"scan", folder().string(), "--project", "stack"});
    EXPECT_EQ(outcome.code, GateFailed);
    EXPECT_THAT(outcome.err, HasSubstr("run 1 of project stack"));
    EXPECT_EQ(json({"project", "runs", "stack"}).size(), 1U);
    const Outcome unknown = run({"scan", folder().string(), "--project", "nothing"});
    EXPECT_EQ(unknown.code, Unusable);
    EXPECT_TRUE(unknown.out.empty()) << "the project is looked for before anything is reviewed";
}

TEST_F(ScanCommandTest, SaysInHelpWhatTheDefaultGateIs)
{
    const Outcome outcome = runPlain({"scan", "--help"});
    EXPECT_EQ(outcome.code, Success);
    EXPECT_THAT(outcome.out, HasSubstr("else high"));
}

TEST_F(ScanCommandTest, ListsTheRules)
{
    const auto rules = nlohmann::json::parse(runPlain({"rules", "aws-s3-*", "--format", "json"}).out);
    ASSERT_FALSE(rules.empty());
    for (const auto &rule : rules) {
        EXPECT_TRUE(rule["id"].get<std::string>().starts_with("aws-s3-"));
        EXPECT_TRUE(rule.contains("severity") && rule.contains("title") && rule.contains("references"));
    }
    EXPECT_THAT(runPlain({"rules"}).out, HasSubstr("kubernetes-pod-run-as-non-root"));
}

TEST_F(ScanCommandTest, WhenNothingCouldBeReadTheScanIsNotPassed)
{
    fs::create_directories(folder());
    ASSERT_EQ(::mkfifo((folder() / "main.tf").c_str(), 0600), 0);
    const Outcome outcome = scan();
    EXPECT_EQ(outcome.code, Unusable);
    EXPECT_THAT(outcome.out, HasSubstr("error: main.tf: File not read"));
    EXPECT_THAT(outcome.err, HasSubstr("nothing was reviewed"));
    EXPECT_THAT(outcome.err, Not(HasSubstr("no *.tf files were found")));
}

TEST_F(ScanCommandTest, AnUnknownCommandIsNamed)
{
    const Outcome outcome = runPlain({"skan", "."});
    EXPECT_EQ(outcome.code, Unusable);
    EXPECT_THAT(outcome.err, HasSubstr("\"skan\""));
    EXPECT_THAT(runPlain({"project", "lst"}).err, HasSubstr("\"lst\""));
}

TEST_F(ScanCommandTest, AnAnswerGivenTwiceIsRefused)
{
    const Outcome outcome = runPlain({"generate", "aws-s3-baseline", "--set", "versioning=true", "--set",
                                      "versioning=false", "--output", folder().string()});
    EXPECT_EQ(outcome.code, Unusable);
    EXPECT_THAT(outcome.err, HasSubstr("`versioning` is set twice"));
    EXPECT_FALSE(fs::exists(folder()));
}
