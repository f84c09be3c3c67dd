// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/sha256.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace drydock::registry {

/// The `h1:` hash of Terraform's lock file (Go's dirhash.Hash1, golang.org/x/mod/sumdb/dirhash) over a set of names and
/// the SHA-256 of each one's content.
class PackageHash
{
public:
    /// Adds a name exactly as it is stored; a directory of an archive ends with `/` and hashes as empty. A name given
    /// twice or holding a line feed is refused (`package.duplicate-name`, `package.bad-name`).
    [[nodiscard]] Result<> add(std::string name, std::string contentSha256Hex);
    /// "h1:" and base64.
    [[nodiscard]] std::string h1() const;
    [[nodiscard]] bool empty() const { return m_names.empty(); }

private:
    std::map<std::string, std::string> m_names;
};

/// The `h1:` of an unpacked package: every regular file below `folder`, links followed, no directory entries.
[[nodiscard]] Result<std::string> h1OfFolder(const std::filesystem::path &folder);

/// The `zh:` hash: "zh:" and the SHA-256 of the zip's bytes in hexadecimal.
[[nodiscard]] std::string zipHash(std::string_view sha256Hex);

} // namespace drydock::registry
