// SPDX-License-Identifier: MIT
#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "core/registry/packagehash.h"
#include "core/registry/providerpackage.h"
#include "tests/e2e/programs.h"
#include "tests/registry/archivewriting.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::fixture;
namespace fs = std::filesystem;

namespace {

class TerraformInit : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (!canRun("terraform"))
            GTEST_SKIP() << "terraform is not installed";
    }

    Finished ctl(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), drydockctl());
        arguments.insert(arguments.end(), {"--workspace", m_workspace.string()});
        return run(arguments);
    }
    Finished terraform(std::vector<std::string> command)
    {
        command.insert(command.begin(), "terraform");
        return run(command, m_folder.path() / "project",
                   {{"TF_CLI_CONFIG_FILE", (m_folder.path() / "cli.tfrc").string()},
                    {"SSL_CERT_FILE", (m_workspace / "tls" / "ca.pem").string()},
                    {"CHECKPOINT_DISABLE", "1"},
                    {"HOME", m_folder.path().string()}});
    }
    Finished init(const std::vector<std::string> &more = {})
    {
        std::vector<std::string> command{"init", "-no-color", "-input=false"};
        command.insert(command.end(), more.begin(), more.end());
        return terraform(command);
    }
    void mirrorOnly(const Daemon &daemon)
    {
        m_folder.write("cli.tfrc", "provider_installation {\n  network_mirror {\n    url = \"" + daemon.url() +
                                       "/mirror/providers/\"\n    include = [\"registry.terraform.io/*/*\"]\n  }\n"
                                       "  direct {\n    exclude = [\"registry.terraform.io/*/*\"]\n  }\n}\n");
    }
    std::string lockFile() { return readFile(m_folder.path() / "project/.terraform.lock.hcl").value_or(""); }
    fs::path installed(const std::string &path) { return m_folder.path() / "project/.terraform" / path; }

    TemporaryFolder m_folder;
    fs::path m_workspace = m_folder.path() / "workspace";
};

} // namespace

TEST_F(TerraformInit, ModuleFromTheRegistryAndProviderFromTheMirror)
{
    m_folder.write("module/main.tf", "output \"name\" {\n  value = \"net\"\n}\n");
    m_folder.write("module/modules/sub/main.tf", "# nested\n");
    const auto published = ctl({"publish", "module", (m_folder.path() / "module").string(), "--address",
                                "Acme/net_work/aws", "--version", "1.2.0"});
    ASSERT_EQ(published.code, 0) << published.err;
    const auto zip = writeProvider(m_folder.path() / "zips", "demo", "1.0.0", "linux_amd64");
    const auto added = ctl({"mirror", "add", zip.string(), "--source", "registry.terraform.io/acme/demo"});
    ASSERT_EQ(added.code, 0) << added.err;

    Daemon daemon(m_workspace);
    ASSERT_FALSE(daemon.url().empty());
    mirrorOnly(daemon);
    m_folder.write("project/main.tf",
                   "terraform {\n  required_providers {\n    demo = {\n      source  = \"acme/demo\"\n"
                   "      version = \"~> 1.0\"\n    }\n  }\n}\nmodule \"net\" {\n  source  = \"" +
                       daemon.hostAndPort() +
                       "/Acme/net_work/aws\"\n  version = \">= 1.0, < 2.0\"\n}\n"
                       "module \"sub\" {\n  source  = \"" +
                       daemon.hostAndPort() + "/Acme/net_work/aws//modules/sub\"\n  version = \"1.2.0\"\n}\n");
    const auto done = init();
    ASSERT_EQ(done.code, 0) << done.out << done.err;
    EXPECT_NE(done.out.find("(verified checksum)"), std::string::npos) << done.out;
    EXPECT_TRUE(readFile(installed("modules/net/main.tf")).has_value());
    EXPECT_TRUE(readFile(installed("modules/sub/modules/sub/main.tf")).has_value());
    const auto package = registry::inspectProviderPackage(zip, "demo", Task{}).value();
    EXPECT_NE(lockFile().find("\"" + package.h1 + "\""), std::string::npos) << lockFile();
    EXPECT_EQ(registry::h1OfFolder(installed("providers/registry.terraform.io/acme/demo/1.0.0/linux_amd64")).value(),
              package.h1);

    // What is published while the station runs is served at once.
    m_folder.write("module/main.tf", "output \"name\" {\n  value = \"net 1.3\"\n}\n");
    ASSERT_EQ(ctl({"publish", "module", (m_folder.path() / "module").string(), "--address", "Acme/net_work/aws",
                   "--version", "1.3.0"})
                  .code,
              0);
    const auto upgraded = init({"-upgrade"});
    ASSERT_EQ(upgraded.code, 0) << upgraded.out << upgraded.err;
    EXPECT_NE(readFile(installed("modules/net/main.tf")).value().find("1.3"), std::string::npos);
}

