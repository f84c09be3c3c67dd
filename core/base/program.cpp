// SPDX-License-Identifier: MIT
#include "core/base/program.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <sstream>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace drydock {

static constexpr int pollMilliseconds = 100;
static constexpr std::chrono::seconds patience{2};

namespace {

/// Closes itself.
class Descriptor
{
public:
    Descriptor() = default;
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    void set(int number)
    {
        close();
        m_number = number;
    }
    void close()
    {
        if (m_number >= 0)
            ::close(m_number);
        m_number = -1;
    }

private:
    int m_number = -1;
};

/// The two ends of a stream between us and the program.
struct Stream
{
    Descriptor ours;
    Descriptor theirs;

    [[nodiscard]] bool open()
    {
        // A socket, unlike a pipe, can be written to without SIGPIPE when the program has ended.
        std::array<int, 2> ends{};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
            return false;
        ours.set(ends[0]);
        theirs.set(ends[1]);
        return true;
    }
};

class Running
{
public:
    Running(const ProgramCall &call, const std::stop_token &stop)
        : m_call(call)
        , m_stop(stop)
        , m_unwritten(call.input)
    {
    }

    [[nodiscard]] Result<ProgramResult> run();

private:
    [[nodiscard]] int spawn();
    void exchange();
    void write();
    void read(Stream &stream, std::string &text);
    void obeyStop();

    const ProgramCall &m_call;
    const std::stop_token &m_stop;
    std::string_view m_unwritten;
    Stream m_input;
    Stream m_output;
    Stream m_errors;
    pid_t m_process = -1;
    std::optional<std::chrono::steady_clock::time_point> m_asked;
    ProgramResult m_result;
};

} // namespace

bool isOnPath(const std::string &program)
{
    const char *path = std::getenv("PATH");
    std::istringstream folders(path != nullptr ? path : "");
    for (std::string folder; std::getline(folders, folder, ':');)
        if (::access(folder.append("/").append(program).c_str(), X_OK) == 0)
            return true;
    return false;
}

static std::vector<char *> pointersTo(std::vector<std::string> &texts)
{
    std::vector<char *> pointers;
    pointers.reserve(texts.size() + 1);
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
        all.push_back(std::string(name).append("=").append(value));
    return all;
}

/// The signals that main() blocks are open again in the child.
int Running::spawn()
{
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, m_input.theirs.number(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, m_output.theirs.number(), STDOUT_FILENO);
    const bool apart = m_call.errors == ProgramCall::Errors::Apart;
    posix_spawn_file_actions_adddup2(&actions, (apart ? m_errors : m_output).theirs.number(), STDERR_FILENO);
    if (!m_call.directory.empty())
        posix_spawn_file_actions_addchdir_np(&actions, m_call.directory.c_str());
    posix_spawnattr_t attributes{};
    posix_spawnattr_init(&attributes);
    sigset_t none{};
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    std::vector<std::string> arguments = m_call.arguments;
    std::vector<std::string> environment = environmentWith(m_call.environment);
    const std::vector<char *> argumentPointers = pointersTo(arguments);
    const std::vector<char *> environmentPointers = pointersTo(environment);
    const int problem = ::posix_spawnp(&m_process, argumentPointers.front(), &actions, &attributes,
                                       argumentPointers.data(), environmentPointers.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return problem;
}

void Running::obeyStop()
{
    if (!m_stop.stop_requested())
        return;
    const auto now = std::chrono::steady_clock::now();
    if (!m_asked)
        ::kill(m_process, SIGTERM);
    else if (now - *m_asked > patience)
        ::kill(m_process, SIGKILL);
    if (!m_asked)
        m_asked = now;
}

void Running::write()
{
    const ssize_t count =
        ::send(m_input.ours.number(), m_unwritten.data(), m_unwritten.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count > 0)
        m_unwritten.remove_prefix(static_cast<std::size_t>(count));
    if (m_unwritten.empty() || (count < 0 && errno != EINTR && errno != EAGAIN))
        m_input.ours.close();
}

void Running::read(Stream &stream, std::string &text)
{
    std::array<char, 16384> buffer{};
    const ssize_t count = ::recv(stream.ours.number(), buffer.data(), buffer.size(), MSG_DONTWAIT);
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count <= 0) {
        stream.ours.close();
        return;
    }
    const std::size_t room = m_call.mostOutput - std::min(m_call.mostOutput, text.size());
    m_result.isCut = m_result.isCut || static_cast<std::size_t>(count) > room;
    text.append(buffer.data(), std::min(room, static_cast<std::size_t>(count)));
}

void Running::exchange()
{
    if (m_unwritten.empty())
        m_input.ours.close();
    while (m_output.ours.isOpen() || m_errors.ours.isOpen()) {
        obeyStop();
        // A closed one has the number -1, which poll() leaves out.
        std::array<pollfd, 3> sources{pollfd{m_output.ours.number(), POLLIN, 0},
                                      pollfd{m_errors.ours.number(), POLLIN, 0},
                                      pollfd{m_input.ours.number(), POLLOUT, 0}};
        if (::poll(sources.data(), sources.size(), pollMilliseconds) <= 0)
            continue;
        if (sources[0].revents != 0)
            read(m_output, m_result.output);
        if (sources[1].revents != 0)
            read(m_errors, m_result.errors);
        if (sources[2].revents != 0)
            write();
    }
}

Result<ProgramResult> Running::run()
{
    const bool apart = m_call.errors == ProgramCall::Errors::Apart;
    if (!m_input.open() || !m_output.open() || (apart && !m_errors.open()))
        return failure(systemError(errno, "The program cannot be started", m_call.arguments.front()));
    if (spawn() != 0)
        return failure("program.failed", "The program cannot be started.", m_call.arguments.front(),
                       "Check that it is installed.");
    for (Stream *stream : {&m_input, &m_output, &m_errors})
        stream->theirs.close();
    exchange();
    int status = 0;
    while (::waitpid(m_process, &status, 0) < 0 && errno == EINTR) {
    }
    m_result.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return std::move(m_result);
}

Result<ProgramResult> runProgram(const ProgramCall &call, const std::stop_token &stop)
{
    return Running(call, stop).run();
}

} // namespace drydock
