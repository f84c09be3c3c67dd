// SPDX-License-Identifier: MIT
#include "core/registry/modulepackage.h"

#include "core/registry/archiveunpacker.h"
#include "core/registry/ignorerules.h"
#include "tests/registry/archivewriting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include <sys/stat.h>

using namespace drydock;
using namespace drydock::registry;
using drydock::fixture::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

class ModulePackaging : public ::testing::Test
{
protected:
    ModulePackaging() { m_folder.write("m/main.tf", "# main\n"); }

    Result<ModulePackage> pack() { return packModule(m_folder.path() / "m", m_blobs, Task{}); }
    std::vector<std::string> namesIn(const ModulePackage &package)
    {
        const fs::path out = m_folder.path() / "out";
        fs::remove_all(out);
        fs::create_directories(out);
        EXPECT_TRUE(unpackArchive(m_blobs.find(package.archive.sha256).value(), out, moduleLimits, Task{}).has_value());
        std::vector<std::string> names;
        for (const auto &entry : fs::recursive_directory_iterator(out))
            if (entry.is_regular_file())
                names.push_back(entry.path().lexically_relative(out).string());
        std::sort(names.begin(), names.end());
        return names;
    }
    TemporaryFolder m_folder;
    blob::BlobStore m_blobs = blob::BlobStore::open(m_folder.path() / "blobs").value();
};

} // namespace

TEST_F(ModulePackaging, TheSameFilesGiveTheSameBytes)
{
    m_folder.write("m/sub/b.tf", "b");
    const auto first = pack();
    ASSERT_TRUE(first.has_value()) << first.error().text();
    // Another folder, written in another order, at another time.
    m_folder.write("n/sub/b.tf", "b");
    m_folder.write("n/main.tf", "# main\n");
    fs::last_write_time(m_folder.path() / "n/main.tf", fs::file_time_type::clock::now() - std::chrono::hours(10'000));
    const auto second = packModule(m_folder.path() / "n", m_blobs, Task{});
    ASSERT_TRUE(second.has_value());
    EXPECT_EQ(first->archive.sha256, second->archive.sha256);
    EXPECT_EQ(first->contentHash, second->contentHash);
    EXPECT_EQ(first->files, 2U);
}

TEST_F(ModulePackaging, LeavesOutStateAndWhatTerraformignoreNames)
{
    m_folder.write("m/.git/config", "x");
    m_folder.write("m/.terraform/modules/modules.json", "x");
    m_folder.write("m/terraform.tfstate", "secret");
    m_folder.write("m/terraform.tfstate.backup", "secret");
    m_folder.write("m/sub/.terraform/x", "x");
    m_folder.write("m/examples/a/main.tf", "x");
    m_folder.write("m/keep/notes.log", "x");
    m_folder.write("m/debug.log", "x");
    m_folder.write("m/.terraformignore", "# comment\n/examples/\n*.log\n!keep/notes.log\n");
    const auto package = pack();
    ASSERT_TRUE(package.has_value()) << package.error().text();
    EXPECT_EQ(namesIn(*package), (std::vector<std::string>{".terraformignore", "keep/notes.log", "main.tf"}));
}

TEST_F(ModulePackaging, LinksInsideBecomeFilesOthersAreRefused)
{
    m_folder.write("m/shared.tf", "shared");
    fs::create_symlink("shared.tf", m_folder.path() / "m/alias.tf");
    const auto package = pack();
    ASSERT_TRUE(package.has_value()) << package.error().text();
    EXPECT_EQ(namesIn(*package), (std::vector<std::string>{"alias.tf", "main.tf", "shared.tf"}));
    fs::create_symlink("/etc/passwd", m_folder.path() / "m/secrets.tf");
    const auto refused = pack();
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "module.link");
    EXPECT_NE(refused.error().message.find("secrets.tf"), std::string::npos);
    fs::remove(m_folder.path() / "m/secrets.tf");
    fs::create_directory_symlink(".", m_folder.path() / "m/loop");
    EXPECT_EQ(pack().error().code, "module.link");
}

TEST_F(ModulePackaging, RefusesWhatIsNoModule)
{
    m_folder.write("empty/readme.md", "x");
    EXPECT_EQ(packModule(m_folder.path() / "empty", m_blobs, Task{}).error().code, "module.no-configuration");
    EXPECT_EQ(packModule(m_folder.path() / "none", m_blobs, Task{}).error().code, "module.not-a-folder");
    ::mkfifo((m_folder.path() / "m/pipe").c_str(), 0600);
    EXPECT_EQ(pack().error().code, "module.special-file");
}

TEST_F(ModulePackaging, SaysWhichFilesDoNotParse)
{
    m_folder.write("m/main.tf", "locals {\n  a = 1\n}\n");
    EXPECT_TRUE(pack().value().warnings.empty());
    m_folder.write("m/net/broken.tf", "locals {\n  a = [1,\n}\n");
    m_folder.write("m/notes.txt", "locals {");
    const auto package = pack();
    ASSERT_EQ(package->warnings.size(), 1U);
    EXPECT_TRUE(package->warnings[0].starts_with("net/broken.tf:")) << package->warnings[0];
    for (int i = 0; i < 20; ++i)
        m_folder.write("m/bad" + std::to_string(i) + ".tf", "{");
    EXPECT_EQ(pack()->warnings.size(), 11U);
    EXPECT_EQ(pack()->warnings.back(), "and 11 more files that do not parse");
}

TEST_F(ModulePackaging, TakesTheReadme)
{
    m_folder.write("m/README.md", "# Network\n\nA network.\n");
    EXPECT_EQ(pack().value().readme, "# Network\n\nA network.\n");
    m_folder.write("m/README.md", "\xff\xfe no text");
    EXPECT_EQ(pack().value().readme, "");
}

TEST_F(ModulePackaging, LongAndForeignNamesSurvive)
{
    const std::string longName = std::string(120, 'd') + "/" + std::string(120, 'f') + ".tf";
    m_folder.write("m/" + longName, "x");
    m_folder.write("m/Größe.tf", "x");
    const auto package = pack();
    ASSERT_TRUE(package.has_value()) << package.error().text();
    EXPECT_EQ(namesIn(*package), (std::vector<std::string>{"Größe.tf", longName, "main.tf"}));
}

TEST(IgnoreRulesTest, SyntaxOfGitignore)
{
    IgnoreRules rules;
    rules.add("build/\n/top.txt\n**/deep.txt\ndocs/*.md\n!docs/keep.md\r\n\n# x\n");
    EXPECT_TRUE(rules.ignores("build", true));
    EXPECT_TRUE(rules.ignores("a/build", true));
    EXPECT_FALSE(rules.ignores("build", false));
    EXPECT_TRUE(rules.ignores("top.txt", false));
    EXPECT_FALSE(rules.ignores("a/top.txt", false));
    EXPECT_TRUE(rules.ignores("a/b/deep.txt", false));
    EXPECT_TRUE(rules.ignores("docs/a.md", false));
    EXPECT_FALSE(rules.ignores("docs/keep.md", false));
    EXPECT_FALSE(rules.ignores("docs/sub/a.md", false));
    EXPECT_TRUE(rules.ignores("x/.terraform", true));
}
