// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/task.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::project {

class StoredSchemas;
class Workspace;

/// Full address -> version.
using ProviderVersions = std::map<std::string, std::string, std::less<>>;

/// A provider whose schemas the workspace keeps.
struct StoredProvider
{
    std::string id;
    std::string address; ///< registry.terraform.io/hashicorp/aws
    std::string version; ///< empty: not known
    std::string origin;  ///< where it was imported from
    std::uint32_t resources = 0;
    std::uint32_t dataSources = 0;
    std::uint32_t ephemeralResources = 0;
    std::uint32_t functions = 0;
    std::uint64_t size = 0; ///< bytes kept
    Timestamp importedAt{};
};

/// The provider schemas of a workspace. Safe from any thread. Codes: `schema.not-found`, `schema.empty` (a file without
/// providers), those of terraform::readProviderSchemas() and of the store.
class SchemaService
{
public:
    explicit SchemaService(const Workspace &workspace);

    /// Keeps every provider of a `terraform providers schema -json`; one that is there in the same version is replaced.
    /// All or nothing. `fileName` is what messages show.
    [[nodiscard]] Result<std::vector<StoredProvider>> import(std::string_view json, const std::string &fileName,
                                                             const ProviderVersions &versions, const Task &task) const;

    /// Sorted by address, the newest version first.
    [[nodiscard]] Result<std::vector<StoredProvider>> list() const;
    /// `version` empty: the newest.
    [[nodiscard]] Result<StoredProvider> find(std::string_view address, std::string_view version = {}) const;
    /// `version` empty: all of them. Returns how many were removed, at least one.
    [[nodiscard]] Result<std::uint32_t> remove(std::string_view address, std::string_view version = {}) const;

    /// Everything that is kept, for look-ups: opening it reads one row for each provider. Of a provider in several
    /// versions it has the wanted one, else the newest.
    [[nodiscard]] Result<std::shared_ptr<const StoredSchemas>> catalogue(const ProviderVersions &wanted = {}) const;

private:
    const Workspace &m_workspace;
};

/// The versions that a folder's `.terraform.lock.hcl` selects; none where there is no such file or it cannot be read.
[[nodiscard]] ProviderVersions lockedVersions(const std::filesystem::path &folder);

} // namespace drydock::project
