// SPDX-License-Identifier: MIT
#include "app/cli/externalprogram.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <sstream>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace drydock::cli {

static constexpr std::size_t mostOutput = 4U << 20U;
static constexpr int pollMilliseconds = 100;

bool isOnPath(const std::string &program)
{
    const char *path = std::getenv("PATH");
    std::istringstream folders(path != nullptr ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');)
        if (::access((folder + "/" + program).c_str(), X_OK) == 0)
            return true;
    return false;
}

static std::vector<char *> pointersTo(std::vector<std::string> &texts)
{
    std::vector<char *> pointers;
    for (std::string &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

static std::vector<std::string> environmentWith(const std::map<std::string, std::string> &added)
{
    std::vector<std::string> all;
    for (char **entry = environ; *entry != nullptr; ++entry) {
        const std::string text = *entry;
        if (!added.contains(text.substr(0, text.find('='))))
            all.push_back(text);
    }
    for (const auto &[name, value] : added)
        all.push_back(name + "=" + value);
    return all;
}

/// Both streams go into the pipe; the signals that main() blocks are open again in the child.
static int spawn(std::vector<std::string> arguments, std::vector<std::string> environment, int output, pid_t &process)
{
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDERR_FILENO);
    posix_spawnattr_t attributes{};
    posix_spawnattr_init(&attributes);
    sigset_t none{};
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    const std::vector<char *> argumentPointers = pointersTo(arguments);
    const std::vector<char *> environmentPointers = pointersTo(environment);
    const int problem = ::posix_spawnp(&process, argumentPointers.front(), &actions, &attributes,
                                       argumentPointers.data(), environmentPointers.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return problem;
}

static void collectOutput(int pipe, pid_t process, const std::stop_token &stop, std::string &output)
{
    std::array<char, 8192> buffer{};
    bool stopped = false;
    for (;;) {
        if (stop.stop_requested() && !stopped) {
            ::kill(process, SIGTERM);
            stopped = true;
        }
        pollfd source{pipe, POLLIN, 0};
        if (::poll(&source, 1, pollMilliseconds) <= 0)
            continue;
        const ssize_t count = ::read(pipe, buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return;
        if (output.size() < mostOutput)
            output.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

Result<ProgramResult> runProgram(const std::vector<std::string> &arguments,
                                 const std::map<std::string, std::string> &environment, const std::stop_token &stop)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return failure(systemError(errno, "The program cannot be started", arguments.front()));
    pid_t process = -1;
    const int problem = spawn(arguments, environmentWith(environment), ends[1], process);
    ::close(ends[1]);
    if (problem != 0) {
        ::close(ends[0]);
        return failure("program.failed", "The program cannot be started.", arguments.front(),
                       "Check that it is installed.");
    }
    ProgramResult result;
    collectOutput(ends[0], process, stop, result.output);
    ::close(ends[0]);
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    result.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

} // namespace drydock::cli
