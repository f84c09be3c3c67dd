// SPDX-License-Identifier: MIT
#include "core/policy/waiver.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::policy;

static const Timestamp now = *parseTimestamp("2026-11-20");

static Finding finding(const std::string &rule, const std::string &resource, const std::string &file = "main.tf")
{
    Finding result;
    result.ruleId = rule;
    result.resource = resource;
    result.instances = {resource};
    result.range.file = file;
    return result;
}

static Waiver waiver(const std::string &rule, const std::string &resource = "*", const std::string &file = "**")
{
    Waiver result;
    result.rule = rule;
    result.resource = resource;
    result.file = file;
    result.reason = "accepted";
    result.owner = "team";
    return result;
}

TEST(WaiverTest, GlobsOverRuleResourceAndFile)
{
    const Finding one =
        finding("aws-s3-bucket-https-only", "module.legacy[\"a.b\"].aws_s3_bucket.logs[0]", "legacy/s3/main.tf");
    EXPECT_TRUE(waiver("aws-s3-*").covers(one));
    EXPECT_TRUE(waiver("*", "module.legacy*").covers(one));
    EXPECT_TRUE(waiver("*", "module.legacy[\"a.b\"].aws_s3_bucket.logs[0]").covers(one));
    EXPECT_TRUE(waiver("*", "*", "legacy/**").covers(one));
    EXPECT_FALSE(waiver("*", "*", "legacy/*").covers(one));
    EXPECT_FALSE(waiver("azure-*").covers(one));
    EXPECT_FALSE(waiver("*", "aws_s3_bucket.*").covers(one));
}

TEST(WaiverTest, CoversAFindingOnlyWithAllItsInstances)
{
    Finding one = finding("r", "module.a.aws_s3_bucket.this");
    one.instances = {"module.a.aws_s3_bucket.this", "module.b.aws_s3_bucket.this"};
    EXPECT_FALSE(waiver("r", "module.a.*").covers(one));
    EXPECT_TRUE(waiver("r", "module.*").covers(one));
}

TEST(WaiverTest, SaysWhyAndByWhom)
{
    std::vector<Finding> findings = {finding("r", "a.b"), finding("other", "a.b")};
    Waiver one = waiver("r");
    one.expires = *parseTimestamp("2027-01-31");
    EXPECT_TRUE(applyWaivers({one}, now, findings).empty());
    EXPECT_EQ(findings[0].status, FindingStatus::Waived);
    EXPECT_EQ(findings[0].statusReason, "accepted (team, until 2027-01-31)");
    EXPECT_EQ(findings[1].status, FindingStatus::Open);
}

TEST(WaiverTest, AnExpiredOneDoesNotHoldAndIsReported)
{
    std::vector<Finding> findings = {finding("r", "a.b")};
    Waiver one = waiver("r");
    one.expires = *parseTimestamp("2026-11-19");
    one.range.line = 7;
    const auto diagnostics = applyWaivers({one}, now, findings);
    EXPECT_EQ(findings[0].status, FindingStatus::Open);
    ASSERT_EQ(diagnostics.size(), 1U);
    EXPECT_EQ(diagnostics[0].severity, DiagnosticSeverity::Warning);
    EXPECT_NE(diagnostics[0].summary.find("expired on 2026-11-19"), std::string::npos);
    EXPECT_NE(diagnostics[0].detail.find("1 finding"), std::string::npos);
    EXPECT_EQ(diagnostics[0].range.line, 7U);
}

TEST(WaiverTest, AnUnusedOneIsReported)
{
    std::vector<Finding> findings = {finding("r", "a.b")};
    const auto diagnostics = applyWaivers({waiver("gone")}, now, findings);
    ASSERT_EQ(diagnostics.size(), 1U);
    EXPECT_NE(diagnostics[0].summary.find("covers no finding"), std::string::npos);
}
