// SPDX-License-Identifier: MIT
#include "core/project/configurationfiles.h"

#include "core/base/atomicfile.h"
#include "tests/store/scratchfolder.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::project;
namespace fs = std::filesystem;

TEST(ConfigurationFilesTest, ListsWhatTerraformReadsAndNothingElse)
{
    const ScratchFolder scratch;
    for (const char *path :
         {"main.tf", "net/vpc.tofu", "a.auto.tfvars", "x.tf.json", "user-data.tftpl", "tfreview.yaml",
          ".terraform.lock.hcl", "README.md", ".terraform/modules/m/main.tf", ".git/config.tf", "notes.txt"})
        ASSERT_TRUE(writeFileAtomically(scratch.path() / "root" / path, "x"));
    ASSERT_TRUE(writeFileAtomically(scratch.path() / "secret.tf", "x"));
    fs::create_symlink(scratch.path() / "secret.tf", scratch.path() / "root" / "leak.tf");
    fs::create_directory_symlink(scratch.path(), scratch.path() / "root" / "loop");
    std::string names;
    const auto files = listConfigurationFiles(scratch.path() / "root").value();
    for (const ConfigurationFile &file : files)
        names += file.path + " ";
    EXPECT_EQ(names, ".terraform.lock.hcl a.auto.tfvars main.tf net/vpc.tofu tfreview.yaml user-data.tftpl x.tf.json ");
    EXPECT_GT(files[0].modified.time_since_epoch().count(), 1'500'000'000'000);
}

TEST(ConfigurationFilesTest, MissingFolderAndCancelAreErrors)
{
    const ScratchFolder scratch;
    EXPECT_EQ(listConfigurationFiles(scratch.path() / "none").error().code, "system.not-found");
    ASSERT_TRUE(writeFileAtomically(scratch.path() / "main.tf", "x"));
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(listConfigurationFiles(scratch.path(), {stop.get_token(), {}}).error().code, "task.cancelled");
}

TEST(ConfigurationFilesTest, ReadsAndWritesInsideOnly)
{
    const ScratchFolder scratch;
    const fs::path root = scratch.path() / "root";
    ASSERT_TRUE(writeConfigurationFile(root, "a/b.tf", "x = 1\n"));
    EXPECT_EQ(readConfigurationFile(root, "a/b.tf").value(), "x = 1\n");
    EXPECT_EQ(writeConfigurationFile(root, "../b.tf", "x").error().code, "path.escapes");
    EXPECT_EQ(readConfigurationFile(root, "../../etc/passwd").error().code, "path.escapes");
}
