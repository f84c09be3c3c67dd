// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/registry/archivelimits.h"
#include "core/registry/provideraddress.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::registry {

/// terraform-provider-TYPE_VERSION_OS_ARCH.zip
struct ProviderFileName
{
    std::string type;
    std::string version;
    Platform platform;

    /// Code: `provider.file-name`.
    [[nodiscard]] static Result<ProviderFileName> parse(std::string_view fileName);
    [[nodiscard]] std::string text() const;
};

/// What a provider's zip holds.
struct ProviderPackage
{
    std::string sha256;     ///< of the zip: its `zh:`
    std::uint64_t size = 0; ///< bytes of the zip
    std::string h1;         ///< of the files, as Terraform computes it for the unpacked folder
    std::string h1OfZip;    ///< of all entries; differs from h1 only where there are directory entries
    std::string executable; ///< terraform-provider-TYPE…
    bool executableBit = false;
    bool directoryEntries = false;  ///< then a packed filesystem mirror fails at the second `terraform init`
    std::vector<std::string> names; ///< in the archive's order
};

/// Reads a provider zip through, unpacking to nowhere. Codes: `archive.unreadable`, `archive.traversal`,
/// `archive.link`, `archive.special-file`, `archive.too-many-entries`, `archive.too-large`, `archive.bomb`,
/// `package.duplicate-name`, `provider.no-executable`.
[[nodiscard]] Result<ProviderPackage> inspectProviderPackage(const std::filesystem::path &zip, std::string_view type,
                                                             const Task &task,
                                                             const ArchiveLimits &limits = providerLimits);

/// What own uploads must also fulfil: no directory entries (`provider.directory-entries`) and an executable that may be
/// run (`provider.not-executable`).
[[nodiscard]] Result<> checkForPublishing(const ProviderPackage &package, const Platform &platform,
                                          const std::string &place);

} // namespace drydock::registry
