// SPDX-License-Identifier: MIT
#include "core/diff/treediff.h"

#include "core/base/atomicfile.h"
#include "core/base/identifier.h"
#include "core/base/sha256.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

using namespace drydock;
using namespace drydock::diff;
namespace fs = std::filesystem;

namespace {

TreeFile file(const std::string &path, const std::string &content)
{
    return {path, content.size(), sha256Hex(content)};
}

std::string printed(const std::vector<FileChange> &changes)
{
    std::string text;
    for (const FileChange &change : changes) {
        text += std::string(fileStatusName(change.status)) + " " + change.path;
        if (change.status == FileStatus::Renamed)
            text += " < " + change.beforePath;
        text += "\n";
    }
    return text;
}

} // namespace

TEST(TreeDiffTest, NamesWhatHappenedToEveryFile)
{
    const std::vector<TreeFile> before{file("main.tf", "1"), file("old/vars.tf", "v"), file("same.tf", "s"),
                                       file("gone.tf", "g")};
    const std::vector<TreeFile> after{file("main.tf", "2"), file("new/vars.tf", "v"), file("same.tf", "s"),
                                      file("added.tf", "a")};
    EXPECT_EQ(printed(compareTrees(before, after)), "added added.tf\n"
                                                    "removed gone.tf\n"
                                                    "modified main.tf\n"
                                                    "renamed new/vars.tf < old/vars.tf\n"
                                                    "unchanged same.tf\n");
}

TEST(TreeDiffTest, EmptyFilesAreNeverRenames)
{
    EXPECT_EQ(printed(compareTrees(std::vector{file("a", "")}, std::vector{file("b", "")})), "removed a\nadded b\n");
}

TEST(TreeDiffTest, TheSameFileNameWinsAmongEqualContents)
{
    const std::vector<TreeFile> before{file("a/x.tf", "c"), file("b/y.tf", "c")};
    EXPECT_EQ(printed(compareTrees(before, std::vector{file("c/y.tf", "c")})),
              "removed a/x.tf\nrenamed c/y.tf < b/y.tf\n");
}

TEST(TreeDiffTest, ReadsAFolderAndLeavesOutWhatIsNotSource)
{
    const fs::path root = fs::temp_directory_path() / ("drydock-tree-" + randomHex(6));
    ASSERT_TRUE(writeFileAtomically(root / "main.tf", "a\n"));
    ASSERT_TRUE(writeFileAtomically(root / "sub/x.tf", "b\n"));
    ASSERT_TRUE(writeFileAtomically(root / ".git/config", "c\n"));
    ASSERT_TRUE(writeFileAtomically(root / ".terraform/modules/m.tf", "d\n"));
    fs::create_symlink("/etc/passwd", root / "link.tf");
    const auto tree = readTree(root, Task{});
    ASSERT_TRUE(tree.has_value());
    ASSERT_EQ(tree->size(), 2U);
    EXPECT_EQ((*tree)[0].path, "main.tf");
    EXPECT_EQ((*tree)[0].sha256, sha256Hex("a\n"));
    EXPECT_EQ((*tree)[1].path, "sub/x.tf");
    const auto single = readTree(root / "main.tf", Task{});
    ASSERT_TRUE(single.has_value());
    EXPECT_EQ((*single)[0].path, "main.tf");
    std::stop_source stop;
    stop.request_stop();
    const auto cancelled = readTree(root, Task{stop.get_token(), {}});
    ASSERT_FALSE(cancelled.has_value());
    EXPECT_EQ(cancelled.error().code, "task.cancelled");
    fs::remove_all(root);
    EXPECT_EQ(readTree(root, Task{}).error().code, "system.not-found");
}
