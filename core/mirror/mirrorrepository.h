// SPDX-License-Identifier: MIT
#pragma once

#include "core/mirror/mirrorarchive.h"

#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace drydock::mirror {

/// Where mirrored packages are recorded. Safe from any thread.
class MirrorRepository
{
public:
    virtual ~MirrorRepository() = default;
    /// Of all providers, or of one: in order of address, then newest version first, then platform.
    [[nodiscard]] virtual Result<std::vector<MirrorArchive>> list() const = 0;
    [[nodiscard]] virtual Result<std::vector<MirrorArchive>> list(const registry::ProviderAddress &address) const = 0;
    /// False when that version and platform is already there, which is then left as it is.
    [[nodiscard]] virtual Result<bool> insert(const MirrorArchive &archive) = 0;
    /// False when there was none.
    [[nodiscard]] virtual Result<bool> remove(const registry::ProviderAddress &address, std::string_view version,
                                              const registry::Platform &platform) = 0;
    [[nodiscard]] virtual Result<> countDownload(std::string_view sha256) = 0;
    /// The blobs that must be kept.
    [[nodiscard]] virtual Result<std::set<std::string>> blobs() const = 0;
};

} // namespace drydock::mirror
