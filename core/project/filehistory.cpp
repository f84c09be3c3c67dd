// SPDX-License-Identifier: MIT
#include "core/project/filehistory.h"

#include "core/base/filereader.h"
#include "core/base/identifier.h"
#include "core/base/sha256.h"
#include "core/blob/blobstore.h"
#include "core/project/columns.h"
#include "core/project/workspace.h"
#include "core/store/transaction.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace drydock::project {

static constexpr std::array reasonNames = {
    std::pair{VersionReason::Opened, "opened"},     std::pair{VersionReason::Saved, "saved"},
    std::pair{VersionReason::Replaced, "replaced"}, std::pair{VersionReason::Restored, "restored"},
    std::pair{VersionReason::Merged, "merged"},     std::pair{VersionReason::Outside, "outside"},
    std::pair{VersionReason::Removed, "removed"}};

std::string_view versionReasonName(VersionReason reason)
{
    return reasonNames[static_cast<std::size_t>(reason)].second;
}

/// A reason that a newer program wrote counts as Saved.
static VersionReason reasonFrom(const std::string &name)
{
    const auto *found =
        std::find_if(reasonNames.begin(), reasonNames.end(), [&](const auto &each) { return each.second == name; });
    return found == reasonNames.end() ? VersionReason::Saved : found->first;
}

static Result<blob::BlobStore> openBlobs(const Workspace &workspace)
{
    return blob::BlobStore::open(workspace.root() / "history");
}

static Result<std::vector<FileVersion>> queryVersions(const store::Database &database, const std::string &rest,
                                                      const store::Values &values)
{
    const auto rows = database.query(
        "SELECT id, project_id, path, sha256, size, reason, note, recorded_at FROM file_versions " + rest, values);
    if (!rows)
        return Failure(rows.error());
    std::vector<FileVersion> versions;
    versions.reserve(rows->size());
    for (const store::Row &row : *rows)
        versions.push_back({row.text(0), row.text(1), row.text(2), row.text(3),
                            static_cast<std::uint64_t>(row.integer(4)), reasonFrom(row.text(5)), row.text(6),
                            timeFrom(row, 7)});
    return versions;
}

FileHistory::FileHistory(const Workspace &workspace, HistoryLimits limits)
    : m_workspace(workspace)
    , m_limits(limits)
{
}

/// Whether the newest version says already what a new one would say.
static bool saysTheSame(const FileVersion &newest, const std::string &sha256, VersionReason reason)
{
    return newest.sha256 == sha256 && (newest.reason == VersionReason::Removed) == (reason == VersionReason::Removed);
}

Result<std::optional<FileVersion>> FileHistory::record(std::string_view projectId, std::string_view path,
                                                       std::string_view content, VersionReason reason,
                                                       std::string_view note) const
{
    if (content.size() > m_limits.largestFile)
        return std::nullopt;
    const auto blobs = openBlobs(m_workspace);
    if (!blobs)
        return Failure(blobs.error());
    const auto lease = blobs->lease();
    if (!lease)
        return Failure(lease.error());
    const auto blob = blobs->put(content);
    if (!blob)
        return Failure(blob.error());
    const store::Database &database = m_workspace.database();
    auto transaction = store::Transaction::begin(database);
    if (!transaction)
        return Failure(transaction.error());
    const auto newest =
        queryVersions(database, "WHERE project_id = ? AND path = ? ORDER BY recorded_at DESC, id DESC LIMIT 1",
                      {std::string(projectId), std::string(path)});
    if (!newest)
        return Failure(newest.error());
    if (!newest->empty() && saysTheSame(newest->front(), blob->sha256, reason))
        return std::nullopt;
    FileVersion version{newIdentifier(), std::string(projectId), std::string(path),        blob->sha256, blob->size,
                        reason,          std::string(note),      m_workspace.clock().now()};
    const auto inserted = database.execute(
        "INSERT INTO file_versions (id, project_id, path, sha256, size, reason, note, recorded_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {version.id, version.projectId, version.path, version.sha256, static_cast<std::int64_t>(version.size),
         std::string(versionReasonName(reason)), version.note, timeValue(version.recorded)});
    if (!inserted)
        return Failure(inserted.error());
    if (auto committed = transaction->commit(); !committed)
        return Failure(committed.error());
    return version;
}

Result<std::vector<FileVersion>> FileHistory::versions(std::string_view projectId, std::string_view path) const
{
    return queryVersions(m_workspace.database(), "WHERE project_id = ? AND path = ? ORDER BY recorded_at DESC, id DESC",
                         {std::string(projectId), std::string(path)});
}

Result<std::vector<FileVersion>> FileHistory::removedFiles(std::string_view projectId) const
{
    return queryVersions(m_workspace.database(),
                         "AS v WHERE project_id = ? AND reason = 'removed' AND NOT EXISTS (SELECT 1 FROM "
                         "file_versions AS later WHERE later.project_id = v.project_id AND later.path = v.path AND "
                         "(later.recorded_at > v.recorded_at OR (later.recorded_at = v.recorded_at AND later.id > "
                         "v.id))) ORDER BY recorded_at DESC, path",
                         {std::string(projectId)});
}

