// SPDX-License-Identifier: MIT
// LibraryService::saveVersion: check, stage and sync the files, then put them in place and write the rows as one step.
#include "core/base/encoding.h"
#include "core/base/identifier.h"
#include "core/base/sha256.h"
#include "core/project/columns.h"
#include "core/project/libraryrows.h"
#include "core/project/libraryservice.h"
#include "core/project/workspace.h"
#include "core/store/transaction.h"

#include <algorithm>
#include <filesystem>
#include <set>

namespace drydock::project {

static constexpr std::size_t mostFiles = 10'000;
static constexpr std::uint64_t mostBytes = 256ULL << 20U;
static constexpr std::size_t longestPath = 1024;
static constexpr std::size_t longestPart = 200;

static Failure badPath(const std::string &path, const std::string &why)
{
    return failure("library.path", "\"" + path + "\" cannot be the name of a stored file: " + why + ".", {},
                   "Use a relative path with / between its parts.");
}

/// Stricter than what must not escape: one path has one spelling, so that a manifest can be compared.
static Result<> checkPath(const std::string &path)
{
    const std::filesystem::path parsed(path);
    if (path.empty() || path.size() > longestPath)
        return badPath(path.substr(0, 80), "it is empty or too long");
    if (!isValidUtf8(path) ||
        std::any_of(path.begin(), path.end(), [](unsigned char c) { return c < ' ' || c == 0x7F || c == '\\'; }))
        return badPath(path, "it holds a control character or a backslash");
    if (parsed.is_absolute() || parsed.lexically_normal().generic_string() != path || path.ends_with('/'))
        return badPath(path, "it is absolute or not in its shortest form");
    for (const auto &part : parsed)
        if (part == ".." || part == "." || part.native().size() > longestPart || part.native().starts_with(".drydock-"))
            return badPath(path, "one of its parts is not allowed");
    return {};
}

static Result<> checkFiles(const std::vector<FileContent> &files)
{
    if (files.empty())
        return failure("library.empty", "A version needs at least one file.");
    std::uint64_t bytes = 0;
    std::set<std::string> seen;
    for (const FileContent &file : files) {
        if (auto valid = checkPath(file.path); !valid)
            return valid;
        if (!seen.insert(file.path).second)
            return badPath(file.path, "it stands there twice");
        bytes += file.content.size();
    }
    for (const std::string &path : seen)
        for (std::size_t slash = path.find('/'); slash != std::string::npos; slash = path.find('/', slash + 1))
            if (seen.contains(path.substr(0, slash)))
                return badPath(path, "\"" + path.substr(0, slash) + "\" is a file and a folder");
    if (files.size() > mostFiles || bytes > mostBytes)
        return failure("library.too-large",
                       "The version has " + std::to_string(files.size()) + " files with " + std::to_string(bytes) +
                           " bytes; 10,000 files and 256 MB are allowed.",
                       {}, "Leave out what can be made again, such as .terraform.");
    return {};
}

static std::vector<LibraryFile> manifestOf(const std::vector<FileContent> &files)
{
    std::vector<LibraryFile> manifest;
    manifest.reserve(files.size());
    for (const FileContent &file : files)
        manifest.push_back({file.path, sha256Hex(file.content), file.content.size(), mediaTypeFor(file.path)});
    std::sort(manifest.begin(), manifest.end(), [](const auto &a, const auto &b) { return a.path < b.path; });
    return manifest;
}

static std::string fingerprintOf(const std::vector<LibraryFile> &manifest)
{
    Sha256 hash;
    for (const LibraryFile &file : manifest)
        hash.update(file.sha256 + "  " + file.path + "\n");
    return hash.finishHex();
}

namespace {

/// The save of one version inside the caller's transaction.
class VersionWriter
{
public:
    VersionWriter(const Workspace &workspace, const NewVersion &wanted, std::string assetSlug)
        : m_database(workspace.database())
        , m_wanted(wanted)
        , m_assetSlug(std::move(assetSlug))
        , m_now(timeValue(workspace.clock().now()))
    {
    }

