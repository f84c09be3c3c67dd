// SPDX-License-Identifier: MIT
#include "core/registry/packagehash.h"

#include "core/registry/providerpackage.h"
#include "tests/registry/archivewriting.h"

#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::registry;
using drydock::fixture::ArchiveKind;
using drydock::fixture::EntryKind;
using drydock::fixture::TemporaryFolder;

TEST(PackageHashTest, ValuesThatTerraformComputes)
{
    PackageHash none;
    EXPECT_EQ(none.h1(), "h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    PackageHash files;
    ASSERT_TRUE(files.add("docs/b.txt", sha256Hex("b")).has_value());
    ASSERT_TRUE(files.add("a.txt", sha256Hex("a")).has_value());
    EXPECT_EQ(files.h1(), "h1:WqsPkrXBTi6i0BcsE08ffDW9KutnPQN7wQYQvcL3SVg=");
    ASSERT_TRUE(files.add("docs/", sha256Hex("")).has_value());
    EXPECT_EQ(files.h1(), "h1:kjG3zf6BRSyhGv+ET/z7zEfsBMk7J3bPa+LJzA0YFk4=");
}

TEST(PackageHashTest, RefusesNamesTwiceAndLineFeeds)
{
    PackageHash hash;
    ASSERT_TRUE(hash.add("a", sha256Hex("a")).has_value());
    EXPECT_EQ(hash.add("a", sha256Hex("b")).error().code, "package.duplicate-name");
    EXPECT_EQ(hash.add("b\nc", sha256Hex("b")).error().code, "package.bad-name");
}

TEST(PackageHashTest, FolderAndZipAgreeWithoutDirectoryEntries)
{
    const TemporaryFolder folder;
    folder.write("p/a.txt", "a");
    folder.write("p/docs/b.txt", "b");
    EXPECT_EQ(h1OfFolder(folder.path() / "p").value(), "h1:WqsPkrXBTi6i0BcsE08ffDW9KutnPQN7wQYQvcL3SVg=");
    EXPECT_FALSE(h1OfFolder(folder.path() / "none").has_value());
}

TEST(ProviderPackageTest, BothHashesOfAZipWithDirectoryEntries)
{
    const TemporaryFolder folder;
    const auto zip = folder.path() / "p.zip";
    fixture::writeArchive(zip, ArchiveKind::Zip,
                          {{"docs/", "", EntryKind::Directory},
                           {"docs/b.txt", "b"},
                           {"terraform-provider-demo_v1.0.0", "x", EntryKind::File, 0755}});
    const auto package = inspectProviderPackage(zip, "demo", Task{});
    ASSERT_TRUE(package.has_value()) << package.error().text();
    EXPECT_TRUE(package->directoryEntries);
    EXPECT_NE(package->h1, package->h1OfZip);
    EXPECT_EQ(package->executable, "terraform-provider-demo_v1.0.0");
    EXPECT_EQ(package->sha256, sha256HexOfFile(zip).value());
    folder.write("u/docs/b.txt", "b");
    folder.write("u/terraform-provider-demo_v1.0.0", "x");
    EXPECT_EQ(package->h1, h1OfFolder(folder.path() / "u").value());
    EXPECT_EQ(checkForPublishing(*package, {"linux", "amd64"}, "p.zip").error().code, "provider.directory-entries");
}

TEST(ProviderPackageTest, RefusesWhatIsNoProvider)
{
    const TemporaryFolder folder;
    const auto codeOf = [&](const std::vector<fixture::WrittenEntry> &entries) {
        fixture::writeArchive(folder.path() / "p.zip", ArchiveKind::Zip, entries);
        const auto package = inspectProviderPackage(folder.path() / "p.zip", "demo", Task{});
        return package ? std::string() : package.error().code;
    };
    EXPECT_EQ(codeOf({{"readme.txt", "x"}}), "provider.no-executable");
    EXPECT_EQ(codeOf({{"bin/terraform-provider-demo", "x"}}), "provider.no-executable");
    EXPECT_EQ(codeOf({{"terraform-provider-demonstration", "x"}}), "provider.no-executable");
    EXPECT_EQ(codeOf({{"terraform-provider-demo", "x"}, {"../evil", "x"}}), "archive.traversal");
    EXPECT_EQ(codeOf({{"terraform-provider-demo", "x"}, {"link", "/etc/passwd", EntryKind::SymbolicLink}}),
              "archive.link");
    EXPECT_EQ(codeOf({{"terraform-provider-demo", "x"}, {"terraform-provider-demo", "y"}}), "package.duplicate-name");
    folder.write("q.zip", "this is no zip at all");
    EXPECT_EQ(inspectProviderPackage(folder.path() / "q.zip", "demo", Task{}).error().code, "archive.unreadable");
    EXPECT_EQ(inspectProviderPackage(folder.path() / "none.zip", "demo", Task{}).error().code, "system.not-found");
}

TEST(ProviderPackageTest, AnExecutableThatCannotRunIsRefusedExceptForWindows)
{
    const TemporaryFolder folder;
    fixture::writeArchive(folder.path() / "p.zip", ArchiveKind::Zip, {{"terraform-provider-demo.exe", "x"}});
    const auto package = inspectProviderPackage(folder.path() / "p.zip", "demo", Task{}).value();
    EXPECT_EQ(checkForPublishing(package, {"linux", "amd64"}, "p.zip").error().code, "provider.not-executable");
    EXPECT_TRUE(checkForPublishing(package, {"windows", "amd64"}, "p.zip").has_value());
}