TEST_F(TerraformInit, SignedProviderOfTheStationItself)
{
    if (!canRun("gpg"))
        GTEST_SKIP() << "gpg is not installed";
    std::vector<std::string> hashes;
    for (const char *platform : {"linux_amd64", "darwin_arm64"}) {
        const auto zip = writeProvider(m_folder.path() / "zips", "own", "2.1.0", platform, platform);
        const auto published = ctl({"publish", "provider", zip.string(), "--address", "acme/own"});
        ASSERT_EQ(published.code, 0) << published.err;
        hashes.push_back("zh:" + sha256HexOfFile(zip).value());
    }
    hashes.push_back(registry::inspectProviderPackage(
                         m_folder.path() / "zips/terraform-provider-own_2.1.0_linux_amd64.zip", "own", Task{})
                         .value()
                         .h1);
    Daemon daemon(m_workspace);
    m_folder.write("cli.tfrc", "provider_installation {\n  direct {\n  }\n}\n");
    m_folder.write("project/main.tf", "terraform {\n  required_providers {\n    own = {\n      source = \"" +
                                          daemon.hostAndPort() + "/acme/own\"\n    }\n  }\n}\n");
    const auto done = init();
    ASSERT_EQ(done.code, 0) << done.out << done.err;
    EXPECT_NE(done.out.find("self-signed, key ID"), std::string::npos) << done.out;
    for (const std::string &hash : hashes)
        EXPECT_NE(lockFile().find("\"" + hash + "\""), std::string::npos) << hash << "\n" << lockFile();
    EXPECT_EQ(init({"-lockfile=readonly"}).code, 0);
}

TEST_F(TerraformInit, AHostBlockGivesPublicNamesFromTheStation)
{
    m_folder.write("module/main.tf", "# vpc\n");
    ASSERT_EQ(ctl({"publish", "module", (m_folder.path() / "module").string(), "--address", "acme/vpc/aws", "--version",
                   "5.0.0"})
                  .code,
              0);
    Daemon daemon(m_workspace);
    m_folder.write("cli.tfrc", "host \"registry.terraform.io\" {\n  services = {\n    \"modules.v1\" = \"" +
                                   daemon.url() + "/v1/modules/\"\n    \"providers.v1\" = \"" + daemon.url() +
                                   "/v1/providers/\"\n  }\n}\n");
    m_folder.write("project/main.tf", "module \"vpc\" {\n  source  = \"acme/vpc/aws\"\n  version = \"5.0.0\"\n}\n");
    const auto done = init();
    EXPECT_EQ(done.code, 0) << done.out << done.err;
}

TEST_F(TerraformInit, AMirroredZipWithFolderEntriesInstallsTwice)
{
    const fs::path zip = m_folder.path() / "terraform-provider-demo_1.0.0_linux_amd64.zip";
    writeArchive(zip, ArchiveKind::Zip,
                 {{"docs/", "", EntryKind::Directory},
                  {"docs/a.md", "a"},
                  {"terraform-provider-demo_v1.0.0", "x", EntryKind::File, 0755}});
    const auto added = ctl({"mirror", "add", zip.string(), "--source", "registry.terraform.io/acme/demo"});
    ASSERT_EQ(added.code, 0) << added.err;
    EXPECT_NE(added.err.find("entries for folders"), std::string::npos);
    Daemon daemon(m_workspace);
    mirrorOnly(daemon);
    m_folder.write("project/main.tf",
                   "terraform {\n  required_providers {\n    demo = {\n      source = \"acme/demo\"\n    }\n  }\n}\n");
    ASSERT_EQ(init().code, 0);
    const auto again = init();
    EXPECT_EQ(again.code, 0) << again.out << again.err;
    // A lock file from the provider's own registry holds the zip's hash; with it a fresh checkout works. One that was
    // written through the mirror holds the hash of the unpacked files only, which are not what is in the zip.
    std::string lock = lockFile();
    lock.insert(lock.find("hashes = [") + 10, "\n    \"zh:" + sha256HexOfFile(zip).value() + "\",");
    m_folder.write("project/.terraform.lock.hcl", lock);
    fs::remove_all(installed(""));
    const auto fresh = init({"-lockfile=readonly"});
    EXPECT_EQ(fresh.code, 0) << fresh.out << fresh.err;
}

