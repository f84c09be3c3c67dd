// SPDX-License-Identifier: MIT
#include "app/wiring/stationworkspace.h"

#include "core/mirror/storedmirror.h"
#include "core/registry/storedmodules.h"
#include "core/registry/storedproviders.h"
#include "core/store/database.h"
#include "core/store/lostdatabase.h"

#include <charconv>
#include <optional>
#include <set>
#include <string_view>

namespace drydock::wiring {

namespace fs = std::filesystem;

struct StationWorkspace::Private
{
    Private(fs::path root, const store::Database &database, blob::BlobStore store, server::Capability links)
        : folder(std::move(root))
        , blobs(std::move(store))
        , capability(std::move(links))
        , storedModules(database)
        , storedProviders(database)
        , storedMirror(database)
        , modules(storedModules, blobs, clock)
        , providers(storedProviders, blobs, clock, folder / "gnupg")
        , mirror(storedMirror, blobs, clock)
    {
    }

    fs::path folder;
    SystemClock clock;
    blob::BlobStore blobs;
    server::Capability capability;
    registry::StoredModules storedModules;
    registry::StoredProviders storedProviders;
    mirror::StoredMirror storedMirror;
    registry::ModuleRegistry modules;
    registry::ProviderRegistry providers;
    mirror::ProviderMirror mirror;

    [[nodiscard]] Result<std::set<std::string>> referencedBlobs() const;
};

StationWorkspace::StationWorkspace() = default;
StationWorkspace::~StationWorkspace() = default;

Result<std::set<std::string>> StationWorkspace::Private::referencedBlobs() const
{
    auto all = storedModules.blobs();
    if (!all)
        return all;
    for (auto more : {storedProviders.blobs(), storedMirror.blobs()}) {
        if (!more)
            return more;
        all->merge(*more);
    }
    return all;
}

Result<std::unique_ptr<StationWorkspace>> StationWorkspace::open(const fs::path &folder,
                                                                 const store::Database &database)
{
    auto blobs = blob::BlobStore::open(folder / "blobs");
    if (!blobs)
        return Failure(blobs.error());
    auto capability = server::Capability::openOrCreate(folder / "tls" / "links.key");
    if (!capability)
        return Failure(capability.error());
    std::unique_ptr<StationWorkspace> workspace(new StationWorkspace);
    workspace->m_private =
        std::make_unique<Private>(fs::absolute(folder), database, std::move(*blobs), std::move(*capability));
    const Private &parts = *workspace->m_private;
    // What a killed process left: content without a row. While another process publishes, nothing is touched.
    if (const auto collected = parts.blobs.collect([&parts] { return parts.referencedBlobs(); }); !collected)
        return Failure(collected.error());
    return workspace;
}

Result<std::unique_ptr<StationWorkspace>> StationWorkspace::open(const fs::path &folder)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return failure(systemError(error.value(), "The workspace cannot be created", folder.string()));
    if (const auto kept = store::refuseLostDatabase(folder / "drydock.db", {folder / "projects", folder / "blobs"});
        !kept)
        return Failure(kept.error());
    const auto database = store::Database::open(folder / "drydock.db");
    if (!database)
        return Failure(database.error());
    return open(folder, *database);
}

registry::ModuleRegistry &StationWorkspace::modules() const
{
    return m_private->modules;
}

registry::ProviderRegistry &StationWorkspace::providers() const
{
    return m_private->providers;
}

mirror::ProviderMirror &StationWorkspace::mirror() const
{
    return m_private->mirror;
}

const blob::BlobStore &StationWorkspace::blobs() const
{
    return m_private->blobs;
}

Result<server::ServerOptions> StationWorkspace::serverOptions(const std::string &listen) const
{
    const auto bad = [&listen] {
        return failure("server.bad-address", "\"" + listen + "\" is no address to listen on.", {},
                       "Write ADDRESS:PORT, for example 127.0.0.1:8443, or [::1]:8443 for IPv6.");
    };
    const std::size_t colon = listen.rfind(':');
    if (colon == std::string::npos || colon == 0)
        return bad();
    std::string address = listen.substr(0, colon);
    const std::string_view digits = std::string_view(listen).substr(colon + 1);
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size())
        return bad();
    if (address.starts_with('[') && address.ends_with(']'))
        address = address.substr(1, address.size() - 2);
    else if (address.find(':') != std::string::npos)
        return bad();
    if (address == "localhost")
        address = "127.0.0.1";
    server::ServerOptions options;
    options.address = address;
    options.port = port;
    options.tls = server::TlsOptions{m_private->folder / "tls", {address}};
    options.routes = server::stationRoutes({m_private->modules, m_private->providers, m_private->mirror,
                                            m_private->blobs, m_private->capability, m_private->clock});
    return options;
}

fs::path StationWorkspace::authorityFile() const
{
    return m_private->folder / "tls" / "ca.pem";
}

const fs::path &StationWorkspace::folder() const
{
    return m_private->folder;
}

} // namespace drydock::wiring
