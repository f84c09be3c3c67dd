// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/registry/moduleaddress.h"

#include <cstdint>
#include <string>

namespace drydock::registry {

/// One published, immutable version of a module.
struct ModuleVersion
{
    ModuleAddress address;
    std::string version;     ///< semantic version, normalised
    std::string sha256;      ///< of the tar.gz; names its blob
    std::string contentHash; ///< `h1:`
    std::uint64_t size = 0;  ///< bytes of the archive
    std::uint64_t files = 0;
    std::string readme;      ///< Markdown; left empty by listings
    std::string description; ///< one line
    Timestamp publishedAt;
    std::uint64_t downloads = 0;
};

/// What a list of modules may be narrowed to; empty fields do not narrow.
struct ModuleQuery
{
    std::string text; ///< found in namespace, name, system or description, without regard to ASCII case
    std::string nameSpace;
    std::string name;
    std::string system;
    std::size_t limit = 20;
    std::size_t offset = 0;
};

} // namespace drydock::registry
