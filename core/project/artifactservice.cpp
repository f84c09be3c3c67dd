// SPDX-License-Identifier: MIT
#include "core/project/artifactservice.h"

#include "core/base/atomicfile.h"
#include "core/base/containment.h"
#include "core/base/encoding.h"
#include "core/base/filereader.h"
#include "core/base/identifier.h"
#include "core/base/sha256.h"
#include "core/project/columns.h"
#include "core/project/libraryservice.h"
#include "core/project/workspace.h"
#include "core/store/transaction.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>

namespace drydock::project {

namespace fs = std::filesystem;

static constexpr std::uint64_t mostBytes = 4ULL << 30U;
static constexpr std::size_t pieceBytes = 256U << 10U;

ArtifactService::ArtifactService(const Workspace &workspace)
    : m_workspace(workspace)
{
}

using Piece = std::function<Result<>(std::string_view)>;

/// Reads a file in pieces; one that grows while it is read is cut off at the limit.
static Result<> copyPieces(const fs::path &file, const Task &task, const Piece &take)
{
    std::ifstream stream(file, std::ios::binary);
    std::error_code error;
    const std::uint64_t size = fs::file_size(file, error);
    if (!stream || error || !fs::is_regular_file(file, error))
        return failure("artifact.not-found", "The file cannot be read.", file.string(),
                       "Check the path and its permissions.");
    if (size > mostBytes)
        return failure("artifact.too-large", "The file has more than 4 GB.", file.string(), "Split it.");
    std::string piece(pieceBytes, '\0');
    std::uint64_t done = 0;
    while (stream.read(piece.data(), static_cast<std::streamsize>(piece.size())) || stream.gcount() > 0) {
        if (auto going = task.check(); !going)
            return going;
        const auto count = static_cast<std::size_t>(stream.gcount());
        if (auto taken = take(std::string_view(piece).substr(0, count)); !taken)
            return taken;
        done += count;
        task.report(size == 0 ? 1.0 : static_cast<double>(done) / static_cast<double>(size), file.filename().string());
    }
    if (stream.bad())
        return failure("artifact.not-found", "The file cannot be read to its end.", file.string(), "Check the disk.");
    return {};
}

static Result<> checkPath(const std::string &path)
{
    const bool shortest =
        fs::path(path).lexically_normal().generic_string() == path && !path.ends_with('/') && path != ".";
    const bool isControl = std::any_of(path.begin(), path.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte == 0x7F;
    });
    if (isControl)
        return failure("artifact.path", "The name of an artifact holds a line break or another control character.", {},
                       "Name the artifact with --path, or rename the file.");
    if (!path.empty() && path.size() <= 1024 && shortest && isValidUtf8(path))
        return {};
    return failure("artifact.path", "\"" + path + "\" cannot be the name of an artifact.", {},
                   "Use a relative path with / between its parts.");
}

/// Where an artifact lies, relative to the workspace.
static Result<std::string> storagePath(const Workspace &workspace, const NewArtifact &wanted)
{
    if (auto valid = checkPath(wanted.path); !valid)
        return Failure(valid.error());
    const auto row =
        wanted.runId.empty()
            ? workspace.database().queryOne("SELECT slug FROM projects WHERE id = ?", {wanted.projectId})
            : workspace.database().queryOne(
                  "SELECT p.slug FROM projects p JOIN runs r ON r.project_id = p.id WHERE p.id = ? AND r.id = ?",
                  {wanted.projectId, wanted.runId});
    if (!row)
        return Failure(row.error());
    if (!row->has_value())
        return failure("project.not-found", "There is no such project or run.", wanted.projectId + " " + wanted.runId);
    const std::string base =
        "projects/" + (*row)->text(0) + (wanted.runId.empty() ? "/reports" : "/runs/" + wanted.runId);
    if (auto inside = resolveInside(workspace.root() / base, wanted.path); !inside)
        return Failure(inside.error());
    return base + "/" + wanted.path;
}

