// SPDX-License-Identifier: MIT
#include "core/base/filereader.h"
#include "tests/e2e/programs.h"
#include "tests/registry/archivewriting.h"

#include <gtest/gtest.h>

#include <csignal>

using namespace drydock;
using namespace drydock::fixture;
namespace fs = std::filesystem;

namespace {

class Programs : public ::testing::Test
{
protected:
    Finished ctl(std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), drydockctl());
        arguments.insert(arguments.end(), {"--workspace", m_workspace.string()});
        return run(arguments);
    }
    std::vector<fs::path> blobs()
    {
        std::vector<fs::path> found;
        for (const auto &entry : fs::recursive_directory_iterator(m_workspace / "blobs"))
            if (entry.is_regular_file() && entry.path().filename() != ".lock")
                found.push_back(entry.path());
        return found;
    }
    TemporaryFolder m_folder;
    fs::path m_workspace = m_folder.path() / "workspace";
};

} // namespace

TEST_F(Programs, TheDaemonEndsCleanlyOnTerm)
{
    Daemon daemon(m_workspace);
    EXPECT_TRUE(daemon.url().starts_with("https://127.0.0.1:")) << daemon.url();
    daemon.process().signal(SIGTERM);
    EXPECT_EQ(daemon.process().wait().code, 0);
}

TEST_F(Programs, ASecondStationSaysWhoServesTheWorkspace)
{
    Daemon daemon(m_workspace);
    const auto second = run({drydockd(), "--workspace", m_workspace.string(), "--listen", "127.0.0.1:0"});
    EXPECT_EQ(second.code, 2);
    EXPECT_NE(second.err.find(daemon.url()), std::string::npos) << second.err;
    EXPECT_TRUE(second.out.empty());
    daemon.process().signal(SIGKILL);
    daemon.process().wait();
    EXPECT_FALSE(Daemon(m_workspace).url().empty()) << "a killed station leaves no lock";
}

TEST_F(Programs, AddressesThatCannotBeServed)
{
    Daemon daemon(m_workspace);
    const fs::path other = m_folder.path() / "other";
    const auto taken = run({drydockd(), "--workspace", other.string(), "--listen", daemon.hostAndPort()});
    EXPECT_EQ(taken.code, 2);
    EXPECT_NE(taken.err.find("already in use"), std::string::npos) << taken.err;
    EXPECT_EQ(run({drydockd(), "--workspace", other.string(), "--listen", "nowhere"}).code, 2);
    EXPECT_EQ(run({drydockd(), "--nonsense"}).code, 2);
}

TEST_F(Programs, PublishSaysWhatItDidAndRefusesOtherContent)
{
    m_folder.write("m/main.tf", "# one\n");
    const std::string module = (m_folder.path() / "m").string();
    const auto first =
        ctl({"publish", "module", module, "--address", "acme/net/aws", "--version", "1.0.0", "--format", "json"});
    ASSERT_EQ(first.code, 0) << first.err;
    EXPECT_NE(first.out.find("\"outcome\": \"published\""), std::string::npos);
    EXPECT_NE(ctl({"publish", "module", module, "--address", "acme/net/aws", "--version", "1.0.0", "--format", "json"})
                  .out.find("already-there"),
              std::string::npos);
    m_folder.write("m/main.tf", "# two\n");
    const auto other = ctl({"publish", "module", module, "--address", "acme/net/aws", "--version", "1.0.0"});
    EXPECT_EQ(other.code, 2);
    EXPECT_TRUE(other.out.empty());
    EXPECT_NE(other.err.find("next version"), std::string::npos) << other.err;
    for (const auto &bad : std::vector<std::vector<std::string>>{
             {"publish", "module", module, "--address", "acme/net", "--version", "1.0.0"},
             {"publish", "module", module, "--address", "acme/net/aws", "--version", "one"},
             {"publish", "module", "/nowhere", "--address", "acme/net/aws", "--version", "1.0.0"},
             {"mirror", "add", "/nowhere.zip", "--source", "registry.terraform.io/acme/demo"},
             {"mirror", "add", module + "/main.tf", "--source", "host:8443/acme/demo"},
             {"publish"}}) {
        const auto refused = ctl(bad);
        EXPECT_EQ(refused.code, 2) << bad[1];
        EXPECT_FALSE(refused.err.empty());
    }
}

TEST_F(Programs, KilledWhilePublishingTheWorkspaceOpensClean)
{
    m_folder.write("m/main.tf", "# one\n");
    std::string data(24U << 20U, '\0');
    std::uint32_t state = 1;
    for (char &c : data)
        c = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
    m_folder.write("m/data.bin", data);
    const std::string module = (m_folder.path() / "m").string();
    ASSERT_EQ(ctl({"mirror", "list"}).code, 0);
    bool killedHalfWay = false;
    for (int round = 0; round < 8; ++round) {
        Background publisher({drydockctl(), "publish", "module", module, "--address", "acme/net/aws", "--version",
                              "1.0." + std::to_string(round), "--workspace", m_workspace.string()});
        // Killed as soon as it has begun to write.
        for (int look = 0; look < 1'000'000 && blobs().empty(); ++look) {
        }
        publisher.signal(SIGKILL);
        const int code = publisher.wait().code;
        killedHalfWay = killedHalfWay || code == 128 + SIGKILL;
        const auto after = ctl({"mirror", "list"});
        EXPECT_EQ(after.code, 0) << after.err;
        if (code != 0)
            EXPECT_TRUE(blobs().empty()) << "round " << round << ": what nobody refers to is collected";
        else
            break;
    }
    EXPECT_TRUE(killedHalfWay);
    const auto published = ctl({"publish", "module", module, "--address", "acme/net/aws", "--version", "2.0.0"});
    EXPECT_EQ(published.code, 0) << published.err;
    EXPECT_EQ(blobs().size(), 1U);
}
