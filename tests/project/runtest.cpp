// SPDX-License-Identifier: MIT
#include "core/project/generationservice.h"
#include "tests/project/killpoint.h"
#include "tests/project/workspacefixture.h"

using namespace drydock;
using namespace drydock::project;
using policy::Severity;

namespace {

class RunTest : public WorkspaceFixture
{
protected:
    void SetUp() override
    {
        m_workspace = openWorkspace();
        m_project = ProjectService(*m_workspace).create({.name = "P"}).value();
        m_runs = std::make_unique<RunService>(*m_workspace);
    }

    std::unique_ptr<Workspace> m_workspace;
    Project m_project;
    std::unique_ptr<RunService> m_runs;
};

} // namespace

TEST_F(RunTest, LifeCycleWithItsHistory)
{
    const project::Run queued = m_runs->enqueue(m_project.id, "generator/aws-s3", "S3 baseline").value();
    EXPECT_EQ(queued.number, 1U);
    EXPECT_EQ(queued.state, RunState::Queued);
    EXPECT_EQ(m_runs->succeed(queued.id).error().code, "run.state") << "it has not started";
    EXPECT_TRUE(m_runs->start(queued.id)->started);
    ASSERT_TRUE(m_runs->note(queued.id, "note", "4 files"));
    EXPECT_EQ(m_runs->succeed(queued.id)->state, RunState::Succeeded);
    EXPECT_EQ(m_runs->fail(queued.id, {"x", "late", {}, {}}).error().code, "run.state");
    std::string history;
    const auto events = m_runs->events(queued.id).value();
    for (const RunEvent &event : events)
        history += event.kind + " " + event.text + "; ";
    EXPECT_EQ(history, "state queued; state running; note 4 files; state succeeded; ");
    EXPECT_EQ(m_runs->note("nowhere", "note", "x").error().code, "run.not-found");
    EXPECT_EQ(m_runs->enqueue("nowhere", "review", "x").error().code, "project.not-found");
}

TEST_F(RunTest, ListsByKindAndPage)
{
    for (int i = 0; i < 5; ++i)
        ASSERT_TRUE(m_runs->enqueue(m_project.id, i % 2 == 0 ? "review" : "generator/x", "r"));
    const auto page =
        m_runs->list({.projectId = m_project.id, .kindPrefix = "review", .offset = 1, .limit = 1}).value();
    EXPECT_EQ(page.total, 3U);
    ASSERT_EQ(page.runs.size(), 1U);
    EXPECT_EQ(page.runs[0].number, 3U) << "newest first";
    EXPECT_EQ(m_runs->list({.state = RunState::Failed})->total, 0U);
    EXPECT_EQ(m_runs->findByNumber(m_project.id, 2)->kind, "generator/x");
    EXPECT_EQ(m_runs->findByNumber(m_project.id, 9).error().code, "run.not-found");
}

TEST_F(RunTest, PreviousIsTheLastOfItsKindThatSucceeded)
{
    const ReviewService reviews(*m_workspace, fixedTools(makeReview({})));
    const project::Run first = reviews.review({.projectId = m_project.id}, {})->run;
    ASSERT_TRUE(m_runs->enqueue(m_project.id, "review", "never started"));
    const project::Run third = reviews.review({.projectId = m_project.id}, {})->run;
    EXPECT_FALSE(m_runs->previous(first.id).value());
    EXPECT_EQ(m_runs->previous(third.id).value()->id, first.id);
}

TEST_F(RunTest, RemoveTakesTheReportsToo)
{
    const project::Run run =
        ReviewService(*m_workspace, fixedTools(makeReview({}))).review({.projectId = m_project.id}, {})->run;
    EXPECT_TRUE(std::filesystem::exists(m_workspace->projectFolder("p") / "runs" / run.id / "report.json"));
    ASSERT_TRUE(m_runs->remove(run.id));
    EXPECT_FALSE(std::filesystem::exists(m_workspace->projectFolder("p") / "runs" / run.id));
    EXPECT_EQ(disagreements(*m_workspace), std::vector<std::string>());
    const project::Run queued = m_runs->enqueue(m_project.id, "review", "r").value();
    EXPECT_EQ(m_runs->remove(queued.id).error().code, "run.state");
}