    /// The newest version's id when it has exactly these files.
    Result<std::optional<std::string>> unchanged(const std::string &fingerprint)
    {
        const auto row = m_database.queryOne("SELECT v.id, v.fingerprint FROM asset_versions v JOIN assets a ON a.id = "
                                             "v.asset_id WHERE a.project_id = ? AND "
                                             "a.slug = ? ORDER BY v.number DESC LIMIT 1",
                                             {m_wanted.projectId, m_assetSlug});
        if (!row)
            return Failure(row.error());
        if (row->has_value() && (*row)->text(1) == fingerprint)
            return std::optional((*row)->text(0));
        return std::optional<std::string>();
    }

    Result<std::string> projectSlug()
    {
        const auto row = m_database.queryOne("SELECT slug FROM projects WHERE id = ?", {m_wanted.projectId});
        if (!row)
            return Failure(row.error());
        if (!row->has_value())
            return failure("project.not-found", "There is no project \"" + m_wanted.projectId + "\".");
        return (*row)->text(0);
    }

    Result<> writeAsset()
    {
        const auto known = m_database.queryOne("SELECT id FROM assets WHERE project_id = ? AND slug = ?",
                                               {m_wanted.projectId, m_assetSlug});
        if (!known)
            return Failure(known.error());
        m_assetId = known->has_value() ? (*known)->text(0) : newIdentifier();
        // A description that is not given keeps the one the asset has.
        auto written =
            known->has_value()
                ? m_database.execute("UPDATE assets SET updated_at = ?, description = CASE WHEN ? = '' THEN "
                                     "description ELSE ? END WHERE id = ?",
                                     {m_now, m_wanted.description, m_wanted.description, m_assetId})
                : m_database.execute("INSERT INTO assets (id, project_id, slug, name, type, description, created_at, "
                                     "updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                                     {m_assetId, m_wanted.projectId, m_assetSlug, m_wanted.assetName, m_wanted.type,
                                      m_wanted.description, m_now, m_now});
        if (!written)
            return Failure(written.error());
        for (const std::string &tag : m_wanted.tags)
            if (auto added = m_database.execute(
                    "INSERT INTO asset_tags (asset_id, tag) VALUES (?, ?) ON CONFLICT DO NOTHING", {m_assetId, tag});
                !added)
                return Failure(added.error());
        return {};
    }

    Result<std::uint32_t> nextNumber()
    {
        const auto row = m_database.queryOne(
            "SELECT coalesce(max(v.number), 0) + 1 FROM asset_versions v JOIN assets a ON a.id = v.asset_id WHERE "
            "a.project_id = ? AND a.slug = ?",
            {m_wanted.projectId, m_assetSlug});
        if (!row)
            return Failure(row.error());
        return countFrom(**row, 0);
    }

    Result<std::string> writeVersion(std::uint32_t number, const std::string &storagePath,
                                     const std::string &fingerprint, const std::vector<LibraryFile> &manifest)
    {
        const std::string id = newIdentifier();
        const ValidationSummary &validation = m_wanted.validation;
        const store::Value run = m_wanted.runId.empty() ? store::Value() : store::Value(m_wanted.runId);
        auto inserted = m_database.execute("INSERT INTO asset_versions (id, asset_id, number, storage_path, note, "
                                           "generator, blueprint, git_commit, inputs, "
                                           "fingerprint, run_id, validation, validation_errors, validation_warnings, "
                                           "validation_findings, validation_text, "
                                           "created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                           {id, m_assetId, number, storagePath, m_wanted.note, m_wanted.generator,
                                            m_wanted.blueprint, m_wanted.gitCommit, m_wanted.inputs, fingerprint, run,
                                            std::string(validationName(validation.state)), validation.errors,
                                            validation.warnings, validation.findings, validation.text, m_now});
        if (!inserted)
            return Failure(inserted.error());
        for (const LibraryFile &file : manifest)
            if (auto added = m_database.execute(
                    "INSERT INTO version_files (version_id, path, sha256, size, media_type) VALUES (?, ?, ?, ?, ?)",
                    {id, file.path, file.sha256, static_cast<std::int64_t>(file.size), file.mediaType});
                !added)
                return Failure(added.error());
        return id;
    }

private:
    const store::Database &m_database;
    const NewVersion &m_wanted;
    std::string m_assetSlug;
    std::string m_assetId;
    store::Value m_now;
};

} // namespace

