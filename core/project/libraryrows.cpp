// SPDX-License-Identifier: MIT
#include "core/project/libraryrows.h"

#include "core/project/columns.h"

#include <array>
#include <utility>

namespace drydock::project {

static constexpr std::array<std::pair<ValidationState, std::string_view>, 4> validationNames = {{
    {ValidationState::None, "none"},
    {ValidationState::Passed, "passed"},
    {ValidationState::Warnings, "warnings"},
    {ValidationState::Failed, "failed"},
}};

std::string_view validationName(ValidationState state)
{
    for (const auto &[known, name] : validationNames)
        if (known == state)
            return name;
    return "none";
}

ValidationState validationFromName(std::string_view name)
{
    for (const auto &[state, known] : validationNames)
        if (known == name)
            return state;
    return ValidationState::None;
}

static ValidationSummary validationFrom(const store::Row &row, std::size_t first)
{
    return {validationFromName(row.text(first)), countFrom(row, first + 1), countFrom(row, first + 2),
            countFrom(row, first + 3), row.text(first + 4)};
}

static Asset readAsset(const store::Row &row)
{
    Asset asset;
    asset.id = row.text(0);
    asset.projectId = row.text(1);
    asset.projectSlug = row.text(2);
    asset.slug = row.text(3);
    asset.name = row.text(4);
    asset.type = row.text(5);
    asset.description = row.text(6);
    asset.created = timeFrom(row, 7);
    asset.updated = timeFrom(row, 8);
    asset.generator = row.text(9);
    asset.latest = countFrom(row, 10);
    asset.versions = countFrom(row, 11);
    asset.validation = validationFrom(row, 12);
    return asset;
}

Result<std::vector<Asset>> queryAssets(const store::Database &database, const std::string &rest,
                                       const store::Values &values)
{
    const auto rows =
        database.query("SELECT a.id, a.project_id, p.slug, a.slug, a.name, a.type, a.description, a.created_at, "
                       "a.updated_at, v.generator, v.number, (SELECT count(*) FROM asset_versions WHERE asset_id "
                       "= a.id), v.validation, v.validation_errors, v.validation_warnings, "
                       "v.validation_findings, v.validation_text" +
                           std::string(assetFrom) + rest,
                       values);
    if (!rows)
        return Failure(rows.error());
    std::vector<Asset> assets;
    for (const store::Row &row : *rows) {
        Asset asset = readAsset(row);
        const auto tags = database.query("SELECT tag FROM asset_tags WHERE asset_id = ? ORDER BY tag", {asset.id});
        if (!tags)
            return Failure(tags.error());
        for (const store::Row &tag : *tags)
            asset.tags.push_back(tag.text(0));
        assets.push_back(std::move(asset));
    }
    return assets;
}

static AssetVersion readVersion(const store::Row &row)
{
    AssetVersion version;
    version.id = row.text(0);
    version.assetId = row.text(1);
    version.number = countFrom(row, 2);
    version.note = row.text(3);
    version.generator = row.text(4);
    version.blueprint = row.text(5);
    version.gitCommit = row.text(6);
    version.inputs = row.text(7);
    version.fingerprint = row.text(8);
    version.runId = row.text(9);
    version.created = timeFrom(row, 10);
    version.validation = validationFrom(row, 11);
    return version;
}

static Result<> addDetails(const store::Database &database, AssetVersion &version)
{
    const auto files = database.query(
        "SELECT path, sha256, size, media_type FROM version_files WHERE version_id = ? ORDER BY path", {version.id});
    if (!files)
        return Failure(files.error());
    for (const store::Row &row : *files)
        version.files.push_back({row.text(0), row.text(1), static_cast<std::uint64_t>(row.integer(2)), row.text(3)});
    const auto published = database.query(
        "SELECT kind, address, version, published_at FROM publications WHERE version_id = ? ORDER BY published_at",
        {version.id});
    if (!published)
        return Failure(published.error());
    for (const store::Row &row : *published)
        version.publications.push_back({version.id, row.text(0), row.text(1), row.text(2), timeFrom(row, 3)});
    return {};
}

Result<std::vector<AssetVersion>> queryVersions(const store::Database &database, const std::string &rest,
                                                const store::Values &values)
{
    const auto rows = database.query(
        "SELECT v.id, v.asset_id, v.number, v.note, v.generator, v.blueprint, v.git_commit, v.inputs, "
        "v.fingerprint, v.run_id, v.created_at, v.validation, v.validation_errors, v.validation_warnings, "
        "v.validation_findings, v.validation_text FROM asset_versions v" +
            rest,
        values);
    if (!rows)
        return Failure(rows.error());
    std::vector<AssetVersion> versions;
    for (const store::Row &row : *rows) {
        AssetVersion version = readVersion(row);
        if (auto added = addDetails(database, version); !added)
            return Failure(added.error());
        versions.push_back(std::move(version));
    }
    return versions;
}

} // namespace drydock::project
