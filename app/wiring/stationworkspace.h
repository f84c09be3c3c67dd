// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/server/server.h"
#include "core/server/stationroutes.h"

#include <filesystem>
#include <memory>
#include <string>

namespace drydock::store {
class Database;
}

namespace drydock::wiring {

/// The registry, the mirror and what the server needs, opened on one workspace. Many processes may have the same
/// workspace open at once. Safe from any thread; must outlive every Server that got serverOptions().
class StationWorkspace
{
public:
    /// Collects what killed processes left, creates what is missing. `database` is the workspace's own.
    [[nodiscard]] static Result<std::unique_ptr<StationWorkspace>> open(const std::filesystem::path &folder,
                                                                        const store::Database &database);
    /// The same with `drydock.db` of that folder; for programs that need nothing else of the workspace.
    [[nodiscard]] static Result<std::unique_ptr<StationWorkspace>> open(const std::filesystem::path &folder);
    StationWorkspace(const StationWorkspace &) = delete;
    StationWorkspace &operator=(const StationWorkspace &) = delete;
    ~StationWorkspace();

    [[nodiscard]] registry::ModuleRegistry &modules() const;
    [[nodiscard]] registry::ProviderRegistry &providers() const;
    [[nodiscard]] mirror::ProviderMirror &mirror() const;
    [[nodiscard]] const blob::BlobStore &blobs() const;

    /// Routes and TLS set for this workspace; `listen` is ADDRESS:PORT, or [ADDRESS]:PORT for IPv6. Code:
    /// `server.bad-address`.
    [[nodiscard]] Result<server::ServerOptions> serverOptions(const std::string &listen) const;
    /// Where the station's authority is, to be trusted by clients; made by the first Server::start().
    [[nodiscard]] std::filesystem::path authorityFile() const;
    [[nodiscard]] const std::filesystem::path &folder() const;

private:
    StationWorkspace();
    struct Private;
    std::unique_ptr<Private> m_private;
};

} // namespace drydock::wiring
