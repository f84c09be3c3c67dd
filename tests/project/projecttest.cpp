// SPDX-License-Identifier: MIT
#include "core/base/atomicfile.h"
#include "tests/project/workspacefixture.h"

#include <fstream>

using namespace drydock;
using namespace drydock::project;
using policy::Severity;
namespace fs = std::filesystem;

namespace {

class ProjectTest : public WorkspaceFixture
{
protected:
    void SetUp() override
    {
        m_workspace = openWorkspace();
        m_projects = std::make_unique<ProjectService>(*m_workspace);
    }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<ProjectService> m_projects;
};

} // namespace

TEST_F(ProjectTest, CreateMakesTheFoldersAndSurvivesReopening)
{
    const auto made =
        m_projects->create({.name = "Landing zone (EU)", .description = "Networks", .tags = {"aws", "net", "aws"}});
    ASSERT_TRUE(made) << made.error().text();
    EXPECT_EQ(made->slug, "landing-zone-eu");
    for (const char *part : {"configs", "library", "runs", "reports"})
        EXPECT_TRUE(fs::is_directory(folder() / "projects" / "landing-zone-eu" / part)) << part;
    EXPECT_EQ(made->root, fs::canonical(folder()) / "projects/landing-zone-eu/configs");
    m_projects.reset();
    m_workspace.reset();
    const auto again = openWorkspace();
    const auto found = ProjectService(*again).find("landing-zone-eu");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, made->id);
    EXPECT_EQ(found->tags, (std::vector<std::string>{"aws", "net"}));
    EXPECT_EQ(disagreements(*again), std::vector<std::string>());
}

TEST_F(ProjectTest, SlugsAreUniqueAndNamesAreChecked)
{
    EXPECT_EQ(m_projects->create({.name = "Demo"})->slug, "demo");
    EXPECT_EQ(m_projects->create({.name = "demo!"})->slug, "demo-2");
    EXPECT_EQ(m_projects->create({.name = "プロジェクト"})->slug, "project");
    EXPECT_EQ(m_projects->create({.name = "x", .slug = "demo"}).error().code, "project.exists");
    EXPECT_EQ(m_projects->create({.name = " \t"}).error().code, "project.name");
    EXPECT_EQ(m_projects->create({.name = "two\nlines"}).error().code, "project.name");
    EXPECT_EQ(m_projects->create({.name = std::string(300, 'x')}).error().code, "project.name");
    for (const char *slug : {"../evil", "a/b", "UPPER", "-", ".."})
        EXPECT_EQ(m_projects->create({.name = "x", .slug = slug}).error().code, "identifier.slug") << slug;
    EXPECT_EQ(m_projects->list()->size(), 3U);
}

TEST_F(ProjectTest, RenameKeepsSlugAndFolder)
{
    ASSERT_TRUE(m_projects->create({.name = "Old"}));
    EXPECT_EQ(m_projects->rename("old", "New name")->name, "New name");
    EXPECT_EQ(m_projects->find("old")->name, "New name");
    EXPECT_EQ(m_projects->rename("gone", "x").error().code, "project.not-found");
}

TEST_F(ProjectTest, ArchiveHidesAndBringsBack)
{
    ASSERT_TRUE(m_projects->create({.name = "A"}));
    ASSERT_TRUE(m_projects->archive("a"));
    EXPECT_TRUE(m_projects->list()->empty());
    EXPECT_EQ(m_projects->list(ProjectFilter::Archived)->size(), 1U);
    ASSERT_TRUE(m_projects->unarchive("a"));
    EXPECT_EQ(m_projects->list()->size(), 1U);
}

TEST_F(ProjectTest, RemoveTakesEverythingOfIt)
{
    const Project project = m_projects->create({.name = "A"}).value();
    ASSERT_TRUE(LibraryService(*m_workspace)
                    .saveVersion({.projectId = project.id, .assetName = "x", .files = {{"main.tf", "a"}}}));
    ASSERT_TRUE(
        ReviewService(*m_workspace, fixedTools(makeReview({makeFinding("r", Severity::High, "a.b", "main.tf", 1)})))
            .review({.projectId = project.id}, {}));
    ASSERT_TRUE(m_projects->remove("a"));
    EXPECT_FALSE(fs::exists(folder() / "projects/a"));
    EXPECT_EQ(disagreements(*m_workspace), std::vector<std::string>());
    EXPECT_EQ((*m_workspace->database().queryOne("SELECT count(*) FROM findings"))->integer(0), 0);
    EXPECT_EQ(m_projects->remove("a").error().code, "project.not-found");
}

