// SPDX-License-Identifier: MIT
#include "core/policy/baseline.h"
#include "tests/policy/reviewfixture.h"

#include <gmock/gmock.h>

#include <unistd.h>

using namespace drydock;
using namespace drydock::policy;
using testing::HasSubstr;
using testing::IsEmpty;

using ReviewTest = ReviewFixture;

static const char *const denyAll = "    deny: true\n";

TEST_F(ReviewTest, AFileThatDoesNotParseIsADiagnosticAndNotTheEnd)
{
    write("bad.tf", "resource \"aws_x\" {{{\n");
    write("good.tf", "resource \"aws_x\" \"a\" {\n}\n");
    const ReviewResult result = review(rule("aws_x", denyAll));
    EXPECT_THAT(printed(result), HasSubstr("good.tf:1-1"));
    ASSERT_FALSE(result.diagnostics.empty());
    EXPECT_EQ(result.diagnostics[0].severity, DiagnosticSeverity::Error);
    EXPECT_EQ(result.diagnostics[0].range.file, "bad.tf");
    EXPECT_EQ(result.diagnostics[0].range.line, 1U);
    EXPECT_EQ(result.files, 2U);
}

TEST_F(ReviewTest, TheGateTellsOfFilesThatCouldNotBeRead)
{
    write("bad.tf", "resource \"aws_x\" {{{\nlocals { = }\n");
    write("net/bad.tf", "locals {\n");
    write("good.tf", "resource \"aws_y\" \"a\" {\n}\n");
    write("terraform.tfvars", "a = [\n");
    ReviewResult result = review(rule("aws_x", denyAll));
    EXPECT_EQ(result.unreadable, 3U);
    EXPECT_TRUE(result.gate.passed);
    EXPECT_EQ(result.gate.reason, "No open finding of severity high or worse; 3 files could not be read.");

    write("tfreview.yaml", "fail_on_unreadable: true\nexclude: [net]\n");
    result = review(rule("aws_x", denyAll));
    EXPECT_EQ(result.unreadable, 2U);
    EXPECT_FALSE(result.gate.passed);
    EXPECT_EQ(result.gate.reason, "2 files that could not be read.");

    ReviewRequest request;
    request.failOn = FailOn{Severity::Critical};
    EXPECT_FALSE(review(rule("aws_x", denyAll), request).gate.passed);
    request.failOn = FailOn{};
    EXPECT_EQ(review(rule("aws_x", denyAll), request).gate.reason, "The gate is off; 2 files could not be read.");
}

TEST_F(ReviewTest, AFolderThatMayNotBeReadIsCountedToo)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may read everything: run as another user to see this";
    write("good.tf", "resource \"aws_y\" \"a\" {\n}\n");
    write("closed/main.tf", "resource \"aws_y\" \"b\" {\n}\n");
    std::filesystem::permissions(m_root / "closed", std::filesystem::perms::none);
    const ReviewResult result = review(rule("aws_x", denyAll));
    std::filesystem::permissions(m_root / "closed", std::filesystem::perms::owner_all);
    EXPECT_EQ(result.unreadable, 1U);
}

TEST_F(ReviewTest, UnusableRequestsAreErrors)
{
    const RuleSet set = rule("aws_x", denyAll);
    ReviewRequest request;
    request.paths = {m_root / "nothing"};
    auto missing = policy::review(request, set, StandingClock(), {});
    ASSERT_FALSE(missing.has_value());
    EXPECT_EQ(missing.error().code, "review.no-path");
    EXPECT_THAT(missing.error().place, HasSubstr("nothing"));

    write("tfreview.yaml", "fail_on: sever\n");
    request.paths = {m_root};
    EXPECT_EQ(policy::review(request, set, StandingClock(), {}).error().code, "config.invalid");
}

TEST_F(ReviewTest, CanBeCancelled)
{
    write("main.tf", "resource \"aws_x\" \"a\" {\n}\n");
    std::stop_source stop;
    stop.request_stop();
    ReviewRequest request;
    request.paths = {m_root};
    auto result = policy::review(request, rule("aws_x", denyAll), StandingClock(), Task{stop.get_token(), {}});
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, "task.cancelled");
}

