// SPDX-License-Identifier: MIT
#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "tests/project/workspacefixture.h"

#include <fstream>

using namespace drydock;
using namespace drydock::project;
namespace fs = std::filesystem;

namespace {

class ArtifactTest : public WorkspaceFixture
{
protected:
    void SetUp() override
    {
        m_workspace = openWorkspace();
        m_project = ProjectService(*m_workspace).create({.name = "P"}).value();
        m_artifacts = std::make_unique<ArtifactService>(*m_workspace);
    }

    std::unique_ptr<Workspace> m_workspace;
    Project m_project;
    std::unique_ptr<ArtifactService> m_artifacts;
};

} // namespace

TEST_F(ArtifactTest, UploadDownloadAndDelete)
{
    const fs::path source = m_scratch.path() / "plan.json";
    const std::string content(1'000'000, 'x');
    ASSERT_TRUE(writeFileAtomically(source, content));
    double last = 0;
    const Task task{{}, [&](double fraction, std::string_view) { last = fraction; }};
    const auto uploaded = m_artifacts->upload({.projectId = m_project.id, .path = "plans/plan.json"}, source, task);
    ASSERT_TRUE(uploaded) << uploaded.error().text();
    EXPECT_EQ(last, 1.0);
    EXPECT_EQ(uploaded->size, content.size());
    EXPECT_EQ(uploaded->mediaType, "application/json");
    ASSERT_TRUE(m_artifacts->download(*uploaded, m_scratch.path() / "back.json", {}));
    EXPECT_EQ(readFile(m_scratch.path() / "back.json").value(), content);
    EXPECT_EQ(m_artifacts->upload({.projectId = m_project.id, .path = "plans/plan.json"}, source, {}).error().code,
              "artifact.exists");
    EXPECT_EQ(disagreements(*m_workspace), std::vector<std::string>());
    ASSERT_TRUE(m_artifacts->remove(uploaded->id));
    EXPECT_EQ(m_artifacts->find(uploaded->id).error().code, "artifact.not-found");
    EXPECT_EQ(disagreements(*m_workspace), std::vector<std::string>());
}

TEST_F(ArtifactTest, CancelledUploadLeavesNothing)
{
    const fs::path source = m_scratch.path() / "big";
    ASSERT_TRUE(writeFileAtomically(source, std::string(2'000'000, 'x')));
    std::stop_source stop;
    const Task task{stop.get_token(), [&](double, std::string_view) { stop.request_stop(); }};
    EXPECT_EQ(m_artifacts->upload({.projectId = m_project.id, .path = "big"}, source, task).error().code,
              "task.cancelled");
    EXPECT_TRUE(m_artifacts->list(m_project.id)->empty());
    EXPECT_EQ(disagreements(*m_workspace), std::vector<std::string>());
}

TEST_F(ArtifactTest, NamesThatEscapeAndLinksThatLeadOutAreRefused)
{
    for (const char *path : {"../x", "/etc/passwd", "a/../../b", "", ".", "a/"})
        EXPECT_FALSE(m_artifacts->add({.projectId = m_project.id, .path = path}, "x")) << path;
    fs::create_directory_symlink(m_scratch.path(), m_workspace->projectFolder("p") / "reports" / "out");
    EXPECT_EQ(m_artifacts->add({.projectId = m_project.id, .path = "out/x"}, "x").error().code, "path.escapes");
    EXPECT_FALSE(fs::exists(m_scratch.path() / "x"));
    EXPECT_EQ(m_artifacts->add({.projectId = "nowhere", .path = "x"}, "x").error().code, "project.not-found");
    EXPECT_FALSE(m_artifacts->upload({.projectId = m_project.id, .path = "x"}, m_scratch.path(), {})) << "a folder";
}

TEST_F(ArtifactTest, PreviewTellsTextFromBinaryAndCutsWholeCharacters)
{
    const Artifact text = m_artifacts->add({.projectId = m_project.id, .path = "a.txt"}, "aé🚢b").value();
    EXPECT_EQ(m_artifacts->preview(text)->content, "aé🚢b");
    const auto cut = m_artifacts->preview(text, 5).value();
    EXPECT_EQ(cut.content, "aé");
    EXPECT_TRUE(cut.truncated);
    const Artifact binary =
        m_artifacts->add({.projectId = m_project.id, .path = "b.bin"}, std::string("a\0b", 3)).value();
    EXPECT_EQ(m_artifacts->preview(binary)->kind, PreviewKind::Binary);
    const Artifact image = m_artifacts->add({.projectId = m_project.id, .path = "c.png"}, "png").value();
    EXPECT_EQ(m_artifacts->preview(image)->kind, PreviewKind::Image);
}

TEST_F(ArtifactTest, DamagedFileIsNotHandedOut)
{
    const Artifact artifact = m_artifacts->add({.projectId = m_project.id, .path = "a.txt"}, "honest").value();
    std::ofstream(m_artifacts->file(artifact).value()) << "forged";
    EXPECT_EQ(m_artifacts->download(artifact, m_scratch.path() / "out", {}).error().code, "artifact.damaged");
    EXPECT_FALSE(fs::exists(m_scratch.path() / "out"));
}
