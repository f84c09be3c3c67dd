// SPDX-License-Identifier: MIT
#include "app/cli/democommand.h"

#include "app/cli/consoletask.h"
#include "app/cli/demojob.h"
#include "app/cli/documents.h"
#include "app/wiring/services.h"
#include "app/wiring/stationlock.h"
#include "app/wiring/stationworkspace.h"

#include <nlohmann/json.hpp>

#include <condition_variable>
#include <mutex>
#include <ostream>

namespace drydock::cli {

void DemoCommand::configure(CommandOptions options)
{
    options.addFlag("--reset", m_reset, "Begin with a fresh demo project");
    options.addFlag("--serve", m_serve, "Go on serving until Ctrl+C, also without a terminal");
    options.add("--listen", m_listen, "ADDRESS:PORT of the server; any free port where that one is taken")
        .showDefault();
    m_options.declare(options);
}

int DemoCommand::run(Console &console)
{
    const auto done = runJob(console);
    clearProgress(console);
    return done ? Success : report(console, done.error());
}

static Result<> runLocalSteps(DemoJob &job, wiring::DemoState state)
{
    return job.setUpProject(state)
        .and_then([&] { return job.saveConfigurations(); })
        .and_then([&] { return job.generate(); })
        .and_then([&] { return job.review(); })
        .and_then([&] { return job.fix(); })
        .and_then([&] { return job.compare(); });
}

/// Where the wanted port is taken, any free one does for a demo.
static Result<> startServer(server::Server &server, const wiring::StationWorkspace &station, const std::string &listen)
{
    auto options = station.serverOptions(listen);
    if (!options)
        return Failure(options.error());
    auto started = server.start(*options);
    if (started || started.error().code != "server.port-in-use")
        return started;
    options->port = 0;
    return server.start(std::move(*options));
}

static void waitForStop(const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any wakeup;
    std::unique_lock lock(mutex);
    wakeup.wait(lock, stop, [] { return false; });
}

Result<> DemoCommand::runJob(Console &console) const
{
    const auto services = wiring::Services::open(m_options.workspace);
    if (!services)
        return Failure(services.error());
    const project::Workspace &workspace = (*services)->workspace();
    DemoJob job(console, **services, m_options.json() ? DemoOutput::Json : DemoOutput::Text);
    if (auto done = runLocalSteps(job, m_reset ? wiring::DemoState::Reset : wiring::DemoState::Keep); !done)
        return done;
    const auto station = wiring::StationWorkspace::open(workspace.root(), workspace.database());
    if (!station)
        return Failure(station.error());
    if (auto done = job.publish(**station).and_then([&] { return job.mirrorProvider(**station); }); !done)
        return done;

    job.heading("The server");
    const auto lock = wiring::StationLock::take(workspace.root());
    if (!lock)
        return Failure(lock.error());
    server::Server server;
    if (auto started = startServer(server, **station, m_listen); !started)
        return started;
    lock->announce(server.url());
    job.line("Serving " + server.url() + "; clients trust " + (*station)->authorityFile().string());
    job.document()["url"] = server.url();
    if (auto done = job.terraformInit(server.url(), (*station)->authorityFile()); !done)
        return done;
    if (m_options.json())
        console.out << documentText(job.document()) << std::flush;
    if (m_serve || console.terminal) {
        console.err << "\nStill serving " << server.url() << ". Ctrl+C ends it." << std::endl;
        waitForStop(console.stop);
    }
    server.stop();
    return {};
}

} // namespace drydock::cli