TEST_F(ReviewTest, ConfigurationDisablesRulesAndChangesSeverities)
{
    write("main.tf", "resource \"aws_x\" \"a\" {\n}\n");
    write("tfreview.yaml", "severity: {aws-*: low}\n");
    ReviewResult result = review(rule("aws_x", denyAll));
    ASSERT_EQ(result.findings.size(), 1U);
    EXPECT_EQ(result.findings[0].severity, Severity::Low);
    EXPECT_TRUE(result.gate.passed);
    write("tfreview.yaml", "disable: [aws-test-*]\n");
    result = review(rule("aws_x", denyAll));
    EXPECT_THAT(result.findings, IsEmpty());
    EXPECT_EQ(result.rules, 0U);
}

TEST_F(ReviewTest, ExcludedFilesSayNothing)
{
    write("main.tf", "resource \"aws_x\" \"a\" {\n}\n");
    write("examples/main.tf", "resource \"aws_x\" \"b\" {\n}\nbroken {{{\n");
    write("tfreview.yaml", "exclude: [examples]\n");
    const ReviewResult result = review(rule("aws_x", denyAll));
    EXPECT_EQ(printed(result), "main.tf:1-1 m\n");
    EXPECT_THAT(result.diagnostics, IsEmpty());
    EXPECT_EQ(result.files, 1U);
}

TEST_F(ReviewTest, SingleFilesAndSeveralPaths)
{
    write("a/main.tf", "resource \"aws_x\" \"a\" {\n}\n");
    write("a/other.tf", "resource \"aws_x\" \"other\" {\n}\n");
    write("b/main.tf", "resource \"aws_x\" \"b\" {\n}\n");
    ReviewRequest request;
    request.paths = {m_root / "a/main.tf", m_root / "b"};
    EXPECT_EQ(printed(review(rule("aws_x", denyAll), request)), "a/main.tf:1-1 m\nb/main.tf:1-1 m\n");
    request.paths = {m_root / "a/main.tf"};
    EXPECT_EQ(printed(review(rule("aws_x", denyAll), request)), "main.tf:1-1 m\n");
}

TEST_F(ReviewTest, WaiversOfTheConfiguration)
{
    write("main.tf", "resource \"aws_x\" \"a\" {\n}\nresource \"aws_x\" \"b\" {\n}\n");
    write("tfreview.yaml",
          "waivers:\n  - {rule: aws-*, resource: aws_x.a, reason: known, owner: me, expires: 2026-12-01}\n"
          "  - {rule: aws-*, resource: aws_x.b, reason: late, expires: 2026-11-01}\n");
    const ReviewResult result = review(rule("aws_x", denyAll));
    ASSERT_EQ(result.findings.size(), 2U);
    EXPECT_EQ(result.findings[0].status, FindingStatus::Waived);
    EXPECT_EQ(result.findings[1].status, FindingStatus::Open);
    EXPECT_EQ(result.waived, 1U);
    ASSERT_EQ(result.diagnostics.size(), 1U);
    EXPECT_THAT(result.diagnostics[0].summary, HasSubstr("expired on 2026-11-01"));
    EXPECT_THAT(result.diagnostics[0].range.file, HasSubstr("tfreview.yaml"));
    EXPECT_EQ(result.diagnostics[0].range.line, 3U);
}

TEST_F(ReviewTest, CommentsInAndAboveABlock)
{
    write("main.tf", R"(# drydock:ignore aws-test-rule the old one goes in May
resource "aws_x" "above" {
}

resource "aws_x" "inside" {
  name = "n" # drydock:ignore aws-* known
}

# drydock:ignore aws-test-rule too far away

resource "aws_x" "open" {
}

resource "aws_x" "other" {
  # drydock:ignore azure-* wrong rule
}
)");
    const ReviewResult result = review(rule("aws_x", denyAll));
    ASSERT_EQ(result.findings.size(), 4U);
    EXPECT_EQ(result.findings[0].status, FindingStatus::Waived);
    EXPECT_EQ(result.findings[0].statusReason, "the old one goes in May");
    EXPECT_EQ(result.findings[1].status, FindingStatus::Waived);
    EXPECT_EQ(result.findings[2].status, FindingStatus::Open);
    EXPECT_EQ(result.findings[3].status, FindingStatus::Open);
    ASSERT_EQ(result.diagnostics.size(), 2U);
    EXPECT_EQ(result.diagnostics[0].range.line, 9U);
    EXPECT_EQ(result.diagnostics[1].range.line, 15U);
}