TEST_F(RunTest, ReviewThatFailsOrIsCancelledSaysSoAndKeepsNothing)
{
    ReviewTools tools = fixedTools(makeReview({}));
    tools.review = [](const auto &, const ReviewRequest &, const Task &) -> Result<policy::ReviewResult> {
        return failure("review.no-path", "There is nothing to review.");
    };
    EXPECT_EQ(ReviewService(*m_workspace, tools).review({.projectId = m_project.id}, {}).error().code,
              "review.no-path");
    std::stop_source stop;
    tools.review = [&](const auto &, const ReviewRequest &, const Task &) -> Result<policy::ReviewResult> {
        stop.request_stop();
        return makeReview({makeFinding("r", Severity::High, "a.b", "main.tf", 1)});
    };
    const Task task{stop.get_token(), {}};
    EXPECT_EQ(ReviewService(*m_workspace, tools).review({.projectId = m_project.id}, task).error().code,
              "task.cancelled");
    const auto runs = m_runs->list({}).value().runs;
    ASSERT_EQ(runs.size(), 2U);
    EXPECT_EQ(runs[0].state, RunState::Cancelled);
    EXPECT_EQ(runs[1].state, RunState::Failed);
    EXPECT_NE(runs[1].error.find("nothing to review"), std::string::npos);
    EXPECT_TRUE(ArtifactService(*m_workspace).list(m_project.id)->empty());
    EXPECT_EQ(
        ReviewService(*m_workspace, tools).review({.projectId = m_project.id, .folder = "../.."}, {}).error().code,
        "path.escapes");
}

TEST_F(RunTest, RunOfAProcessThatWasKilledIsInterruptedAtTheNextStart)
{
    m_runs.reset();
    m_workspace.reset();
    std::string id;
    const ChildEnd end = runKilledAt(0, [&] {
        const auto workspace = Workspace::open(folder()).value();
        const RunService runs(*workspace);
        const project::Run run = runs.enqueue(m_project.id, "review", "r").value();
        return runs.start(run.id).has_value();
    });
    ASSERT_EQ(end, ChildEnd::Finished);
    const auto workspace = openWorkspace();
    EXPECT_EQ(workspace->recovery().interruptedRuns, 1U);
    const project::Run run = RunService(*workspace).findByNumber(m_project.id, 1).value();
    EXPECT_EQ(run.state, RunState::Interrupted);
    EXPECT_FALSE(run.error.empty());
}

TEST_F(RunTest, RunOfALivingProcessIsLeftAlone)
{
    const project::Run run = m_runs->enqueue(m_project.id, "review", "r").value();
    const auto second = openWorkspace();
    EXPECT_EQ(second->recovery().interruptedRuns, 0U);
    EXPECT_EQ(m_runs->find(run.id)->state, RunState::Queued);
}

TEST_F(RunTest, GenerationIsARunWithAVersion)
{
    const GenerationService generations(*m_workspace);
    const GenerationRequest request{.projectId = "p",
                                    .assetName = "Logs",
                                    .generator = "aws-s3-baseline",
                                    .inputs = "{}",
                                    .tags = {"aws"},
                                    .files = {{"main.tf", "locals {}\n"}}};
    const auto first = generations.save(request);
    ASSERT_TRUE(first) << first.error().text();
    EXPECT_EQ(first->run.kind, "generator/aws-s3-baseline");
    EXPECT_EQ(first->run.state, RunState::Succeeded);
    EXPECT_EQ(first->saved.version.runId, first->run.id);
    EXPECT_EQ(generations.save(request)->saved.outcome, SaveOutcome::Unchanged);
    GenerationRequest bad = request;
    bad.files = {{"../main.tf", "x"}};
    EXPECT_EQ(generations.save(bad).error().code, "library.path");
    EXPECT_EQ(m_runs->findByNumber(m_project.id, 3)->state, RunState::Failed);
}
