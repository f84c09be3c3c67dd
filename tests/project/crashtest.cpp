// SPDX-License-Identifier: MIT
// Kills a process at every instant of an operation and looks at what the next start finds.
#include "core/base/atomicfile.h"
#include "core/base/temporaryfolder.h"
#include "core/project/configurationfiles.h"
#include "tests/project/killpoint.h"
#include "tests/project/workspacefixture.h"

#include <csignal>
#include <functional>

#include <sys/wait.h>
#include <unistd.h>

using namespace drydock;
using namespace drydock::project;
using policy::Severity;
namespace fs = std::filesystem;

namespace {

using Work = std::function<bool(const Workspace &)>;

class CrashTest : public WorkspaceFixture
{
protected:
    void SetUp() override
    {
        const auto workspace = openWorkspace();
        m_project = ProjectService(*workspace).create({.name = "P"}).value();
        const LibraryService library(*workspace);
        ASSERT_TRUE(library.saveVersion(
            {.projectId = m_project.id, .assetName = "old", .files = {{"main.tf", "a"}, {"m/b.tf", "b"}}}));
    }

    /// Runs `work` on a fresh copy of the workspace again and again, killed one instant later each time, until it gets
    /// through. After each, `check` looks at the workspace that was opened again.
    void killEverywhere(const Work &work, const std::function<void(const Workspace &)> &check) const
    {
        const fs::path original = m_scratch.path() / "original";
        fs::rename(folder(), original);
        int killed = 0;
        for (int point = 1; point < 400; ++point) {
            fs::remove_all(folder());
            fs::copy(original, folder(), fs::copy_options::recursive);
            const ChildEnd end = runKilledAt(point, [&] {
                const auto workspace = Workspace::open(folder());
                return workspace.has_value() && work(**workspace);
            });
            ASSERT_NE(end, ChildEnd::Failed) << "at point " << point;
            const auto workspace = openWorkspace();
            ASSERT_NE(workspace, nullptr);
            EXPECT_EQ(disagreements(*workspace), std::vector<std::string>()) << "killed at point " << point;
            check(*workspace);
            if (HasFailure())
                return;
            if (end == ChildEnd::Finished) {
                EXPECT_GT(killed, 3) << "the instants are seen";
                return;
            }
            ++killed;
        }
        ADD_FAILURE() << "the work never finished";
    }

    Project m_project;
};

} // namespace

TEST_F(CrashTest, SavingAVersion)
{
    killEverywhere(
        [&](const Workspace &workspace) {
            return LibraryService(workspace)
                .saveVersion(
                    {.projectId = m_project.id, .assetName = "old", .files = {{"main.tf", "new"}, {"c.tf", "c"}}})
                .has_value();
        },
        [&](const Workspace &workspace) {
            const LibraryService library(workspace);
            const auto versions = library.versions(library.findAsset(m_project.id, "old")->id).value();
            ASSERT_GE(versions.size(), 1U);
            EXPECT_EQ(library.readFile(versions.back(), "main.tf").value(), "a") << "the old version is untouched";
            EXPECT_TRUE(
                library.saveVersion({.projectId = m_project.id, .assetName = "old", .files = {{"x.tf", "next"}}}))
                << "and the next save works";
        });
}

TEST_F(CrashTest, StoringAReview)
{
    const auto review = makeReview({makeFinding("r", Severity::High, "a.b", "main.tf", 1)});
    killEverywhere(
        [&](const Workspace &workspace) {
            return ReviewService(workspace, fixedTools(review)).review({.projectId = m_project.id}, {}).has_value();
        },
        [&](const Workspace &workspace) {
            const auto runs = RunService(workspace).list({}).value().runs;
            for (const project::Run &run : runs) {
                EXPECT_TRUE(run.state == RunState::Succeeded || run.state == RunState::Interrupted);
                EXPECT_EQ(run.review.has_value(), run.state == RunState::Succeeded);
                EXPECT_EQ(ArtifactService(workspace).list(m_project.id, run.id)->size(), run.review ? 2U : 0U);
            }
        });
}

