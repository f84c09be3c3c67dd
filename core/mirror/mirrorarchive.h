// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/registry/provideraddress.h"

#include <cstdint>
#include <string>

namespace drydock::mirror {

/// One provider zip on the network mirror.
struct MirrorArchive
{
    registry::ProviderAddress address; ///< host without a port
    std::string version;
    registry::Platform platform;
    std::string sha256; ///< of the zip; names its blob, and is its `zh:`
    std::string h1;     ///< of the unpacked files
    std::uint64_t size = 0;
    bool directoryEntries = false; ///< the upstream zip holds directory entries (see ProviderPackage)
    Timestamp addedAt;
    std::uint64_t downloads = 0;

    [[nodiscard]] std::string fileName() const
    {
        return "terraform-provider-" + address.type + "_" + version + "_" + platform.text() + ".zip";
    }
};

} // namespace drydock::mirror
