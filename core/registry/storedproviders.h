// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/providerrepository.h"
#include "core/store/database.h"

namespace drydock::registry {

/// Published providers in the workspace's database (tables registry_providers, registry_provider_versions and
/// registry_provider_platforms).
class StoredProviders final : public ProviderRepository
{
public:
    explicit StoredProviders(store::Database database)
        : m_database(std::move(database))
    {
    }

    [[nodiscard]] Result<std::vector<ProviderVersion>> versions(const ProviderAddress &address) const override;
    [[nodiscard]] Result<std::optional<ProviderVersion>> find(const ProviderAddress &address,
                                                              std::string_view version) const override;
    [[nodiscard]] Result<bool> save(const ProviderVersion &version, std::string_view expectedShasums) override;
    [[nodiscard]] Result<std::vector<ProviderVersion>> list() const override;
    [[nodiscard]] Result<> countDownload(const ProviderAddress &address, std::string_view version,
                                         const Platform &platform) override;
    [[nodiscard]] Result<std::set<std::string>> blobs() const override;

private:
    [[nodiscard]] Result<std::vector<ProviderVersion>> select(const std::string &condition,
                                                              const store::Values &values) const;
    [[nodiscard]] Result<> addPlatforms(ProviderVersion &version) const;
    [[nodiscard]] Result<> writeVersion(const ProviderVersion &version) const;
    [[nodiscard]] Result<> writePlatforms(const ProviderVersion &version) const;
    [[nodiscard]] Result<> updateLatest(const ProviderVersion &version) const;

    store::Database m_database;
};

} // namespace drydock::registry
