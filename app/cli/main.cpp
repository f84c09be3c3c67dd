// SPDX-License-Identifier: MIT
#include "app/cli/commandline.h"
#include "core/store/qtruntime.h"

#include <cerrno>
#include <csignal>
#include <iostream>
#include <system_error>
#include <thread>

#include <poll.h>
#include <unistd.h>

/// Whether nobody reads what is written there any more (`| head`). The error that said so may be long past: a stream
/// that failed is not written to again.
static bool isReaderGone(int descriptor)
{
    pollfd one{descriptor, POLLOUT, 0};
    return ::poll(&one, 1, 0) == 1 && (one.revents & (POLLERR | POLLHUP)) != 0;
}

int main(int argc, char **argv)
{
    // Ctrl+C and TERM become a stop request; a second one ends the program at once.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    std::stop_source stop;
    std::thread([signals, stop]() mutable {
        int number = 0;
        sigwait(&signals, &number);
        stop.request_stop();
        sigwait(&signals, &number);
        ::_exit(128 + number);
    }).detach();

    const drydock::store::QtRuntime runtime(argc, argv);
    std::ios::sync_with_stdio(false);
    drydock::cli::Console console{
        std::cin, std::cout, std::cerr, ::isatty(STDERR_FILENO) == 1, stop.get_token(), ::isatty(STDIN_FILENO) == 1};
    const int code = drydock::cli::runCommandLine(std::vector<std::string>(argv + 1, argv + argc), console);
    errno = 0;
    // A reader that went away (`| head`) has what it wanted.
    if (!std::cout.flush() && errno != EPIPE && !isReaderGone(STDOUT_FILENO)) {
        std::cerr << "error: standard output: The result cannot be written"
                  << (errno != 0 ? ": " + std::generic_category().message(errno) : std::string()) << ".\n";
        return drydock::cli::Unusable;
    }
    return code;
}
