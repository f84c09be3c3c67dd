// SPDX-License-Identifier: MIT
#include "core/registry/archivereader.h"

#include "core/registry/addressparts.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace drydock::registry {

namespace fs = std::filesystem;

struct ArchiveReader::Handle
{
    std::unique_ptr<archive, int (*)(archive *)> reader{archive_read_new(), archive_read_free};
    archive_entry *entry = nullptr; ///< owned by reader
};

ArchiveReader::ArchiveReader(fs::path file, ArchiveFormats formats, const ArchiveLimits &limits)
    : m_file(std::move(file))
    , m_formats(formats)
    , m_limits(limits)
{
}

Failure ArchiveReader::unreadable(Handle &handle) const
{
    const char *reason = archive_error_string(handle.reader.get());
    return failure("archive.unreadable",
                   "The archive cannot be read: " + std::string(reason != nullptr ? reason : "damaged") + ".",
                   m_file.string(),
                   m_formats == ArchiveFormats::Zip ? "It must be a zip file." : "It must be a zip or a tar.gz.");
}

// libarchive gives the raw bytes where it can; a zip's UTF-8 names it converts, which the C locale does not allow.
static std::string nameOf(archive_entry *entry)
{
    if (const char *raw = archive_entry_pathname(entry); raw != nullptr)
        return raw;
    if (const char *utf8 = archive_entry_pathname_utf8(entry); utf8 != nullptr)
        return utf8;
    return {};
}

static bool leavesFolder(std::string_view name)
{
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos)
        return true;
    if (name.size() >= 2 && name[1] == ':' && isAsciiAlphanumeric(name[0]))
        return true;
    const auto parts = splitAddress(name);
    return std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return part == ".."; });
}

Result<ArchiveEntry> ArchiveReader::checkEntry(Handle &handle) const
{
    ArchiveEntry entry;
    entry.name = nameOf(handle.entry);
    const std::string quoted = "The entry \"" + shortened(entry.name) + "\" ";
    if (m_entries > m_limits.entries)
        return failure("archive.too-many-entries",
                       "The archive holds more than " + std::to_string(m_limits.entries) + " entries.", m_file.string(),
                       "Leave out what does not belong in it.");
    if (leavesFolder(entry.name))
        return failure(
            "archive.traversal", quoted + "would be written outside its folder.", m_file.string(),
            "Archives must hold relative paths without \"..\" only; do not trust where this one comes from.");
    const auto type = archive_entry_filetype(handle.entry);
    if (type == AE_IFLNK || archive_entry_symlink(handle.entry) != nullptr ||
        archive_entry_hardlink(handle.entry) != nullptr)
        return failure("archive.link", quoted + "is a link.", m_file.string(),
                       "Replace links by the files they point at; clients would unpack them as empty files.");
    if (type != AE_IFREG && type != AE_IFDIR && type != 0)
        return failure("archive.special-file", quoted + "is a device, pipe or socket.", m_file.string(),
                       "Archives must hold files and folders only.");
    if (archive_entry_is_encrypted(handle.entry) != 0)
        return failure("archive.encrypted", quoted + "is encrypted.", m_file.string(), "Pack it without a password.");
    entry.directory = type == AE_IFDIR || entry.name.ends_with('/');
    if (entry.directory && !entry.name.ends_with('/'))
        entry.name += '/';
    entry.executable = !entry.directory && (archive_entry_perm(handle.entry) & 0111U) != 0;
    return entry;
}

Result<> ArchiveReader::account(std::size_t count, const ArchiveEntry &entry)
{
    m_bytes += count;
    if (m_bytes > m_limits.totalBytes)
        return failure("archive.too-large",
                       "The archive unpacks to more than " + std::to_string(m_limits.totalBytes >> 20U) + " MiB.",
                       m_file.string(),
                       "Leave out what does not belong in it; it ended in " + shortened(entry.name) + ".");
    if (m_bytes > m_limits.ratioFrom && m_bytes / std::max<std::uint64_t>(m_packed, 1) > m_limits.ratio)
        return failure("archive.bomb",
                       "The archive unpacks to more than " + std::to_string(m_limits.ratio) + " times its size.",
                       m_file.string(), "It looks like an archive bomb; do not trust where it comes from.");
    return {};
}

Result<> ArchiveReader::readContent(Handle &handle, const ArchiveEntry &entry, const Task &task)
{
    std::vector<char> buffer(256U << 10U);
    while (true) {
        if (auto going = task.check(); !going)
            return going;
        const la_ssize_t count = archive_read_data(handle.reader.get(), buffer.data(), buffer.size());
        if (count < 0)
            return unreadable(handle);
        if (count == 0)
            return {};
        const auto size = static_cast<std::size_t>(count);
        if (auto fits = account(size, entry); !fits)
            return fits;
        if (auto taken = data ? data({buffer.data(), size}) : Result<>(); !taken)
            return taken;
        const std::uint64_t read =
            static_cast<std::uint64_t>(std::max<la_int64_t>(archive_filter_bytes(handle.reader.get(), -1), 0));
        task.report(m_packed == 0 ? 1.0 : std::min(1.0, static_cast<double>(read) / static_cast<double>(m_packed)),
                    entry.name);
    }
}

Result<> ArchiveReader::run(const Task &task)
{
    std::error_code error;
    m_packed = fs::file_size(m_file, error);
    if (error)
        return failure(systemError(error.value(), "The archive cannot be read", m_file.string()));
    Handle handle;
    if (m_formats == ArchiveFormats::Zip) {
        // The central directory is what clients read; a streaming reader could be shown other names.
        archive_read_support_format_zip_seekable(handle.reader.get());
    } else {
        archive_read_support_format_zip_seekable(handle.reader.get());
        archive_read_support_format_tar(handle.reader.get());
        archive_read_support_filter_gzip(handle.reader.get());
        archive_read_support_filter_xz(handle.reader.get());
        archive_read_support_filter_bzip2(handle.reader.get());
    }
    if (archive_read_open_filename(handle.reader.get(), m_file.c_str(), 64U << 10U) != ARCHIVE_OK)
        return unreadable(handle);
    while (true) {
        const int state = archive_read_next_header(handle.reader.get(), &handle.entry);
        if (state == ARCHIVE_EOF)
            return {};
        if (state < ARCHIVE_WARN)
            return unreadable(handle);
        ++m_entries;
        const auto entry = checkEntry(handle);
        if (!entry)
            return Failure(entry.error());
        if (auto begun = begin ? begin(*entry) : Result<>(); !begun)
            return begun;
        if (!entry->directory) {
            ++m_files;
            if (auto read = readContent(handle, *entry, task); !read)
                return read;
        }
        if (auto ended = end ? end(*entry) : Result<>(); !ended)
            return ended;
    }
}

} // namespace drydock::registry
