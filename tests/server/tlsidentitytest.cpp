// SPDX-License-Identifier: MIT
#include "core/server/tlsidentity.h"

#include "core/base/filereader.h"
#include "core/server/certificates.h"
#include "tests/registry/archivewriting.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

using namespace drydock;
using namespace drydock::server;
namespace fs = std::filesystem;

namespace {

class Identity : public ::testing::Test
{
protected:
    fixture::TemporaryFolder m_folder;
    TlsOptions m_options{m_folder.path() / "tls", {}};
};

} // namespace

TEST_F(Identity, MadeOnceAndKept)
{
    const auto first = TlsIdentity::ensure(m_options);
    ASSERT_TRUE(first.has_value()) << first.error().text();
    const auto second = TlsIdentity::ensure(m_options).value();
    EXPECT_EQ(first->authorityFingerprint, second.authorityFingerprint);
    EXPECT_EQ(first->certificateFingerprint, second.certificateFingerprint);
    EXPECT_EQ(first->authorityFingerprint.size(), 95U);
    for (const char *name : {"localhost", "127.0.0.1", "::1"})
        EXPECT_NE(std::find(first->names.begin(), first->names.end(), name), first->names.end()) << name;
    for (const char *key : {"ca.key", "server.key"})
        EXPECT_EQ(fs::status(m_options.folder / key).permissions(), fs::perms::owner_read | fs::perms::owner_write)
            << key;
}

TEST_F(Identity, ANewNameGivesANewCertificateOfTheSameAuthority)
{
    const auto first = TlsIdentity::ensure(m_options).value();
    m_options.names = {"registry.lan", "10.1.2.3", "bad name,IP:6.6.6.6"};
    const auto second = TlsIdentity::ensure(m_options).value();
    EXPECT_EQ(first.authorityFingerprint, second.authorityFingerprint);
    EXPECT_NE(first.certificateFingerprint, second.certificateFingerprint);
    EXPECT_NE(std::find(second.names.begin(), second.names.end(), "10.1.2.3"), second.names.end());
    EXPECT_EQ(std::find(second.names.begin(), second.names.end(), "6.6.6.6"), second.names.end());
}

TEST_F(Identity, ACertificateNearItsEndIsRenewed)
{
    const auto first = TlsIdentity::ensure(m_options).value();
    const auto authority = loadCertificate(m_options.folder / "ca.pem", m_options.folder / "ca.key").value();
    const auto old = makeServerCertificate(authority, first.names, 10).value();
    ASSERT_TRUE(saveCertificate(old, m_options.folder / "server.pem", m_options.folder / "server.key").has_value());
    const auto renewed = TlsIdentity::ensure(m_options).value();
    EXPECT_NE(renewed.certificateFingerprint, old.fingerprint());
    EXPECT_EQ(renewed.authorityFingerprint, first.authorityFingerprint);
    EXPECT_GT(renewed.notAfter, old.notAfter());
}

TEST_F(Identity, ADamagedCertificateIsMadeAnewADamagedAuthorityIsNot)
{
    const auto first = TlsIdentity::ensure(m_options).value();
    m_folder.write("tls/server.key", "rubbish");
    EXPECT_EQ(TlsIdentity::ensure(m_options).value().authorityFingerprint, first.authorityFingerprint);
    m_folder.write("tls/ca.key", "rubbish");
    const auto damaged = TlsIdentity::ensure(m_options);
    ASSERT_FALSE(damaged.has_value());
    EXPECT_EQ(damaged.error().code, "tls.damaged");
    EXPECT_FALSE(damaged.error().hint.empty());
    fs::remove(m_options.folder / "ca.key");
    EXPECT_EQ(TlsIdentity::ensure(m_options).error().code, "tls.damaged");
}

TEST_F(Identity, TwoAtOnceAgree)
{
    std::string other;
    std::thread thread([&] { other = TlsIdentity::ensure(m_options).value().authorityFingerprint; });
    const auto mine = TlsIdentity::ensure(m_options).value().authorityFingerprint;
    thread.join();
    EXPECT_EQ(mine, other);
}
