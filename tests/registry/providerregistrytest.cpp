// SPDX-License-Identifier: MIT
#include "core/registry/providerregistry.h"

#include "core/base/filereader.h"
#include "core/registry/signingkey.h"
#include "core/registry/storedproviders.h"
#include "tests/registry/archivewriting.h"

#include <gtest/gtest.h>

#include <cstdlib>

using namespace drydock;
using namespace drydock::registry;
using drydock::fixture::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

class Providers : public ::testing::Test
{
protected:
    void SetUp() override
    {
        if (std::system("gpg --version >/dev/null 2>&1") != 0)
            GTEST_SKIP() << "gpg is not installed";
    }
    // What a client does: import the public key into an empty key ring, check the detached signature.
    int verify(const ProviderVersion &version)
    {
        m_folder.write("key.asc", version.publicKey);
        const fs::path home = m_folder.path() / "client";
        fs::create_directories(home);
        fs::permissions(home, fs::perms::owner_all);
        const std::string gpg = "gpg --batch -q --homedir '" + home.string() + "' ";
        const std::string quiet = " >/dev/null 2>&1";
        return std::system((gpg + "--import '" + (m_folder.path() / "key.asc").string() + "'" + quiet + " && " + gpg +
                            "--verify '" + m_blobs.find(version.signature).value().string() + "' '" +
                            m_blobs.find(version.shasums).value().string() + "'" + quiet)
                               .c_str());
    }

    TemporaryFolder m_folder;
    SystemClock m_clock;
    store::Database m_database = store::Database::open(m_folder.path() / "drydock.db").value();
    blob::BlobStore m_blobs = blob::BlobStore::open(m_folder.path() / "blobs").value();
    StoredProviders m_repository{m_database};
    ProviderRegistry m_registry{m_repository, m_blobs, m_clock, m_folder.path() / "gnupg"};
    ProviderAddress m_address = ProviderAddress::parseLocal("acme/demo").value();
};

} // namespace

TEST_F(Providers, EveryPlatformIsInOneSignedList)
{
    for (const char *platform : {"linux_amd64", "darwin_arm64"}) {
        const auto zip = fixture::writeProvider(m_folder.path() / "in", "demo", "1.0.0", platform, platform);
        const auto published = m_registry.publish(zip, m_address, Task{});
        ASSERT_TRUE(published.has_value()) << published.error().text();
        EXPECT_EQ(published->outcome, PublishOutcome::Published);
    }
    const auto version = m_registry.version(m_address, "1.0.0").value();
    ASSERT_EQ(version.platforms.size(), 2U);
    const std::string sums = readFile(m_blobs.find(version.shasums).value()).value();
    EXPECT_EQ(sums, version.platforms[0].sha256 + "  terraform-provider-demo_1.0.0_darwin_arm64.zip\n" +
                        version.platforms[1].sha256 + "  terraform-provider-demo_1.0.0_linux_amd64.zip\n");
    EXPECT_TRUE(version.publicKey.starts_with("-----BEGIN PGP PUBLIC KEY BLOCK-----"));
    EXPECT_EQ(version.keyId.size(), 16U);
    const std::string signature = readFile(m_blobs.find(version.signature).value()).value();
    EXPECT_NE(static_cast<unsigned char>(signature[0]) & 0x80U, 0U) << "a binary signature, not an armored one";
    EXPECT_EQ(verify(version), 0);
    EXPECT_EQ(fs::status(m_folder.path() / "gnupg").permissions(), fs::perms::owner_all);
}

TEST_F(Providers, PackagesAreImmutable)
{
    const auto zip = fixture::writeProvider(m_folder.path() / "in", "demo", "1.0.0", "linux_amd64");
    ASSERT_TRUE(m_registry.publish(zip, m_address, Task{}).has_value());
    EXPECT_EQ(m_registry.publish(zip, m_address, Task{}).value().outcome, PublishOutcome::AlreadyThere);
    const auto other = fixture::writeProvider(m_folder.path() / "other", "demo", "1.0.0", "linux_amd64", "other");
    EXPECT_EQ(m_registry.publish(other, m_address, Task{}).error().code, "provider.version-exists");
    EXPECT_EQ(m_registry.list().value().size(), 1U);
}

TEST_F(Providers, RefusesWrongNamesAndTypes)
{
    const auto zip = fixture::writeProvider(m_folder.path() / "in", "demo", "1.0.0", "linux_amd64");
    EXPECT_EQ(m_registry.publish(zip, ProviderAddress::parseLocal("acme/null").value(), Task{}).error().code,
              "provider.wrong-type");
    fs::copy_file(zip, m_folder.path() / "in/demo.zip");
    const auto unnamed = m_registry.publish(m_folder.path() / "in/demo.zip", m_address, Task{});
    EXPECT_EQ(unnamed.error().code, "provider.file-name");
    EXPECT_EQ(unnamed.error().place, (m_folder.path() / "in/demo.zip").string());
}

TEST_F(Providers, TheKeyStaysTheSameAndALongHomeWorks)
{
    const fs::path home = m_folder.path() / std::string(60, 'a') / std::string(60, 'b') / "gnupg";
    const auto first = SigningKey::openOrCreate(home);
    ASSERT_TRUE(first.has_value()) << first.error().text();
    EXPECT_EQ(SigningKey::openOrCreate(home).value().fingerprint(), first->fingerprint());
    EXPECT_TRUE(first->sign("text").has_value());
}
