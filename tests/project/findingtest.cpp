// SPDX-License-Identifier: MIT
#include "tests/project/workspacefixture.h"

using namespace drydock;
using namespace drydock::project;
using policy::FindingStatus;
using policy::Severity;

namespace {

class FindingTest : public WorkspaceFixture
{
protected:
    void SetUp() override
    {
        m_workspace = openWorkspace();
        m_project = ProjectService(*m_workspace).create({.name = "P"}).value();
        m_findings = std::make_unique<FindingService>(*m_workspace);
    }

    [[nodiscard]] project::Run store(const policy::ReviewResult &result) const
    {
        return ReviewService(*m_workspace, fixedTools(result)).review({.projectId = m_project.id}, {}).value().run;
    }

    std::unique_ptr<Workspace> m_workspace;
    Project m_project;
    std::unique_ptr<FindingService> m_findings;
};

policy::ReviewResult mixedReview()
{
    auto waived = makeFinding("s3-logging", Severity::Medium, "aws_s3_bucket.logs", "storage/main.tf", 40);
    waived.status = FindingStatus::Waived;
    waived.statusReason = "log bucket, by ops";
    return makeReview({makeFinding("s3-https", Severity::High, "aws_s3_bucket.data", "storage/main.tf", 12),
                       makeFinding("s3-https", Severity::High, "aws_s3_bucket.logs", "storage/main.tf", 30), waived,
                       makeFinding("sg-ssh", Severity::Critical, "aws_security_group.100%_open", "net.tf", 3)});
}

} // namespace

TEST_F(FindingTest, WholeReviewComesBackAsItWas)
{
    policy::ReviewResult result = mixedReview();
    policy::Finding &rich = result.findings[0];
    rich.instances = {"a[0]", "a[1]"};
    rich.derivation = {{"from var.x", policy::SourceRange{"variables.tf", 1, 2, 3, 4, 5, 6}},
                       {"default", std::nullopt}};
    rich.fix = policy::Fix{"Require TLS", {{"storage/main.tf", 10, 12, "secure = true\n"}}};
    result.undecided = {{"kms", Severity::Low, "aws_kms_key.k", {"kms.tf", 0, 1, 2, 3, 4, 5}, "var.key has no value"}};
    result.diagnostics = {
        {policy::DiagnosticSeverity::Warning, "Stale waiver", "detail \xff", {"tfreview.yaml", 0, 0, 4, 1, 4, 2}}};
    const project::Run run = store(result);
    const auto back = m_findings->review(run.id);
    ASSERT_TRUE(back) << back.error().text();
    ASSERT_EQ(back->findings.size(), 4U);
    const policy::Finding &finding = back->findings[0];
    EXPECT_EQ(finding.instances, rich.instances);
    EXPECT_EQ(finding.range.endColumn, rich.range.endColumn);
    ASSERT_EQ(finding.derivation.size(), 2U);
    EXPECT_EQ(finding.derivation[0].range->endColumn, 6U);
    EXPECT_FALSE(finding.derivation[1].range);
    ASSERT_TRUE(finding.fix);
    EXPECT_EQ(finding.fix->edits[0].replacement, "secure = true\n");
    EXPECT_EQ(back->findings[2].statusReason, "log bucket, by ops");
    ASSERT_EQ(back->undecided.size(), 1U);
    EXPECT_EQ(back->undecided[0].reason, "var.key has no value");
    EXPECT_EQ(back->undecided[0].range.line, 2U);
    ASSERT_EQ(back->diagnostics.size(), 1U);
    EXPECT_EQ(back->diagnostics[0].severity, policy::DiagnosticSeverity::Warning);
    EXPECT_EQ(back->gate.reason, "the reason");
    EXPECT_EQ(back->unreadable, 7U);
    EXPECT_EQ(back->gate.failOn, Severity::High);
    EXPECT_EQ(back->open.high, 2U);
    EXPECT_EQ(back->duration, result.duration);
    EXPECT_EQ(back->started, result.started);
    EXPECT_EQ(run.review->open.critical, 1U);
}

