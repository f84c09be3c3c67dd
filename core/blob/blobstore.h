// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/atomicfile.h"
#include "core/base/result.h"
#include "core/base/sha256.h"
#include "core/base/task.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>

namespace drydock::blob {

/// Content named by its SHA-256 (64 lower-case hexadecimal digits).
struct Blob
{
    std::string sha256;
    std::uint64_t size = 0; ///< bytes
};

/// Writes one blob piece by piece, hashing on the way. Destroyed before commit(), it leaves nothing behind.
class BlobWriter
{
public:
    [[nodiscard]] Result<> write(std::string_view bytes);
    /// Puts the content in place under its hash; content that is already there is kept.
    [[nodiscard]] Result<Blob> commit();

private:
    friend class BlobStore;
    BlobWriter(std::filesystem::path root, AtomicFile file);

    std::filesystem::path m_root;
    AtomicFile m_file;
    Sha256 m_hash;
    std::uint64_t m_size = 0;
};

/// Keeps BlobStore::collect() away, in this and in every other process, while it lives. Held from before a blob is
/// written until the row that names it is committed. The operating system releases it when the process is killed.
class BlobLease
{
public:
    BlobLease(BlobLease &&other) noexcept;
    BlobLease &operator=(BlobLease &&other) noexcept;
    ~BlobLease();

private:
    friend class BlobStore;
    explicit BlobLease(int descriptor)
        : m_descriptor(descriptor)
    {
    }

    int m_descriptor = -1;
};

/// A local folder of blobs, `ab/cdef…` below its root. Safe to use from many threads and processes at once.
class BlobStore
{
public:
    /// Creates the folder if it is missing.
    [[nodiscard]] static Result<BlobStore> open(const std::filesystem::path &root);

    [[nodiscard]] Result<BlobLease> lease() const;
    [[nodiscard]] Result<BlobWriter> writer() const;
    [[nodiscard]] Result<Blob> put(std::string_view bytes) const;
    [[nodiscard]] Result<Blob> putFile(const std::filesystem::path &file, const Task &task) const;

    /// The file that holds a blob. Codes: `blob.invalid-name`, `blob.not-found`.
    [[nodiscard]] Result<std::filesystem::path> find(std::string_view sha256) const;

    /// Removes blobs not in `referenced` and what killed writers left. Does nothing (and returns 0) while anyone holds
    /// a lease. `referenced` is called only once no lease can be taken, so that it sees every committed row.
    [[nodiscard]] Result<std::size_t> collect(const std::function<Result<std::set<std::string>>()> &referenced) const;

private:
    explicit BlobStore(std::filesystem::path root)
        : m_root(std::move(root))
    {
    }

    std::filesystem::path m_root;
};

} // namespace drydock::blob
