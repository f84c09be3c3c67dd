// SPDX-License-Identifier: MIT
#include "core/mirror/providermirror.h"

#include "core/base/filereader.h"
#include "core/mirror/storedmirror.h"
#include "core/registry/providerpackage.h"
#include "tests/registry/archivewriting.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::mirror;
using drydock::fixture::TemporaryFolder;
using drydock::registry::ProviderAddress;

namespace {

class Mirror : public ::testing::Test
{
protected:
    TemporaryFolder m_folder;
    SystemClock m_clock;
    store::Database m_database = store::Database::open(m_folder.path() / "drydock.db").value();
    blob::BlobStore m_blobs = blob::BlobStore::open(m_folder.path() / "blobs").value();
    StoredMirror m_repository{m_database};
    ProviderMirror m_mirror{m_repository, m_blobs, m_clock};
    ProviderAddress m_source = ProviderAddress::parse("registry.terraform.io/acme/demo").value();
};

} // namespace

TEST_F(Mirror, LinksItsPackagesAsAFilesystemMirror)
{
    const auto zip = fixture::writeProvider(m_folder.path(), "demo", "1.0.0", "linux_amd64", "l");
    const auto next = fixture::writeProvider(m_folder.path(), "demo", "1.1.0", "linux_amd64", "n");
    ASSERT_TRUE(m_mirror.add(zip, m_source, Task{}) && m_mirror.add(next, m_source, Task{}));
    const auto folder = m_folder.path() / "filesystem";
    const auto sources = m_mirror.linkPackages(folder);
    ASSERT_TRUE(sources) << sources.error().text();
    EXPECT_EQ(*sources, std::vector<ProviderAddress>{m_source});
    EXPECT_EQ(
        readFile(folder / "registry.terraform.io/acme/demo/terraform-provider-demo_1.0.0_linux_amd64.zip").value_or(""),
        readFile(zip).value_or("none"));
    EXPECT_FALSE(m_mirror.linkPackages(folder)) << "a folder that holds them already is not written again";
}

TEST_F(Mirror, DocumentsOfTheProtocol)
{
    const auto linux = fixture::writeProvider(m_folder.path(), "demo", "1.0.0", "linux_amd64", "l");
    const auto mac = fixture::writeProvider(m_folder.path(), "demo", "1.0.0", "darwin_arm64", "m");
    const auto next = fixture::writeProvider(m_folder.path(), "demo", "1.1.0", "linux_amd64", "n");
    for (const auto &zip : {linux, mac, next})
        ASSERT_TRUE(m_mirror.add(zip, m_source, Task{}).has_value());
    EXPECT_EQ(m_mirror.indexDocument(m_source).value(), R"({"versions":{"1.1.0":{},"1.0.0":{}}})");
    const auto mac1 = registry::inspectProviderPackage(mac, "demo", Task{}).value();
    const auto linux1 = registry::inspectProviderPackage(linux, "demo", Task{}).value();
    const auto url = [](const MirrorArchive &archive) { return "/x/" + archive.fileName(); };
    EXPECT_EQ(m_mirror.versionDocument(m_source, "1.0.0", url).value(),
              R"({"archives":{"darwin_arm64":{"url":"/x/terraform-provider-demo_1.0.0_darwin_arm64.zip","hashes":[")" +
                  mac1.h1 + R"(","zh:)" + mac1.sha256 +
                  R"("]},"linux_amd64":{"url":"/x/terraform-provider-demo_1.0.0_linux_amd64.zip","hashes":[")" +
                  linux1.h1 + R"(","zh:)" + linux1.sha256 + R"("]}}})");
    EXPECT_EQ(m_mirror.versionDocument(m_source, "9.0.0", url).error().code, "mirror.not-found");
    EXPECT_EQ(m_mirror.indexDocument(ProviderAddress::parse("registry.terraform.io/acme/other").value()).error().code,
              "mirror.not-found");
}

TEST_F(Mirror, RefusesWhatClientsCannotAskFor)
{
    const auto zip = fixture::writeProvider(m_folder.path(), "demo", "1.0.0", "linux_amd64");
    const auto port = m_mirror.add(zip, ProviderAddress::parse("registry.lan:8443/acme/demo").value(), Task{});
    EXPECT_EQ(port.error().code, "mirror.host-port");
    EXPECT_EQ(m_mirror.add(zip, ProviderAddress::parseLocal("acme/demo").value(), Task{}).error().code,
              "address.invalid");
    EXPECT_EQ(m_mirror.add(zip, ProviderAddress::parse("registry.terraform.io/acme/null").value(), Task{}).error().code,
              "provider.wrong-type");
    EXPECT_TRUE(m_mirror.list().value().empty());
}

TEST_F(Mirror, TheNameCanBeGiven)
{
    const auto zip = fixture::writeProvider(m_folder.path(), "demo", "1.0.0", "linux_amd64");
    std::filesystem::rename(zip, m_folder.path() / "download.zip");
    EXPECT_EQ(m_mirror.add(m_folder.path() / "download.zip", m_source, Task{}).error().code, "provider.file-name");
    const auto added = m_mirror.add(m_folder.path() / "download.zip", m_source, Task{},
                                    "terraform-provider-demo_1.0.0_linux_amd64.zip");
    ASSERT_TRUE(added.has_value()) << added.error().text();
    EXPECT_EQ(added->archive.version, "1.0.0");
}

TEST_F(Mirror, APackageDoesNotChangeUnnoticed)
{
    const auto zip = fixture::writeProvider(m_folder.path(), "demo", "1.0.0", "linux_amd64");
    const auto other = fixture::writeProvider(m_folder.path() / "o", "demo", "1.0.0", "linux_amd64", "other");
    ASSERT_TRUE(m_mirror.add(zip, m_source, Task{}).has_value());
    EXPECT_EQ(m_mirror.add(zip, m_source, Task{}).value().outcome, AddOutcome::AlreadyThere);
    EXPECT_EQ(m_mirror.add(other, m_source, Task{}).error().code, "mirror.package-differs");
    const registry::Platform platform{"linux", "amd64"};
    ASSERT_TRUE(m_mirror.remove(m_source, "1.0.0", platform).has_value());
    EXPECT_EQ(m_mirror.remove(m_source, "1.0.0", platform).error().code, "mirror.not-found");
    EXPECT_NE(m_mirror.remove(m_source, "1.0.0", platform).error().hint.find("mirror list"), std::string::npos);
    EXPECT_TRUE(m_mirror.add(other, m_source, Task{}).has_value());
}

TEST_F(Mirror, ACancelledCopyLeavesNothing)
{
    const auto zip = fixture::writeProvider(m_folder.path(), "demo", "1.0.0", "linux_amd64");
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(m_mirror.add(zip, m_source, Task{stop.get_token(), {}}).error().code, "task.cancelled");
    EXPECT_TRUE(m_mirror.list().value().empty());
    EXPECT_EQ(m_blobs.collect([] { return Result<std::set<std::string>>(std::set<std::string>()); }).value(), 0U);
}
