// SPDX-License-Identifier: MIT
#include "core/base/sha256.h"
#include "tests/project/workspacefixture.h"

#include <fstream>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

using namespace drydock;
using namespace drydock::project;
namespace fs = std::filesystem;

namespace {

class LibraryTest : public WorkspaceFixture
{
protected:
    void SetUp() override
    {
        m_workspace = openWorkspace();
        m_project = ProjectService(*m_workspace).create({.name = "P"}).value();
        m_library = std::make_unique<LibraryService>(*m_workspace);
    }

    [[nodiscard]] Result<SavedVersion> save(std::vector<FileContent> files,
                                            const std::string &name = "S3 baseline") const
    {
        return m_library->saveVersion({.projectId = m_project.id, .assetName = name, .files = std::move(files)});
    }

    std::unique_ptr<Workspace> m_workspace;
    Project m_project;
    std::unique_ptr<LibraryService> m_library;
};

} // namespace

TEST_F(LibraryTest, VersionKeepsItsFilesManifestAndOrigin)
{
    const project::Run run = RunService(*m_workspace).enqueue(m_project.id, "generator/aws-s3", "r").value();
    const auto saved =
        m_library->saveVersion({.projectId = m_project.id,
                                .assetName = "S3 baseline",
                                .tags = {"aws", "s3"},
                                .note = "first",
                                .generator = "aws/s3-baseline",
                                .inputs = "{\"name\":\"x\"}",
                                .runId = run.id,
                                .validation = {ValidationState::Warnings, 0, 2, 1, "2 warnings"},
                                .files = {{"modules/a/main.tf", "resource {}"}, {"README.md", "# Hi\n"}}});
    ASSERT_TRUE(saved) << saved.error().text();
    EXPECT_EQ(saved->outcome, SaveOutcome::Created);
    EXPECT_EQ(saved->asset.slug, "s3-baseline");
    EXPECT_EQ(saved->asset.generator, "aws/s3-baseline");
    EXPECT_EQ(saved->asset.tags, (std::vector<std::string>{"aws", "s3"}));
    EXPECT_EQ(saved->version.runId, run.id);
    EXPECT_EQ(saved->version.validation.warnings, 2U);
    ASSERT_EQ(saved->version.files.size(), 2U);
    EXPECT_EQ(saved->version.files[0].path, "README.md");
    EXPECT_EQ(saved->version.files[0].mediaType, "text/markdown");
    EXPECT_EQ(saved->version.files[0].sha256, sha256Hex("# Hi\n"));
    EXPECT_EQ(saved->version.files[1].size, 11U);
    EXPECT_EQ(m_library->readFile(saved->version, "modules/a/main.tf").value(), "resource {}");
    EXPECT_TRUE(fs::exists(folder() / "projects/p/library/s3-baseline/1/modules/a/main.tf"));
    EXPECT_EQ(disagreements(*m_workspace), std::vector<std::string>());
}

TEST_F(LibraryTest, SameContentMakesNoNewVersion)
{
    ASSERT_TRUE(save({{"a.tf", "1"}, {"b.tf", "2"}}));
    const auto same = save({{"b.tf", "2"}, {"a.tf", "1"}});
    EXPECT_EQ(same->outcome, SaveOutcome::Unchanged);
    EXPECT_EQ(same->version.number, 1U);
    EXPECT_EQ(save({{"a.tf", "2"}, {"b.tf", "1"}})->version.number, 2U) << "contents changed places";
    EXPECT_EQ(save({{"a.tf", "1"}, {"b.tf", "2"}})->version.number, 3U) << "going back is a change";
    EXPECT_EQ(m_library->versions(same->asset.id)->size(), 3U);
}

TEST_F(LibraryTest, NamesThatEscapeRepeatOrCollideAreRefused)
{
    for (const char *path : {"../x", "a/../../x", "/etc/passwd", "", ".", "a/", "./a", "a//b", "a\\b", "a\nb", "a/./b",
                             "..", "x/.drydock-1.tmp", "\xff"})
        EXPECT_EQ(save({{path, "x"}}).error().code, "library.path") << path;
    EXPECT_EQ(save({{std::string("a\0b", 3), "x"}}).error().code, "library.path");
    EXPECT_EQ(save({{"a", "1"}, {"a", "2"}}).error().code, "library.path");
    EXPECT_EQ(save({{"a", "1"}, {"a/b", "2"}}).error().code, "library.path");
    EXPECT_EQ(save({}).error().code, "library.empty");
    EXPECT_EQ(save({{"a", "1"}}, "../..").error().code, "library.path");
    EXPECT_EQ(m_library->list({})->total, 0U);
    EXPECT_EQ(disagreements(*m_workspace), std::vector<std::string>());
}

