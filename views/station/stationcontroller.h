// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "views/models/requestmodel.h"

#include <QObject>

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace drydock::wiring {
class StationWorkspace;
}

namespace drydock::station {

enum class StationState { Stopped, Starting, Running, Stopping };

/// What clients need once the station answers.
struct StationIdentity
{
    QString url;
    QString certificateFingerprint;
    QString authorityFingerprint;
    QString notAfter;
    std::filesystem::path authorityFile;
};

/// Starts and stops the embedded server on a thread of its own and tells what it does. Lives on the GUI thread; never
/// waits for the server except in its destructor.
class StationController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StationController)

public:
    explicit StationController(std::filesystem::path workspace, QObject *parent = nullptr);
    ~StationController() override;

    void start(const QString &listen);
    void stop();
    [[nodiscard]] StationState state() const { return m_state; }
    [[nodiscard]] const std::optional<StationIdentity> &identity() const { return m_identity; }
    [[nodiscard]] models::RequestModel &requests() { return *m_requests; }

    /// The registry and mirror of the workspace, opened at the first call. Safe from any thread; call it on a worker.
    [[nodiscard]] Result<std::shared_ptr<const wiring::StationWorkspace>> workspace();

Q_SIGNALS:
    void changed();
    void failed(const drydock::Error &error);
    void requested(); ///< new lines in requests()

private:
    class RequestLog;
    void finish(const Result<> &outcome);
    void takeRequests();

    std::filesystem::path m_folder;
    StationState m_state = StationState::Stopped;
    std::optional<StationIdentity> m_identity;
    models::RequestModel *m_requests;
    std::unique_ptr<RequestLog> m_log;
    std::mutex m_workspaceMutex;
    std::shared_ptr<const wiring::StationWorkspace> m_workspace;
    std::jthread m_thread;
};

} // namespace drydock::station
