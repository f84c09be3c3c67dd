// SPDX-License-Identifier: MIT
#include "core/blob/blobstore.h"

#include "core/base/filereader.h"
#include "tests/registry/archivewriting.h"

#include <gtest/gtest.h>

using namespace drydock;
using drydock::blob::BlobStore;
using drydock::fixture::TemporaryFolder;
namespace fs = std::filesystem;

TEST(BlobStoreTest, ContentIsNamedByItsHash)
{
    const TemporaryFolder folder;
    const auto store = BlobStore::open(folder.path() / "blobs").value();
    const auto blob = store.put("abc").value();
    EXPECT_EQ(blob.sha256, sha256Hex("abc"));
    EXPECT_EQ(blob.size, 3U);
    EXPECT_EQ(store.put("abc").value().sha256, blob.sha256);
    EXPECT_EQ(readFile(store.find(blob.sha256).value()).value(), "abc");
    EXPECT_EQ(store.find(sha256Hex("none")).error().code, "blob.not-found");
    for (const char *bad : {"", "../../etc/passwd", "ABC"})
        EXPECT_EQ(store.find(bad).error().code, "blob.invalid-name");
}

TEST(BlobStoreTest, CollectsOrphansAndHalfWrittenFilesOnlyWithoutALease)
{
    const TemporaryFolder folder;
    const auto store = BlobStore::open(folder.path() / "blobs").value();
    const auto kept = store.put("kept").value();
    const auto orphan = store.put("orphan").value();
    folder.write("blobs/.drydock-0123456789abcdef.tmp", "half");
    const auto referenced = [&]() -> Result<std::set<std::string>> { return std::set{kept.sha256}; };
    {
        const auto lease = store.lease();
        ASSERT_TRUE(lease.has_value());
        EXPECT_EQ(store.collect(referenced).value(), 0U);
        EXPECT_TRUE(store.find(orphan.sha256).has_value());
    }
    EXPECT_EQ(store.collect(referenced).value(), 1U);
    EXPECT_TRUE(store.find(kept.sha256).has_value());
    EXPECT_FALSE(store.find(orphan.sha256).has_value());
    EXPECT_FALSE(fs::exists(folder.path() / "blobs/.drydock-0123456789abcdef.tmp"));
}

TEST(BlobStoreTest, APartialFileUnderTheRightNameIsReplaced)
{
    const TemporaryFolder folder;
    const auto store = BlobStore::open(folder.path() / "blobs").value();
    const std::string name = sha256Hex("whole content");
    folder.write("blobs/" + name.substr(0, 2) + "/" + name.substr(2), "whole");
    ASSERT_TRUE(store.put("whole content").has_value());
    EXPECT_EQ(readFile(store.find(name).value()).value(), "whole content");
}
