// SPDX-License-Identifier: MIT
#include "tests/registry/archivewriting.h"

#include "core/base/identifier.h"

#include <archive.h>
#include <archive_entry.h>

#include <fstream>
#include <stdexcept>

namespace drydock::fixture {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder()
    : m_path(fs::temp_directory_path() / ("drydock-test-" + randomHex(8)))
{
    fs::create_directories(m_path);
}

TemporaryFolder::~TemporaryFolder()
{
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

fs::path TemporaryFolder::write(const std::string &name, const std::string &content) const
{
    const fs::path file = m_path / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file;
}

static void describe(archive_entry *entry, const WrittenEntry &written)
{
    archive_entry_set_pathname(entry, written.name.c_str());
    archive_entry_set_perm(entry, static_cast<__LA_MODE_T>(written.mode));
    archive_entry_set_mtime(entry, 1'700'000'000, 0);
    archive_entry_set_size(entry, 0);
    switch (written.kind) {
    case EntryKind::File:
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_size(entry, static_cast<la_int64_t>(written.content.size()));
        break;
    case EntryKind::Directory:
        archive_entry_set_filetype(entry, AE_IFDIR);
        archive_entry_set_perm(entry, 0755);
        break;
    case EntryKind::SymbolicLink:
        archive_entry_set_filetype(entry, AE_IFLNK);
        archive_entry_set_symlink(entry, written.content.c_str());
        break;
    case EntryKind::HardLink:
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_hardlink(entry, written.content.c_str());
        break;
    case EntryKind::CharacterDevice:
        archive_entry_set_filetype(entry, AE_IFCHR);
        break;
    case EntryKind::Pipe:
        archive_entry_set_filetype(entry, AE_IFIFO);
        break;
    }
}

void writeArchive(const fs::path &file, ArchiveKind kind, const std::vector<WrittenEntry> &entries)
{
    archive *out = archive_write_new();
    if (kind == ArchiveKind::Zip) {
        archive_write_set_format_zip(out);
    } else {
        archive_write_set_format_pax_restricted(out);
        archive_write_add_filter_gzip(out);
    }
    if (archive_write_open_filename(out, file.c_str()) != ARCHIVE_OK)
        throw std::runtime_error(archive_error_string(out));
    for (const WrittenEntry &written : entries) {
        archive_entry *entry = archive_entry_new();
        describe(entry, written);
        if (archive_write_header(out, entry) < ARCHIVE_WARN)
            throw std::runtime_error(archive_error_string(out));
        if (written.kind == EntryKind::File)
            archive_write_data(out, written.content.data(), written.content.size());
        archive_entry_free(entry);
    }
    archive_write_close(out);
    archive_write_free(out);
}

fs::path writeProvider(const fs::path &folder, const std::string &type, const std::string &version,
                       const std::string &platform, const std::string &content)
{
    fs::create_directories(folder);
    fs::path file = folder / ("terraform-provider-" + type + "_" + version + "_" + platform + ".zip");
    writeArchive(file, ArchiveKind::Zip,
                 {{"LICENSE.txt", "MIT\n", EntryKind::File, 0644},
                  {"terraform-provider-" + type + "_v" + version, content, EntryKind::File, 0755}});
    return file;
}

} // namespace drydock::fixture
