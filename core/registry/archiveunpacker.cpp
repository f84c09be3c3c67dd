// SPDX-License-Identifier: MIT
#include "core/registry/archiveunpacker.h"

#include "core/base/atomicfile.h"
#include "core/base/containment.h"
#include "core/registry/addressparts.h"
#include "core/registry/archivereader.h"

#include <optional>

#include <sys/stat.h>

namespace drydock::registry {

namespace fs = std::filesystem;

Result<UnpackedArchive> unpackArchive(const fs::path &archive, const fs::path &destination, const ArchiveLimits &limits,
                                      const Task &task)
{
    ArchiveReader reader(archive, ArchiveFormats::ModuleArchives, limits);
    std::optional<AtomicFile> file;
    fs::path target;
    reader.begin = [&](const ArchiveEntry &entry) -> Result<> {
        const std::string name = entry.directory ? entry.name.substr(0, entry.name.size() - 1) : entry.name;
        if (name == ".")
            return {};
        auto path = resolveInside(destination, name);
        if (!path)
            return Failure(path.error());
        target = std::move(*path);
        std::error_code error;
        if (entry.directory) {
            fs::create_directories(target, error);
            return error
                       ? Result<>(failure(systemError(error.value(), "The folder cannot be created", target.string())))
                       : Result<>();
        }
        if (fs::exists(target, error))
            return failure("archive.duplicate", "\"" + shortened(entry.name) + "\" is in the archive twice.",
                           archive.string(), "Pack it again from an empty folder.");
        auto created = AtomicFile::create(target);
        if (!created)
            return Failure(created.error());
        file = std::move(*created);
        return {};
    };
    reader.data = [&](std::string_view bytes) { return file->write(bytes); };
    reader.end = [&](const ArchiveEntry &entry) -> Result<> {
        if (entry.directory)
            return {};
        // Only the right to run is taken over, never set-user-id or a mode that others may write.
        ::fchmod(file->descriptor(), entry.executable ? 0755 : 0644);
        auto done = file->commit();
        file.reset();
        return done;
    };
    if (auto read = reader.run(task); !read)
        return Failure(read.error());
    return UnpackedArchive{reader.files(), reader.bytes()};
}

} // namespace drydock::registry