TEST_F(LibraryTest, StoredFileThatWasChangedIsNotHandedOut)
{
    const auto saved = save({{"main.tf", "honest"}}).value();
    const fs::path file = m_library->folder(saved.version).value() / "main.tf";
    std::ofstream(file) << "forged";
    EXPECT_EQ(m_library->readFile(saved.version, "main.tf").error().code, "library.damaged");
    std::ofstream(file) << "much longer than it was";
    EXPECT_EQ(m_library->readFile(saved.version, "main.tf").error().code, "library.damaged");
    EXPECT_EQ(m_library->exportTo(saved.version, m_scratch.path() / "out").error().code, "library.damaged");
    EXPECT_FALSE(fs::exists(m_scratch.path() / "out"));
    EXPECT_EQ(m_library->readFile(saved.version, "../../../../drydock.db").error().code, "library.file-not-found");
}

TEST_F(LibraryTest, ExportReplacesOnlyWhenTold)
{
    const auto saved = save({{"main.tf", "a"}, {"m/b.tf", "b"}}).value();
    const fs::path out = m_scratch.path() / "out";
    ASSERT_TRUE(m_library->exportTo(saved.version, out));
    EXPECT_EQ(sha256HexOfFile(out / "m/b.tf").value(), sha256Hex("b"));
    EXPECT_EQ(m_library->exportTo(saved.version, out).error().code, "library.exists");
    EXPECT_TRUE(m_library->exportTo(saved.version, out, LibraryService::Existing::Replace));
}

TEST_F(LibraryTest, ListsByTypeGeneratorTagAndText)
{
    ASSERT_TRUE(m_library->saveVersion({.projectId = m_project.id,
                                        .assetName = "Bucket",
                                        .tags = {"aws"},
                                        .generator = "aws/s3",
                                        .files = {{"a", "1"}}}));
    ASSERT_TRUE(m_library->saveVersion({.projectId = m_project.id,
                                        .assetName = "Account",
                                        .type = "configuration",
                                        .tags = {"azure"},
                                        .files = {{"a", "1"}}}));
    EXPECT_EQ(m_library->list({})->total, 2U);
    EXPECT_EQ(m_library->list({.limit = 1})->assets.front().name, "Account") << "by name";
    EXPECT_EQ(m_library->list({.type = "module"})->assets.front().name, "Bucket");
    EXPECT_EQ(m_library->list({.generator = "aws/s3"})->total, 1U);
    EXPECT_EQ(m_library->list({.tag = "azure"})->assets.front().name, "Account");
    EXPECT_EQ(m_library->list({.text = "BUCK"})->total, 1U);
    EXPECT_EQ(m_library->list({.projectId = "other"})->total, 0U);
}

TEST_F(LibraryTest, PublishedAssetIsKept)
{
    const auto saved = save({{"main.tf", "a"}}).value();
    ASSERT_TRUE(m_library->recordPublication({saved.version.id, "module", "acme/s3/aws", "1.0.0", {}}));
    ASSERT_TRUE(m_library->recordPublication({saved.version.id, "module", "acme/s3/aws", "1.0.0", {}}))
        << "twice is once";
    EXPECT_EQ(m_library->findVersion(saved.version.id)->publications.size(), 1U);
    EXPECT_EQ(m_library->removeAsset(saved.asset.id).error().code, "library.published");
    const auto other = save({{"main.tf", "a"}}, "other").value();
    ASSERT_TRUE(m_library->removeAsset(other.asset.id));
    EXPECT_FALSE(fs::exists(folder() / "projects/p/library/other"));
    EXPECT_EQ(m_library->findVersion(other.version.id).error().code, "library.version-not-found");
    EXPECT_EQ(save({{"main.tf", "b"}}, "other")->version.number, 1U) << "the name is free again";
    EXPECT_EQ(disagreements(*m_workspace), std::vector<std::string>());
}

TEST_F(LibraryTest, ThreadsAndProcessesSaveAtTheSameTime)
{
    const fs::path root = folder();
    const std::string project = m_project.id;
    m_library.reset();
    m_workspace.reset();
    std::vector<pid_t> children;
    for (int child = 0; child < 2; ++child) {
        children.push_back(::fork());
        if (children.back() != 0)
            continue;
        auto workspace = Workspace::open(root);
        bool good = workspace.has_value();
        for (int i = 0; good && i < 10; ++i)
            good = LibraryService(**workspace)
                       .saveVersion({.projectId = project,
                                     .assetName = "shared",
                                     .files = {{"a", std::to_string(child) + "-" + std::to_string(i)}}})
                       .has_value();
        ::_exit(good ? 0 : 1);
    }
    for (const pid_t child : children) {
        int status = 1;
        ::waitpid(child, &status, 0);
        EXPECT_EQ(status, 0);
    }
    const auto workspace = openWorkspace();
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 3; ++thread)
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 5; ++i) {
                const auto saved =
                    LibraryService(*workspace)
                        .saveVersion({.projectId = project,
                                      .assetName = "shared",
                                      .files = {{"a", std::to_string(thread) + "+" + std::to_string(i)}}});
                EXPECT_TRUE(saved) << saved.error().text();
            }
        });
    threads.clear();
    const LibraryService library(*workspace);
    const Asset asset = library.findAsset(project, "shared").value();
    EXPECT_EQ(asset.versions, 35U);
    EXPECT_EQ(asset.latest, 35U);
    EXPECT_EQ(disagreements(*workspace), std::vector<std::string>());
}
