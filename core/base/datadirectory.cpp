// SPDX-License-Identifier: MIT
#include "core/base/datadirectory.h"

#include <cstdlib>

namespace drydock {

namespace fs = std::filesystem;

Result<fs::path> dataDirectory()
{
    std::error_code error;
    if (const char *named = std::getenv("DRYDOCK_DATA_DIR"); named != nullptr && *named != '\0') {
        if (fs::is_directory(named, error))
            return fs::path(named);
        return failure("data.missing", "DRYDOCK_DATA_DIR does not name a folder.", named,
                       "Correct the variable or remove it.");
    }
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    fs::path folder = program.parent_path().parent_path() / "share" / "drydock";
    if (!error && fs::is_directory(folder, error))
        return folder;
    return failure("data.missing", "The data that comes with Drydock was not found.", folder.string(),
                   "Install Drydock again, or set DRYDOCK_DATA_DIR to the folder that holds its rules and templates.");
}

} // namespace drydock
