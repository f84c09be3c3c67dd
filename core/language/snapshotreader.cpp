// SPDX-License-Identifier: MIT
#include "core/language/snapshotreader.h"

#include "core/terraform/configuration.h"

#include <algorithm>
#include <utility>

namespace drydock::language {

namespace fs = std::filesystem;

SnapshotReader::SnapshotReader(const terraform::FileSource &files, fs::path root, const SnapshotFiles *old)
    : m_files(files)
    , m_root(std::move(root))
    , m_old(old)
{
}

Result<std::vector<DirectoryPointer>> SnapshotReader::read(const Task &task)
{
    if (Result<> done = readFolder(m_root, task, 0); !done)
        return failure(done.error());
    addUnsaved();
    std::sort(m_found.begin(), m_found.end(), [](const DirectoryPointer &a, const DirectoryPointer &b) {
        return a->path().native() < b->path().native();
    });
    return std::move(m_found);
}

Entry SnapshotReader::readFile(const fs::path &file) const
{
    const Directory *folder = m_old != nullptr ? m_old->known(file.parent_path()) : nullptr;
    Entry kept;
    if (folder != nullptr) {
        const auto it = std::find_if(folder->files().begin(), folder->files().end(),
                                     [&](const Entry &entry) { return entry->path() == file; });
        if (it != folder->files().end())
            kept = *it;
    }
    if (kept && kept->isUnsaved())
        return kept;
    Result<std::string> text = m_files.read(file);
    if (kept && text && kept->text() == *text)
        return kept;
    hcl::ParsedFile parsed = parseLanguageFile(file, m_root, text.value_or(std::string()));
    if (!text)
        parsed.diagnostics.push_back(
            {hcl::Severity::Error, "File not read", text.error().message, {}, text.error().hint});
    return std::make_shared<FileEntry>(file, std::move(parsed), false);
}

void SnapshotReader::addFolder(const fs::path &folder, std::vector<Entry> files)
{
    const Directory *old = m_old != nullptr ? m_old->known(folder) : nullptr;
    if (old != nullptr && old->files() == files) {
        const auto &all = m_old->directories();
        m_found.push_back(*std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.get() == old; }));
        return;
    }
    m_found.push_back(std::make_shared<Directory>(folder, std::move(files)));
}

// Links are not followed: what they lead to inside the tree is found there, and loops end.
Result<> SnapshotReader::readFolder(const fs::path &folder, const Task &task, std::size_t depth)
{
    static const terraform::Limits Limits;
    if (Result<> alive = task.check(); !alive)
        return alive;
    const auto entries = m_files.list(folder);
    if (!entries || depth > Limits.directoryDepth)
        return {};
    m_seen += entries->size();
    if (m_seen > Limits.filesInTree)
        return failure("limit.files", "There are more than " + std::to_string(Limits.filesInTree) + " files.",
                       m_root.string(), "Open a folder further down.");
    task.report(-1, folder.string());
    std::vector<Entry> files;
    for (const terraform::FileSource::Entry &entry : *entries) {
        if (!entry.isDirectory && isLanguageFile(entry.name))
            files.push_back(readFile(folder / entry.name));
    }
    // Lists are sorted by name as bytes; so are these.
    if (!files.empty())
        addFolder(folder, std::move(files));
    for (const terraform::FileSource::Entry &entry : *entries) {
        if (!entry.isDirectory || entry.isLink || entry.name.front() == '.' || entry.name == "node_modules")
            continue;
        if (Result<> done = readFolder(folder / entry.name, task, depth + 1); !done)
            return done;
    }
    return {};
}

// Texts of files that are not on the disk (any more) are kept as well.
void SnapshotReader::addUnsaved()
{
    if (m_old == nullptr)
        return;
    for (const DirectoryPointer &directory : m_old->directories()) {
        for (const Entry &file : directory->files()) {
            if (!file->isUnsaved())
                continue;
            const auto at = std::find_if(m_found.begin(), m_found.end(),
                                         [&](const auto &found) { return found->path() == directory->path(); });
            std::vector<Entry> files = at != m_found.end() ? (*at)->files() : std::vector<Entry>();
            const auto place = std::lower_bound(files.begin(), files.end(), file, [](const Entry &a, const Entry &b) {
                return a->path().native() < b->path().native();
            });
            if (place != files.end() && *place == file)
                continue;
            files.insert(place, file);
            auto changed = std::make_shared<Directory>(directory->path(), std::move(files));
            if (at != m_found.end())
                *at = std::move(changed);
            else
                m_found.push_back(std::move(changed));
        }
    }
}

} // namespace drydock::language