TEST_F(ReviewTest, ACommentInAModuleCallCoversWhatItMakes)
{
    write("net/main.tf", "resource \"aws_x\" \"a\" {\n}\n");
    write("main.tf", "module \"net\" {\n  # drydock:ignore aws-test-rule wanted here\n  source = \"./net\"\n}\n");
    const ReviewResult result = review(rule("aws_x", denyAll));
    ASSERT_EQ(result.findings.size(), 1U);
    EXPECT_EQ(result.findings[0].status, FindingStatus::Waived);
    EXPECT_THAT(result.diagnostics, IsEmpty());
}

TEST_F(ReviewTest, FingerprintsSurviveMovedLinesAndReformatting)
{
    const RuleSet set = rule("aws_x", "    each: self.rule\n    deny: each.value.port == 22\n");
    const std::string block = "resource \"aws_x\" \"a\" {\n  rule {\n    port=22\n    note = \"x\"\n  }\n}\n";
    write("main.tf", block);
    const std::string before = review(set).findings.at(0).fingerprint;
    write("main.tf",
          "# moved\n\nvariable \"y\" {}\n\nresource \"aws_x\" \"a\" {\n  rule { # why\n    port = 22\n\n    note = "
          "\"x\"\n  }\n}\n");
    EXPECT_EQ(review(set).findings.at(0).fingerprint, before);
    write("main.tf", "resource \"aws_x\" \"b\" {\n  rule {\n    port=22\n    note = \"x\"\n  }\n}\n");
    EXPECT_NE(review(set).findings.at(0).fingerprint, before);
}

TEST_F(ReviewTest, BaselineHidesWhatWasThere)
{
    const RuleSet set = rule("aws_x", denyAll);
    write("main.tf", "resource \"aws_x\" \"old\" {\n}\n");
    ASSERT_TRUE(Baseline::of(review(set).findings, StandingClock().now()).write(m_root / "baseline.json").has_value());
    write("main.tf", "resource \"aws_x\" \"new\" {\n}\n\n\nresource \"aws_x\" \"old\" {\n}\n");
    ReviewRequest request;
    request.baseline = m_root / "baseline.json";
    const ReviewResult result = review(set, request);
    ASSERT_EQ(result.findings.size(), 2U);
    EXPECT_EQ(result.findings[0].status, FindingStatus::Open);
    EXPECT_EQ(result.findings[1].status, FindingStatus::Baselined);
    EXPECT_EQ(result.baselined, 1U);
    EXPECT_EQ(result.open.total(), 1U);
    write("main.tf", "");
    const ReviewResult fixed = review(set, request);
    ASSERT_EQ(fixed.diagnostics.size(), 1U);
    EXPECT_THAT(fixed.diagnostics[0].summary, HasSubstr("1 entry of the baseline"));
}

TEST_F(ReviewTest, ManyThreadsFindTheSame)
{
    for (int i = 0; i < 40; ++i)
        write("stack" + std::to_string(i) + "/main.tf", "resource \"aws_x\" \"a\" {\n}\n");
    ReviewRequest one;
    one.threads = 1;
    ReviewRequest many;
    many.threads = 8;
    const RuleSet set = rule("aws_x", denyAll);
    const ReviewResult a = review(set, one);
    const ReviewResult b = review(set, many);
    EXPECT_EQ(printed(a), printed(b));
    ASSERT_EQ(a.findings.size(), 40U);
    for (std::size_t i = 0; i < a.findings.size(); ++i)
        EXPECT_EQ(a.findings[i].fingerprint, b.findings[i].fingerprint);
}
