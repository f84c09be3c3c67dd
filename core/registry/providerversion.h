// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/registry/provideraddress.h"

#include <cstdint>
#include <string>
#include <vector>

namespace drydock::registry {

/// One platform's package of a published provider version.
struct ProviderPlatform
{
    Platform platform;
    std::string fileName;
    std::string sha256; ///< names its blob
    std::string h1;
    std::uint64_t size = 0;
    std::uint64_t downloads = 0;
};

/// One published version of a provider. Packages are immutable; platforms may be added.
struct ProviderVersion
{
    ProviderAddress address; ///< without a host
    std::string version;
    std::vector<std::string> protocols;      ///< "5.0", "6.0"
    std::vector<ProviderPlatform> platforms; ///< in order of platform
    std::string shasums;                     ///< SHA-256 of the SHA256SUMS blob, which lists every platform
    std::string signature;                   ///< SHA-256 of the blob of its binary detached signature
    std::string keyId;                       ///< of the key that signed, 16 upper-case hexadecimal digits
    std::string publicKey;                   ///< of that key, ASCII-armored
    Timestamp publishedAt;
};

} // namespace drydock::registry
