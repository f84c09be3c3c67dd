// SPDX-License-Identifier: MIT
#include "core/base/filereader.h"
#include "core/terraform/filesource.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace drydock::terraform {

namespace fs = std::filesystem;

Result<std::string> DiskFiles::read(const fs::path &file) const
{
    return readFile(file);
}

Result<std::vector<FileSource::Entry>> DiskFiles::list(const fs::path &directory) const
{
    std::error_code error;
    std::vector<Entry> entries;
    for (fs::directory_iterator it(directory, error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        entries.push_back({it->path().filename().string(), it->is_directory(ignored), it->is_symlink(ignored)});
    }
    if (error)
        return failure(systemError(error.value(), "The directory cannot be read", directory.string()));
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.name < b.name; });
    return entries;
}

bool DiskFiles::isDirectory(const fs::path &path) const
{
    std::error_code error;
    return fs::is_directory(path, error);
}

bool DiskFiles::isFile(const fs::path &path) const
{
    std::error_code error;
    return fs::is_regular_file(path, error);
}

fs::path DiskFiles::canonical(const fs::path &path) const
{
    std::error_code error;
    fs::path resolved = fs::weakly_canonical(path, error);
    if (error)
        resolved = fs::absolute(path, error).lexically_normal();
    // A trailing slash would make another name of the same directory.
    return resolved.has_filename() || !resolved.has_relative_path() ? resolved : resolved.parent_path();
}

} // namespace drydock::terraform
