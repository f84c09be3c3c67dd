// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/moduleversion.h"

#include <optional>
#include <set>
#include <string_view>
#include <vector>

namespace drydock::registry {

/// Where published modules are recorded. Safe from any thread.
class ModuleRepository
{
public:
    virtual ~ModuleRepository() = default;
    /// All versions, newest first, without readme.
    [[nodiscard]] virtual Result<std::vector<ModuleVersion>> versions(const ModuleAddress &address) const = 0;
    /// One version with its readme.
    [[nodiscard]] virtual Result<std::optional<ModuleVersion>> find(const ModuleAddress &address,
                                                                    std::string_view version) const = 0;
    /// False when that version is already there, which is then left as it is.
    [[nodiscard]] virtual Result<bool> insert(const ModuleVersion &version) = 0;
    /// The newest version of each matching module, in order of address.
    [[nodiscard]] virtual Result<std::vector<ModuleVersion>> list(const ModuleQuery &query) const = 0;
    [[nodiscard]] virtual Result<> countDownload(const ModuleAddress &address, std::string_view version) = 0;
    /// The blobs that must be kept.
    [[nodiscard]] virtual Result<std::set<std::string>> blobs() const = 0;
};

} // namespace drydock::registry
