// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/project/filejournal.h"
#include "core/store/database.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace drydock::project {

/// What opening a workspace had to put right after a crash.
struct Recovery
{
    std::uint32_t interruptedRuns = 0; ///< runs whose process is gone: now RunState::Interrupted
    std::uint32_t removedPaths = 0;    ///< files of work that was never finished
};

/// The folder that holds everything: `drydock.db`, `projects/<slug>/{configs,library,runs,reports}`, `blobs`, `tls`,
/// `bundles`, `knowledge`, `cache`, `staging`.
///
/// Several processes may have one workspace open at the same time; none waits for another to close it. Safe from any
/// thread. Services keep a reference: the workspace outlives them.
class Workspace
{
public:
    /// Creates what is missing, brings the database up to date and cleans up after processes that were killed.
    [[nodiscard]] static Result<std::unique_ptr<Workspace>>
    open(const std::filesystem::path &folder, std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>());
    ~Workspace();

    [[nodiscard]] const std::filesystem::path &root() const { return m_root; }
    [[nodiscard]] const store::Database &database() const { return m_database; }
    [[nodiscard]] const FileJournal &journal() const { return m_journal; }
    [[nodiscard]] const Clock &clock() const { return *m_clock; }
    [[nodiscard]] const Recovery &recovery() const { return m_recovery; }

    [[nodiscard]] std::filesystem::path projectFolder(std::string_view slug) const;
    [[nodiscard]] std::filesystem::path blobFolder() const { return m_root / "blobs"; }
    [[nodiscard]] std::filesystem::path tlsFolder() const { return m_root / "tls"; }
    [[nodiscard]] std::filesystem::path bundleFolder() const { return m_root / "bundles"; }
    [[nodiscard]] std::filesystem::path knowledgeFolder() const
    {
        return m_root / "knowledge";
    }                                                                                    ///< the user's own articles
    [[nodiscard]] std::filesystem::path cacheFolder() const { return m_root / "cache"; } ///< may be deleted at any time

    /// Temporary folders in cacheFolder() in which files are reviewed before they are saved.
    static constexpr const char *previewPrefix = "preview-";

private:
    Workspace(std::filesystem::path root, store::Database database, std::shared_ptr<const Clock> clock);
    [[nodiscard]] Result<> recover();
    [[nodiscard]] Result<std::uint32_t> settleFiles() const;

    std::filesystem::path m_root;
    store::Database m_database;
    FileJournal m_journal;
    std::shared_ptr<const Clock> m_clock;
    Recovery m_recovery;
};

} // namespace drydock::project
