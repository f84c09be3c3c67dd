// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace drydock::diff {

/// A file of a tree: path relative to the root with `/`, size in bytes, content as lower-case SHA-256.
struct TreeFile
{
    std::string path;
    std::uint64_t size = 0;
    std::string sha256;
};

enum class FileStatus : std::uint8_t { Unchanged, Modified, Added, Removed, Renamed };

[[nodiscard]] std::string_view fileStatusName(FileStatus status); ///< "unchanged", "modified", ...

struct FileChange
{
    FileStatus status = FileStatus::Unchanged;
    std::string path;       ///< the new path; of a removed file the old one
    std::string beforePath; ///< differs from `path` only for Renamed; empty for Added
    std::optional<TreeFile> before;
    std::optional<TreeFile> after;
};

/// Every file of both sides, sorted by path. A removed and an added file with the same content (not empty) are one
/// Renamed entry; with several candidates the one with the same file name wins, then the first by path.
[[nodiscard]] std::vector<FileChange> compareTrees(std::span<const TreeFile> before, std::span<const TreeFile> after);

inline constexpr std::size_t maximumTreeFiles = 200'000;

/// Lists a folder with checksums, sorted by path. Leaves out `.git`, `.terraform` and symbolic links; refuses more than
/// maximumTreeFiles files (`diff.too-many-files`). A single file is a tree of one, named by its file name.
[[nodiscard]] Result<std::vector<TreeFile>> readTree(const std::filesystem::path &root, const Task &task);

} // namespace drydock::diff
