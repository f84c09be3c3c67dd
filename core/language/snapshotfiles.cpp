// SPDX-License-Identifier: MIT
#include "core/language/snapshotdata.h"
#include "core/terraform/configuration.h"
#include "core/terraform/module.h"
#include "core/terraform/parsefile.h"

#include <algorithm>

namespace drydock::language {

namespace fs = std::filesystem;

hcl::ParsedFile parseLanguageFile(const fs::path &file, const fs::path &root, std::string text)
{
    const std::string name = file.lexically_relative(root).generic_string();
    const std::uint64_t limit = terraform::Limits().fileSize;
    if (text.size() <= limit)
        return terraform::parseFile(hcl::SourceFile(name, std::move(text)));
    hcl::ParsedFile parsed = hcl::parse(hcl::SourceFile(name, {}));
    parsed.diagnostics.push_back({hcl::Severity::Error,
                                  "File too large",
                                  "The file is larger than " + std::to_string(limit) + " bytes and is not read.",
                                  {},
                                  "Split it, or move data into files that file() reads."});
    return parsed;
}

SnapshotFiles::SnapshotFiles(fs::path root, std::shared_ptr<const terraform::FileSource> below,
                             std::vector<DirectoryPointer> directories, std::shared_ptr<OutsideFolders> outside)
    : m_root(std::move(root))
    , m_below(std::move(below))
    , m_directories(std::move(directories))
    , m_outside(std::move(outside))
{
}

const Directory *SnapshotFiles::known(const fs::path &path) const
{
    const auto it = std::lower_bound(m_directories.begin(), m_directories.end(), path.native(),
                                     [](const DirectoryPointer &directory, const std::string &wanted) {
                                         return directory->path().native() < wanted;
                                     });
    return it != m_directories.end() && (*it)->path().native() == path.native() ? it->get() : nullptr;
}

DirectoryPointer SnapshotFiles::directory(const fs::path &path) const
{
    if (const Directory *inside = known(path))
        return {std::shared_ptr<const void>(), inside}; // owned by this
    const std::scoped_lock lock(m_outside->mutex);
    const auto [it, isNew] = m_outside->directories.try_emplace(path.native());
    if (!isNew)
        return it->second;
    const auto entries = m_below->list(path);
    if (!entries)
        return nullptr;
    std::vector<language::Entry> files;
    for (const Entry &entry : *entries) {
        const fs::path file = path / entry.name;
        if (entry.isDirectory || !isLanguageFile(entry.name))
            continue;
        if (auto text = m_below->read(file))
            files.push_back(
                std::make_shared<FileEntry>(file, parseLanguageFile(file, m_root, *std::move(text)), false));
    }
    if (!files.empty())
        it->second = std::make_shared<Directory>(path, std::move(files));
    return it->second;
}

const FileEntry *SnapshotFiles::file(const fs::path &path) const
{
    const fs::path parent = path.parent_path();
    if (const Directory *inside = known(parent))
        return inside->file(path);
    const std::scoped_lock lock(m_outside->mutex);
    const auto it = m_outside->directories.find(parent.native());
    return it != m_outside->directories.end() && it->second ? it->second->file(path) : nullptr;
}

Result<std::string> SnapshotFiles::read(const fs::path &file) const
{
    if (const FileEntry *entry = this->file(file))
        return std::string(entry->text());
    return m_below->read(file);
}

Result<std::vector<terraform::FileSource::Entry>> SnapshotFiles::list(const fs::path &directory) const
{
    const Directory *inside = known(directory);
    if (inside == nullptr)
        return m_below->list(directory);
    std::vector<Entry> entries;
    for (const language::Entry &file : inside->files())
        entries.push_back({file->path().filename().string(), false, false});
    return entries;
}

bool SnapshotFiles::isDirectory(const fs::path &path) const
{
    return known(path) != nullptr || m_below->isDirectory(path);
}

bool SnapshotFiles::isFile(const fs::path &path) const
{
    return file(path) != nullptr || m_below->isFile(path);
}

fs::path SnapshotFiles::canonical(const fs::path &path) const
{
    fs::path normal = path.lexically_normal();
    if (!normal.has_filename() && normal.has_relative_path())
        normal = normal.parent_path();
    // Folders of the snapshot were reached without a link, so the name that looks right is right.
    return known(normal) != nullptr ? normal : m_below->canonical(path);
}

const hcl::ParsedFile *SnapshotFiles::parsed(const fs::path &path) const
{
    const FileEntry *entry = file(path);
    return entry != nullptr ? &entry->parsed() : nullptr;
}

std::shared_ptr<const terraform::Module> SnapshotFiles::module(const fs::path &path) const
{
    const DirectoryPointer found = directory(path);
    return found ? found->module(*this) : nullptr;
}

} // namespace drydock::language
