// SPDX-License-Identifier: MIT
#include "core/base/identifier.h"
#include "core/policy/configfile.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

using namespace drydock;
using namespace drydock::policy;
namespace fs = std::filesystem;

static Error errorOf(const std::string &text)
{
    auto config = parseReviewConfig(text, "tfreview.yaml");
    return config ? Error{} : config.error();
}

TEST(ReviewConfigTest, ReadsEverySection)
{
    auto config = parseReviewConfig(R"(version: 1
fail_on: critical
thresholds:
  medium: 3
disable: [aws-iam-*]
severity:
  aws-s3-*: critical
  aws-s3-bucket-versioning: low
required_tags: [Owner, CostCenter]
exclude: [examples/, "**/*.generated.tf"]
variable_files: [env/prod.tfvars]
baseline: .drydock/baseline.json
settings:
  account_level: false
waivers:
  - rule: aws-s3-bucket-https-only
    resource: module.legacy.*
    file: legacy/**
    reason: Replaced in spring
    owner: storage team
    expires: 2027-01-31
)",
                                    "tfreview.yaml");
    ASSERT_TRUE(config.has_value()) << config.error().text();
    EXPECT_EQ(config->gate.failOn, Severity::Critical);
    EXPECT_EQ(config->gate.thresholds.at(Severity::Medium), 3U);
    EXPECT_TRUE(config->disables("aws-iam-irsa-trust"));
    EXPECT_FALSE(config->disables("aws-s3-bucket-versioning"));
    EXPECT_EQ(config->severityOf("aws-s3-bucket-https-only", Severity::High), Severity::Critical);
    EXPECT_EQ(config->severityOf("aws-s3-bucket-versioning", Severity::High), Severity::Low);
    EXPECT_EQ(config->severityOf("aws-rds-x", Severity::High), Severity::High);
    EXPECT_TRUE(config->excludes("examples/a/main.tf"));
    EXPECT_TRUE(config->excludes("net/x.generated.tf"));
    EXPECT_FALSE(config->excludes("net/main.tf"));
    EXPECT_EQ(config->settings, R"({"account_level":false,"required_tags":["Owner","CostCenter"]})");
    ASSERT_EQ(config->waivers.size(), 1U);
    const Waiver &waiver = config->waivers[0];
    EXPECT_EQ(waiver.owner, "storage team");
    EXPECT_EQ(waiver.range.line, 16U);
    EXPECT_FALSE(waiver.expired(*parseTimestamp("2027-01-31T23:59:59Z")));
    EXPECT_TRUE(waiver.expired(*parseTimestamp("2027-02-01T00:00:00Z")));
}

TEST(ReviewConfigTest, AnEmptyFileMeansTheDefaults)
{
    for (const char *text : {"", "# nothing\n", "waivers:\n"}) {
        auto config = parseReviewConfig(text, "tfreview.yaml");
        ASSERT_TRUE(config.has_value()) << config.error().text();
        EXPECT_EQ(config->gate.failOn, Severity::High);
        EXPECT_TRUE(config->waivers.empty());
    }
}

TEST(ReviewConfigTest, FilesThatCannotBeReadMayFailTheGate)
{
    EXPECT_EQ(parseReviewConfig("", "tfreview.yaml")->gate.onUnreadable, OnUnreadable::Tell);
    EXPECT_EQ(parseReviewConfig("fail_on_unreadable: true", "t")->gate.onUnreadable, OnUnreadable::Fail);
    EXPECT_EQ(parseReviewConfig("fail_on_unreadable: false", "t")->gate.onUnreadable, OnUnreadable::Tell);
}

TEST(ReviewConfigTest, FailOnNoneTurnsTheGateOff)
{
    EXPECT_FALSE(parseReviewConfig("fail_on: none", "tfreview.yaml")->gate.failOn.has_value());
}

struct BadConfig
{
    const char *text;
    const char *place;
    const char *message;
    const char *hint;
};

class BadReviewConfig : public testing::TestWithParam<BadConfig>
{
};

TEST_P(BadReviewConfig, SaysWhereAndWhatWouldBeRight)
{
    const BadConfig &expected = GetParam();
    const Error error = errorOf(expected.text);
    EXPECT_EQ(error.code, "config.invalid");
    EXPECT_EQ(error.place, expected.place);
    EXPECT_NE(error.message.find(expected.message), std::string::npos) << error.message;
    EXPECT_NE(error.hint.find(expected.hint), std::string::npos) << error.hint;
}

INSTANTIATE_TEST_SUITE_P(
    All, BadReviewConfig,
    testing::Values(BadConfig{"waiver:\n  - rule: x\n", "tfreview.yaml:1:1", "no key \"waiver\"",
                              "Did you mean \"waivers\"?"},
                    BadConfig{"fail_on: severe", "tfreview.yaml:1:10", "not \"severe\"", "none"},
                    BadConfig{"fail_on: [high]", "tfreview.yaml:1:10", "not a list", "none"},
                    BadConfig{"fail_on: {high: 1}", "tfreview.yaml:1:10", "not a mapping", "none"},
                    BadConfig{"severity: {a: [low]}", "tfreview.yaml:1:15", "A list is not a severity", "critical"},
                    BadConfig{"fail_on_unreadable: 1", "tfreview.yaml:1:21", "not \"1\"", "With true"},
                    BadConfig{"waivers:\n  - rule: aws-*\n", "tfreview.yaml:2:5", "needs a reason", "why"},
                    BadConfig{"waivers:\n  - rule: a\n    reason: b\n    expires: soon\n", "tfreview.yaml:4:14",
                              "must be a date, not \"soon\"", "2027-01-31"},
                    BadConfig{"waivers:\n  rule: a\n", "tfreview.yaml:2:3", "must be a list", "- rule"},
                    BadConfig{"thresholds: {high: -1}", "tfreview.yaml:1:20", "whole number", "still pass"},
                    BadConfig{"severity: {a: worst}", "tfreview.yaml:1:15", "not a severity", "critical"},
                    BadConfig{"required_tags: {a: b}", "tfreview.yaml:1:16", "list of texts", "[one, two]"},
                    BadConfig{"- a\n", "tfreview.yaml:1:1", "must be a mapping", ""},
                    BadConfig{"version: 2", "tfreview.yaml:1:10", "version 1", ""},
                    BadConfig{"a: 1\n---\nb: 2\n", "tfreview.yaml:2:1", "only a single document", "Keep one"}));

class ReviewConfigFiles : public testing::Test
{
protected:
    void SetUp() override { fs::create_directories(m_root); }
    void TearDown() override { fs::remove_all(m_root); }
    fs::path m_root = fs::temp_directory_path() / ("drydock-config-" + randomHex(6));
};

TEST_F(ReviewConfigFiles, IsLookedUpInTheRootUnlessNamed)
{
    EXPECT_TRUE(loadReviewConfig(std::nullopt, m_root)->file.empty());
    std::ofstream(m_root / "tfreview.yaml") << "fail_on: low\n";
    EXPECT_EQ(loadReviewConfig(std::nullopt, m_root)->gate.failOn, Severity::Low);
    std::ofstream(m_root / "other.yaml") << "fail_on: medium\n";
    EXPECT_EQ(loadReviewConfig(m_root / "other.yaml", m_root)->gate.failOn, Severity::Medium);
    auto missing = loadReviewConfig(m_root / "missing.yaml", m_root);
    ASSERT_FALSE(missing.has_value());
    EXPECT_NE(missing.error().text().find("missing.yaml"), std::string::npos);
}
