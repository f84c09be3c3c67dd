// SPDX-License-Identifier: MIT
// What a process that is killed in the middle of its work leaves, and who may take it away.
#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "core/base/identifier.h"
#include "core/base/temporaryfolder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <thread>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

using namespace drydock;
namespace fs = std::filesystem;

namespace {

class LeftoverTest : public testing::Test
{
protected:
    void SetUp() override { fs::create_directories(m_root); }
    void TearDown() override { fs::remove_all(m_root); }

    [[nodiscard]] std::size_t entries() const
    {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(m_root), fs::directory_iterator()));
    }

    fs::path m_root = fs::temp_directory_path() / ("drydock-leftover-test-" + randomHex(6));
};

/// A process that has done `work`, still holds what `work` returned, and waits to be killed.
class Victim
{
public:
    template <typename Work>
    explicit Victim(const Work &work)
    {
        int ready[2] = {-1, -1};
        EXPECT_EQ(::pipe(ready), 0);
        m_process = ::fork();
        if (m_process == 0) {
            const auto held = work();
            const char letter = held ? 'y' : 'n';
            if (::write(ready[1], &letter, 1) != 1)
                ::_exit(1);
            for (;;)
                ::pause();
        }
        ::close(ready[1]); // so that its end is seen here too
        char letter = 'n';
        EXPECT_EQ(::read(ready[0], &letter, 1), 1);
        EXPECT_EQ(letter, 'y');
        ::close(ready[0]);
    }
    ~Victim() { kill(); }
    Victim(const Victim &) = delete;
    Victim &operator=(const Victim &) = delete;

    void kill()
    {
        if (m_process <= 0)
            return;
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
        m_process = -1;
    }

private:
    pid_t m_process = -1;
};

} // namespace

TEST_F(LeftoverTest, AHalfWrittenFileGoesWhenItsWriterWasKilledAndNotBefore)
{
    Victim writer([this] {
        auto file = AtomicFile::create(m_root / "sub" / "main.tf");
        if (file && !file->write("half"))
            file = failure("test", "not written");
        return file;
    });
    removeStaleTemporaries(m_root, Search::Tree);
    EXPECT_FALSE(fs::is_empty(m_root / "sub")) << "it is still being written";
    writer.kill();
    removeStaleTemporaries(m_root, Search::Folder);
    EXPECT_FALSE(fs::is_empty(m_root / "sub")) << "only the folder itself was asked for";
    removeStaleTemporaries(m_root, Search::Tree);
    EXPECT_TRUE(fs::is_empty(m_root / "sub"));
}

TEST_F(LeftoverTest, WritersInTheSameProcessAreLeftAloneToo)
{
    auto file = AtomicFile::create(m_root / "main.tf");
    ASSERT_TRUE(file && file->write("whole"));
    const auto folder = TemporaryFolder::create(m_root, "preview-");
    ASSERT_TRUE(folder);
    removeStaleTemporaries(m_root, Search::Tree);
    EXPECT_EQ(TemporaryFolder::collect(m_root, "preview-"), 0U);
    EXPECT_TRUE(fs::is_empty(folder->path()));
    ASSERT_TRUE(file->commit());
    EXPECT_EQ(readFile(m_root / "main.tf").value_or(""), "whole");
}

TEST_F(LeftoverTest, OnlyWhatIsOursGoes)
{
    const fs::path kept = m_root / "keep.txt";
    std::ofstream(kept) << "x";
    fs::create_symlink(kept, m_root / ".drydock-link.tmp");
    fs::create_directory(m_root / ".drydock-folder.tmp");
    std::ofstream(m_root / "drydock-mine.tmp") << "x";
    const std::string random(16, 'a');
    fs::create_directory(m_root / ("preview-" + random));
    std::ofstream(m_root / ("preview-" + random) / "notes.md") << "made by hand";
    fs::create_directory(m_root / "preview-of-mine");
    fs::create_directory_symlink(m_root / "preview-of-mine", m_root / ("preview-" + std::string(16, 'b')));
    const std::size_t before = entries();
    removeStaleTemporaries(m_root, Search::Tree);
    EXPECT_EQ(TemporaryFolder::collect(m_root, "preview-"), 0U);
    EXPECT_EQ(entries(), before);
}

TEST_F(LeftoverTest, ATemporaryFolderIsPrivateAndGoesWithItsObject)
{
    fs::path path;
    {
        const auto folder = TemporaryFolder::create(m_root, "preview-");
        ASSERT_TRUE(folder) << folder.error().text();
        path = folder->path();
        EXPECT_TRUE(fs::is_empty(path));
        EXPECT_EQ(fs::status(path.parent_path()).permissions(), fs::perms::owner_all);
        ASSERT_TRUE(writeFileAtomically(path / "a/b.tf", "x"));
    }
    EXPECT_EQ(entries(), 0U);
    const auto nowhere = TemporaryFolder::create(m_root / "missing", "preview-");
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code, "system.not-found");
}

TEST_F(LeftoverTest, ATemporaryFolderOfAKilledProcessGoesWithTheNextOne)
{
    Victim owner([this] {
        auto folder = TemporaryFolder::create(m_root, "preview-");
        if (folder && !writeFileAtomically(folder->path() / "net/main.tf", "x"))
            folder = failure("test", "not written");
        return folder;
    });
    EXPECT_EQ(TemporaryFolder::collect(m_root, "preview-"), 0U) << "its process lives";
    owner.kill();
    EXPECT_EQ(TemporaryFolder::collect(m_root, "other-"), 0U);
    EXPECT_EQ(entries(), 1U);
    EXPECT_TRUE(TemporaryFolder::create(m_root, "preview-"));
    EXPECT_EQ(entries(), 0U);
}

TEST_F(LeftoverTest, CollectingAndWritingAtOnceLosesNothing)
{
    std::atomic<bool> done{false};
    std::vector<std::jthread> collectors;
    for (int i = 0; i < 2; ++i)
        collectors.emplace_back([&] {
            while (!done) {
                removeStaleTemporaries(m_root, Search::Folder);
                TemporaryFolder::collect(m_root, "preview-");
            }
        });
    int lost = 0;
    for (int i = 0; i < 30; ++i) {
        const auto folder = TemporaryFolder::create(m_root, "preview-");
        lost += folder && writeFileAtomically(folder->path() / "x.tf", "x") ? 0 : 1;
        lost += writeFileAtomically(m_root / "file", std::to_string(i)) ? 0 : 1;
        lost += folder && readFile(folder->path() / "x.tf").value_or("") == "x" ? 0 : 1;
    }
    done = true;
    collectors.clear();
    EXPECT_EQ(lost, 0);
    EXPECT_EQ(readFile(m_root / "file").value_or(""), "29");
}
