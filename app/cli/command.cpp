// SPDX-License-Identifier: MIT
#include "app/cli/command.h"

#include "app/cli/consoletask.h"
#include "app/wiring/defaultworkspace.h"

#include <ostream>

namespace drydock::cli {

int report(Console &console, const Error &error)
{
    clearProgress(console);
    console.err << "error: " << error.text() << '\n';
    return Unusable;
}

std::string defaultWorkspace()
{
    return wiring::defaultWorkspace().string();
}

} // namespace drydock::cli
