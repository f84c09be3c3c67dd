// SPDX-License-Identifier: MIT
#pragma once

#include "core/mirror/mirrorrepository.h"
#include "core/store/database.h"

namespace drydock::mirror {

/// Mirrored packages in the workspace's database (table mirror_archives).
class StoredMirror final : public MirrorRepository
{
public:
    explicit StoredMirror(store::Database database)
        : m_database(std::move(database))
    {
    }

    [[nodiscard]] Result<std::vector<MirrorArchive>> list() const override;
    [[nodiscard]] Result<std::vector<MirrorArchive>> list(const registry::ProviderAddress &address) const override;
    [[nodiscard]] Result<bool> insert(const MirrorArchive &archive) override;
    [[nodiscard]] Result<bool> remove(const registry::ProviderAddress &address, std::string_view version,
                                      const registry::Platform &platform) override;
    [[nodiscard]] Result<> countDownload(std::string_view sha256) override;
    [[nodiscard]] Result<std::set<std::string>> blobs() const override;

private:
    [[nodiscard]] Result<std::vector<MirrorArchive>> select(const std::string &condition,
                                                            const store::Values &values) const;

    store::Database m_database;
};

} // namespace drydock::mirror
