// SPDX-License-Identifier: MIT
#include "tests/project/killpoint.h"

#include <csignal>

#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int remaining = 0; // only touched in a child with one thread

static void pass()
{
    if (remaining > 0 && --remaining == 0)
        ::raise(SIGKILL);
}

// These stand in front of the C library's own, for our code and for SQLite. A killed process loses nothing that it had
// written, so nothing need reach the disk here.
extern "C" {

int fsync(int)
{
    pass();
    return 0;
}

int fdatasync(int)
{
    pass();
    return 0;
}

int rename(const char *from, const char *to) noexcept
{
    pass();
    return static_cast<int>(::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0U));
}

int unlink(const char *path) noexcept
{
    pass();
    return static_cast<int>(::syscall(SYS_unlinkat, AT_FDCWD, path, 0));
}
}

void killAt(int count)
{
    remaining = count;
}

ChildEnd runKilledAt(int count, const std::function<bool()> &work)
{
    const pid_t child = ::fork();
    if (child == 0) {
        killAt(count);
        ::_exit(work() ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
        return ChildEnd::Killed;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? ChildEnd::Finished : ChildEnd::Failed;
}
