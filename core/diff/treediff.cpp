// SPDX-License-Identifier: MIT
#include "core/diff/treediff.h"

#include "core/base/sha256.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <system_error>
#include <tuple>

namespace drydock::diff {

namespace fs = std::filesystem;

std::string_view fileStatusName(FileStatus status)
{
    switch (status) {
    case FileStatus::Unchanged:
        return "unchanged";
    case FileStatus::Modified:
        return "modified";
    case FileStatus::Added:
        return "added";
    case FileStatus::Removed:
        return "removed";
    case FileStatus::Renamed:
        return "renamed";
    }
    return "unchanged";
}

namespace {

using ByPath = std::map<std::string_view, const TreeFile *>;
/// Removed files by content and size.
using ByContent = std::multimap<std::pair<std::string_view, std::uint64_t>, const TreeFile *>;

ByPath indexed(std::span<const TreeFile> files)
{
    ByPath index;
    for (const TreeFile &file : files)
        index.emplace(file.path, &file);
    return index;
}

std::string_view fileName(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// Takes the file that `added` was before out of the removed ones.
const TreeFile *takeOrigin(const TreeFile &added, ByContent &removed)
{
    if (added.size == 0)
        return nullptr;
    const auto [first, last] = removed.equal_range({added.sha256, added.size});
    if (first == last)
        return nullptr;
    auto chosen = std::find_if(first, last,
                               [&](const auto &entry) { return fileName(entry.second->path) == fileName(added.path); });
    if (chosen == last)
        chosen = first;
    const TreeFile *origin = chosen->second;
    removed.erase(chosen);
    return origin;
}

bool sameContent(const TreeFile &left, const TreeFile &right)
{
    return left.size == right.size && left.sha256 == right.sha256;
}

bool isLeftOut(const fs::path &name)
{
    return name == ".git" || name == ".terraform";
}

Result<TreeFile> describe(const fs::path &file, std::string path)
{
    std::error_code error;
    const std::uint64_t size = fs::file_size(file, error);
    if (error)
        return failure(systemError(error.value(), "The size of the file cannot be read", file.string()));
    auto checksum = sha256HexOfFile(file);
    if (!checksum)
        return failure(std::move(checksum.error()));
    return TreeFile{std::move(path), size, std::move(*checksum)};
}

Result<std::vector<fs::path>> listFiles(const fs::path &root, const Task &task)
{
    std::vector<fs::path> files;
    std::error_code error;
    fs::recursive_directory_iterator walk(root, error);
    for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
        if (auto going = task.check(); !going)
            return failure(std::move(going.error()));
        std::error_code ignored;
        const fs::file_status status = walk->symlink_status(ignored);
        if (fs::is_directory(status) && isLeftOut(walk->path().filename()))
            walk.disable_recursion_pending();
        if (!fs::is_regular_file(status))
            continue;
        files.push_back(walk->path());
        if (files.size() > maximumTreeFiles)
            return failure("diff.too-many-files",
                           "The folder holds more than " + std::to_string(maximumTreeFiles) + " files.", root.string(),
                           "Choose a smaller folder.");
    }
    if (error)
        return failure(systemError(error.value(), "The folder cannot be read", root.string()));
    return files;
}

} // namespace

std::vector<FileChange> compareTrees(std::span<const TreeFile> before, std::span<const TreeFile> after)
{
    const ByPath beforeIndex = indexed(before);
    const ByPath afterIndex = indexed(after);
    ByContent removed;
    for (const auto &[path, file] : beforeIndex) {
        if (!afterIndex.contains(path))
            removed.emplace(std::pair{std::string_view(file->sha256), file->size}, file);
    }
    std::vector<FileChange> changes;
    for (const auto &[path, file] : afterIndex) {
        if (const auto old = beforeIndex.find(path); old != beforeIndex.end()) {
            const FileStatus status = sameContent(*old->second, *file) ? FileStatus::Unchanged : FileStatus::Modified;
            changes.push_back({status, file->path, file->path, *old->second, *file});
        } else if (const TreeFile *origin = takeOrigin(*file, removed)) {
            changes.push_back({FileStatus::Renamed, file->path, origin->path, *origin, *file});
        } else {
            changes.push_back({FileStatus::Added, file->path, {}, std::nullopt, *file});
        }
    }
    for (const auto &[content, file] : removed)
        changes.push_back({FileStatus::Removed, file->path, file->path, *file, std::nullopt});
    std::sort(changes.begin(), changes.end(),
              [](const FileChange &left, const FileChange &right) { return left.path < right.path; });
    return changes;
}

Result<std::vector<TreeFile>> readTree(const fs::path &root, const Task &task)
{
    std::error_code error;
    if (fs::is_regular_file(root, error)) {
        auto file = describe(root, root.filename().string());
        if (!file)
            return failure(std::move(file.error()));
        return std::vector<TreeFile>{std::move(*file)};
    }
    auto files = listFiles(root, task);
    if (!files)
        return failure(std::move(files.error()));
    std::vector<TreeFile> tree;
    tree.reserve(files->size());
    for (const fs::path &path : *files) {
        if (auto going = task.check(); !going)
            return failure(std::move(going.error()));
        auto file = describe(path, path.lexically_relative(root).generic_string());
        if (!file)
            return failure(std::move(file.error()));
        tree.push_back(std::move(*file));
        task.report(static_cast<double>(tree.size()) / static_cast<double>(files->size()), tree.back().path);
    }
    std::sort(tree.begin(), tree.end(),
              [](const TreeFile &left, const TreeFile &right) { return left.path < right.path; });
    return tree;
}

} // namespace drydock::diff
