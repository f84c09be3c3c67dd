// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/blob/blobstore.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace drydock::registry {

/// A module folder as one archive: the module at its root, sorted names, fixed times and owners, so that the same files
/// give the same bytes.
struct ModulePackage
{
    blob::Blob archive;      ///< tar.gz
    std::string contentHash; ///< `h1:` over names and contents; equal content has equal hashes whatever compressed it
    std::uint64_t files = 0;
    std::uint64_t bytes = 0; ///< unpacked
    /// "main.tf:3:5: Missing closing bracket" for what does not parse; at most ten, and how many more there are.
    std::vector<std::string> warnings;
    std::string readme; ///< README.md, README.markdown, README.txt or README at the root; empty if none or no UTF-8
};

/// Packs `folder` into `blobs`. Left out: `.terraform`, `.git`, `*.tfstate*`, crash logs, and what `.terraformignore`
/// names (comments, `!`, a leading or trailing `/`, `*`, `**`, `?`). Links to files inside the folder become files;
/// others are refused (`module.link`), since clients would unpack them as empty files. Codes also:
/// `module.not-a-folder`, `module.no-configuration` (no *.tf at the root), `module.too-large`, `module.special-file`.
[[nodiscard]] Result<ModulePackage> packModule(const std::filesystem::path &folder, const blob::BlobStore &blobs,
                                               const Task &task);

} // namespace drydock::registry