TEST_F(TerraformInit, WhatIsMissingIsSaidClearly)
{
    ASSERT_EQ(ctl({"mirror", "list"}).code, 0);
    Daemon daemon(m_workspace);
    mirrorOnly(daemon);
    m_folder.write("project/main.tf", "module \"none\" {\n  source  = \"" + daemon.hostAndPort() +
                                          "/acme/none/aws\"\n  version = \"1.0.0\"\n}\n");
    const auto done = init();
    EXPECT_NE(done.code, 0);
    EXPECT_NE((done.out + done.err).find("Module not found"), std::string::npos) << done.out << done.err;
}

TEST_F(TerraformInit, ATamperedModuleIsRefusedByTheClient)
{
    m_folder.write("module/main.tf", "# one\n");
    ASSERT_EQ(ctl({"publish", "module", (m_folder.path() / "module").string(), "--address", "acme/net/aws", "--version",
                   "1.0.0"})
                  .code,
              0);
    Daemon daemon(m_workspace);
    mirrorOnly(daemon);
    for (const auto &entry : fs::recursive_directory_iterator(m_workspace / "blobs"))
        if (entry.is_regular_file() && entry.file_size() > 0) {
            std::string bytes = readFile(entry.path()).value();
            bytes[bytes.size() / 2] ^= 1;
            ASSERT_TRUE(writeFileAtomically(entry.path(), bytes).has_value());
        }
    m_folder.write("project/main.tf", "module \"net\" {\n  source  = \"" + daemon.hostAndPort() +
                                          "/acme/net/aws\"\n  version = \"1.0.0\"\n}\n");
    const auto done = init();
    EXPECT_NE(done.code, 0);
    EXPECT_NE((done.out + done.err).find("Checksums did not match"), std::string::npos) << done.out << done.err;
}

TEST_F(TerraformInit, AnAuthorityThatIsNotTrustedIsRefusedByTheClient)
{
    Daemon daemon(m_workspace);
    mirrorOnly(daemon);
    // Another station's authority in the place of this one's.
    Daemon other(m_folder.path() / "other");
    ASSERT_FALSE(other.url().empty());
    m_folder.write("project/main.tf", "module \"net\" {\n  source  = \"" + daemon.hostAndPort() +
                                          "/acme/net/aws\"\n  version = \"1.0.0\"\n}\n");
    const auto done = run({"terraform", "init", "-no-color"}, m_folder.path() / "project",
                          {{"TF_CLI_CONFIG_FILE", (m_folder.path() / "cli.tfrc").string()},
                           {"SSL_CERT_FILE", (m_folder.path() / "other/tls/ca.pem").string()},
                           {"CHECKPOINT_DISABLE", "1"}});
    EXPECT_NE(done.code, 0);
    EXPECT_NE((done.out + done.err).find("certificate"), std::string::npos) << done.out << done.err;
}

TEST_F(TerraformInit, ProvidersMirrorCopiesFromTheStation)
{
    if (!canRun("gpg"))
        GTEST_SKIP() << "gpg is not installed";
    for (const char *platform : {"linux_amd64", "windows_amd64"})
        ASSERT_EQ(
            ctl({"publish", "provider", writeProvider(m_folder.path() / "zips", "own", "1.0.0", platform).string(),
                 "--address", "acme/own"})
                .code,
            0);
    Daemon daemon(m_workspace);
    m_folder.write("cli.tfrc", "host \"registry.terraform.io\" {\n  services = {\n    \"providers.v1\" = \"" +
                                   daemon.url() + "/v1/providers/\"\n  }\n}\n");
    m_folder.write("project/main.tf",
                   "terraform {\n  required_providers {\n    own = {\n      source = \"acme/own\"\n    }\n  }\n}\n");
    const auto done = terraform({"providers", "mirror", "-platform=linux_amd64", "-platform=windows_amd64", "copy"});
    ASSERT_EQ(done.code, 0) << done.out << done.err;
    const fs::path copy = m_folder.path() / "project/copy/registry.terraform.io/acme/own";
    EXPECT_TRUE(fs::exists(copy / "terraform-provider-own_1.0.0_windows_amd64.zip"));
    // What terraform copied can be put on another station's mirror.
    const auto added =
        run({drydockctl(), "mirror", "add", (copy / "terraform-provider-own_1.0.0_linux_amd64.zip").string(),
             "--source", "registry.terraform.io/acme/own", "--workspace", (m_folder.path() / "w2").string()});
    EXPECT_EQ(added.code, 0) << added.err;
}
