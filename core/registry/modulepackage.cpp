// SPDX-License-Identifier: MIT
#include "core/registry/modulepackage.h"

#include "core/base/encoding.h"
#include "core/base/filereader.h"
#include "core/hcl/limits.h"
#include "core/hcl/parser.h"
#include "core/registry/addressparts.h"
#include "core/registry/archivelimits.h"
#include "core/registry/modulefiles.h"
#include "core/registry/packagehash.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <memory>

namespace drydock::registry {

namespace fs = std::filesystem;

namespace {

// 1980-01-01: the earliest time that every archive format can hold.
constexpr std::time_t fixedTime = 315532800;
constexpr std::uint64_t readmeLimit = 1U << 20U;

class Packer
{
public:
    explicit Packer(blob::BlobWriter &target)
        : m_target(target)
    {
    }

    Result<> begin(const std::vector<ModuleFile> &files);
    Result<> add(const ModuleFile &file, const Task &task);
    Result<> finish();
    [[nodiscard]] std::string contentHash() const { return m_hash.h1(); }

private:
    static la_ssize_t store(archive *, void *self, const void *bytes, std::size_t size);
    [[nodiscard]] Failure failed() const;

    blob::BlobWriter &m_target;
    Error m_error; ///< of the blob store; libarchive can carry only a number
    PackageHash m_hash;
    std::unique_ptr<archive, int (*)(archive *)> m_archive{archive_write_new(), archive_write_free};
};

} // namespace

la_ssize_t Packer::store(archive *, void *self, const void *bytes, std::size_t size)
{
    auto *packer = static_cast<Packer *>(self);
    const auto written = packer->m_target.write({static_cast<const char *>(bytes), size});
    if (!written) {
        packer->m_error = written.error();
        return -1;
    }
    return static_cast<la_ssize_t>(size);
}

Failure Packer::failed() const
{
    if (!m_error.code.empty())
        return failure(m_error);
    const char *reason = archive_error_string(m_archive.get());
    return failure("module.cannot-pack",
                   "The module cannot be packed: " + std::string(reason != nullptr ? reason : "unknown reason") + ".");
}

Result<> Packer::begin(const std::vector<ModuleFile> &files)
{
    archive *out = m_archive.get();
    const bool ascii = std::all_of(files.begin(), files.end(), [](const ModuleFile &file) {
        return std::all_of(file.name.begin(), file.name.end(),
                           [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    });
    // Plain ustar where it suffices: readable by every client, and without a time of packing. Names are bytes:
    // converting them would depend on the locale of the process, and fail in the C locale.
    if (archive_write_set_format_pax_restricted(out) != ARCHIVE_OK ||
        archive_write_add_filter_gzip(out) != ARCHIVE_OK ||
        archive_write_set_options(out, "gzip:compression-level=9,gzip:!timestamp") != ARCHIVE_OK ||
        (!ascii && archive_write_set_options(out, "pax:hdrcharset=BINARY") != ARCHIVE_OK) ||
        archive_write_set_bytes_in_last_block(out, 1) != ARCHIVE_OK ||
        archive_write_open(out, this, nullptr, store, nullptr) != ARCHIVE_OK)
        return failed();
    return {};
}

Result<> Packer::add(const ModuleFile &file, const Task &task)
{
    std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry{archive_entry_new(), archive_entry_free};
    archive_entry_copy_pathname(entry.get(), file.name.c_str());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), file.executable ? 0755 : 0644);
    archive_entry_set_mtime(entry.get(), fixedTime, 0);
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.size));
    if (archive_write_header(m_archive.get(), entry.get()) != ARCHIVE_OK)
        return failed();
    std::ifstream in(file.source, std::ios::binary);
    if (!in)
        return failure(systemError(errno, "The file cannot be read", file.source.string()));
    std::array<char, 64U << 10U> buffer{};
    Sha256 content;
    std::uint64_t total = 0;
    while (in.read(buffer.data(), buffer.size()), in.gcount() > 0) {
        if (auto going = task.check(); !going)
            return going;
        const auto count = static_cast<std::size_t>(in.gcount());
        content.update(std::string_view(buffer.data(), count));
        if (archive_write_data(m_archive.get(), buffer.data(), count) != static_cast<la_ssize_t>(count))
            return m_error.code.empty() ? Result<>(failure("module.changed", "The file changed while it was packed.",
                                                           file.source.string(), "Publish the module again."))
                                        : Result<>(failed());
        total += count;
    }
    if (total != file.size)
        return failure("module.changed", "The file changed while it was packed.", file.source.string(),
                       "Publish the module again.");
    return m_hash.add(file.name, content.finishHex());
}

Result<> Packer::finish()
{
    if (archive_write_close(m_archive.get()) != ARCHIVE_OK)
        return failed();
    return {};
}

static std::string readmeOf(const std::vector<ModuleFile> &files)
{
    for (const std::string_view wanted : {"readme.md", "readme.markdown", "readme.txt", "readme"})
        for (const ModuleFile &file : files)
            if (asciiLower(file.name) == wanted) {
                auto text = readFile(file.source, readmeLimit);
                if (text && isValidUtf8(*text))
                    return std::move(*text);
            }
    return {};
}

static bool isConfiguration(std::string_view name)
{
    return name.ends_with(".tf") || name.ends_with(".tofu");
}

/// The module is published all the same: who publishes may know better, but has to be told.
static std::vector<std::string> syntaxWarnings(const std::vector<ModuleFile> &files)
{
    constexpr std::size_t most = 10;
    std::vector<std::string> warnings;
    std::size_t more = 0;
    for (const ModuleFile &file : files) {
        if (!isConfiguration(file.name))
            continue;
        auto text = readFile(file.source, hcl::limits::FileBytes);
        if (!text)
            continue;
        const hcl::ParsedFile parsed = hcl::parse(hcl::SourceFile(file.name, *std::move(text)));
        const auto error =
            std::find_if(parsed.diagnostics.begin(), parsed.diagnostics.end(),
                         [](const hcl::Diagnostic &found) { return found.severity == hcl::Severity::Error; });
        if (error == parsed.diagnostics.end())
            continue;
        if (warnings.size() == most) {
            ++more;
            continue;
        }
        const Error shown = hcl::toError(*error, parsed.source());
        warnings.push_back(shown.place + ": " + shown.message);
    }
    if (more > 0)
        warnings.push_back("and " + std::to_string(more) + " more files that do not parse");
    return warnings;
}

Result<ModulePackage> packModule(const fs::path &folder, const blob::BlobStore &blobs, const Task &task)
{
    const auto files = moduleFiles(folder, moduleLimits, task);
    if (!files)
        return Failure(files.error());
    auto target = blobs.writer();
    if (!target)
        return Failure(target.error());
    ModulePackage package;
    Packer packer(*target);
    if (auto begun = packer.begin(*files); !begun)
        return Failure(begun.error());
    for (const ModuleFile &file : *files) {
        task.report(static_cast<double>(package.files) / static_cast<double>(files->size()), file.name);
        if (auto added = packer.add(file, task); !added)
            return Failure(added.error());
        ++package.files;
        package.bytes += file.size;
    }
    if (auto finished = packer.finish(); !finished)
        return Failure(finished.error());
    auto archive = target->commit();
    if (!archive)
        return Failure(archive.error());
    package.archive = std::move(*archive);
    package.contentHash = packer.contentHash();
    package.readme = readmeOf(*files);
    package.warnings = syntaxWarnings(*files);
    return package;
}

} // namespace drydock::registry
