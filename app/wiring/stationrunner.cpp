// SPDX-License-Identifier: MIT
#include "app/wiring/stationrunner.h"

#include "app/wiring/stationlock.h"

#include <condition_variable>
#include <mutex>

namespace drydock::wiring {

static void logRequest(Log &log, const server::RequestRecord &record)
{
    log.write(LogLevel::Info, "server", "request",
              {{"method", record.method},
               {"path", record.path},
               {"status", std::to_string(record.status)},
               {"bytes", std::to_string(record.bytes)},
               {"microseconds", std::to_string(record.duration.count())},
               {"client", record.client},
               {"agent", record.userAgent}});
}

static void waitFor(const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any wakeup;
    std::unique_lock lock(mutex);
    wakeup.wait(lock, stop, [] { return false; });
}

Result<> runStation(const StationSettings &settings, Log &log, const std::stop_token &stop,
                    const std::function<void(const RunningStation &)> &ready)
{
    const auto workspace = StationWorkspace::open(settings.workspace);
    if (!workspace)
        return Failure(workspace.error());
    const auto lock = StationLock::take(settings.workspace);
    if (!lock)
        return Failure(lock.error());
    auto options = (*workspace)->serverOptions(settings.listen);
    if (!options)
        return Failure(options.error());
    options->threads = settings.threads;
    options->tls->names.insert(options->tls->names.end(), settings.names.begin(), settings.names.end());
    options->onRequest = [&log](const server::RequestRecord &record) { logRequest(log, record); };
    options->onError = [&log](const Error &error) {
        log.write(LogLevel::Error, "server", error.code, {{"message", error.message}, {"place", error.place}});
    };
    const server::TlsOptions tls = *options->tls;
    server::Server server;
    if (auto started = server.start(std::move(*options)); !started)
        return started;
    auto identity = server::TlsIdentity::ensure(tls);
    if (!identity)
        return Failure(identity.error());
    lock->announce(server.url());
    ready({server.url(), std::move(*identity), **workspace});
    waitFor(stop);
    server.stop();
    return {};
}

} // namespace drydock::wiring
