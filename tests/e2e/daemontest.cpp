// SPDX-License-Identifier: MIT
#include "core/base/atomicfile.h"
#include "core/registry/storedmodules.h"
#include "core/store/database.h"
#include "tests/e2e/programs.h"
#include "tests/registry/archivewriting.h"

#include <gtest/gtest.h>

#include <csignal>
#include <set>
#include <thread>

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
    /// The contents that are kept, by their hashes.
    [[nodiscard]] std::set<std::string> blobs() const
    {
        std::set<std::string> found;
        for (const auto &entry : fs::recursive_directory_iterator(m_workspace / "blobs"))
            if (entry.is_regular_file() && entry.path().parent_path().filename() != "blobs")
                found.insert(entry.path().parent_path().filename().string() + entry.path().filename().string());
        return found;
    }
    /// Whether a content is being written at this moment, or was when its writer was killed.
    [[nodiscard]] bool hasTemporary() const
    {
        std::error_code error;
        for (fs::directory_iterator it(m_workspace / "blobs", error), end; !error && it != end; it.increment(error))
            if (isTemporaryName(it->path().filename().native()))
                return true;
        return false;
    }
    /// The contents that rows refer to.
    [[nodiscard]] std::set<std::string> wantedBlobs() const
    {
        const auto database = store::Database::open(m_workspace / "drydock.db").value();
        return registry::StoredModules(database).blobs().value();
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
        // Killed as soon as it has begun to write, or a little later where this process gets no time.
        while (!hasTemporary() && !publisher.hasEnded())
            std::this_thread::yield();
        publisher.signal(SIGKILL);
        const int code = publisher.wait().code;
        EXPECT_TRUE(code == 0 || code == 128 + SIGKILL) << code;
        killedHalfWay = killedHalfWay || hasTemporary();
        const auto after = ctl({"mirror", "list"});
        EXPECT_EQ(after.code, 0) << after.err;
        EXPECT_EQ(blobs(), wantedBlobs()) << "round " << round << ": what nobody refers to is collected";
        EXPECT_FALSE(hasTemporary());
    }
    EXPECT_TRUE(killedHalfWay);
    const auto published = ctl({"publish", "module", module, "--address", "acme/net/aws", "--version", "2.0.0"});
    EXPECT_EQ(published.code, 0) << published.err;
    EXPECT_EQ(blobs().size(), 1U);
    EXPECT_EQ(blobs(), wantedBlobs());
}
