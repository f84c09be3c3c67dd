// SPDX-License-Identifier: MIT
#include "core/base/atomicfile.h"
#include "core/base/clock.h"
#include "core/base/containment.h"
#include "core/base/encoding.h"
#include "core/base/filereader.h"
#include "core/base/glob.h"
#include "core/base/identifier.h"
#include "core/base/semver.h"
#include "core/base/sha256.h"
#include "core/base/versionconstraint.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace drydock;
namespace fs = std::filesystem;

namespace {

class BaseFiles : public testing::Test
{
protected:
    void SetUp() override { fs::create_directories(m_root); }
    void TearDown() override { fs::remove_all(m_root); }
    fs::path m_root = fs::temp_directory_path() / ("drydock-base-" + randomHex(6));
};

} // namespace

TEST(Sha256Test, KnownAnswers)
{
    EXPECT_EQ(sha256Hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256Hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(EncodingTest, Base64RoundTripAndBadInput)
{
    EXPECT_EQ(base64Encode("foob"), "Zm9vYg==");
    EXPECT_EQ(base64Decode("Zm9vYg==").value(), "foob");
    EXPECT_EQ(base64Decode("Zm9vYmFy").value(), "foobar");
    EXPECT_FALSE(base64Decode("Zm9").has_value());
    EXPECT_FALSE(base64Decode("Zg==Zg==").has_value());
    EXPECT_EQ(base64UrlEncode("\xfb\xff"), "-_8");
}

TEST(EncodingTest, PercentDecodeNeedsTwoDigits)
{
    EXPECT_EQ(percentDecode("a%20b").value(), "a b");
    EXPECT_EQ(percentDecode("%2e").value(), ".");
    EXPECT_FALSE(percentDecode("a%2").has_value());
    EXPECT_EQ(percentEncode("a b/c", true), "a%20b/c");
}

TEST(EncodingTest, Utf8RefusesSurrogatesAndOverlongForms)
{
    EXPECT_TRUE(isValidUtf8("Grüße 🚢"));
    EXPECT_FALSE(isValidUtf8("\xc0\xaf"));
    EXPECT_FALSE(isValidUtf8("\xed\xa0\x80"));
    EXPECT_FALSE(isValidUtf8("\xe2\x82"));
}

TEST(SemanticVersionTest, OrderOfTheSpecification)
{
    const char *const ordered[] = {
        "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1",
        "1.0.0",       "1.0.1",         "1.10.0",           "2.0.0"};
    for (std::size_t i = 0; i + 1 < std::size(ordered); ++i)
        EXPECT_LT(SemanticVersion::parse(ordered[i]).value(), SemanticVersion::parse(ordered[i + 1]).value())
            << ordered[i];
}

TEST(SemanticVersionTest, RefusesWhatIsNoSemanticVersion)
{
    for (const char *text :
         {"", "1", "1.2", "v1.2.3", "1.2.3.4", "01.2.3", "1.2.3-01", "1.2.3-", "1.2.x", "1.2.3-a..b"})
        EXPECT_FALSE(SemanticVersion::parse(text).has_value()) << text;
    EXPECT_EQ(SemanticVersion::parse("1.2.3-rc.1+build.5").value().text(), "1.2.3-rc.1+build.5");
}

TEST(VersionConstraintTest, TermsOfTerraform)
{
    const auto allows = [](const char *constraint, const char *version) {
        return VersionConstraint::parse(constraint).value().allows(SemanticVersion::parse(version).value());
    };
    EXPECT_TRUE(allows("~> 1.2", "1.9.0"));
    EXPECT_FALSE(allows("~> 1.2", "2.0.0"));
    EXPECT_TRUE(allows("~> 1.2.3", "1.2.9"));
    EXPECT_FALSE(allows("~> 1.2.3", "1.3.0"));
    EXPECT_TRUE(allows(">= 1.0, < 2.0, != 1.5.0", "1.4.0"));
    EXPECT_FALSE(allows(">= 1.0, < 2.0, != 1.5.0", "1.5.0"));
    EXPECT_FALSE(allows(">= 1.0", "2.0.0-beta"));
    EXPECT_TRUE(allows("2.0.0-beta", "2.0.0-beta"));
    EXPECT_FALSE(VersionConstraint::parse(">> 1").has_value());
}

TEST(IdentifierTest, SlugsAreSafeInPathsAndAddresses)
{
    EXPECT_EQ(slugFor("Landing zone (EU)"), "landing-zone-eu");
    EXPECT_EQ(slugFor("../../etc"), "etc");
    EXPECT_EQ(slugFor("Ü"), "");
    EXPECT_TRUE(checkSlug("landing-zone").has_value());
    for (const char *bad : {"", "-a", "a--b", "A", "a/b", "..", "a b"})
        EXPECT_FALSE(checkSlug(bad).has_value()) << bad;
}

TEST(ClockTest, RoundTrip)
{
    EXPECT_EQ(formatTimestamp(parseTimestamp("2026-11-20T21:26:00.123Z").value()), "2026-11-20T21:26:00.123Z");
    EXPECT_EQ(formatTimestamp(parseTimestamp("2026-02-28").value()), "2026-02-28T00:00:00.000Z");
    for (const char *bad : {"2026-02-30", "yesterday", "2026-11-20T25:00:00Z", "2026-11-20T21:26:00"})
        EXPECT_FALSE(parseTimestamp(bad).has_value()) << bad;
}

TEST(GlobTest, StarsStopAtTheSeparator)
{
    EXPECT_TRUE(globMatches("*.tf", "main.tf"));
    EXPECT_FALSE(globMatches("*.tf", "a/main.tf"));
    EXPECT_TRUE(globMatches("**/*.tf", "a/b/main.tf"));
    EXPECT_TRUE(globMatches("**/*.tf", "main.tf"));
    EXPECT_TRUE(globMatches("mod*/**/main.tf", "modules/main.tf"));
    EXPECT_TRUE(globMatches("mod*/**/main.tf", "modules/a/b/main.tf"));
    EXPECT_TRUE(globMatches("*/**/*/**/x", "a/b/x"));
    EXPECT_FALSE(globMatches("a/**/b", "a/xb"));
    EXPECT_TRUE(globMatches("module.net.**", "module.net.aws_vpc.this"));
    EXPECT_TRUE(globMatches("aws_s3_bucket.log*", "aws_s3_bucket.logs", '.'));
    EXPECT_FALSE(globMatches("aws_s3_bucket.?", "aws_s3_bucket.ab", '.'));
}

TEST_F(BaseFiles, AFileAppearsWholeOrNotAtAll)
{
    {
        auto file = AtomicFile::create(m_root / "sub" / "a.txt");
        ASSERT_TRUE(file.has_value());
        ASSERT_TRUE(file->write("half").has_value());
    }
    EXPECT_TRUE(fs::is_empty(m_root / "sub"));
    ASSERT_TRUE(writeFileAtomically(m_root / "sub" / "a.txt", "whole").has_value());
    EXPECT_EQ(readFile(m_root / "sub" / "a.txt").value(), "whole");
}

TEST_F(BaseFiles, ReadingHasALimitAndNamesTheFile)
{
    ASSERT_TRUE(writeFileAtomically(m_root / "big", std::string(100, 'x')).has_value());
    const auto read = readFile(m_root / "big", 10);
    ASSERT_FALSE(read.has_value());
    EXPECT_EQ(read.error().code, "file.too-large");
    EXPECT_EQ(read.error().place, (m_root / "big").string());
    EXPECT_EQ(readFile(m_root / "none").error().code, "system.not-found");
}

TEST_F(BaseFiles, NothingEscapesItsRoot)
{
    fs::create_directories(m_root / "in");
    fs::create_directory_symlink("/tmp", m_root / "in" / "out");
    EXPECT_TRUE(resolveInside(m_root / "in", "a/b.tf").has_value());
    for (const char *bad : {"../x", "/etc/passwd", "a/../../x", "out/x", "", "a\\b"})
        EXPECT_EQ(resolveInside(m_root / "in", bad).error().code, "path.escapes") << bad;
}

TEST_F(BaseFiles, ReplacingKeepsPermissionsAndRefusesWhatIsNoFile)
{
    const fs::path secret = m_root / "secret.tfvars";
    std::ofstream(secret) << "old";
    fs::permissions(secret, fs::perms::owner_read | fs::perms::owner_write);
    ASSERT_TRUE(writeFileAtomically(secret, "new"));
    EXPECT_EQ(fs::status(secret).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    const fs::path pipe = m_root / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const auto toPipe = writeFileAtomically(pipe, "text");
    ASSERT_FALSE(toPipe);
    EXPECT_EQ(toPipe.error().code, "file.not-regular");
    EXPECT_TRUE(fs::is_fifo(pipe));
    const auto toFolder = writeFileAtomically(m_root, "text");
    ASSERT_FALSE(toFolder);
    EXPECT_EQ(toFolder.error().code, "file.is-folder");
}

TEST_F(BaseFiles, APipeThatAPersonNamesIsWrittenTo)
{
    const fs::path pipe = m_root / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    ASSERT_GE(reader, 0);
    ASSERT_TRUE(writeNamedFile(pipe, "report"));
    char text[16] = {};
    EXPECT_EQ(::read(reader, text, sizeof text), 6);
    EXPECT_STREQ(text, "report");
    ::close(reader);
    EXPECT_TRUE(fs::is_fifo(pipe));
}

TEST_F(BaseFiles, ANameThatIsTooLongIsNotCalledAnEscape)
{
    const auto resolved = resolveInside(m_root, std::string(300, 'n'));
    ASSERT_FALSE(resolved);
    EXPECT_EQ(resolved.error().code, "path.too-long");
}

TEST_F(BaseFiles, ALinkThatAPersonNamesStays)
{
    std::ofstream(m_root / "today.json") << "old";
    fs::create_symlink("today.json", m_root / "newest.json");
    ASSERT_TRUE(writeNamedFile(m_root / "newest.json", "new"));
    EXPECT_TRUE(fs::is_symlink(m_root / "newest.json"));
    EXPECT_EQ(readFile(m_root / "today.json").value_or(""), "new");
}
