// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/task.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::project {

class Workspace;

/// Why a version was kept. All but Opened and Outside come from something the user did in Drydock.
enum class VersionReason : std::uint8_t {
    Opened,   ///< as it was before the first change
    Saved,    ///<
    Replaced, ///< by a replacement over many files
    Restored, ///< an older version was brought back
    Merged,   ///< with a change from outside
    Outside,  ///< another program wrote it
    Removed,  ///< the last content of a file that was deleted
};

[[nodiscard]] std::string_view versionReasonName(VersionReason reason); ///< "opened", "saved", …

/// What a file held at one time.
struct FileVersion
{
    std::string id;
    std::string projectId;
    std::string path; ///< relative to the project's root
    std::string sha256;
    std::uint64_t size = 0;
    VersionReason reason = VersionReason::Saved;
    std::string note;
    Timestamp recorded;
};

/// How much of the past is kept. The newest version of a file is always kept.
struct HistoryLimits
{
    std::chrono::hours complete{24};     ///< every version this young
    std::chrono::hours hourly{24 * 7};   ///< then the newest of each hour
    std::chrono::hours oldest{24 * 90};  ///< then the newest of each day; nothing older
    std::size_t versionsPerFile = 500;   ///<
    std::uint64_t largestFile = 4 << 20; ///< bytes; larger contents are not kept
    std::uint64_t total = 512 << 20;     ///< bytes of all contents of one project; the oldest go first
};

/// The local history of configuration files: each content as a blob in `<workspace>/history`, a row for each time it
/// was written. Contents that are equal are stored once. Safe from any thread and process; a process that is killed
/// leaves at worst a blob without a row, which the next prune() removes. Codes: `history.not-found`.
class FileHistory
{
public:
    explicit FileHistory(const Workspace &workspace, HistoryLimits limits = {});

    /// Keeps a content. Nothing where the newest version of the file has the same content, or it is too large.
    [[nodiscard]] Result<std::optional<FileVersion>> record(std::string_view projectId, std::string_view path,
                                                            std::string_view content, VersionReason reason,
                                                            std::string_view note = {}) const;
    /// Newest first.
    [[nodiscard]] Result<std::vector<FileVersion>> versions(std::string_view projectId, std::string_view path) const;
    /// The last version of every file whose newest one says Removed, newest first.
    [[nodiscard]] Result<std::vector<FileVersion>> removedFiles(std::string_view projectId) const;
    [[nodiscard]] Result<std::string> content(const FileVersion &version) const;
    /// The history of a file, or of all files below a folder, goes along when it gets another name.
    [[nodiscard]] Result<> rename(std::string_view projectId, std::string_view from, std::string_view to) const;
    /// Forgets what the limits do not allow and contents that no row names. Returns how many rows went. Long.
    [[nodiscard]] Result<std::uint32_t> prune(const Task &task = {}) const;

private:
    const Workspace &m_workspace;
    HistoryLimits m_limits;
};

} // namespace drydock::project
