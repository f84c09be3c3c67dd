// SPDX-License-Identifier: MIT
#include "core/server/capability.h"

#include "tests/registry/archivewriting.h"

#include <gtest/gtest.h>

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
