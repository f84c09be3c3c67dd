// SPDX-License-Identifier: MIT
#include "app/wiring/defaultworkspace.h"

#include <cstdlib>

namespace drydock::wiring {

namespace fs = std::filesystem;

static fs::path fromEnvironment(const char *name)
{
    const char *value = std::getenv(name);
    return value != nullptr ? fs::path(value) : fs::path();
}

fs::path defaultWorkspace()
{
    if (fs::path named = fromEnvironment("DRYDOCK_WORKSPACE"); !named.empty())
        return named;
    if (const fs::path data = fromEnvironment("XDG_DATA_HOME"); data.is_absolute())
        return data / "drydock";
    const fs::path home = fromEnvironment("HOME");
    return (home.empty() ? fs::path(".") : home) / ".local/share/drydock";
}

} // namespace drydock::wiring