Result<std::string> FileHistory::content(const FileVersion &version) const
{
    const auto blobs = openBlobs(m_workspace);
    if (!blobs)
        return Failure(blobs.error());
    const auto file = blobs->find(version.sha256);
    if (!file && file.error().code == "blob.not-found")
        return failure("history.not-found", "This version is no longer kept.", version.path,
                       "Look at the list again: old versions are forgotten.");
    return file ? readFile(*file) : Result<std::string>(Failure(file.error()));
}

Result<> FileHistory::rename(std::string_view projectId, std::string_view from, std::string_view to) const
{
    const std::string old(from);
    // Lengths are counted by the database: in characters.
    const auto renamed = m_workspace.database().execute(
        "UPDATE file_versions SET path = ? || substr(path, length(CAST(? AS TEXT)) + 1) WHERE project_id = ? AND "
        "(path = ? OR substr(path, 1, length(CAST(? AS TEXT))) = ?)",
        {std::string(to), old, std::string(projectId), old, old + "/", old + "/"});
    return renamed ? Result<>() : Result<>(Failure(renamed.error()));
}

namespace {

/// Which versions of one file stay; `versions` newest first.
class Keeper
{
public:
    Keeper(const HistoryLimits &limits, Timestamp now)
        : m_limits(limits)
        , m_now(now)
    {
    }

    bool keeps(const FileVersion &version)
    {
        const auto age = m_now - version.recorded;
        if (m_kept == 0) {
            ++m_kept;
            return true;
        }
        if (age > m_limits.oldest || m_kept >= m_limits.versionsPerFile)
            return false;
        if (age > m_limits.complete) {
            const auto hours = std::chrono::floor<std::chrono::hours>(version.recorded.time_since_epoch()).count();
            const std::int64_t slot = age > m_limits.hourly ? -1 - hours / 24 : hours;
            if (slot == m_slot)
                return false;
            m_slot = slot;
        }
        ++m_kept;
        return true;
    }

private:
    const HistoryLimits &m_limits;
    Timestamp m_now;
    std::size_t m_kept = 0;
    std::int64_t m_slot = INT64_MIN;
};

} // namespace

/// The versions of one project that go, given all of them ordered by path, newest first.
static std::vector<const FileVersion *> outdated(const std::vector<FileVersion> &all, const HistoryLimits &limits,
                                                 Timestamp now)
{
    std::vector<const FileVersion *> gone;
    std::vector<const FileVersion *> kept; ///< but for the newest of each file
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < all.size();) {
        Keeper keeper(limits, now);
        const std::size_t first = i;
        for (; i < all.size() && all[i].path == all[first].path; ++i) {
            if (!keeper.keeps(all[i])) {
                gone.push_back(&all[i]);
                continue;
            }
            total += all[i].size;
            if (i != first)
                kept.push_back(&all[i]);
        }
    }
    std::sort(kept.begin(), kept.end(),
              [](const FileVersion *a, const FileVersion *b) { return a->recorded < b->recorded; });
    for (std::size_t i = 0; i < kept.size() && total > limits.total; ++i) {
        total -= kept[i]->size;
        gone.push_back(kept[i]);
    }
    return gone;
}

static Result<std::set<std::string>> namedContents(const store::Database &database)
{
    const auto rows = database.query("SELECT DISTINCT sha256 FROM file_versions");
    if (!rows)
        return Failure(rows.error());
    std::set<std::string> named;
    for (const store::Row &row : *rows)
        named.insert(row.text(0));
    return named;
}

Result<std::uint32_t> FileHistory::prune(const Task &task) const
{
    const store::Database &database = m_workspace.database();
    const auto projects = database.query("SELECT id FROM projects ORDER BY id");
    if (!projects)
        return Failure(projects.error());
    std::uint32_t count = 0;
    for (const store::Row &project : *projects) {
        if (auto going = task.check(); !going)
            return Failure(going.error());
        const auto all =
            queryVersions(database, "WHERE project_id = ? ORDER BY path, recorded_at DESC, id DESC", {project.text(0)});
        if (!all)
            return Failure(all.error());
        auto transaction = store::Transaction::begin(database);
        if (!transaction)
            return Failure(transaction.error());
        for (const FileVersion *version : outdated(*all, m_limits, m_workspace.clock().now())) {
            const auto deleted = database.execute("DELETE FROM file_versions WHERE id = ?", {version->id});
            if (!deleted)
                return Failure(deleted.error());
            count += static_cast<std::uint32_t>(*deleted);
        }
        if (auto committed = transaction->commit(); !committed)
            return Failure(committed.error());
    }
    const auto blobs = openBlobs(m_workspace);
    if (!blobs)
        return Failure(blobs.error());
    const auto collected = blobs->collect([&database] { return namedContents(database); });
    return collected ? Result<std::uint32_t>(count) : Result<std::uint32_t>(Failure(collected.error()));
}

} // namespace drydock::project
