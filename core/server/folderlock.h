// SPDX-License-Identifier: MIT
#pragma once

#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace drydock::server {

/// Held by one process, and one thread in it, at a time: for what is made once in a folder. The folder must be there.
class FolderLock
{
public:
    explicit FolderLock(const std::filesystem::path &folder)
        : m_descriptor(::open((folder / ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
    {
        while (m_descriptor >= 0 && ::flock(m_descriptor, LOCK_EX) != 0 && errno == EINTR) {
        }
    }
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;
    ~FolderLock()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    [[nodiscard]] bool held() const { return m_descriptor >= 0; } ///< if not, errno says why

private:
    int m_descriptor;
};

} // namespace drydock::server
