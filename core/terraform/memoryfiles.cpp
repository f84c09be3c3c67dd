// SPDX-License-Identifier: MIT
#include "core/terraform/filesource.h"

#include <algorithm>
#include <utility>

namespace drydock::terraform {

namespace fs = std::filesystem;

MemoryFiles::MemoryFiles(std::map<fs::path, std::string> files)
    : m_files(std::move(files))
{
}

Result<std::string> MemoryFiles::read(const fs::path &file) const
{
    const auto it = m_files.find(canonical(file));
    if (it == m_files.end())
        return failure("file.missing", "There is no such file.", file.string());
    return it->second;
}

// The part of `file` right below `directory`, empty where it is not below.
static fs::path childOf(const fs::path &directory, const fs::path &file)
{
    const auto [rest, at] = std::mismatch(directory.begin(), directory.end(), file.begin(), file.end());
    return rest == directory.end() && at != file.end() ? *at : fs::path();
}

Result<std::vector<FileSource::Entry>> MemoryFiles::list(const fs::path &directory) const
{
    const fs::path parent = canonical(directory);
    std::vector<Entry> entries;
    for (const auto &[file, text] : m_files) {
        const fs::path child = childOf(parent, file);
        if (!child.empty() && (entries.empty() || entries.back().name != child.string()))
            entries.push_back({child.string(), parent / child != file, false});
    }
    if (entries.empty())
        return failure("file.missing", "There is no such directory.", directory.string());
    return entries;
}

bool MemoryFiles::isDirectory(const fs::path &path) const
{
    const fs::path parent = canonical(path);
    return std::any_of(m_files.begin(), m_files.end(),
                       [&](const auto &file) { return !childOf(parent, file.first).empty(); });
}

bool MemoryFiles::isFile(const fs::path &path) const
{
    return m_files.contains(canonical(path));
}

fs::path MemoryFiles::canonical(const fs::path &path) const
{
    const fs::path normal = path.lexically_normal();
    return normal.has_filename() || !normal.has_relative_path() ? normal : normal.parent_path();
}

} // namespace drydock::terraform
