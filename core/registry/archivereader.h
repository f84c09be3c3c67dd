// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/registry/archivelimits.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace drydock::registry {

enum class ArchiveFormats { Zip, ModuleArchives };

struct ArchiveEntry
{
    std::string name; ///< exactly as it is stored; a directory ends with `/`
    bool directory = false;
    bool executable = false;
};

/// Walks an archive from outside, checking every name and limit before anything is done with an entry. For each entry
/// `begin` is called, then `data` with its content piece by piece. See unpackArchive() for what is refused.
class ArchiveReader
{
public:
    ArchiveReader(std::filesystem::path file, ArchiveFormats formats, const ArchiveLimits &limits);

    std::function<Result<>(const ArchiveEntry &)> begin;
    std::function<Result<>(std::string_view)> data;
    std::function<Result<>(const ArchiveEntry &)> end;

    [[nodiscard]] Result<> run(const Task &task);
    [[nodiscard]] std::uint64_t files() const { return m_files; }
    [[nodiscard]] std::uint64_t bytes() const { return m_bytes; }

private:
    struct Handle;
    [[nodiscard]] Result<ArchiveEntry> checkEntry(Handle &handle) const;
    [[nodiscard]] Result<> readContent(Handle &handle, const ArchiveEntry &entry, const Task &task);
    [[nodiscard]] Result<> account(std::size_t count, const ArchiveEntry &entry);
    [[nodiscard]] Failure unreadable(Handle &handle) const;

    std::filesystem::path m_file;
    ArchiveFormats m_formats;
    ArchiveLimits m_limits;
    std::uint64_t m_packed = 0;
    std::uint64_t m_entries = 0;
    std::uint64_t m_files = 0;
    std::uint64_t m_bytes = 0;
};

} // namespace drydock::registry
