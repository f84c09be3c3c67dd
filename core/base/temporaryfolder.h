// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace drydock {

/// A folder for what is needed only for a moment, readable by this user alone; gone with the object. While the object
/// lives, a lock says so: what a killed process left is told from what a living one uses, in this process too, and goes
/// when the next folder of the same kind is made.
class TemporaryFolder
{
public:
    /// Makes `<parent>/<prefix>RANDOM`. The parent must be there; `/tmp` is fine.
    [[nodiscard]] static Result<TemporaryFolder> create(const std::filesystem::path &parent, std::string_view prefix);
    /// In the folder of the system.
    [[nodiscard]] static Result<TemporaryFolder> create(std::string_view prefix);
    TemporaryFolder(TemporaryFolder &&other) noexcept;
    TemporaryFolder &operator=(TemporaryFolder &&) = delete;
    ~TemporaryFolder();

    /// Empty at first.
    [[nodiscard]] std::filesystem::path path() const { return m_root / "content"; }

    /// Removes those of the same parent and prefix that killed processes of this user left; returns how many.
    static std::size_t collect(const std::filesystem::path &parent, std::string_view prefix);

private:
    TemporaryFolder(std::filesystem::path root, int lock);

    std::filesystem::path m_root;
    int m_lock = -1;
};

} // namespace drydock
