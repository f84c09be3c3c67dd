// SPDX-License-Identifier: MIT
#include "core/server/capability.h"

#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "tests/registry/archivewriting.h"

#include <gtest/gtest.h>

#include <vector>

#include <sys/wait.h>
#include <unistd.h>

using namespace drydock;
using drydock::server::Capability;
namespace fs = std::filesystem;

namespace {

class Capabilities : public ::testing::Test
{
protected:
    static std::string tokenOf(const std::string &path) { return path.substr(7, path.find('/', 7) - 7); }

    fixture::TemporaryFolder m_folder;
    fs::path m_file = m_folder.path() / "tls" / "links.key";
    Capability m_capability = Capability::openOrCreate(m_file).value();
    Timestamp m_now = parseTimestamp("2026-11-20T21:59:59Z").value();
    std::string m_sha = std::string(64, 'a');
};

} // namespace

TEST_F(Capabilities, ALinkIsForOneFileAndForAWhile)
{
    const std::string path = m_capability.path(m_sha, "a b.zip", m_now);
    EXPECT_TRUE(path.starts_with("/blobs/"));
    EXPECT_TRUE(path.ends_with("/" + m_sha + "/a%20b.zip"));
    const std::string token = tokenOf(path);
    EXPECT_TRUE(m_capability.check(token, m_sha, "a b.zip", m_now).has_value());
    EXPECT_TRUE(m_capability.check(token, m_sha, "a b.zip", m_now + std::chrono::hours(1)).has_value());
    EXPECT_EQ(m_capability.check(token, m_sha, "a b.zip", m_now + std::chrono::hours(2)).error().code,
              "capability.expired");
    EXPECT_EQ(m_capability.check(token, std::string(64, 'b'), "a b.zip", m_now).error().code, "capability.invalid");
    EXPECT_EQ(m_capability.check(token, m_sha, "b.zip", m_now).error().code, "capability.invalid");
    std::string later = token;
    later[0] = '9';
    EXPECT_EQ(m_capability.check(later, m_sha, "a b.zip", m_now).error().code, "capability.invalid");
    for (const char *bad : {"", ".", "x", "99999999999.", "."})
        EXPECT_EQ(m_capability.check(bad, m_sha, "a b.zip", m_now).error().code, "capability.invalid") << bad;
}

TEST_F(Capabilities, TheSecretSurvivesARestartAndIsPrivate)
{
    const std::string path = m_capability.path(m_sha, "x.zip", m_now);
    EXPECT_EQ(Capability::openOrCreate(m_file).value().path(m_sha, "x.zip", m_now), path);
    EXPECT_EQ(fs::status(m_file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_NE(Capability::openOrCreate(m_folder.path() / "other.key").value().path(m_sha, "x.zip", m_now), path);
    m_folder.write("tls/short.key", "short");
    EXPECT_EQ(Capability::openOrCreate(m_folder.path() / "tls/short.key").error().code, "capability.damaged");
}

TEST_F(Capabilities, ProcessesThatStartAtOnceAgree)
{
    constexpr int processes = 4;
    for (int round = 0; round < 10; ++round) {
        const fs::path file = m_folder.path() / ("fresh" + std::to_string(round)) / "links.key";
        std::vector<pid_t> children;
        for (int i = 0; i < processes; ++i) {
            const pid_t child = ::fork();
            if (child == 0) {
                // What it holds must be what everybody else will find.
                const auto mine = Capability::openOrCreate(file);
                const bool written = mine && writeFileAtomically(file.parent_path() / (std::to_string(i) + ".path"),
                                                                 mine->path(m_sha, "x", m_now));
                ::_exit(written ? 0 : 1);
            }
            children.push_back(child);
        }
        for (const pid_t child : children) {
            int status = -1;
            ::waitpid(child, &status, 0);
            EXPECT_EQ(status, 0);
        }
        const std::string path = Capability::openOrCreate(file).value().path(m_sha, "x", m_now);
        for (int i = 0; i < processes; ++i)
            EXPECT_EQ(readFile(file.parent_path() / (std::to_string(i) + ".path")).value_or(""), path);
    }
}
