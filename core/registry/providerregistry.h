// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/task.h"
#include "core/blob/blobstore.h"
#include "core/registry/moduleregistry.h"
#include "core/registry/providerrepository.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace drydock::registry {

struct PublishedProvider
{
    ProviderVersion version;
    Platform platform;
    PublishOutcome outcome = PublishOutcome::Published;
};

/// The origin registry of the team's own providers: every version's SHA256SUMS lists all its platforms and is signed by
/// the station's key. Safe from any thread.
class ProviderRegistry
{
public:
    /// `signingHome` is the GnuPG home of the station's key.
    ProviderRegistry(ProviderRepository &repository, const blob::BlobStore &blobs, const Clock &clock,
                     std::filesystem::path signingHome);

    /// Adds one platform's zip; version and platform come from its file name. `protocols` are the plugin protocols that
    /// the provider speaks; those of a version are given with its first platform. Codes: those of ProviderFileName,
    /// inspectProviderPackage and checkForPublishing, `provider.wrong-type`, `provider.version-exists`.
    [[nodiscard]] Result<PublishedProvider> publish(const std::filesystem::path &zip, const ProviderAddress &address,
                                                    const Task &task,
                                                    const std::vector<std::string> &protocols = {"5.0"});

    [[nodiscard]] Result<std::vector<ProviderVersion>> versions(const ProviderAddress &address) const;
    /// Code: `provider.not-found`.
    [[nodiscard]] Result<ProviderVersion> version(const ProviderAddress &address, std::string_view version) const;
    [[nodiscard]] Result<std::vector<ProviderVersion>> list() const;
    [[nodiscard]] Result<> countDownload(const ProviderAddress &address, std::string_view version,
                                         const Platform &platform);
    [[nodiscard]] const std::filesystem::path &signingHome() const { return m_signingHome; }

private:
    ProviderRepository &m_repository;
    const blob::BlobStore &m_blobs;
    const Clock &m_clock;
    std::filesystem::path m_signingHome;
};

} // namespace drydock::registry
