// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace drydock {

/// A file that appears whole or not at all: written under a temporary name in the same folder, synced, renamed.
/// Destroyed before commit(), it leaves nothing behind. A killed process leaves only a `.drydock-*.tmp` file, which
/// removeIfStale() and removeStaleTemporaries() collect: while its writer lives, the file is locked.
class AtomicFile
{
public:
    /// Creates missing parent folders. A file that is there is replaced and hands its permissions on; a link is
    /// replaced, not followed. What is no regular file (a folder, /dev/null) is refused and left alone.
    [[nodiscard]] static Result<AtomicFile> create(const std::filesystem::path &target);
    AtomicFile(AtomicFile &&other) noexcept;
    AtomicFile &operator=(AtomicFile &&other) noexcept;
    ~AtomicFile();

    [[nodiscard]] Result<> write(std::string_view bytes);
    [[nodiscard]] Result<> commit();
    /// Like commit(), but to another name in the same file system (content named by its own hash).
    [[nodiscard]] Result<> commitAs(const std::filesystem::path &target);
    /// The open descriptor, for code that writes by itself.
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] const std::filesystem::path &temporaryPath() const { return m_temporary; }

private:
    AtomicFile() = default;
    void discard();

    int m_descriptor = -1;
    std::filesystem::path m_target;
    std::filesystem::path m_temporary;
};

[[nodiscard]] Result<> writeFileAtomically(const std::filesystem::path &target, std::string_view bytes);

/// For a file that a person names: a device or pipe (/dev/stdout, a shell's `>(...)`) is written to as it is, anything
/// else atomically. A link to a file is followed and stays.
[[nodiscard]] Result<> writeNamedFile(const std::filesystem::path &target, std::string_view bytes);

/// Whether the name is one that AtomicFile gives for the time of writing.
[[nodiscard]] bool isTemporaryName(std::string_view name);

/// Removes a temporary file of AtomicFile whose writer was killed; any other file, and one still written, stays.
bool removeIfStale(const std::filesystem::path &file);

enum class Search : std::uint8_t { Folder, Tree };

/// Removes what killed writers left in `folder`, or anywhere below it.
void removeStaleTemporaries(const std::filesystem::path &folder, Search search);

} // namespace drydock
