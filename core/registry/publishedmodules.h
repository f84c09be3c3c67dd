// SPDX-License-Identifier: MIT
#pragma once

#include "core/blob/blobstore.h"
#include "core/registry/moduleregistry.h"
#include "core/terraform/moduleresolver.h"

#include <filesystem>

namespace drydock::registry {

/// Gives configurations the modules that the workspace's own registry publishes, so that they are seen without
/// `terraform init`: `NAMESPACE/NAME/SYSTEM`, with any host in front and `//SUBFOLDER` behind. Of the versions that the
/// constraint allows the newest release is taken. Packages are unpacked once each into `folder`, which may be deleted
/// while nobody uses it. Safe from any thread and from several processes.
class PublishedModules final : public terraform::ModuleResolver
{
public:
    PublishedModules(const ModuleRegistry &registry, const blob::BlobStore &blobs, std::filesystem::path folder);

    /// Codes: `module.constraint`, `module.no-version`, `module.no-folder`, those of unpackArchive().
    [[nodiscard]] Result<std::optional<terraform::ResolvedModule>>
    resolve(const terraform::ModuleRequest &request) const override;

private:
    [[nodiscard]] Result<std::filesystem::path> unpacked(const ModuleVersion &version) const;

    const ModuleRegistry &m_registry;
    const blob::BlobStore &m_blobs;
    std::filesystem::path m_folder;
};

} // namespace drydock::registry
