// SPDX-License-Identifier: MIT
#include "app/cli/librarydiff.h"

#include "core/diff/unified.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace drydock::cli {

using nlohmann::ordered_json;

static std::vector<diff::TreeFile> treeOf(const project::AssetVersion &version)
{
    std::vector<diff::TreeFile> tree;
    for (const project::LibraryFile &file : version.files)
        tree.push_back({file.path, file.size, file.sha256});
    return tree;
}

/// The file's content where the side has it.
static Result<std::optional<std::string>> contentOf(const project::LibraryService &library,
                                                    const project::AssetVersion &version,
                                                    const std::optional<diff::TreeFile> &file)
{
    if (!file)
        return std::optional<std::string>();
    auto content = library.readFile(version, file->path);
    if (!content)
        return Failure(content.error());
    return std::optional(std::move(*content));
}

Result<VersionComparison> compareVersions(const project::LibraryService &library, const project::AssetVersion &older,
                                          const project::AssetVersion &newer)
{
    VersionComparison comparison{older.number, newer.number, {}, 0};
    const auto before = treeOf(older);
    const auto after = treeOf(newer);
    for (diff::FileChange &change : diff::compareTrees(before, after)) {
        if (change.status == diff::FileStatus::Unchanged) {
            ++comparison.unchanged;
            continue;
        }
        const auto oldText = contentOf(library, older, change.before);
        if (!oldText)
            return Failure(oldText.error());
        const auto newText = contentOf(library, newer, change.after);
        if (!newText)
            return Failure(newText.error());
        const std::string beforePath = change.beforePath.empty() ? change.path : change.beforePath;
        std::string unified = diff::unifiedDiff(diff::FilePair{beforePath, change.path, *oldText, *newText});
        comparison.files.push_back({std::move(change), std::move(unified)});
    }
    return comparison;
}

void printComparison(std::ostream &out, const VersionComparison &comparison)
{
    out << "v" << comparison.from << " -> v" << comparison.to << ": " << comparison.files.size() << " files differ, "
        << comparison.unchanged << " are the same\n";
    for (const ComparedFile &file : comparison.files)
        out << "  " << diff::fileStatusName(file.change.status) << "  " << file.change.path << '\n';
    for (const ComparedFile &file : comparison.files)
        out << file.unified;
}

ordered_json documentOf(const VersionComparison &comparison)
{
    ordered_json document{{"from", comparison.from}, {"to", comparison.to}, {"unchanged", comparison.unchanged}};
    document["files"] = ordered_json::array();
    for (const ComparedFile &file : comparison.files)
        document["files"].push_back({{"path", file.change.path},
                                     {"status", diff::fileStatusName(file.change.status)},
                                     {"before_path", file.change.beforePath},
                                     {"diff", file.unified}});
    return document;
}

} // namespace drydock::cli
