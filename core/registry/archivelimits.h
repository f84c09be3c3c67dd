// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace drydock::registry {

/// What an archive from outside may hold at most. Codes: `archive.too-many-entries`, `archive.too-large`,
/// `archive.bomb`.
struct ArchiveLimits
{
    std::uint64_t entries = 20'000;
    std::uint64_t totalBytes = 1ULL << 30U; ///< unpacked
    /// Unpacked to packed size; looked at only above `ratioFrom` unpacked bytes, since small text packs very well.
    std::uint64_t ratio = 200;
    std::uint64_t ratioFrom = 32ULL << 20U;
};

/// For modules: source code, not data.
inline constexpr ArchiveLimits moduleLimits{10'000, 256ULL << 20U, 200, 32ULL << 20U};
/// For provider packages: the largest public ones unpack to more than half a gigabyte.
inline constexpr ArchiveLimits providerLimits{10'000, 4ULL << 30U, 200, 256ULL << 20U};

} // namespace drydock::registry
