// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/providerversion.h"

#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace drydock::registry {

/// Where published providers are recorded. Safe from any thread.
class ProviderRepository
{
public:
    virtual ~ProviderRepository() = default;
    /// All versions, newest first.
    [[nodiscard]] virtual Result<std::vector<ProviderVersion>> versions(const ProviderAddress &address) const = 0;
    [[nodiscard]] virtual Result<std::optional<ProviderVersion>> find(const ProviderAddress &address,
                                                                      std::string_view version) const = 0;
    /// Writes a version with all its platforms, if the stored one still has `expectedShasums` (empty: if there is
    /// none). False when another process was faster.
    [[nodiscard]] virtual Result<bool> save(const ProviderVersion &version, std::string_view expectedShasums) = 0;
    /// The newest version of every provider, in order of address.
    [[nodiscard]] virtual Result<std::vector<ProviderVersion>> list() const = 0;
    [[nodiscard]] virtual Result<> countDownload(const ProviderAddress &address, std::string_view version,
                                                 const Platform &platform) = 0;
    /// The blobs that must be kept.
    [[nodiscard]] virtual Result<std::set<std::string>> blobs() const = 0;
};

} // namespace drydock::registry
