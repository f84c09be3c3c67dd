// SPDX-License-Identifier: MIT
#include "app/wiring/workspacemodules.h"

#include "core/base/clock.h"
#include "core/project/workspace.h"
#include "core/registry/moduleregistry.h"
#include "core/registry/publishedmodules.h"
#include "core/registry/storedmodules.h"

#include <mutex>
#include <utility>

namespace drydock::wiring {

namespace {

/// The resolver with all that it stands on.
class WorkspaceModules final : public terraform::ModuleResolver
{
public:
    WorkspaceModules(const project::Workspace &workspace, blob::BlobStore blobs)
        : m_blobs(std::move(blobs))
        , m_stored(workspace.database())
        , m_registry(m_stored, m_blobs, m_clock)
        , m_modules(m_registry, m_blobs, workspace.cacheFolder() / "modules")
    {
    }

    [[nodiscard]] Result<std::optional<terraform::ResolvedModule>>
    resolve(const terraform::ModuleRequest &request) const override
    {
        return m_modules.resolve(request);
    }

private:
    SystemClock m_clock;
    blob::BlobStore m_blobs;
    registry::StoredModules m_stored;
    registry::ModuleRegistry m_registry;
    registry::PublishedModules m_modules;
};

} // namespace

namespace {

class ModulesOnDemand final : public terraform::ModuleResolver
{
public:
    explicit ModulesOnDemand(std::filesystem::path folder)
        : m_folder(std::move(folder))
    {
    }

    [[nodiscard]] Result<std::optional<terraform::ResolvedModule>>
    resolve(const terraform::ModuleRequest &request) const override
    {
        const std::lock_guard lock(m_mutex);
        std::error_code error;
        if (!m_modules && !std::filesystem::exists(m_folder / "drydock.db", error))
            return std::nullopt;
        if (!m_modules) {
            auto workspace = project::Workspace::open(m_folder);
            if (!workspace)
                return Failure(workspace.error());
            auto modules = workspaceModules(**workspace);
            if (!modules)
                return Failure(modules.error());
            m_workspace = std::move(*workspace);
            m_modules = std::move(*modules);
        }
        return m_modules->resolve(request);
    }

private:
    std::filesystem::path m_folder;
    mutable std::mutex m_mutex;
    mutable std::unique_ptr<project::Workspace> m_workspace;
    mutable std::shared_ptr<const terraform::ModuleResolver> m_modules;
};

} // namespace

std::shared_ptr<const terraform::ModuleResolver> workspaceModules(std::filesystem::path folder)
{
    return std::make_shared<const ModulesOnDemand>(std::move(folder));
}

Result<std::shared_ptr<const terraform::ModuleResolver>> workspaceModules(const project::Workspace &workspace)
{
    auto blobs = blob::BlobStore::open(workspace.blobFolder());
    if (!blobs)
        return Failure(blobs.error());
    return std::make_shared<const WorkspaceModules>(workspace, std::move(*blobs));
}

} // namespace drydock::wiring
