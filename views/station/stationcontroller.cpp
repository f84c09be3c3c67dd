// SPDX-License-Identifier: MIT
#include "views/station/stationcontroller.h"

#include "app/wiring/stationrunner.h"
#include "app/wiring/stationworkspace.h"
#include "core/base/log.h"
#include "views/models/text.h"

#include <algorithm>

using drydock::models::toText;

namespace drydock::station {

/// Collects the requests of server threads until the GUI thread takes them: one event for many requests.
class StationController::RequestLog final : public Log
{
public:
    explicit RequestLog(StationController &owner)
        : m_owner(owner)
    {
    }

    void write(LogLevel, std::string_view, std::string_view event, LogFields fields) override
    {
        if (event != "request")
            return;
        models::RequestRow row;
        row.time = SystemClock().now();
        for (const auto &[name, value] : fields)
            take(row, name, value);
        bool first = false;
        {
            const std::scoped_lock lock(m_mutex);
            first = m_rows.empty();
            if (m_rows.size() < mostWaiting)
                m_rows.push_back(std::move(row));
        }
        if (first)
            QMetaObject::invokeMethod(
                &m_owner, [this] { m_owner.takeRequests(); }, Qt::QueuedConnection);
    }

    [[nodiscard]] std::vector<models::RequestRow> takeAll()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_rows, {});
    }

private:
    static constexpr std::size_t mostWaiting = 10000;

    static void take(models::RequestRow &row, std::string_view name, const std::string &value)
    {
        if (name == "method")
            row.method = toText(value);
        else if (name == "path")
            row.path = toText(value);
        else if (name == "status")
            row.status = toText(value).toInt();
        else if (name == "bytes")
            row.bytes = toText(value).toLongLong();
        else if (name == "microseconds")
            row.microseconds = toText(value).toLongLong();
        else if (name == "client")
            row.client = toText(value);
        else if (name == "agent")
            row.agent = toText(value);
    }

    StationController &m_owner;
    std::mutex m_mutex;
    std::vector<models::RequestRow> m_rows;
};

StationController::StationController(std::filesystem::path workspace, QObject *parent)
    : QObject(parent)
    , m_folder(std::move(workspace))
    , m_requests(new models::RequestModel(this))
    , m_log(std::make_unique<RequestLog>(*this))
{
}

StationController::~StationController()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void StationController::start(const QString &listen)
{
    if (m_state != StationState::Stopped)
        return;
    m_state = StationState::Starting;
    Q_EMIT changed();
    wiring::StationSettings settings;
    settings.workspace = m_folder;
    settings.listen = models::toUtf8(listen);
    m_thread = std::jthread([this, settings](const std::stop_token &stop) {
        const auto ready = [this](const wiring::RunningStation &running) {
            const StationIdentity identity{toText(running.url), toText(running.identity.certificateFingerprint),
                                           toText(running.identity.authorityFingerprint),
                                           toText(running.identity.notAfter), running.identity.authorityFile};
            QMetaObject::invokeMethod(
                this,
                [this, identity] {
                    if (m_state != StationState::Starting)
                        return;
                    m_identity = identity;
                    m_state = StationState::Running;
                    Q_EMIT changed();
                },
                Qt::QueuedConnection);
        };
        const Result<> outcome = wiring::runStation(settings, *m_log, stop, ready);
        QMetaObject::invokeMethod(
            this, [this, outcome] { finish(outcome); }, Qt::QueuedConnection);
    });
}

void StationController::stop()
{
    if (m_state != StationState::Running && m_state != StationState::Starting)
        return;
    m_state = StationState::Stopping;
    m_thread.request_stop();
    Q_EMIT changed();
}

void StationController::finish(const Result<> &outcome)
{
    m_thread.join();
    m_identity.reset();
    m_state = StationState::Stopped;
    if (!outcome)
        Q_EMIT failed(outcome.error());
    Q_EMIT changed();
}

void StationController::takeRequests()
{
    m_requests->add(m_log->takeAll());
    Q_EMIT requested();
}

Result<std::shared_ptr<const wiring::StationWorkspace>> StationController::workspace()
{
    const std::scoped_lock lock(m_workspaceMutex);
    if (m_workspace)
        return m_workspace;
    Result<std::unique_ptr<wiring::StationWorkspace>> opened = wiring::StationWorkspace::open(m_folder);
    if (!opened)
        return failure(opened.error());
    m_workspace = std::move(*opened);
    return m_workspace;
}

} // namespace drydock::station