TEST_F(ProjectTest, FolderIsRegisteredWhereItIsAndKeptWhenTheProjectGoes)
{
    const fs::path outside = m_scratch.path() / "Infra";
    ASSERT_TRUE(writeFileAtomically(outside / "main.tf", "locals {}"));
    const auto opened = m_projects->openFolder(outside);
    ASSERT_TRUE(opened) << opened.error().text();
    EXPECT_EQ(opened->slug, "infra");
    EXPECT_EQ(opened->origin, ProjectOrigin::External);
    EXPECT_EQ(m_projects->openFolder(outside / ".").error().code, "project.exists");
    EXPECT_EQ(m_projects->findByFolder(outside).value()->slug, "infra");
    EXPECT_EQ(m_projects->summary("infra")->configurations, 1U);
    ASSERT_TRUE(m_projects->remove("infra"));
    EXPECT_TRUE(fs::exists(outside / "main.tf"));
}

TEST_F(ProjectTest, FolderThatHoldsTheWorkspaceIsRefused)
{
    for (const fs::path &bad :
         {m_scratch.path(), folder(), folder() / "projects", fs::path("/"), m_scratch.path() / "missing"})
        EXPECT_EQ(m_projects->openFolder(bad).error().code, "project.root") << bad;
    fs::create_directory_symlink(folder(), m_scratch.path() / "link");
    EXPECT_EQ(m_projects->openFolder(m_scratch.path() / "link").error().code, "project.root");
    ASSERT_TRUE(writeFileAtomically(m_scratch.path() / "infra" / "main.tf", "locals {}\n"));
    const Error isFile = m_projects->openFolder(m_scratch.path() / "infra" / "main.tf").error();
    EXPECT_EQ(isFile.message, "This is a file; a project is a folder.");
    EXPECT_NE(isFile.hint.find("infra"), std::string::npos);
}

TEST_F(ProjectTest, SummaryCountsAndShowsTheChangeSinceTheReviewBefore)
{
    const Project project = m_projects->create({.name = "A"}).value();
    const auto high = makeFinding("high-rule", Severity::High, "a.b", "main.tf", 1);
    const auto low = makeFinding("low-rule", Severity::Low, "a.b", "main.tf", 2);
    ASSERT_TRUE(ReviewService(*m_workspace, fixedTools(makeReview({high, low}))).review({.projectId = project.id}, {}));
    EXPECT_FALSE(m_projects->summary("a")->change) << "there is nothing to compare with";
    auto high2 = high;
    high2.fingerprint = "other";
    ASSERT_TRUE(
        ReviewService(*m_workspace, fixedTools(makeReview({high, high2}))).review({.projectId = project.id}, {}));
    ASSERT_TRUE(LibraryService(*m_workspace)
                    .saveVersion({.projectId = project.id,
                                  .assetName = "bucket",
                                  .validation = {ValidationState::Failed, 1, 0, 0, "bad"},
                                  .files = {{"main.tf", "a"}}}));
    ASSERT_TRUE(writeFileAtomically(project.root / "main.tf", "locals {}"));
    const auto summary = m_projects->summary("a");
    ASSERT_TRUE(summary) << summary.error().text();
    EXPECT_EQ(summary->tile.open.high, 2U);
    ASSERT_TRUE(summary->change);
    EXPECT_EQ(summary->change->high, 1);
    EXPECT_EQ(summary->change->low, -1);
    EXPECT_EQ(summary->reviews, 2U);
    EXPECT_EQ(summary->versions, 1U);
    EXPECT_EQ(summary->artifacts, 4U);
    EXPECT_EQ(summary->failedValidations, 1U);
    EXPECT_EQ(summary->configurations, 1U);
    ASSERT_EQ(summary->recent.size(), 3U);
    EXPECT_EQ(summary->recent[0].title, "bucket v1");
    EXPECT_TRUE(summary->recent[0].link.starts_with("drydock://project/a/library/"));
    const auto tiles = m_projects->tiles().value();
    ASSERT_EQ(tiles.size(), 1U);
    EXPECT_EQ(tiles[0].open.high, 2U);
    EXPECT_EQ(tiles[0].assets, 1U);
    EXPECT_EQ(tiles[0].lastRun->number, 2U);
}

TEST_F(ProjectTest, WorkspaceThatCannotBeIsNamed)
{
    std::ofstream(m_scratch.path() / "file") << "x";
    EXPECT_EQ(Workspace::open(m_scratch.path() / "file").error().code, "workspace.folder");
    EXPECT_EQ(Workspace::open("").error().code, "workspace.folder");
    const auto below = Workspace::open(m_scratch.path() / "file" / "below");
    ASSERT_FALSE(below);
    EXPECT_FALSE(below.error().place.empty());
}
