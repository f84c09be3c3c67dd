// SPDX-License-Identifier: MIT
#include "tests/e2e/programs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <stdexcept>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace drydock::fixture {

namespace {

using Clock = std::chrono::steady_clock;

// Far more than any program here takes on a busy machine.
constexpr std::chrono::seconds patience{120};

struct Started
{
    pid_t process = -1;
    int out = -1;
    int err = -1;
};

} // namespace

[[noreturn]] static void become(const std::vector<std::string> &command, const std::filesystem::path &folder,
                                const Environment &environment, int out, int err)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::dup2(out, STDOUT_FILENO);
    ::dup2(err, STDERR_FILENO);
    const int nothing = ::open("/dev/null", O_RDONLY);
    ::dup2(nothing, STDIN_FILENO);
    if (!folder.empty() && ::chdir(folder.c_str()) != 0)
        ::_exit(127);
    for (const auto &[name, value] : environment)
        ::setenv(name.c_str(), value.c_str(), 1);
    std::vector<char *> arguments;
    for (const std::string &argument : command)
        arguments.push_back(const_cast<char *>(argument.c_str()));
    arguments.push_back(nullptr);
    ::execvp(arguments.front(), arguments.data());
    ::_exit(127);
}

static Started startProgram(const std::vector<std::string> &command, const std::filesystem::path &folder,
                            const Environment &environment)
{
    std::array<int, 2> out{};
    std::array<int, 2> err{};
    if (::pipe2(out.data(), O_CLOEXEC) != 0 || ::pipe2(err.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe");
    const pid_t process = ::fork();
    if (process == 0)
        become(command, folder, environment, out[1], err[1]);
    ::close(out[1]);
    ::close(err[1]);
    return {process, out[0], err[0]};
}

static int exitCode(pid_t process)
{
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// Milliseconds for poll(); 0 when the time is over.
static int leftOf(Clock::time_point end)
{
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    return static_cast<int>(std::max<std::chrono::milliseconds::rep>(left, 0));
}

static Finished collect(const Started &started)
{
    Finished finished;
    const auto end = Clock::now() + patience;
    std::array<pollfd, 2> sources{pollfd{started.out, POLLIN, 0}, pollfd{started.err, POLLIN, 0}};
    std::array<std::string *, 2> texts{&finished.out, &finished.err};
    std::array<char, 8192> buffer{};
    while (sources[0].fd >= 0 || sources[1].fd >= 0) {
        if (::poll(sources.data(), sources.size(), leftOf(end)) == 0) {
            ADD_FAILURE() << "a program did not end; it had said:\n" << finished.out << finished.err;
            ::kill(started.process, SIGKILL);
            break; // also when a program that it left behind holds its output
        }
        for (std::size_t i = 0; i < sources.size(); ++i) {
            if (sources.at(i).fd < 0 || sources.at(i).revents == 0)
                continue;
            const ssize_t count = ::read(sources.at(i).fd, buffer.data(), buffer.size());
            if (count > 0)
                texts.at(i)->append(buffer.data(), static_cast<std::size_t>(count));
            else
                sources.at(i).fd = -1;
        }
    }
    ::close(started.out);
    ::close(started.err);
    finished.code = exitCode(started.process);
    return finished;
}

Finished run(const std::vector<std::string> &command, const std::filesystem::path &folder,
             const Environment &environment)
{
    return collect(startProgram(command, folder, environment));
}

bool canRun(const std::string &program)
{
    return run({program, "--version"}, {}, {{"TF_CLI_CONFIG_FILE", "/dev/null"}, {"CHECKPOINT_DISABLE", "1"}}).code ==
           0;
}

Background::Background(const std::vector<std::string> &command)
{
    const Started started = startProgram(command, {}, {});
    m_process = started.process;
    m_out = started.out;
    m_err = started.err;
}

Background::~Background()
{
    if (m_process > 0) {
        signal(SIGKILL);
        wait();
    }
}

std::string Background::readLine()
{
    std::string line;
    char c = 0;
    pollfd ready{m_out, POLLIN, 0};
    const auto end = Clock::now() + patience;
    while (::poll(&ready, 1, leftOf(end)) > 0 && ::read(m_out, &c, 1) == 1) {
        if (c == '\n')
            return line;
        line += c;
    }
    return line;
}

bool Background::hasEnded() const
{
    siginfo_t info{};
    return ::waitid(P_PID, static_cast<id_t>(m_process), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid != 0;
}

void Background::signal(int number) const
{
    ::kill(m_process, number);
}

Finished Background::wait()
{
    Finished finished = collect({m_process, m_out, m_err});
    m_process = -1;
    return finished;
}

Daemon::Daemon(const std::filesystem::path &workspace)
    : m_process({drydockd(), "--workspace", workspace.string(), "--listen", "127.0.0.1:0"})
{
    const std::string line = m_process.readLine();
    static const std::string expected = "drydockd serving ";
    if (line.starts_with(expected))
        m_url = line.substr(expected.size());
}

std::string drydockctl()
{
    return DRYDOCK_BIN_DIR "/drydockctl";
}

std::string drydockd()
{
    return DRYDOCK_BIN_DIR "/drydockd";
}

} // namespace drydock::fixture
