// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/language/snapshotdata.h"
#include "core/terraform/filesource.h"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace drydock::language {

/// Reads all language files below a folder, taking over from an older snapshot what has the same text. Used once.
class SnapshotReader
{
public:
    /// `old` may be null.
    SnapshotReader(const terraform::FileSource &files, std::filesystem::path root, const SnapshotFiles *old);

    /// Sorted by path. Codes: `task.cancelled`, `limit.files`.
    [[nodiscard]] Result<std::vector<DirectoryPointer>> read(const Task &task);

private:
    [[nodiscard]] Result<> readFolder(const std::filesystem::path &folder, const Task &task, std::size_t depth);
    [[nodiscard]] Entry readFile(const std::filesystem::path &file) const;
    void addFolder(const std::filesystem::path &folder, std::vector<Entry> files);
    void addUnsaved();

    const terraform::FileSource &m_files;
    std::filesystem::path m_root;
    const SnapshotFiles *m_old;
    std::size_t m_seen = 0;
    std::vector<DirectoryPointer> m_found;
};

} // namespace drydock::language
