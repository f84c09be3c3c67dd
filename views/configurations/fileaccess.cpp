// SPDX-License-Identifier: MIT
#include "views/configurations/fileaccess.h"

#include "app/wiring/services.h"
#include "core/base/atomicfile.h"
#include "core/base/containment.h"
#include "core/base/encoding.h"
#include "core/base/filereader.h"
#include "core/base/sha256.h"
#include "core/diff/unified.h"
#include "core/project/configurationfiles.h"

#include <cerrno>
#include <system_error>

#include <unistd.h>

namespace drydock::configurations {

namespace fs = std::filesystem;
using project::VersionReason;

static Failure missing(const fs::path &file)
{
    return failure("file.missing", "The file is no longer there.", file.string(),
                   "Its last content may be in the local history.");
}

/// A file that nobody may write counts as read-only for the superuser, too.
static bool isWritable(const fs::path &file)
{
    std::error_code error;
    const fs::perms anyone = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
    return ::access(file.c_str(), W_OK) == 0 && (fs::status(file, error).permissions() & anyone) != fs::perms::none;
}

Result<LoadedFile> loadFile(const fs::path &root, std::string_view path)
{
    const auto file = resolveInside(root, path);
    if (!file)
        return Failure(file.error());
    std::error_code error;
    if (!fs::exists(*file, error))
        return missing(*file);
    LoadedFile loaded;
    loaded.size = fs::file_size(*file, error);
    loaded.writability = isWritable(*file) ? Writability::Writable : Writability::ReadOnly;
    if (!error && loaded.size > largestEdited) {
        loaded.kind = FileKind::TooLarge;
        return loaded;
    }
    auto bytes = readFile(*file, largestEdited);
    if (!bytes && !fs::exists(*file, error))
        return missing(*file);
    if (!bytes)
        return Failure(bytes.error());
    loaded.size = bytes->size();
    loaded.sha256 = sha256Hex(*bytes);
    if (diff::looksBinary(*bytes) || !isValidUtf8(*bytes))
        loaded.kind = FileKind::Binary;
    else
        loaded.bytes = std::move(*bytes);
    return loaded;
}

/// Whether the file holds what the editor thinks it does.
static Result<> checkUnchanged(const fs::path &file, const SaveRequest &request)
{
    std::error_code error;
    const bool exists = fs::exists(file, error);
    const auto changed = [&file] {
        return failure("file.changed-outside", "The file was changed by another program in the meantime.",
                       file.string(), "Look at the change, then save again.");
    };
    if (exists != request.exists)
        return changed();
    if (!exists)
        return {};
    const auto bytes = readFile(file, largestEdited * 4);
    if (!bytes)
        return Failure(bytes.error());
    return *bytes == request.before ? Result<>() : changed();
}

Result<std::string> saveFile(const wiring::Services &services, const SaveRequest &request)
{
    const auto file = resolveInside(request.project.root, request.path);
    if (!file)
        return Failure(file.error());
    if (const auto unchanged = checkUnchanged(*file, request); !unchanged)
        return Failure(unchanged.error());
    const project::FileHistory history(services.workspace());
    if (request.exists)
        static_cast<void>(history.record(request.project.id, request.path, request.before, VersionReason::Opened));
    // A link stays one: its target is written.
    std::error_code error;
    const fs::path target = fs::exists(*file, error) ? fs::canonical(*file, error) : *file;
    if (request.exists && !isWritable(target))
        return failure(systemError(EACCES, "The file cannot be written", file->string()));
    if (auto written = writeFileAtomically(target, request.bytes); !written)
        return Failure(written.error());
    static_cast<void>(history.record(request.project.id, request.path, request.bytes, request.reason, request.note));
    return sha256Hex(request.bytes);
}

static Result<fs::path> freePlace(const project::Project &project, std::string_view path)
{
    auto file = resolveInside(project.root, path);
    if (!file)
        return file;
    std::error_code error;
    if (fs::symlink_status(*file, error).type() != fs::file_type::not_found)
        return failure("file.exists", "There is something with this name already.", file->string(),
                       "Choose another name.");
    return file;
}

Result<> createFile(const project::Project &project, std::string_view path)
{
    const auto file = freePlace(project, path);
    if (!file)
        return Failure(file.error());
    if (!project::isConfigurationFileName(file->filename().string()))
        return failure("file.name", "Terraform would not read a file of this name.", std::string(path),
                       "End it with .tf, .tofu, .tfvars, .tftest.hcl, .hcl, .tftpl or one of their .json forms.");
    return writeFileAtomically(*file, {});
}

Result<> renameFile(const wiring::Services &services, const project::Project &project, std::string_view from,
                    std::string_view to)
{
    const auto source = resolveInside(project.root, from);
    if (!source)
        return Failure(source.error());
    const auto target = freePlace(project, to);
    if (!target)
        return Failure(target.error());
    std::error_code error;
    if (!fs::exists(*source, error))
        return missing(*source);
    if (fs::is_regular_file(*source, error) && !project::isConfigurationFileName(target->filename().string()))
        return failure("file.name", "Terraform would not read a file of this name.", std::string(to),
                       "Keep the ending of the name.");
    fs::create_directories(target->parent_path(), error);
    if (!error)
        fs::rename(*source, *target, error);
    if (error)
        return failure(systemError(error.value(), "The file cannot be renamed", source->string()));
    return project::FileHistory(services.workspace()).rename(project.id, from, to);
}

Result<> removeFile(const wiring::Services &services, const project::Project &project, std::string_view path)
{
    const auto file = resolveInside(project.root, path);
    if (!file)
        return Failure(file.error());
    const auto bytes = readFile(*file, largestEdited);
    if (!bytes)
        return Failure(bytes.error());
    const auto kept =
        project::FileHistory(services.workspace()).record(project.id, path, *bytes, VersionReason::Removed);
    if (!kept)
        return Failure(kept.error());
    std::error_code error;
    if (!fs::remove(*file, error))
        return failure(systemError(error ? error.value() : ENOENT, "The file cannot be deleted", file->string()));
    return {};
}

} // namespace drydock::configurations
