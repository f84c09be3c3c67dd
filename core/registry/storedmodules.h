// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/modulerepository.h"
#include "core/store/database.h"

namespace drydock::registry {

/// Published modules in the workspace's database (tables registry_modules and registry_module_versions).
class StoredModules final : public ModuleRepository
{
public:
    explicit StoredModules(store::Database database)
        : m_database(std::move(database))
    {
    }

    [[nodiscard]] Result<std::vector<ModuleVersion>> versions(const ModuleAddress &address) const override;
    [[nodiscard]] Result<std::optional<ModuleVersion>> find(const ModuleAddress &address,
                                                            std::string_view version) const override;
    [[nodiscard]] Result<bool> insert(const ModuleVersion &version) override;
    [[nodiscard]] Result<std::vector<ModuleVersion>> list(const ModuleQuery &query) const override;
    [[nodiscard]] Result<> countDownload(const ModuleAddress &address, std::string_view version) override;
    [[nodiscard]] Result<std::set<std::string>> blobs() const override;

private:
    [[nodiscard]] Result<> updateLatest(const ModuleVersion &version) const;

    store::Database m_database;
};

} // namespace drydock::registry
