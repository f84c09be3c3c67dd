// SPDX-License-Identifier: MIT
#include "core/registry/moduleregistry.h"

#include "core/base/filereader.h"
#include "core/registry/publishedmodules.h"
#include "core/registry/storedmodules.h"
#include "tests/registry/archivewriting.h"

#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <thread>
#include <vector>

using namespace drydock;
using namespace drydock::registry;
using drydock::fixture::ArchiveKind;
using drydock::fixture::TemporaryFolder;

namespace {

class Modules : public ::testing::Test
{
protected:
    Modules() { m_folder.write("m/main.tf", "# one\n"); }

    Result<PublishedModule> publish(const std::string &version, const std::string &address = "acme/network/aws")
    {
        return m_registry.publishFolder(m_folder.path() / "m", ModuleAddress::parse(address).value(), version, Task{});
    }

    TemporaryFolder m_folder;
    SystemClock m_clock;
    store::Database m_database = store::Database::open(m_folder.path() / "drydock.db").value();
    blob::BlobStore m_blobs = blob::BlobStore::open(m_folder.path() / "blobs").value();
    StoredModules m_repository{m_database};
    ModuleRegistry m_registry{m_repository, m_blobs, m_clock};
    ModuleAddress m_address = ModuleAddress::parse("acme/network/aws").value();
};

} // namespace

TEST_F(Modules, PublishedVersionsAreListedNewestFirst)
{
    for (const char *version : {"1.2.0", "1.10.0", "2.0.0-rc.1", "1.9.3"}) {
        const auto published = publish(version);
        ASSERT_TRUE(published.has_value()) << published.error().text();
        EXPECT_EQ(published->outcome, PublishOutcome::Published);
    }
    const auto versions = m_registry.versions(m_address).value();
    ASSERT_EQ(versions.size(), 4U);
    EXPECT_EQ(versions[0].version, "2.0.0-rc.1");
    EXPECT_EQ(versions[1].version, "1.10.0");
    EXPECT_EQ(versions[3].version, "1.2.0");
    const auto listed = m_registry.list({}).value();
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].version, "1.10.0") << "a release comes before a pre-release";
    EXPECT_TRUE(m_blobs.find(versions[0].sha256).has_value());
}

TEST_F(Modules, VersionsAreImmutable)
{
    const auto first = publish("1.0.0").value();
    const auto again = publish("1.0.0");
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->outcome, PublishOutcome::AlreadyThere);
    EXPECT_EQ(again->version.sha256, first.version.sha256);
    m_folder.write("m/main.tf", "# two\n");
    const auto other = publish("1.0.0");
    ASSERT_FALSE(other.has_value());
    EXPECT_EQ(other.error().code, "module.version-exists");
    EXPECT_NE(other.error().message.find("1.0.0"), std::string::npos);
    EXPECT_FALSE(other.error().hint.empty());
    EXPECT_EQ(m_registry.version(m_address, "1.0.0").value().sha256, first.version.sha256);
}

TEST_F(Modules, RefusesVersionsThatAreNone)
{
    for (const char *version : {"", "1", "v1.0.0", "1.0", "latest", "1.0.0/../.."})
        EXPECT_EQ(publish(version).error().code, "version.invalid") << version;
    EXPECT_EQ(m_registry.version(m_address, "9.9.9").error().code, "module.not-found");
    EXPECT_TRUE(m_registry.versions(m_address).value().empty());
}

TEST_F(Modules, ReadmeAndDescription)
{
    m_folder.write("m/README.md",
                   "# Network\n\n[![badge](x)](y)\n\nA network with three tiers.\n\n```hcl\nx = 1\n```\n");
    ASSERT_TRUE(publish("1.0.0").has_value());
    const auto version = m_registry.version(m_address, "1.0.0").value();
    EXPECT_EQ(version.description, "A network with three tiers.");
    EXPECT_TRUE(version.readme.starts_with("# Network"));
    EXPECT_EQ(m_registry.versions(m_address).value().front().readme, "");
}

