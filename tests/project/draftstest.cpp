// SPDX-License-Identifier: MIT
#include "core/project/drafts.h"

#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "tests/project/killpoint.h"
#include "tests/project/workspacefixture.h"

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace drydock;
using namespace drydock::project;
namespace fs = std::filesystem;

namespace {

class DraftsTest : public WorkspaceFixture
{
protected:
    void SetUp() override { m_workspace = openWorkspace(); }

    static Draft draft(const std::string &path, const std::string &text)
    {
        Draft wanted;
        wanted.projectId = "p1";
        wanted.path = path;
        wanted.base = "base\n";
        wanted.text = text;
        wanted.line = 7;
        return wanted;
    }

    [[nodiscard]] fs::path onlyFile() const { return fs::directory_iterator(folder() / "drafts")->path(); }

    std::unique_ptr<Workspace> m_workspace;
};

} // namespace

TEST_F(DraftsTest, GivesBackWhatWasWritten)
{
    const Drafts drafts(*m_workspace);
    EXPECT_TRUE(drafts.list("p1")->empty());
    Draft fresh = draft("größe/new file.tf", "text \n\n base 3\n");
    fresh.baseExists = false;
    fresh.base.clear();
    ASSERT_TRUE(drafts.write(draft("main.tf", "unsaved")));
    ASSERT_TRUE(drafts.write(fresh));
    Draft other = draft("main.tf", "of another project");
    other.projectId = "p2";
    ASSERT_TRUE(drafts.write(other));
    const auto all = drafts.list("p1").value();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].path, "main.tf");
    EXPECT_EQ(all[0].base, "base\n");
    EXPECT_EQ(all[0].text, "unsaved");
    EXPECT_EQ(all[0].line, 7U);
    EXPECT_TRUE(all[0].baseExists);
    EXPECT_FALSE(all[0].heldElsewhere) << "a process may take back its own";
    EXPECT_EQ(all[1].path, fresh.path);
    EXPECT_EQ(all[1].text, fresh.text);
    EXPECT_FALSE(all[1].baseExists);
    EXPECT_GT(all[1].written, all[0].written);
}

TEST_F(DraftsTest, TheLastOneCountsUntilItIsRemoved)
{
    const Drafts drafts(*m_workspace);
    ASSERT_TRUE(drafts.write(draft("main.tf", "first")));
    ASSERT_TRUE(drafts.write(draft("main.tf", "second")));
    ASSERT_EQ(drafts.list("p1")->size(), 1U);
    EXPECT_EQ(drafts.list("p1")->front().text, "second");
    ASSERT_TRUE(drafts.remove("p1", "main.tf"));
    EXPECT_TRUE(drafts.list("p1")->empty());
    EXPECT_TRUE(drafts.remove("p1", "main.tf"));
    EXPECT_EQ(drafts.write(draft("a\nb.tf", "x")).error().code, "draft.path");
}

TEST_F(DraftsTest, DamagedFilesArePutAside)
{
    const Drafts drafts(*m_workspace);
    ASSERT_TRUE(drafts.write(draft("main.tf", "a text that is long enough to be cut")));
    const fs::path file = onlyFile();
    const std::string whole = readFile(file).value();
    for (const std::size_t length : {std::size_t{0}, std::size_t{10}, whole.size() / 2, whole.size() - 1}) {
        ASSERT_TRUE(writeFileAtomically(file, whole.substr(0, length)));
        EXPECT_TRUE(drafts.list("p1")->empty()) << length;
        EXPECT_TRUE(fs::exists(file.string() + ".damaged"));
        EXPECT_FALSE(fs::exists(file));
    }
    std::string changed = whole;
    changed[changed.find("long enough")] = 'L';
    ASSERT_TRUE(writeFileAtomically(file, changed));
    EXPECT_TRUE(drafts.list("p1")->empty()) << "the checksum tells";
    ASSERT_TRUE(writeFileAtomically(file, whole));
    EXPECT_EQ(drafts.list("p1")->size(), 1U);
}

TEST_F(DraftsTest, SurvivesAKillAtEveryInstant)
{
    const Drafts drafts(*m_workspace);
    for (int point = 1; point < 40; ++point) {
        ASSERT_TRUE(drafts.remove("p1", "main.tf"));
        const ChildEnd end = runKilledAt(point, [&] {
            return drafts.write(draft("main.tf", std::string(1000, 'a'))).has_value() &&
                   drafts.write(draft("main.tf", std::string(5000, 'b'))).has_value();
        });
        ASSERT_NE(end, ChildEnd::Failed);
        const auto all = drafts.list("p1").value();
        ASSERT_LE(all.size(), 1U);
        if (!all.empty()) {
            EXPECT_TRUE(all[0].text == std::string(1000, 'a') || all[0].text == std::string(5000, 'b'))
                << "whole, whatever instant: " << point;
            EXPECT_FALSE(all[0].heldElsewhere);
        }
        if (end == ChildEnd::Finished) {
            ASSERT_EQ(all.size(), 1U);
            EXPECT_EQ(all[0].text, std::string(5000, 'b'));
            EXPECT_GT(point, 3) << "the instants are seen";
            return;
        }
    }
    ADD_FAILURE() << "the work never finished";
}

TEST_F(DraftsTest, ALivingProcessKeepsItsOwn)
{
    const Drafts drafts(*m_workspace);
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        const bool written = drafts.write(draft("main.tf", "of the child")).has_value();
        ::_exit(::write(ready[1], written ? "y" : "n", 1) == 1 && ::pause() == 0 ? 0 : 1);
    }
    ::close(ready[1]); // so that its end is seen here too
    char answer = 'n';
    ASSERT_EQ(::read(ready[0], &answer, 1), 1);
    ASSERT_EQ(answer, 'y');
    ASSERT_EQ(drafts.list("p1")->size(), 1U);
    EXPECT_TRUE(drafts.list("p1")->front().heldElsewhere);
    ASSERT_TRUE(drafts.remove("p1", "main.tf"));
    EXPECT_EQ(drafts.list("p1")->size(), 1U) << "it is not ours to remove";

    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ASSERT_EQ(drafts.list("p1")->size(), 1U);
    EXPECT_EQ(drafts.list("p1")->front().text, "of the child");
    EXPECT_FALSE(drafts.list("p1")->front().heldElsewhere) << "its owner was killed";
    ASSERT_TRUE(drafts.remove("p1", "main.tf"));
    EXPECT_TRUE(drafts.list("p1")->empty());
    ::close(ready[0]);
}