TEST_F(CrashTest, CreatingAProject)
{
    killEverywhere(
        [](const Workspace &workspace) { return ProjectService(workspace).create({.name = "Second"}).has_value(); },
        [](const Workspace &workspace) {
            const ProjectService projects(workspace);
            EXPECT_TRUE(projects.find("second") || projects.create({.name = "Second"}));
        });
}

TEST_F(CrashTest, RemovingAProject)
{
    killEverywhere([](const Workspace &workspace) { return ProjectService(workspace).remove("p").has_value(); },
                   [](const Workspace &workspace) {
                       const bool there = ProjectService(workspace).find("p").has_value();
                       EXPECT_EQ(fs::exists(workspace.projectFolder("p") / "library/old/1/main.tf"), there);
                   });
}

TEST_F(CrashTest, RemovingAnAssetAndAddingAnArtifact)
{
    killEverywhere(
        [&](const Workspace &workspace) {
            const LibraryService library(workspace);
            return library.removeAsset(library.findAsset(m_project.id, "old")->id).has_value() &&
                   ArtifactService(workspace)
                       .add({.projectId = m_project.id, .path = "a/b.txt"}, "content")
                       .has_value();
        },
        [](const Workspace &) {});
}

TEST_F(CrashTest, WhatAKilledProcessWasWritingGoesAtTheNextStart)
{
    int ready[2] = {-1, -1};
    ASSERT_EQ(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        // Held when the process dies: the preview of a generator and a certificate that is being written.
        const auto preview = TemporaryFolder::create(folder() / "cache", Workspace::previewPrefix);
        const bool hasPreview = preview && writeFileAtomically(preview->path() / "main.tf", "locals {}");
        auto certificate = AtomicFile::create(folder() / "tls" / "server.pem");
        auto configuration = AtomicFile::create(folder() / "projects/p/configs/main.tf");
        const bool done = hasPreview && certificate && certificate->write("half") && configuration;
        if (::write(ready[1], done ? "y" : "n", 1) != 1)
            ::_exit(1);
        for (;;)
            ::pause();
    }
    ::close(ready[1]); // so that its end is seen here too
    char letter = 'n';
    EXPECT_EQ(::read(ready[0], &letter, 1), 1);
    EXPECT_EQ(letter, 'y');
    ::close(ready[0]);
    const auto isEmpty = [&](const char *part) { return fs::is_empty(folder() / part); };
    {
        const auto workspace = openWorkspace();
        EXPECT_FALSE(isEmpty("cache") || isEmpty("tls")) << "the process that needs them lives";
    }
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const auto workspace = openWorkspace();
    EXPECT_TRUE(isEmpty("cache"));
    EXPECT_TRUE(isEmpty("tls"));
    EXPECT_TRUE(listConfigurationFiles(folder() / "projects/p/configs")->empty());
    EXPECT_TRUE(isEmpty("projects/p/configs"));
}

TEST_F(CrashTest, AProcessThatLivesGoesOnWhereAnotherWasKilled)
{
    const auto workspace = openWorkspace();
    // As a process leaves it that dies between its files and its row. No process has such a number.
    const std::string mark = "00112233aabbccdd.999999999-1";
    const fs::path target = folder() / "projects/p/library/old/2";
    ASSERT_TRUE(writeFileAtomically(folder() / "staging" / (mark + ".intent"), "create\nprojects/p/library/old/2\n"));
    ASSERT_TRUE(writeFileAtomically(target / "half.tf", "x"));
    const auto saved = LibraryService(*workspace)
                           .saveVersion({.projectId = m_project.id, .assetName = "old", .files = {{"main.tf", "new"}}});
    ASSERT_TRUE(saved) << saved.error().text();
    EXPECT_EQ(saved->version.number, 2U);
    EXPECT_TRUE(fs::exists(target / "main.tf"));
    EXPECT_FALSE(fs::exists(target / "half.tf"));
    EXPECT_EQ(disagreements(*workspace), std::vector<std::string>());
}

TEST_F(CrashTest, MakingTheWorkspaceItself)
{
    fs::remove_all(folder());
    fs::create_directories(folder());
    killEverywhere(
        [](const Workspace &) { return true; },
        [](const Workspace &workspace) { EXPECT_TRUE(ProjectService(workspace).create({.name = "First"})); });
}