static Result<SavedVersion> loaded(const LibraryService &library, SaveOutcome outcome, const std::string &versionId)
{
    auto version = library.findVersion(versionId);
    if (!version)
        return Failure(version.error());
    auto asset = library.findAsset({}, version->assetId);
    if (!asset)
        return Failure(asset.error());
    return SavedVersion{outcome, std::move(*asset), std::move(*version)};
}

static Result<> stageAll(const FileJournal::Creation &creation, const std::vector<FileContent> &files, const Task &task)
{
    double done = 0;
    for (const FileContent &file : files) {
        if (auto going = task.check(); !going)
            return going;
        task.report(done++ / static_cast<double>(files.size()), file.path);
        if (auto written = creation.write(file.path, file.content); !written)
            return written;
    }
    return {};
}

static std::string versionPath(const std::string &project, const std::string &asset, std::uint32_t number)
{
    return "projects/" + project + "/library/" + asset + "/" + std::to_string(number);
}

struct VersionKey
{
    std::string project; ///< slug
    std::string asset;   ///< slug
    std::string fingerprint;
};

/// Rows and files as one step.
static Result<SavedVersion> commitVersion(const LibraryService &library, const store::Database &database,
                                          VersionWriter &writer, FileJournal::Creation &creation, std::uint32_t guess,
                                          const VersionKey &key, const std::vector<LibraryFile> &manifest)
{
    auto transaction = store::Transaction::begin(database);
    if (!transaction)
        return Failure(transaction.error());
    if (const auto same = writer.unchanged(key.fingerprint); !same || same->has_value())
        return same ? loaded(library, SaveOutcome::Unchanged, **same) : Result<SavedVersion>(Failure(same.error()));
    const auto number = writer.nextNumber();
    if (!number)
        return Failure(number.error());
    const std::string storagePath = versionPath(key.project, key.asset, *number);
    if (*number != guess)
        if (auto renamed = creation.retarget(storagePath); !renamed)
            return Failure(renamed.error());
    if (auto written = writer.writeAsset(); !written)
        return Failure(written.error());
    const auto id = writer.writeVersion(*number, storagePath, key.fingerprint, manifest);
    if (!id)
        return Failure(id.error());
    if (auto placed = creation.putInPlace(); !placed)
        return Failure(placed.error());
    if (auto committed = transaction->commit(); !committed)
        return Failure(committed.error());
    creation.finish();
    return loaded(library, SaveOutcome::Created, *id);
}

Result<SavedVersion> LibraryService::saveVersion(const NewVersion &wanted, const Task &task) const
{
    if (auto valid = checkFiles(wanted.files); !valid)
        return Failure(valid.error());
    const std::string slug = slugFor(wanted.assetName);
    if (auto valid = checkSlug(slug); !valid)
        return failure("library.path", "\"" + wanted.assetName + "\" cannot be the name of an asset.", {},
                       "Use a name with at least one letter or digit.");
    const std::vector<LibraryFile> manifest = manifestOf(wanted.files);
    const std::string fingerprint = fingerprintOf(manifest);
    VersionWriter writer(m_workspace, wanted, slug);
    const auto project = writer.projectSlug();
    if (!project)
        return Failure(project.error());
    if (const auto same = writer.unchanged(fingerprint); !same || same->has_value())
        return same ? loaded(*this, SaveOutcome::Unchanged, **same) : Result<SavedVersion>(Failure(same.error()));

    // Staging is slow and happens before the write lock is taken, so the number is only a guess until then.
    const auto guess = writer.nextNumber();
    if (!guess)
        return Failure(guess.error());
    auto creation = m_workspace.journal().create(versionPath(*project, slug, *guess));
    if (!creation)
        return Failure(creation.error());
    if (auto staged = stageAll(*creation, wanted.files, task); !staged)
        return Failure(staged.error());
    return commitVersion(*this, m_workspace.database(), writer, *creation, *guess, {*project, slug, fingerprint},
                         manifest);
}

} // namespace drydock::project
