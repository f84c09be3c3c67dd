// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace drydock::project {

/// Keeps files and database rows in step, whatever instant the process dies at.
///
/// A row is committed after its files are in place and synced; a row is deleted before its files. What lies between is
/// named by an intent, a small file in `<workspace>/staging` that says which path is about to appear or go and which
/// process does it. The next start looks only at intents, never at the whole tree: when the process is gone and no row
/// points at the path, the path is removed.
class FileJournal
{
public:
    /// One change under way. Destroyed before finish(), what was staged is removed; the target too if it was put in
    /// place and abandon() was not told otherwise.
    class Change
    {
    public:
        Change(Change &&other) noexcept;
        Change &operator=(Change &&) = delete;
        ~Change();

        /// Where to write: a folder of its own that nobody else sees.
        [[nodiscard]] const std::filesystem::path &stagingFolder() const { return m_staging; }
        /// Writes `bytes` to `relative` below the staging folder, synced. The path must stay inside.
        [[nodiscard]] Result<> write(std::string_view relative, std::string_view bytes) const;
        /// Renames the staged folder (or, for a target that is a file, the only staged file) to the target and syncs
        /// the names. Call it inside the transaction that writes the row.
        [[nodiscard]] Result<> putInPlace();
        /// After the transaction was committed.
        void finish();

    private:
        friend class FileJournal;
        Change() = default;

        std::filesystem::path m_intent;
        std::filesystem::path m_staging;
        std::filesystem::path m_target;
        bool m_inPlace = false;
    };

    explicit FileJournal(std::filesystem::path workspace);

    /// Announces that `target` (relative to the workspace) will appear.
    [[nodiscard]] Result<Change> beginCreate(std::string_view target) const;
    /// Announces that `target` goes: commit the deletion of its row, then call removeNow() with what this returns.
    [[nodiscard]] Result<std::filesystem::path> announceRemoval(std::string_view target) const;
    void removeNow(const std::filesystem::path &intent) const;
    /// The deletion was not committed: forget the announcement.
    void withdraw(const std::filesystem::path &intent) const;

    /// Removes what processes that no longer live left behind. `isReferenced` is asked whether a row points at a path
    /// (relative to the workspace). Returns how many paths were removed.
    [[nodiscard]] Result<std::uint32_t>
    recover(const std::function<Result<bool>(const std::string &relative)> &isReferenced) const;

private:
    std::filesystem::path m_workspace;
    std::filesystem::path m_staging;
};

/// "PID:start time" of this process: tells a living process from a later one with the same number.
[[nodiscard]] std::string processMark();
[[nodiscard]] bool isProcessAlive(std::string_view mark);

} // namespace drydock::project
