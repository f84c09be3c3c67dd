// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/registry/archivelimits.h"

#include <cstdint>
#include <filesystem>

namespace drydock::registry {

struct UnpackedArchive
{
    std::uint64_t files = 0;
    std::uint64_t bytes = 0;
};

/// Unpacks a zip, tar, tar.gz, tar.xz or tar.bz2 from outside into the existing empty folder `destination`.
///
/// Refused, each with the entry's name: absolute paths and `..` (`archive.traversal`), symbolic and hard links
/// (`archive.link`), devices, sockets and pipes (`archive.special-file`), a file given twice (`archive.duplicate`),
/// anything above `limits`, and what is no archive (`archive.unreadable`). On failure `destination` may hold some
/// files.
[[nodiscard]] Result<UnpackedArchive> unpackArchive(const std::filesystem::path &archive,
                                                    const std::filesystem::path &destination,
                                                    const ArchiveLimits &limits, const Task &task);

} // namespace drydock::registry
