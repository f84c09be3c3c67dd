// SPDX-License-Identifier: MIT
#include "core/project/filehistory.h"

#include "core/base/sha256.h"
#include "core/store/transaction.h"
#include "tests/project/killpoint.h"
#include "tests/project/workspacefixture.h"

#include <algorithm>

using namespace drydock;
using namespace drydock::project;
namespace fs = std::filesystem;

namespace {

/// Stands still until it is moved.
class HandClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override { return time; }
    Timestamp time{std::chrono::hours(480'000)};
};

class FileHistoryTest : public WorkspaceFixture
{
protected:
    void SetUp() override
    {
        m_workspace = Workspace::open(folder(), m_clock).value();
        m_project = ProjectService(*m_workspace).create({.name = "P"}).value();
    }

    void put(const FileHistory &history, const std::string &path, const std::string &content,
             VersionReason reason = VersionReason::Saved)
    {
        m_clock->time += std::chrono::minutes(1);
        ASSERT_TRUE(history.record(m_project.id, path, content, reason));
    }

    [[nodiscard]] std::string contents(const FileHistory &history, const std::string &path) const
    {
        std::string all;
        const auto versions = history.versions(m_project.id, path).value();
        for (const FileVersion &version : versions)
            all += history.content(version).value() + " ";
        return all;
    }

    [[nodiscard]] std::size_t blobCount() const
    {
        const fs::path root = folder() / "history";
        return static_cast<std::size_t>(
            std::count_if(fs::recursive_directory_iterator(root), fs::recursive_directory_iterator(),
                          [](const auto &entry) { return entry.path().filename().string().size() == 62; }));
    }

    std::shared_ptr<HandClock> m_clock = std::make_shared<HandClock>();
    std::unique_ptr<Workspace> m_workspace;
    Project m_project;
};

} // namespace

TEST_F(FileHistoryTest, KeepsEveryContentOnce)
{
    const FileHistory history(*m_workspace);
    put(history, "main.tf", "one", VersionReason::Opened);
    put(history, "main.tf", "two");
    put(history, "main.tf", "two");
    put(history, "main.tf", "one", VersionReason::Restored);
    EXPECT_EQ(contents(history, "main.tf"), "one two one ");
    EXPECT_EQ(blobCount(), 2U);
    const auto newest = history.versions(m_project.id, "main.tf")->front();
    EXPECT_EQ(newest.reason, VersionReason::Restored);
    EXPECT_EQ(newest.sha256, sha256Hex("one"));
    EXPECT_EQ(newest.size, 3U);
    EXPECT_EQ(newest.recorded, m_clock->time);
}

TEST_F(FileHistoryTest, LeavesOutWhatIsTooLarge)
{
    const FileHistory history(*m_workspace, {.largestFile = 10});
    EXPECT_FALSE(history.record(m_project.id, "main.tf", "more than ten bytes", VersionReason::Saved)->has_value());
    EXPECT_TRUE(history.versions(m_project.id, "main.tf")->empty());
}

TEST_F(FileHistoryTest, RemembersRemovedFiles)
{
    const FileHistory history(*m_workspace);
    put(history, "gone.tf", "text");
    put(history, "gone.tf", "text", VersionReason::Removed);
    put(history, "back.tf", "text", VersionReason::Removed);
    put(history, "back.tf", "text", VersionReason::Restored);
    const auto removed = history.removedFiles(m_project.id).value();
    ASSERT_EQ(removed.size(), 1U);
    EXPECT_EQ(removed[0].path, "gone.tf");
    EXPECT_EQ(history.content(removed[0]).value(), "text");
}

TEST_F(FileHistoryTest, GoesAlongWithARename)
{
    const FileHistory history(*m_workspace);
    put(history, "größe/a.tf", "a");
    put(history, "größe/deep/b.tf", "b");
    put(history, "größenordnung/c.tf", "c");
    ASSERT_TRUE(history.rename(m_project.id, "größe", "modules/net"));
    EXPECT_EQ(contents(history, "modules/net/a.tf"), "a ");
    EXPECT_EQ(contents(history, "modules/net/deep/b.tf"), "b ");
    EXPECT_EQ(contents(history, "größenordnung/c.tf"), "c ");
    ASSERT_TRUE(history.rename(m_project.id, "modules/net/a.tf", "x.tf"));
    EXPECT_EQ(contents(history, "x.tf"), "a ");
}

TEST_F(FileHistoryTest, ThinsOutWithAge)
{
    const FileHistory history(*m_workspace);
    auto transaction = store::Transaction::begin(m_workspace->database()); // one for all: thousands take a minute
    ASSERT_TRUE(transaction);
    for (int i = 0; i < 100 * 24 * 2; ++i) {
        m_clock->time += std::chrono::minutes(30);
        if (i % 8 < 4) { // two hours at work, two hours not: what is written falls into 18 hours of a day
            ASSERT_TRUE(history.record(m_project.id, "main.tf", std::to_string(i), VersionReason::Saved));
        }
    }
    ASSERT_TRUE(transaction->commit());
    m_clock->time += std::chrono::minutes(1);
    EXPECT_GT(history.prune().value(), 1500U);
    const auto versions = history.versions(m_project.id, "main.tf").value();
    const auto younger = [&](std::chrono::hours age) {
        return std::count_if(versions.begin(), versions.end(),
                             [&](const FileVersion &version) { return m_clock->time - version.recorded <= age; });
    };
    EXPECT_EQ(younger(std::chrono::hours(24)), 24) << "all of the last day";
    EXPECT_GE(younger(std::chrono::hours(24 * 7)), 24 + 6 * 18);
    EXPECT_LE(younger(std::chrono::hours(24 * 7)), 24 + 6 * 18 + 2);
    EXPECT_LE(versions.size(), 24U + 6 * 18 + 2 + 84);
    EXPECT_GT(versions.size(), 24U + 6 * 18 + 70);
    EXPECT_EQ(blobCount(), versions.size()) << "contents go with their rows";
    EXPECT_EQ(history.prune().value(), 0U) << "pruning again changes nothing";
}

TEST_F(FileHistoryTest, TheNewestVersionOutlivesEveryLimit)
{
    const FileHistory history(*m_workspace, {.versionsPerFile = 3, .total = 10});
    for (int i = 0; i < 6; ++i)
        put(history, "a.tf", "a" + std::string(7, static_cast<char>('0' + i)));
    put(history, "b.tf", "b2345678");
    m_clock->time += std::chrono::hours(24 * 365);
    ASSERT_TRUE(history.prune());
    EXPECT_EQ(contents(history, "a.tf"), "a5555555 ");
    EXPECT_EQ(contents(history, "b.tf"), "b2345678 ");
}

TEST_F(FileHistoryTest, ARemovedProjectTakesItsContentsAlong)
{
    const FileHistory history(*m_workspace);
    put(history, "main.tf", "text");
    ASSERT_TRUE(ProjectService(*m_workspace).remove("p"));
    ASSERT_TRUE(history.prune());
    EXPECT_EQ(blobCount(), 0U);
}

TEST_F(FileHistoryTest, AVersionThatWasForgottenSaysSo)
{
    const FileHistory history(*m_workspace);
    put(history, "main.tf", "text");
    FileVersion version = history.versions(m_project.id, "main.tf")->front();
    version.sha256 = std::string(64, 'a');
    EXPECT_EQ(history.content(version).error().code, "history.not-found");
}

TEST_F(FileHistoryTest, AKilledProcessLeavesNoRowWithoutContent)
{
    m_workspace.reset();
    for (int point = 1; point < 60; ++point) {
        const ChildEnd end = runKilledAt(point, [&] {
            const auto workspace = Workspace::open(folder());
            return workspace &&
                   FileHistory(**workspace)
                       .record(m_project.id, "main.tf", "content " + std::to_string(point), VersionReason::Saved)
                       .has_value();
        });
        ASSERT_NE(end, ChildEnd::Failed);
        const auto workspace = openWorkspace();
        const FileHistory history(*workspace);
        const auto versions = history.versions(m_project.id, "main.tf").value();
        for (const FileVersion &version : versions)
            EXPECT_EQ(sha256Hex(history.content(version).value()), version.sha256) << "killed at point " << point;
        if (end == ChildEnd::Finished) {
            EXPECT_EQ(history.content(versions.front()).value(), "content " + std::to_string(point));
            ASSERT_TRUE(history.prune());
            EXPECT_EQ(blobCount(), versions.size());
            return;
        }
    }
    ADD_FAILURE() << "the work never finished";
}