TEST_F(FindingTest, PagesFilterAndSort)
{
    const project::Run run = store(mixedReview());
    const auto page = m_findings->page({.runId = run.id, .offset = 1, .limit = 2}).value();
    EXPECT_EQ(page.total, 4U);
    ASSERT_EQ(page.findings.size(), 2U);
    EXPECT_EQ(page.findings[0].ruleId, "s3-https") << "critical stands on the page before";
    EXPECT_EQ(m_findings->page({.runId = run.id, .severities = {Severity::Critical, Severity::Medium}})->total, 2U);
    EXPECT_EQ(m_findings->page({.runId = run.id, .statuses = {FindingStatus::Waived}})->total, 1U);
    EXPECT_EQ(m_findings->page({.runId = run.id, .ruleId = "s3-https", .resource = "aws_s3_bucket.logs"})->total, 1U);
    EXPECT_EQ(m_findings->page({.runId = run.id, .text = "BUCKET.LOGS"})->total, 2U);
    EXPECT_EQ(m_findings->page({.runId = run.id, .text = "100%_"})->total, 1U) << "not a pattern";
    EXPECT_EQ(m_findings->page({.runId = run.id, .text = "%"})->total, 1U);
    const auto byFile = m_findings->page({.runId = run.id, .order = FindingOrder::File}).value();
    EXPECT_EQ(byFile.findings.front().range.file, "net.tf");
}

TEST_F(FindingTest, GroupsCountUnderTheFilter)
{
    const project::Run run = store(mixedReview());
    std::string text;
    const auto groups = m_findings->groups({.runId = run.id}, FindingOrder::Rule).value();
    for (const FindingGroup &group : groups)
        text += group.key + "=" + std::to_string(group.count) + " ";
    EXPECT_EQ(text, "sg-ssh=1 s3-https=2 s3-logging=1 ");
    const auto severities =
        m_findings->groups({.runId = run.id, .file = "storage/main.tf"}, FindingOrder::Severity).value();
    ASSERT_EQ(severities.size(), 2U);
    EXPECT_EQ(severities[0].key, "high");
}

TEST_F(FindingTest, ChangesMatchByFingerprintOneByOne)
{
    const auto a = makeFinding("a", Severity::High, "x.a", "a.tf", 1);
    const auto b = makeFinding("b", Severity::High, "x.b", "a.tf", 2);
    const auto c = makeFinding("c", Severity::High, "x.c", "a.tf", 3);
    auto moved = a;
    moved.range.line = 99;
    const project::Run older = store(makeReview({a, a, b}));
    const project::Run newer = store(makeReview({moved, c}));
    const auto changes = m_findings->changes(older.id, newer.id).value();
    ASSERT_EQ(changes.remaining.size(), 1U);
    EXPECT_EQ(changes.remaining[0].range.line, 99U);
    ASSERT_EQ(changes.added.size(), 1U);
    EXPECT_EQ(changes.added[0].ruleId, "c");
    ASSERT_EQ(changes.fixed.size(), 2U) << "one of the two equal ones, and b";
    EXPECT_EQ(m_findings->changes("nowhere", newer.id).error().code, "run.no-review");
}

TEST_F(FindingTest, ReportsAreArtifactsOfTheRun)
{
    const project::Run run = store(mixedReview());
    const ArtifactService artifacts(*m_workspace);
    const auto list = artifacts.list(m_project.id, run.id).value();
    ASSERT_EQ(list.size(), 2U);
    for (const Artifact &artifact : list) {
        EXPECT_EQ(artifact.kind, "scan_report");
        EXPECT_EQ(artifacts.preview(artifact)->kind, PreviewKind::Text);
    }
    EXPECT_EQ(disagreements(*m_workspace), std::vector<std::string>());
}
