// SPDX-License-Identifier: MIT
#include "core/base/temporaryfolder.h"

#include "core/base/identifier.h"

#include <cerrno>
#include <string>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace drydock {

namespace fs = std::filesystem;

static constexpr std::size_t randomBytes = 8;
static constexpr std::string_view lockName = ".lock";

static int lockFile(int descriptor, int how)
{
    int result = 0;
    do
        result = ::flock(descriptor, how);
    while (result != 0 && errno == EINTR);
    return result;
}

static Result<fs::path> makeFolder(const fs::path &parent, std::string_view prefix)
{
    const fs::path root = parent / (std::string(prefix) + randomHex(randomBytes));
    if (::mkdir(root.c_str(), 0700) != 0)
        return failure(systemError(errno, "A temporary folder cannot be made", root.string()));
    return root;
}

Result<TemporaryFolder> TemporaryFolder::create(const fs::path &parent, std::string_view prefix)
{
    collect(parent, prefix);
    constexpr int attempts = 10;
    for (int attempt = 1;; ++attempt) {
        auto root = makeFolder(parent, prefix);
        if (!root)
            return Failure(root.error());
        const int lock = ::open((*root / lockName).c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
        // Where a file system has no locks, nobody can take this folder for one that was left.
        int problem = lock < 0 ? errno : 0;
        if (lock >= 0)
            lockFile(lock, LOCK_EX);
        TemporaryFolder folder(*std::move(root), lock);
        if (problem == 0 && ::mkdir(folder.path().c_str(), 0700) != 0)
            problem = errno;
        if (problem == 0)
            return folder;
        // Another process that collects may have come between the folder and its lock: then the names are gone.
        if (problem != ENOENT || attempt == attempts)
            return failure(systemError(problem, "A temporary folder cannot be made", folder.m_root.string()));
    }
}

Result<TemporaryFolder> TemporaryFolder::create(std::string_view prefix)
{
    std::error_code error;
    const fs::path parent = fs::temp_directory_path(error);
    if (error)
        return failure(systemError(error.value(), "There is no folder for temporary files", parent.string()));
    return create(parent, prefix);
}

TemporaryFolder::TemporaryFolder(fs::path root, int lock)
    : m_root(std::move(root))
    , m_lock(lock)
{
}

TemporaryFolder::TemporaryFolder(TemporaryFolder &&other) noexcept
    : m_root(std::exchange(other.m_root, {}))
    , m_lock(std::exchange(other.m_lock, -1))
{
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    if (!m_root.empty())
        fs::remove_all(m_root, ignored);
    if (m_lock >= 0)
        ::close(m_lock);
}

static bool hasOurName(std::string_view name, std::string_view prefix)
{
    return name.size() == prefix.size() + 2 * randomBytes && name.starts_with(prefix) &&
           name.find_first_not_of("0123456789abcdef", prefix.size()) == std::string_view::npos;
}

/// Whether `root` was made by create(), by this user, and nobody uses it; then it is removed.
static bool removeIfLeft(const fs::path &root)
{
    struct stat status
    {
    };
    if (::lstat(root.c_str(), &status) != 0 || !S_ISDIR(status.st_mode) || status.st_uid != ::geteuid())
        return false;
    const int lock = ::open((root / lockName).c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    // Killed before there was a lock: then the folder is empty, and only such a one goes.
    if (lock < 0)
        return errno == ENOENT && ::rmdir(root.c_str()) == 0;
    std::error_code error;
    const bool isLeft = lockFile(lock, LOCK_EX | LOCK_NB) == 0;
    const bool removed = isLeft && fs::remove_all(root, error) != static_cast<std::uintmax_t>(-1);
    ::close(lock);
    return removed;
}

std::size_t TemporaryFolder::collect(const fs::path &parent, std::string_view prefix)
{
    // Listed first: what is removed while a folder is read may hide other entries.
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator it(parent, error), end; !error && it != end; it.increment(error))
        if (hasOurName(it->path().filename().string(), prefix))
            found.push_back(it->path());
    std::size_t removed = 0;
    for (const fs::path &root : found)
        removed += removeIfLeft(root) ? 1 : 0;
    return removed;
}

} // namespace drydock
