// SPDX-License-Identifier: MIT
#include "app/wiring/stationlock.h"

#include "core/base/filereader.h"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace drydock::wiring {

StationLock::StationLock(StationLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

StationLock &StationLock::operator=(StationLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

StationLock::~StationLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<StationLock> StationLock::take(const std::filesystem::path &workspace)
{
    const std::filesystem::path file = workspace / "station.lock";
    StationLock lock(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    if (lock.m_descriptor < 0)
        return failure(systemError(errno, "The workspace cannot be locked", file.string()));
    if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) == 0) {
        // The address of a station that was killed is no longer true.
        if (::ftruncate(lock.m_descriptor, 0) != 0)
            return failure(systemError(errno, "The workspace cannot be locked", file.string()));
        return lock;
    }
    if (errno != EWOULDBLOCK)
        return failure(systemError(errno, "The workspace cannot be locked", file.string()));
    const std::string other = readFile(file, 4096).value_or("");
    return failure("server.workspace-served",
                   "This workspace is already being served" + (other.empty() ? "" : " at " + other) + ".",
                   workspace.string(), "Use that station, stop it first, or serve another workspace.");
}

void StationLock::announce(const std::string &url) const
{
    const std::string text = url + " by process " + std::to_string(::getpid());
    if (::ftruncate(m_descriptor, 0) == 0 && ::pwrite(m_descriptor, text.data(), text.size(), 0) < 0)
        return; // only the message of a second station is poorer then
}

} // namespace drydock::wiring
