// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <sys/types.h>

namespace drydock::fixture {

struct Finished
{
    int code = -1; ///< exit code; 128 + signal when a signal ended it
    std::string out;
    std::string err;
};

using Environment = std::vector<std::pair<std::string, std::string>>;

/// Runs a program to its end. One that does not end within two minutes is killed, and the test fails.
Finished run(const std::vector<std::string> &command, const std::filesystem::path &folder = {},
             const Environment &environment = {});
[[nodiscard]] bool canRun(const std::string &program);

/// A program that runs beside the test; killed with it.
class Background
{
public:
    explicit Background(const std::vector<std::string> &command);
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;
    ~Background();

    /// The next line of its standard output; empty at its end, or when none comes within two minutes.
    std::string readLine();
    [[nodiscard]] bool hasEnded() const;
    void signal(int number) const;
    /// Waits for its end.
    Finished wait();

private:
    pid_t m_process = -1;
    int m_out = -1;
    int m_err = -1;
};

/// drydockd on a workspace, on any free port, until it is destroyed.
class Daemon
{
public:
    explicit Daemon(const std::filesystem::path &workspace);
    [[nodiscard]] const std::string &url() const { return m_url; } ///< empty if it did not start
    [[nodiscard]] std::string hostAndPort() const { return m_url.substr(m_url.find("//") + 2); }
    [[nodiscard]] Background &process() { return m_process; }

private:
    Background m_process;
    std::string m_url;
};

[[nodiscard]] std::string drydockctl();
[[nodiscard]] std::string drydockd();

} // namespace drydock::fixture