TEST_F(Modules, SearchTakesWildcardsLiterally)
{
    ASSERT_TRUE(publish("1.0.0", "acme/network/aws").has_value());
    ASSERT_TRUE(publish("1.0.0", "acme/storage/azurerm").has_value());
    ASSERT_TRUE(publish("1.0.0", "other/net_work/aws").has_value());
    const auto names = [&](const ModuleQuery &query) {
        std::vector<std::string> found;
        const auto listed = m_registry.list(query).value();
        for (const auto &module : listed)
            found.push_back(module.address.text());
        return found;
    };
    const auto text = [](const char *value) { return ModuleQuery{value, {}, {}, {}, 20, 0}; };
    EXPECT_EQ(names(text("NETWORK")), std::vector<std::string>{"acme/network/aws"});
    EXPECT_EQ(names(text("t_w")), std::vector<std::string>{"other/net_work/aws"});
    EXPECT_TRUE(names(text("%")).empty());
    EXPECT_EQ(names({{}, "acme", {}, "azurerm", 20, 0}), std::vector<std::string>{"acme/storage/azurerm"});
    EXPECT_EQ(names({{}, {}, {}, {}, 1, 1}), std::vector<std::string>{"acme/storage/azurerm"});
}

TEST_F(Modules, DownloadsAreCounted)
{
    ASSERT_TRUE(publish("1.0.0").has_value());
    ASSERT_TRUE(m_registry.countDownload(m_address, "1.0.0").has_value());
    ASSERT_TRUE(m_registry.countDownload(m_address, "1.0.0").has_value());
    EXPECT_EQ(m_registry.version(m_address, "1.0.0").value().downloads, 2U);
}

TEST_F(Modules, AnUploadedArchiveGivesTheSameModuleAsItsFolder)
{
    fixture::writeArchive(m_folder.path() / "m.zip", ArchiveKind::Zip, {{"network-1.0.0/main.tf", "# one\n"}});
    const auto fromArchive = m_registry.publishArchive(m_folder.path() / "m.zip", m_address, "1.0.0", Task{});
    ASSERT_TRUE(fromArchive.has_value()) << fromArchive.error().text();
    EXPECT_EQ(publish("1.0.0").value().outcome, PublishOutcome::AlreadyThere);
    fixture::writeArchive(m_folder.path() / "bad.zip", ArchiveKind::Zip, {{"../main.tf", "# one\n"}});
    EXPECT_EQ(m_registry.publishArchive(m_folder.path() / "bad.zip", m_address, "1.1.0", Task{}).error().code,
              "archive.traversal");
}

TEST_F(Modules, SurvivesARestart)
{
    ASSERT_TRUE(publish("1.0.0").has_value());
    const auto database = store::Database::open(m_folder.path() / "drydock.db").value();
    const StoredModules repository(database);
    EXPECT_EQ(repository.versions(m_address).value().size(), 1U);
    EXPECT_EQ(repository.blobs().value().size(), 1U);
}

TEST_F(Modules, ManyPublishersOfOneVersionAgree)
{
    std::vector<std::thread> threads;
    std::atomic<int> published = 0;
    std::atomic<int> already = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            const auto done = publish("3.0.0");
            if (done && done->outcome == PublishOutcome::Published)
                ++published;
            else if (done)
                ++already;
        });
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(published, 1);
    EXPECT_EQ(already, 3);
}

TEST_F(Modules, AreUnpackedOnceForConfigurationsThatCallThem)
{
    ASSERT_TRUE(publish("1.0.0").has_value());
    const auto folder = m_folder.path() / "cache" / "modules";
    // What a process that was killed while it unpacked has left.
    m_folder.write("cache/modules/unpacking-0123456789abcdef/.lock", "");
    m_folder.write("cache/modules/unpacking-0123456789abcdef/content/main.tf", "# ha");
    const PublishedModules modules(m_registry, m_blobs, folder);
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            terraform::ModuleRequest request;
            request.source = "acme/network/aws";
            const auto found = modules.resolve(request);
            if (found && *found && readFile((*found)->directory / "main.tf").value_or("") == "# one\n")
                ++good;
        });
    for (auto &thread : threads)
        thread.join();
    EXPECT_EQ(good, 4);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1) << "the module, and nothing beside it";
}
