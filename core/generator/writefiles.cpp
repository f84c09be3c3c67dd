// SPDX-License-Identifier: MIT
#include "core/base/atomicfile.h"
#include "core/base/containment.h"
#include "core/base/filereader.h"
#include "core/generator/generator.h"

namespace drydock::generator {

Result<> writeFiles(const std::vector<RenderedFile> &files, const std::filesystem::path &folder, Overwrite overwrite)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return failure(systemError(error.value(), "The folder cannot be made", folder.string()));
    std::string different;
    for (const RenderedFile &file : files) {
        auto path = resolveInside(folder, file.path);
        if (!path)
            return tl::unexpected(path.error());
        if (!std::filesystem::exists(*path, error))
            continue;
        auto existing = readFile(*path);
        if (!existing || *existing != file.text)
            different += (different.empty() ? "" : ", ") + file.path;
    }
    if (!different.empty() && overwrite == Overwrite::Refuse)
        return failure("generator.exists", "The folder holds other files of these names: " + different + ".",
                       folder.string(), "Choose an empty folder, or replace them with --force.");
    for (const RenderedFile &file : files) {
        auto path = resolveInside(folder, file.path);
        auto written = path ? writeFileAtomically(*path, file.text) : Result<>(tl::unexpected(path.error()));
        if (!written)
            return written;
    }
    return {};
}

} // namespace drydock::generator
