// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/task.h"
#include "core/blob/blobstore.h"
#include "core/registry/modulerepository.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace drydock::registry {

enum class PublishOutcome {
    Published,
    AlreadyThere, ///< the same version with the same content was published before
};

struct PublishedModule
{
    ModuleVersion version;
    PublishOutcome outcome = PublishOutcome::Published;
    std::vector<std::string> warnings; ///< files that do not parse, each with place and reason
};

/// Publishes modules and answers questions about them. Nothing is cached: what another process published is seen at
/// once. Safe from any thread.
class ModuleRegistry
{
public:
    ModuleRegistry(ModuleRepository &repository, const blob::BlobStore &blobs, const Clock &clock);

    /// Packs and records a folder. Codes: those of packModule, `version.invalid`, `module.version-exists` (other
    /// content under the same version).
    [[nodiscard]] Result<PublishedModule> publishFolder(const std::filesystem::path &folder,
                                                        const ModuleAddress &address, std::string_view version,
                                                        const Task &task);
    /// The same for a zip or tar from outside; one folder around everything is taken off.
    [[nodiscard]] Result<PublishedModule> publishArchive(const std::filesystem::path &archive,
                                                         const ModuleAddress &address, std::string_view version,
                                                         const Task &task);

    /// Newest first; empty when the module is not known.
    [[nodiscard]] Result<std::vector<ModuleVersion>> versions(const ModuleAddress &address) const;
    /// Code: `module.not-found`.
    [[nodiscard]] Result<ModuleVersion> version(const ModuleAddress &address, std::string_view version) const;
    [[nodiscard]] Result<std::vector<ModuleVersion>> list(const ModuleQuery &query) const;
    [[nodiscard]] Result<> countDownload(const ModuleAddress &address, std::string_view version);

private:
    ModuleRepository &m_repository;
    const blob::BlobStore &m_blobs;
    const Clock &m_clock;
};

} // namespace drydock::registry
