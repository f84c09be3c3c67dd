// SPDX-License-Identifier: MIT
#include "core/blob/blobstore.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace drydock::blob {

namespace fs = std::filesystem;

static fs::path pathOf(const fs::path &root, std::string_view sha256)
{
    return root / std::string(sha256.substr(0, 2)) / std::string(sha256.substr(2));
}

static bool isSha256(std::string_view text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

BlobWriter::BlobWriter(fs::path root, AtomicFile file)
    : m_root(std::move(root))
    , m_file(std::move(file))
{
}

Result<> BlobWriter::write(std::string_view bytes)
{
    m_hash.update(bytes);
    m_size += bytes.size();
    return m_file.write(bytes);
}

Result<Blob> BlobWriter::commit()
{
    Blob blob{m_hash.finishHex(), m_size};
    const fs::path target = pathOf(m_root, blob.sha256);
    std::error_code error;
    if (fs::file_size(target, error) == m_size && !error)
        return blob;
    if (auto put = m_file.commitAs(target); !put)
        return Failure(put.error());
    return blob;
}

BlobLease::BlobLease(BlobLease &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

BlobLease &BlobLease::operator=(BlobLease &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

BlobLease::~BlobLease()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

static Result<int> openLock(const fs::path &root)
{
    const fs::path file = root / ".lock";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0)
        return failure(systemError(errno, "The blob store cannot be locked", file.string()));
    return descriptor;
}

Result<BlobStore> BlobStore::open(const fs::path &root)
{
    std::error_code error;
    fs::create_directories(root, error);
    if (error)
        return failure(systemError(error.value(), "The folder for blobs cannot be created", root.string()));
    return BlobStore(root);
}

Result<BlobLease> BlobStore::lease() const
{
    auto descriptor = openLock(m_root);
    if (!descriptor)
        return Failure(descriptor.error());
    BlobLease lease(*descriptor);
    while (::flock(*descriptor, LOCK_SH) != 0)
        if (errno != EINTR)
            return failure(systemError(errno, "The blob store cannot be locked", m_root.string()));
    return lease;
}

Result<BlobWriter> BlobStore::writer() const
{
    auto file = AtomicFile::create(m_root / "incoming");
    if (!file)
        return Failure(file.error());
    return BlobWriter(m_root, std::move(*file));
}

Result<Blob> BlobStore::put(std::string_view bytes) const
{
    auto target = writer();
    if (!target)
        return Failure(target.error());
    if (auto written = target->write(bytes); !written)
        return Failure(written.error());
    return target->commit();
}

Result<Blob> BlobStore::putFile(const fs::path &file, const Task &task) const
{
    std::error_code error;
    const auto total = fs::file_size(file, error);
    std::ifstream in(file, std::ios::binary);
    if (error || !in)
        return failure(systemError(error ? error.value() : errno, "The file cannot be read", file.string()));
    auto target = writer();
    if (!target)
        return Failure(target.error());
    std::vector<char> buffer(1U << 20U);
    std::uint64_t done = 0;
    while (in.read(buffer.data(), static_cast<std::streamsize>(buffer.size())), in.gcount() > 0) {
        if (auto going = task.check(); !going)
            return Failure(going.error());
        if (auto written = target->write({buffer.data(), static_cast<std::size_t>(in.gcount())}); !written)
            return Failure(written.error());
        done += static_cast<std::uint64_t>(in.gcount());
        task.report(total == 0 ? 1.0 : static_cast<double>(done) / static_cast<double>(total), "Copying");
    }
    if (in.bad())
        return failure(systemError(EIO, "The file cannot be read", file.string()));
    return target->commit();
}

Result<fs::path> BlobStore::find(std::string_view sha256) const
{
    if (!isSha256(sha256))
        return failure("blob.invalid-name", "\"" + std::string(sha256.substr(0, 80)) + "\" is no SHA-256.");
    fs::path path = pathOf(m_root, sha256);
    std::error_code error;
    if (!fs::is_regular_file(path, error))
        return failure("blob.not-found", "There is no content with SHA-256 " + std::string(sha256) + ".", path.string(),
                       "Publish it again, or restore the blobs folder from a backup.");
    return path;
}

Result<std::size_t> BlobStore::collect(const std::function<Result<std::set<std::string>>()> &referenced) const
{
    auto descriptor = openLock(m_root);
    if (!descriptor)
        return Failure(descriptor.error());
    const BlobLease exclusive(*descriptor);
    if (::flock(*descriptor, LOCK_EX | LOCK_NB) != 0)
        return 0U;
    const auto keep = referenced();
    if (!keep)
        return Failure(keep.error());
    std::size_t removed = 0;
    std::error_code error;
    for (const auto &folder : fs::directory_iterator(m_root, error)) {
        const std::string prefix = folder.path().filename().string();
        if (prefix.size() != 2 || !folder.is_directory(error))
            continue;
        for (const auto &entry : fs::directory_iterator(folder.path(), error)) {
            const std::string name = prefix + entry.path().filename().string();
            if (isSha256(name) && !keep->contains(name) && fs::remove(entry.path(), error))
                ++removed;
        }
    }
    removeStaleTemporaries(m_root, Search::Folder);
    return removed;
}

} // namespace drydock::blob
