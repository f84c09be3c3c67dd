// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace drydock::fixture {

/// A folder of its own, gone when the test ends.
class TemporaryFolder
{
public:
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder &) = delete;
    TemporaryFolder &operator=(const TemporaryFolder &) = delete;
    ~TemporaryFolder();

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }
    /// Writes a file, with its parent folders.
    std::filesystem::path write(const std::string &name, const std::string &content) const;

private:
    std::filesystem::path m_path;
};

enum class EntryKind { File, Directory, SymbolicLink, HardLink, CharacterDevice, Pipe };

struct WrittenEntry
{
    std::string name;
    std::string content; ///< or what a link points at
    EntryKind kind = EntryKind::File;
    int mode = 0644;
};

enum class ArchiveKind { Zip, TarGz };

/// Writes any archive, also those no honest program would.
void writeArchive(const std::filesystem::path &file, ArchiveKind kind, const std::vector<WrittenEntry> &entries);

/// A provider package that `terraform init` installs: a file that can be run, and a licence.
std::filesystem::path writeProvider(const std::filesystem::path &folder, const std::string &type,
                                    const std::string &version, const std::string &platform,
                                    const std::string &content = "#!/bin/sh\nexit 1\n");

} // namespace drydock::fixture