/// The row of a file that is staged, then the file itself.
static Result<std::string> commitArtifact(const Workspace &workspace, const NewArtifact &wanted,
                                          const std::string &path, FileJournal::Creation &creation,
                                          const std::string &sha256, std::uint64_t size)
{
    auto transaction = store::Transaction::begin(workspace.database());
    if (!transaction)
        return Failure(transaction.error());
    const std::string id = newIdentifier();
    const store::Value run = wanted.runId.empty() ? store::Value() : store::Value(wanted.runId);
    auto inserted = workspace.database().execute("INSERT INTO artifacts (id, project_id, run_id, kind, path, "
                                                 "storage_path, sha256, size, media_type, created_at) "
                                                 "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                                 {id, wanted.projectId, run, wanted.kind, wanted.path, path, sha256,
                                                  static_cast<std::int64_t>(size), mediaTypeFor(wanted.path),
                                                  timeValue(workspace.clock().now())});
    if (!inserted && inserted.error().code == "store.unique")
        return failure("artifact.exists", "There is an artifact \"" + wanted.path + "\" already.", {},
                       "Delete it first or choose another name.");
    if (!inserted)
        return Failure(inserted.error());
    if (auto placed = creation.putInPlace(); !placed)
        return Failure(placed.error());
    if (auto committed = transaction->commit(); !committed)
        return Failure(committed.error());
    creation.finish();
    return id;
}

Result<Artifact> ArtifactService::add(const NewArtifact &wanted, std::string_view content) const
{
    const auto path = storagePath(m_workspace, wanted);
    if (!path)
        return Failure(path.error());
    auto creation = m_workspace.journal().create(*path, TargetKind::File);
    if (!creation)
        return Failure(creation.error());
    if (auto written = creation->write({}, content); !written)
        return Failure(written.error());
    const auto id = commitArtifact(m_workspace, wanted, *path, *creation, sha256Hex(content), content.size());
    return id ? find(*id) : Result<Artifact>(Failure(id.error()));
}

Result<Artifact> ArtifactService::upload(const NewArtifact &wanted, const fs::path &file, const Task &task) const
{
    const auto path = storagePath(m_workspace, wanted);
    if (!path)
        return Failure(path.error());
    auto creation = m_workspace.journal().create(*path, TargetKind::File);
    if (!creation)
        return Failure(creation.error());
    auto staged = AtomicFile::create(creation->stagedPath());
    if (!staged)
        return Failure(staged.error());
    Sha256 hash;
    std::uint64_t size = 0;
    auto copied = copyPieces(file, task, [&](std::string_view piece) {
        hash.update(piece);
        size += piece.size();
        return staged->write(piece);
    });
    if (!copied)
        return Failure(copied.error());
    if (auto synced = staged->commit(); !synced)
        return Failure(synced.error());
    const auto id = commitArtifact(m_workspace, wanted, *path, *creation, hash.finishHex(), size);
    return id ? find(*id) : Result<Artifact>(Failure(id.error()));
}

static Result<std::vector<Artifact>> queryArtifacts(const store::Database &database, const std::string &rest,
                                                    const store::Values &values)
{
    const auto rows = database.query(
        "SELECT id, project_id, run_id, kind, path, sha256, size, media_type, created_at FROM artifacts" + rest,
        values);
    if (!rows)
        return Failure(rows.error());
    std::vector<Artifact> artifacts;
    for (const store::Row &row : *rows)
        artifacts.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5),
                             static_cast<std::uint64_t>(row.integer(6)), row.text(7), timeFrom(row, 8)});
    return artifacts;
}

Result<std::vector<Artifact>> ArtifactService::list(std::string_view projectId, std::string_view runId) const
{
    Conditions conditions;
    conditions.add("project_id = ?", {std::string(projectId)});
    conditions.addIfSet("run_id = ?", std::string(runId));
    return queryArtifacts(m_workspace.database(), conditions.where() + " ORDER BY created_at DESC, path",
                          conditions.values());
}

