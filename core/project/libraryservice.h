// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/project/library.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::project {

class Workspace;

/// The versioned library: `projects/<slug>/library/<asset>/<number>/<path>`. Safe from any thread.
///
/// Codes: `library.asset-not-found`, `library.version-not-found`, `library.file-not-found`, `library.empty`,
/// `library.path` (a name that escapes, repeats or cannot be a file), `library.too-large`, `library.damaged` (a stored
/// file no longer has its checksum).
class LibraryService
{
public:
    explicit LibraryService(const Workspace &workspace);

    /// All or nothing; a version never changes afterwards. At most 10,000 files and 256 MB.
    [[nodiscard]] Result<SavedVersion> saveVersion(const NewVersion &wanted, const Task &task = {}) const;

    [[nodiscard]] Result<AssetPage> list(const AssetQuery &query) const;
    [[nodiscard]] Result<Asset> findAsset(std::string_view projectId, std::string_view slugOrId) const;
    /// Newest first, with files and publications.
    [[nodiscard]] Result<std::vector<AssetVersion>> versions(std::string_view assetId) const;
    [[nodiscard]] Result<AssetVersion> findVersion(std::string_view versionId) const;
    [[nodiscard]] Result<AssetVersion> findVersion(std::string_view assetId, std::uint32_t number) const;

    /// The version's folder, for code that reads it as a directory; never write there.
    [[nodiscard]] Result<std::filesystem::path> folder(const AssetVersion &version) const;
    /// The content, checked against its checksum.
    [[nodiscard]] Result<std::string> readFile(const AssetVersion &version, std::string_view path) const;
    /// Copies the version's files into `folder`, checked. Existing files are replaced only when told so.
    enum class Existing : std::uint8_t { Refuse, Replace };
    [[nodiscard]] Result<> exportTo(const AssetVersion &version, const std::filesystem::path &folder,
                                    Existing existing = Existing::Refuse) const;

    [[nodiscard]] Result<> recordPublication(const Publication &publication) const;
    /// Removes an asset with all versions; one that was published is refused (`library.published`).
    [[nodiscard]] Result<> removeAsset(std::string_view assetId) const;

private:
    const Workspace &m_workspace;
};

/// A guess from the name alone: "text/x-terraform", "application/json", "text/markdown", "application/octet-stream" …
[[nodiscard]] std::string mediaTypeFor(std::string_view path);

} // namespace drydock::project
