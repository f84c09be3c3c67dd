// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/project/filehistory.h"
#include "core/project/project.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace drydock::wiring {
class Services;
}

namespace drydock::configurations {

/// What the editor does to files. Everything here reads or writes the disk: call it on a worker thread.

enum class FileKind : std::uint8_t { Text, Binary, TooLarge };
enum class Writability : std::uint8_t { Writable, ReadOnly };

/// Larger files are not edited.
inline constexpr std::uint64_t largestEdited = 4U << 20U;

struct LoadedFile
{
    std::string bytes; ///< empty unless it is Text
    std::string sha256;
    std::uint64_t size = 0;
    FileKind kind = FileKind::Text;
    Writability writability = Writability::Writable;
};

/// Code `file.missing` when it is not there; others as the disk has them.
[[nodiscard]] Result<LoadedFile> loadFile(const std::filesystem::path &root, std::string_view path);

struct SaveRequest
{
    project::Project project;
    std::string path;
    std::string bytes;
    /// What the file held when it was read; kept as the first version of its history.
    std::string before;
    bool exists = true; ///< false: the file must not be there yet
    project::VersionReason reason = project::VersionReason::Saved;
    std::string note;
};

/// Writes the file and its history; returns the new checksum. `file.changed-outside` when it no longer holds `before`:
/// nothing is written then. What the history cannot take is no reason not to save.
[[nodiscard]] Result<std::string> saveFile(const wiring::Services &services, const SaveRequest &request);

/// Codes `file.exists`, `file.name` (what Terraform would not read as a configuration is refused, too).
[[nodiscard]] Result<> createFile(const project::Project &project, std::string_view path);
/// A file or a folder; its history goes along. Code `file.exists`.
[[nodiscard]] Result<> renameFile(const wiring::Services &services, const project::Project &project,
                                  std::string_view from, std::string_view to);
/// The content stays in the local history. Code `file.too-large` when that could not keep it.
[[nodiscard]] Result<> removeFile(const wiring::Services &services, const project::Project &project,
                                  std::string_view path);

} // namespace drydock::configurations
