// SPDX-License-Identifier: MIT
#include "core/diff/unified.h"

#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "core/base/identifier.h"
#include "tests/diff/randomtext.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

using namespace drydock;
using namespace drydock::diff;
namespace fs = std::filesystem;

namespace {

/// A folder in which the real `git apply` and `patch` are run.
class UnifiedTest : public testing::Test
{
protected:
    void SetUp() override { fs::create_directories(m_root); }
    void TearDown() override { fs::remove_all(m_root); }

    void write(const std::string &path, std::string_view content)
    {
        const auto written = writeFileAtomically(m_root / path, content);
        ASSERT_TRUE(written.has_value()) << written.error().text();
    }

    int run(const std::string &command)
    {
        return std::system(("cd '" + m_root.string() + "' && " + command + " >/dev/null 2>&1").c_str());
    }

    void expectApplied(const FilePair &pair, const std::string &tool)
    {
        fs::remove_all(m_root);
        fs::create_directories(m_root);
        if (pair.before)
            write(pair.beforePath, *pair.before);
        const std::string patch = unifiedDiff(pair);
        write("../" + m_root.filename().string() + ".patch", patch);
        const std::string file = "../" + m_root.filename().string() + ".patch";
        ASSERT_EQ(run(tool + " " + file), 0) << tool << "\n" << patch;
        fs::remove(m_root / file);
        if (pair.after) {
            const auto content = readFile(m_root / pair.afterPath);
            ASSERT_TRUE(content.has_value()) << patch;
            EXPECT_EQ(*content, *pair.after) << tool << "\n" << patch;
        } else {
            EXPECT_FALSE(fs::exists(m_root / pair.beforePath)) << tool << "\n" << patch;
        }
    }

    const std::string m_git = "GIT_DIR=/nonexistent git apply --whitespace=nowarn";
    const std::string m_patch = "patch -p1 --batch --binary -i";
    fs::path m_root = fs::temp_directory_path() / ("drydock-diff-" + randomHex(6));
};

} // namespace

TEST_F(UnifiedTest, NothingChangedIsEmpty)
{
    EXPECT_EQ(unifiedDiff("main.tf", "a\n", "a\n"), "");
    EXPECT_EQ(unifiedDiff(FilePair{"a", "a", std::nullopt, std::nullopt}), "");
}

TEST_F(UnifiedTest, IsWrittenAsGitWritesIt)
{
    EXPECT_EQ(unifiedDiff("net/main.tf", "a\nb\nc\n", "a\nB\nc"), "diff --git a/net/main.tf b/net/main.tf\n"
                                                                  "--- a/net/main.tf\n"
                                                                  "+++ b/net/main.tf\n"
                                                                  "@@ -1,3 +1,3 @@\n"
                                                                  " a\n"
                                                                  "-b\n"
                                                                  "-c\n"
                                                                  "+B\n"
                                                                  "+c\n"
                                                                  "\\ No newline at end of file\n");
}

TEST_F(UnifiedTest, GitAndPatchApplyRandomChanges)
{
    RandomText random(11);
    for (int round = 0; round < 60; ++round) {
        const std::string before = random.text(60, 20) + (random.below(2) == 0 ? "end\n" : "end");
        const std::string after = random.edited(before, 20);
        if (before == after || after.empty())
            continue;
        expectApplied({"sub/main.tf", "sub/main.tf", before, after}, round % 2 == 0 ? m_git : m_patch);
    }
}

TEST_F(UnifiedTest, NewDeletedAndRenamedFiles)
{
    for (const std::string &tool : {m_git, m_patch}) {
        expectApplied({"new.tf", "new.tf", std::nullopt, "a = 1\n"}, tool);
        expectApplied({"new.tf", "new.tf", std::nullopt, "a = 1"}, tool);
        expectApplied({"old.tf", "old.tf", "a = 1\nb = 2\n", std::nullopt}, tool);
        expectApplied({"old.tf", "sub/renamed.tf", "a = 1\nb = 2\n", "a = 1\nb = 3\n"}, tool);
        expectApplied({"old.tf", "renamed.tf", "a = 1\n", "a = 1\n"}, tool);
    }
    expectApplied({"empty.tf", "empty.tf", std::nullopt, ""}, m_git);
    expectApplied({"empty.tf", "empty.tf", "", std::nullopt}, m_git);
}

TEST_F(UnifiedTest, NamesWithBlanksQuotesAndUmlauts)
{
    for (const std::string &tool : {m_git, m_patch}) {
        expectApplied({"a b/größe.tf", "a b/größe.tf", "a\n", "b\n"}, tool);
        expectApplied({"say \"hi\".tf", "say \"hi\".tf", "a\n", "b\n"}, tool);
        expectApplied({"tab\there.tf", "tab\there.tf", "a\n", "b\n"}, tool);
    }
}

TEST_F(UnifiedTest, WindowsLineEndsSurvive)
{
    for (const std::string &tool : {m_git, m_patch})
        expectApplied({"main.tf", "main.tf", "a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\n"}, tool);
}

TEST_F(UnifiedTest, BinaryContentIsNamedNotPrinted)
{
    const std::string binary("PK\x03\x04\0\0", 6);
    EXPECT_EQ(unifiedDiff(FilePair{"x.zip", "x.zip", binary, binary + "z"}),
              "diff --git a/x.zip b/x.zip\nBinary files a/x.zip and b/x.zip differ\n");
}

TEST(BinaryTest, Utf8IsTextAlsoWhenTheLookEndsInsideACharacter)
{
    std::string text(7999, 'a');
    text += "€ und weiter";
    EXPECT_FALSE(looksBinary(text));
    EXPECT_FALSE(looksBinary(""));
    EXPECT_TRUE(looksBinary(std::string_view("a\0b", 3)));
    EXPECT_TRUE(looksBinary("\xff\xfe\x41"));
}
