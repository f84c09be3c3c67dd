// SPDX-License-Identifier: MIT
#include "core/project/workspace.h"

#include "core/base/atomicfile.h"
#include "core/base/temporaryfolder.h"
#include "core/project/run.h"
#include "core/store/lostdatabase.h"
#include "core/store/transaction.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>
#include <vector>

namespace drydock::project {

namespace fs = std::filesystem;

static Result<> createFolders(const fs::path &root)
{
    static constexpr std::array folders = {"projects", "blobs", "tls", "bundles", "knowledge", "cache", "staging"};
    for (const char *folder : folders) {
        std::error_code error;
        fs::create_directories(root / folder, error);
        if (error)
            return failure(systemError(error.value(), "The workspace cannot be made here", (root / folder).string()));
    }
    return {};
}

Workspace::Workspace(fs::path root, store::Database database, std::shared_ptr<const Clock> clock)
    : m_root(std::move(root))
    , m_database(std::move(database))
    , m_journal(m_root,
                [this]() -> Result<> {
                    const auto settled = settleFiles();
                    return settled ? Result<>() : Result<>(Failure(settled.error()));
                })
    , m_clock(std::move(clock))
{
}

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::open(const fs::path &folder, std::shared_ptr<const Clock> clock)
{
    std::error_code error;
    const fs::path absolute = fs::absolute(folder, error);
    if (folder.empty() || error)
        return failure("workspace.folder", "The workspace needs a folder.", folder.string(),
                       "Name one with --workspace.");
    if (fs::exists(absolute, error) && !fs::is_directory(absolute, error))
        return failure("workspace.folder", "The workspace is a file, not a folder.", absolute.string(),
                       "Name a folder.");
    if (auto kept = store::refuseLostDatabase(absolute / "drydock.db", {absolute / "projects", absolute / "blobs"});
        !kept)
        return Failure(kept.error());
    if (auto created = createFolders(absolute); !created)
        return Failure(created.error());
    // Links resolved once: containment checks compare real paths.
    const fs::path root = fs::canonical(absolute, error);
    if (error)
        return failure(systemError(error.value(), "The workspace cannot be opened", absolute.string()));
    auto database = store::Database::open(root / "drydock.db");
    if (!database)
        return Failure(database.error());
    std::unique_ptr<Workspace> workspace(new Workspace(root, std::move(*database), std::move(clock)));
    if (auto recovered = workspace->recover(); !recovered)
        return Failure(recovered.error());
    return workspace;
}

fs::path Workspace::projectFolder(std::string_view slug) const
{
    return m_root / "projects" / std::string(slug);
}

static std::vector<std::string> partsOf(const std::string &relative)
{
    std::vector<std::string> parts;
    for (const auto &part : fs::path(relative))
        parts.push_back(part.string());
    return parts;
}

/// Whether a row of the database needs `relative`. What is not below projects/ belongs to others and is left alone.
static Result<bool> isReferenced(const store::Database &database, const std::string &relative)
{
    const auto parts = partsOf(relative);
    if (parts.size() < 2 || parts[0] != "projects")
        return true;
    static constexpr const char *needed = "SELECT 1 FROM (SELECT storage_path FROM asset_versions UNION ALL SELECT "
                                          "storage_path FROM artifacts) AS stored "
                                          "WHERE storage_path = ? OR substr(storage_path, 1, ?) = ? LIMIT 1";
    const auto length = static_cast<std::int64_t>(relative.size() + 1);
    const auto row = parts.size() == 2 ? database.queryOne("SELECT 1 FROM projects WHERE slug = ?", {parts[1]})
                                       : database.queryOne(needed, {relative, length, relative + "/"});
    if (!row)
        return Failure(row.error());
    return row->has_value();
}

static Result<std::uint32_t> interruptDeadRuns(const store::Database &database, Timestamp now)
{
    const auto runs = database.query("SELECT id, owner FROM runs WHERE state IN ('queued', 'running')");
    if (!runs)
        return Failure(runs.error());
    std::uint32_t count = 0;
    for (const store::Row &row : *runs) {
        if (isProcessAlive(row.text(1)))
            continue;
        auto changed = database.execute("UPDATE runs SET state = 'interrupted', error = ?, finished_at = ? WHERE id = "
                                        "? AND state IN ('queued', 'running')",
                                        {"The program ended before the work was done; nothing was left half done.",
                                         now.time_since_epoch().count(), row.text(0)});
        if (!changed)
            return Failure(changed.error());
        count += static_cast<std::uint32_t>(*changed);
    }
    return count;
}

/// What writers that were killed left in the folders that are not the journal's. Their files lie flat there.
static void removeLeftovers(const fs::path &root)
{
    for (const char *folder : {".", "tls", "bundles", "knowledge", "cache", "blobs"})
        removeStaleTemporaries(root / folder, Search::Folder);
    TemporaryFolder::collect(root / "cache", Workspace::previewPrefix);
}

/// Under the write lock, which is taken only where there is something to do.
Result<std::uint32_t> Workspace::settleFiles() const
{
    if (!m_journal.hasLeftovers())
        return 0U;
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return Failure(transaction.error());
    auto paths = m_journal.recover([this](const std::string &relative) { return isReferenced(m_database, relative); });
    if (!paths)
        return paths;
    if (auto committed = transaction->commit(); !committed)
        return Failure(committed.error());
    return paths;
}

Result<> Workspace::recover()
{
    const auto runs = interruptDeadRuns(m_database, m_clock->now());
    if (!runs)
        return Failure(runs.error());
    const auto paths = settleFiles();
    if (!paths)
        return Failure(paths.error());
    removeLeftovers(m_root);
    m_recovery = {*runs, *paths};
    return {};
}

} // namespace drydock::project
