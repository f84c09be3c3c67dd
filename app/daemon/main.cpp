// SPDX-License-Identifier: MIT
#include "app/cli/commandoptions.h"
#include "app/wiring/defaultworkspace.h"
#include "app/wiring/stationrunner.h"
#include "core/store/qtruntime.h"

#include <csignal>
#include <iostream>
#include <thread>

#include <unistd.h>

using namespace drydock;

// TERM and Ctrl+C end the station when the requests being answered are done; a second one ends it at once.
static std::stop_token stopOnSignals()
{
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
    return stop.get_token();
}

int main(int argc, char **argv)
{
    wiring::StationSettings settings;
    std::string workspace = wiring::defaultWorkspace().string();
    cli::CommandParser parser("drydockd",
                              "Drydock's station: registry and provider mirror for Terraform and OpenTofu over HTTPS.");
    const cli::CommandOptions options = parser.options();
    options.add("--workspace", workspace, "Folder that holds everything").showDefault();
    options.add("--listen", settings.listen, "ADDRESS:PORT; port 0 takes any free one").showDefault();
    options.add("--name", settings.names, "Further host name or IP address for the certificate; may be repeated");
    options.add("--threads", settings.threads, "Threads that serve").range(1, 64).showDefault();
    const auto outcome = parser.parse(std::vector<std::string>(argv + 1, argv + argc), std::cout, std::cerr);
    if (outcome != cli::CommandParser::Outcome::Run)
        return outcome == cli::CommandParser::Outcome::Answered ? 0 : 2;
    settings.workspace = workspace;
    const std::stop_token stop = stopOnSignals();
    const store::QtRuntime runtime(argc, argv);
    ConsoleLog log;
    const auto done = wiring::runStation(settings, log, stop, [](const wiring::RunningStation &station) {
        std::cout << "drydockd serving " << station.url << std::endl; // flushed: scripts wait for this line
    });
    if (!done) {
        std::cerr << "error: " << done.error().text() << '\n';
        return 2;
    }
    return 0;
}
