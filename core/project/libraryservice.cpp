// SPDX-License-Identifier: MIT
#include "core/project/libraryservice.h"

#include "core/base/atomicfile.h"
#include "core/base/containment.h"
#include "core/base/filereader.h"
#include "core/base/sha256.h"
#include "core/project/columns.h"
#include "core/project/libraryrows.h"
#include "core/project/workspace.h"
#include "core/store/transaction.h"

#include <system_error>

namespace drydock::project {

namespace fs = std::filesystem;

LibraryService::LibraryService(const Workspace &workspace)
    : m_workspace(workspace)
{
}

Result<AssetPage> LibraryService::list(const AssetQuery &query) const
{
    Conditions conditions;
    conditions.addIfSet("a.project_id = ?", query.projectId);
    conditions.addIfSet("a.type = ?", query.type);
    conditions.addIfSet("v.generator = ?", query.generator);
    conditions.addIfSet("EXISTS (SELECT 1 FROM asset_tags t WHERE t.asset_id = a.id AND t.tag = ?)", query.tag);
    if (!query.text.empty())
        conditions.add("lower(a.name || ' ' || a.slug || ' ' || a.description) LIKE lower(?) ESCAPE '!'",
                       {containsPattern(query.text)});
    const auto total = m_workspace.database().queryOne("SELECT count(*)" + std::string(assetFrom) + conditions.where(),
                                                       conditions.values());
    if (!total)
        return Failure(total.error());
    auto assets =
        queryAssets(m_workspace.database(), conditions.where() + " ORDER BY lower(a.name), a.slug LIMIT ? OFFSET ?",
                    conditions.valuesAnd({query.limit, query.offset}));
    if (!assets)
        return Failure(assets.error());
    return AssetPage{countFrom(**total, 0), std::move(*assets)};
}

Result<Asset> LibraryService::findAsset(std::string_view projectId, std::string_view slugOrId) const
{
    const std::string key(slugOrId);
    auto assets = queryAssets(m_workspace.database(), " WHERE a.id = ? OR (a.project_id = ? AND a.slug = ?)",
                              {key, std::string(projectId), key});
    if (!assets)
        return Failure(assets.error());
    if (assets->empty())
        return failure("library.asset-not-found", "There is no asset \"" + key + "\" in the library.", {},
                       "List the assets of the project; it may have been deleted.");
    return std::move(assets->front());
}

Result<std::vector<AssetVersion>> LibraryService::versions(std::string_view assetId) const
{
    return queryVersions(m_workspace.database(), " WHERE v.asset_id = ? ORDER BY v.number DESC",
                         {std::string(assetId)});
}

static Result<AssetVersion> single(Result<std::vector<AssetVersion>> versions, const std::string &what)
{
    if (!versions)
        return Failure(versions.error());
    if (versions->empty())
        return failure("library.version-not-found", "There is no version " + what + ".", {},
                       "List the versions of the asset.");
    return std::move(versions->front());
}

Result<AssetVersion> LibraryService::findVersion(std::string_view versionId) const
{
    return single(queryVersions(m_workspace.database(), " WHERE v.id = ?", {std::string(versionId)}),
                  std::string(versionId));
}

Result<AssetVersion> LibraryService::findVersion(std::string_view assetId, std::uint32_t number) const
{
    return single(
        queryVersions(m_workspace.database(), " WHERE v.asset_id = ? AND v.number = ?", {std::string(assetId), number}),
        std::to_string(number));
}

Result<fs::path> LibraryService::folder(const AssetVersion &version) const
{
    const auto row =
        m_workspace.database().queryOne("SELECT storage_path FROM asset_versions WHERE id = ?", {version.id});
    if (!row)
        return Failure(row.error());
    if (!row->has_value())
        return failure("library.version-not-found", "The version was deleted.", version.id,
                       "List the versions of the asset.");
    return resolveInside(m_workspace.root(), (*row)->text(0));
}

Result<std::string> LibraryService::readFile(const AssetVersion &version, std::string_view path) const
{
    for (const LibraryFile &file : version.files) {
        if (file.path != path)
            continue;
        const auto base = folder(version);
        if (!base)
            return Failure(base.error());
        const auto resolved = resolveInside(*base, path);
        if (!resolved)
            return Failure(resolved.error());
        auto content = drydock::readFile(*resolved, file.size);
        if (!content && content.error().code != "file.too-large")
            return content;
        if (!content || sha256Hex(*content) != file.sha256)
            return failure("library.damaged", "The stored file no longer has the checksum it was saved with.",
                           resolved->string(), "Restore it from a backup, or save a new version.");
        return content;
    }
    return failure("library.file-not-found",
                   "Version " + std::to_string(version.number) + " has no file \"" + std::string(path) + "\".", {},
                   "Look at the version's manifest.");
}

Result<> LibraryService::exportTo(const AssetVersion &version, const fs::path &folder, Existing existing) const
{
    std::vector<std::pair<fs::path, std::string>> files;
    for (const LibraryFile &file : version.files) {
        auto content = readFile(version, file.path);
        if (!content)
            return Failure(content.error());
        const auto target = resolveInside(folder, file.path);
        if (!target)
            return Failure(target.error());
        std::error_code error;
        if (existing == Existing::Refuse && fs::exists(*target, error))
            return failure("library.exists", "The file is there already; nothing was written.", target->string(),
                           "Choose an empty folder or allow replacing.");
        files.emplace_back(*target, std::move(*content));
    }
    for (const auto &[target, content] : files)
        if (auto written = writeFileAtomically(target, content); !written)
            return written;
    return {};
}

Result<> LibraryService::recordPublication(const Publication &publication) const
{
    auto inserted = m_workspace.database().execute(
        "INSERT INTO publications (version_id, kind, address, version, published_at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (version_id, kind, address, version) DO NOTHING",
        {publication.versionId, publication.kind, publication.address, publication.version,
         timeValue(publication.time == Timestamp() ? m_workspace.clock().now() : publication.time)});
    if (!inserted)
        return Failure(inserted.error());
    return {};
}

Result<> LibraryService::removeAsset(std::string_view assetId) const
{
    const auto asset = findAsset({}, assetId);
    if (!asset)
        return Failure(asset.error());
    auto removal = m_workspace.journal().remove("projects/" + asset->projectSlug + "/library/" + asset->slug);
    if (!removal)
        return Failure(removal.error());
    auto transaction = store::Transaction::begin(m_workspace.database());
    if (!transaction)
        return Failure(transaction.error());
    const auto published =
        m_workspace.database().queryOne("SELECT u.address, u.version FROM publications u JOIN asset_versions v ON v.id "
                                        "= u.version_id WHERE v.asset_id = ? LIMIT 1",
                                        {asset->id});
    if (!published)
        return Failure(published.error());
    if (published->has_value())
        return failure("library.published",
                       "\"" + asset->name + "\" was published as " + (*published)->text(0) + " " +
                           (*published)->text(1) + " and is kept.",
                       {}, "Those who use it need to find what it was made from.");
    if (auto deleted = m_workspace.database().execute("DELETE FROM assets WHERE id = ?", {asset->id}); !deleted)
        return Failure(deleted.error());
    if (auto moved = removal->moveAside(); !moved)
        return moved;
    if (auto committed = transaction->commit(); !committed)
        return committed;
    removal->finish();
    return {};
}

} // namespace drydock::project
