// SPDX-License-Identifier: MIT
#include "core/base/atomicfile.h"

#include "core/base/identifier.h"

#include <cerrno>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace drydock {

namespace fs = std::filesystem;

static constexpr std::string_view temporaryPrefix = ".drydock-";
static constexpr std::string_view temporarySuffix = ".tmp";

static Result<> writeAll(int descriptor, std::string_view bytes, const fs::path &target)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return failure(systemError(errno, "The file cannot be written", target.string()));
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
}

/// The permissions that a file gets in place of what is there.
static Result<mode_t> replacementMode(const fs::path &target)
{
    struct stat status
    {
    };
    if (::stat(target.c_str(), &status) != 0)
        return mode_t{0};
    if (S_ISDIR(status.st_mode))
        return failure("file.is-folder", "This is a folder, not a file.", target.string(), "Name a file.");
    if (!S_ISREG(status.st_mode))
        return failure("file.not-regular", "This is a device, pipe or socket, not a file.", target.string(),
                       "Name a file.");
    return static_cast<mode_t>(status.st_mode & 0777U);
}

static int lockFile(int descriptor, int how)
{
    int result = 0;
    do
        result = ::flock(descriptor, how);
    while (result != 0 && errno == EINTR);
    return result;
}

/// A new file that is locked, unless the file system knows no locks; then nobody takes it for stale either.
static int openTemporary(const fs::path &folder, fs::path &name)
{
    for (;;) {
        name = folder / (std::string(temporaryPrefix) + randomHex(8) + std::string(temporarySuffix));
        const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
        if (descriptor < 0)
            return descriptor;
        struct stat status
        {
        };
        // Whoever collects may have come between the two calls and removed the name again.
        if (lockFile(descriptor, LOCK_EX) != 0 || ::fstat(descriptor, &status) != 0 || status.st_nlink > 0)
            return descriptor;
        ::close(descriptor);
    }
}

Result<AtomicFile> AtomicFile::create(const fs::path &target)
{
    const auto mode = replacementMode(target);
    if (!mode)
        return Failure(mode.error());
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return failure(systemError(error.value(), "The folder cannot be created", folder.string()));
    AtomicFile file;
    file.m_target = target;
    file.m_descriptor = openTemporary(folder, file.m_temporary);
    if (file.m_descriptor < 0) {
        const int problem = errno;
        file.m_temporary.clear();
        return failure(systemError(problem, "The file cannot be written", target.string()));
    }
    if (*mode != 0 && ::fchmod(file.m_descriptor, *mode) != 0)
        return failure(systemError(errno, "The file's permissions cannot be kept", target.string()));
    return file;
}

AtomicFile::AtomicFile(AtomicFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_target(std::move(other.m_target))
    , m_temporary(std::exchange(other.m_temporary, {}))
{
}

AtomicFile &AtomicFile::operator=(AtomicFile &&other) noexcept
{
    if (this != &other) {
        discard();
        m_descriptor = std::exchange(other.m_descriptor, -1);
        m_target = std::move(other.m_target);
        m_temporary = std::exchange(other.m_temporary, {});
    }
    return *this;
}

AtomicFile::~AtomicFile()
{
    discard();
}

void AtomicFile::discard()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
    if (!m_temporary.empty())
        ::unlink(m_temporary.c_str());
    m_temporary.clear();
}

Result<> AtomicFile::write(std::string_view bytes)
{
    return writeAll(m_descriptor, bytes, m_target);
}

Result<> AtomicFile::commit()
{
    return commitAs(m_target);
}

Result<> AtomicFile::commitAs(const fs::path &target)
{
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return failure(systemError(error.value(), "The folder cannot be created", folder.string()));
    if (::fsync(m_descriptor) != 0)
        return failure(systemError(errno, "The file cannot be written to disk", target.string()));
    // Closed after it has its name: until then the lock says that it is still needed.
    if (::rename(m_temporary.c_str(), target.c_str()) != 0)
        return failure(systemError(errno, "The file cannot be put in place", target.string()));
    m_temporary.clear();
    ::close(std::exchange(m_descriptor, -1));
    // The name itself is on disk only after its folder was synced.
    if (const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
    return {};
}

Result<> writeFileAtomically(const fs::path &target, std::string_view bytes)
{
    auto file = AtomicFile::create(target);
    if (!file)
        return Failure(file.error());
    if (auto written = file->write(bytes); !written)
        return written;
    return file->commit();
}

Result<> writeNamedFile(const fs::path &target, std::string_view bytes)
{
    std::error_code error;
    const fs::file_type type = fs::status(target, error).type();
    if (type == fs::file_type::regular)
        return writeFileAtomically(fs::canonical(target, error), bytes);
    if (type != fs::file_type::character && type != fs::file_type::fifo)
        return writeFileAtomically(target, bytes);
    const int descriptor = ::open(target.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC);
    if (descriptor < 0)
        return failure(systemError(errno, "The file cannot be written", target.string()));
    auto written = writeAll(descriptor, bytes, target);
    ::close(descriptor);
    return written;
}

bool isTemporaryName(std::string_view name)
{
    return name.starts_with(temporaryPrefix) && name.ends_with(temporarySuffix);
}

bool removeIfStale(const fs::path &file)
{
    if (!isTemporaryName(file.filename().native()))
        return false;
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (descriptor < 0)
        return false;
    struct stat status
    {
    };
    const bool stale = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
                       lockFile(descriptor, LOCK_EX | LOCK_NB) == 0 && ::unlink(file.c_str()) == 0;
    ::close(descriptor);
    return stale;
}

template <typename Iterator>
static std::vector<fs::path> temporariesIn(const fs::path &folder)
{
    std::vector<fs::path> found;
    std::error_code error;
    for (Iterator it(folder, fs::directory_options::skip_permission_denied, error), end; !error && it != end;
         it.increment(error))
        if (isTemporaryName(it->path().filename().native()))
            found.push_back(it->path());
    return found;
}

void removeStaleTemporaries(const fs::path &folder, Search search)
{
    const auto found = search == Search::Tree ? temporariesIn<fs::recursive_directory_iterator>(folder)
                                              : temporariesIn<fs::directory_iterator>(folder);
    for (const fs::path &file : found)
        removeIfStale(file);
}

} // namespace drydock
