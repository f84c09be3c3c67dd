// SPDX-License-Identifier: MIT
#include "core/store/lostdatabase.h"

#include <string>

namespace drydock::store {

namespace fs = std::filesystem;

Result<> refuseLostDatabase(const fs::path &file, std::initializer_list<fs::path> folders)
{
    std::error_code error;
    const auto isThere = [&] { return fs::exists(file, error) && fs::file_size(file, error) > 0; };
    if (isThere())
        return {};
    for (const fs::path &folder : folders) {
        if (!fs::is_directory(folder, error) || fs::is_empty(folder, error) || error)
            continue;
        // Another process may be making this workspace: it makes the database before there is anything to describe.
        if (isThere())
            return {};
        const bool missing = !fs::exists(file, error);
        return failure("store.database-lost",
                       std::string("The database is ") + (missing ? "missing" : "empty") + ", but " + folder.string() +
                           " still holds what it described.",
                       file.string(),
                       "Put the database back from a backup. To begin afresh, choose another folder or move the "
                       "contents of this one away.");
    }
    return {};
}

} // namespace drydock::store