Result<Artifact> ArtifactService::find(std::string_view artifactId) const
{
    auto artifacts = queryArtifacts(m_workspace.database(), " WHERE id = ?", {std::string(artifactId)});
    if (!artifacts)
        return Failure(artifacts.error());
    if (artifacts->empty())
        return failure("artifact.not-found", "There is no artifact \"" + std::string(artifactId) + "\".", {},
                       "List the artifacts of the project; it may have been deleted.");
    return std::move(artifacts->front());
}

Result<fs::path> ArtifactService::file(const Artifact &artifact) const
{
    const auto row = m_workspace.database().queryOne("SELECT storage_path FROM artifacts WHERE id = ?", {artifact.id});
    if (!row)
        return Failure(row.error());
    if (!row->has_value())
        return failure("artifact.not-found", "The artifact was deleted.", artifact.path);
    return resolveInside(m_workspace.root(), (*row)->text(0));
}

Result<> ArtifactService::download(const Artifact &artifact, const fs::path &target, const Task &task) const
{
    const auto source = file(artifact);
    if (!source)
        return Failure(source.error());
    auto copy = AtomicFile::create(target);
    if (!copy)
        return Failure(copy.error());
    Sha256 hash;
    auto copied = copyPieces(*source, task, [&](std::string_view piece) {
        hash.update(piece);
        return copy->write(piece);
    });
    if (!copied)
        return copied;
    if (hash.finishHex() != artifact.sha256)
        return failure("artifact.damaged", "The stored file no longer has the checksum it was saved with.",
                       source->string(), "Restore it from a backup; nothing was written.");
    return copy->commit();
}

/// Cuts at `limit`, not inside a UTF-8 sequence.
static std::string beginningOf(const std::string &text, std::uint64_t limit)
{
    if (text.size() <= limit)
        return text;
    std::size_t end = limit;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end);
}

Result<ArtifactPreview> ArtifactService::preview(const Artifact &artifact, std::uint64_t limit) const
{
    const auto path = file(artifact);
    if (!path)
        return Failure(path.error());
    std::ifstream stream(*path, std::ios::binary);
    if (!stream)
        return failure("artifact.damaged", "The stored file is missing.", path->string(), "Restore it from a backup.");
    ArtifactPreview preview;
    preview.size = artifact.size;
    if (artifact.mediaType.starts_with("image/")) {
        preview.kind = PreviewKind::Image;
        return preview;
    }
    std::string content(limit + 4, '\0');
    stream.read(content.data(), static_cast<std::streamsize>(content.size()));
    content.resize(static_cast<std::size_t>(stream.gcount()));
    content = beginningOf(content, limit);
    if (content.find('\0') != std::string::npos || !isValidUtf8(content))
        return preview;
    preview.kind = PreviewKind::Text;
    preview.truncated = content.size() < artifact.size;
    preview.content = std::move(content);
    return preview;
}

Result<> ArtifactService::remove(std::string_view artifactId) const
{
    const auto row =
        m_workspace.database().queryOne("SELECT storage_path FROM artifacts WHERE id = ?", {std::string(artifactId)});
    if (!row)
        return Failure(row.error());
    if (!row->has_value())
        return failure("artifact.not-found", "There is no artifact \"" + std::string(artifactId) + "\".");
    auto removal = m_workspace.journal().remove((*row)->text(0));
    if (!removal)
        return Failure(removal.error());
    auto transaction = store::Transaction::begin(m_workspace.database());
    if (!transaction)
        return Failure(transaction.error());
    if (auto deleted = m_workspace.database().execute("DELETE FROM artifacts WHERE id = ?", {std::string(artifactId)});
        !deleted)
        return Failure(deleted.error());
    if (auto moved = removal->moveAside(); !moved)
        return moved;
    if (auto committed = transaction->commit(); !committed)
        return committed;
    removal->finish();
    return {};
}

} // namespace drydock::project
