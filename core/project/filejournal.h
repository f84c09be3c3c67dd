// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace drydock::project {

enum class TargetKind : std::uint8_t { Folder, File };

/// Keeps files and database rows in step, whatever instant the process dies at.
///
/// A row is committed after its files are in place and synced; a row is deleted before its files. What lies between is
/// named by an intent, a small file in `<workspace>/staging` that says which path is about to appear or go and which
/// process does it. The next start, and the next change that another process begins, look only at intents, never at the
/// whole tree: when the process is gone and no row points at the path, the path is removed. Safe from any thread.
class FileJournal
{
public:
    /// Calls recover() while it holds the lock under which rows are written.
    using Settle = std::function<Result<>()>;

    /// One path that appears. Destroyed before finish(), everything is removed again, the target too.
    class Creation
    {
    public:
        Creation(Creation &&other) noexcept;
        Creation &operator=(Creation &&) = delete;
        ~Creation();

        /// Writes `bytes` to `relative` below the folder that is to appear, synced. The path must stay inside.
        [[nodiscard]] Result<> write(std::string_view relative, std::string_view bytes) const;
        /// Where code that streams writes what is to appear, the folder or the file; it must sync its files.
        [[nodiscard]] std::filesystem::path stagedPath() const;
        /// Renames what was staged to the target and syncs the names. Call it inside the transaction that writes the
        /// row, as its last step. Refuses a target that exists (`journal.exists`).
        [[nodiscard]] Result<> putInPlace();
        /// Announces another target: when a name turned out to be taken.
        [[nodiscard]] Result<> retarget(std::string_view target);
        /// After the transaction was committed.
        void finish();

    private:
        friend class FileJournal;
        Creation() = default;

        std::filesystem::path m_workspace;
        std::filesystem::path m_intent; ///< empty once finished or moved from
        std::filesystem::path m_staging;
        std::filesystem::path m_target;
        TargetKind m_kind = TargetKind::Folder;
        bool m_inPlace = false;
    };

    /// One path that goes. Destroyed before finish(), it is back where it was.
    class Removal
    {
    public:
        Removal(Removal &&other) noexcept;
        Removal &operator=(Removal &&) = delete;
        ~Removal();

        /// Moves the path out of sight. Call it inside the transaction that deletes the row, as its last step. A path
        /// that is not there is fine.
        [[nodiscard]] Result<> moveAside();
        /// After the transaction was committed: deletes the files.
        void finish();

    private:
        friend class FileJournal;
        Removal() = default;

        std::filesystem::path m_intent;
        std::filesystem::path m_aside;
        std::filesystem::path m_target;
        bool m_moved = false;
    };

    FileJournal(std::filesystem::path workspace, Settle settle);

    /// `target` is relative to the workspace. What a killed process left there is settled first.
    [[nodiscard]] Result<Creation> create(std::string_view target, TargetKind kind = TargetKind::Folder) const;
    [[nodiscard]] Result<Removal> remove(std::string_view target) const;

    /// Whether a process that no longer lives left something behind.
    [[nodiscard]] bool hasLeftovers() const;
    /// Removes what processes that no longer live left behind, and puts back what they had only begun to remove.
    /// `isReferenced` is asked whether a row points at a path (relative to the workspace). Returns how many paths were
    /// put right. Call it inside a write transaction: nobody may put the same path in place between the question and
    /// the removal, and of two processes that do this the second must see what the first has done.
    [[nodiscard]] Result<std::uint32_t>
    recover(const std::function<Result<bool>(const std::string &relative)> &isReferenced) const;

private:
    std::filesystem::path m_workspace;
    std::filesystem::path m_staging;
    Settle m_settle;
};

/// "PID-START" of this process: tells a living process from a later one with the same number.
[[nodiscard]] std::string processMark();
[[nodiscard]] bool isProcessAlive(std::string_view mark);

} // namespace drydock::project
