// SPDX-License-Identifier: MIT
#include "app/cli/command.h"

#include <cstdlib>
#include <ostream>

namespace drydock::cli {

int report(Console &console, const Error &error)
{
    console.err << "error: " << error.text() << '\n';
    return Unusable;
}

std::string defaultWorkspace()
{
    if (const char *named = std::getenv("DRYDOCK_WORKSPACE"); named != nullptr && *named != '\0')
        return named;
    if (const char *data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data != '\0')
        return std::string(data) + "/drydock";
    const char *home = std::getenv("HOME");
    return std::string(home != nullptr ? home : ".") + "/.local/share/drydock";
}

} // namespace drydock::cli
