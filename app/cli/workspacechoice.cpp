// SPDX-License-Identifier: MIT
#include "app/cli/workspacechoice.h"

#include "app/cli/command.h"

namespace drydock::cli {

void WorkspaceChoice::declare(CommandOptions options, const std::string &what)
{
    options.add("--workspace", named, what + " (default: DRYDOCK_WORKSPACE or " + defaultWorkspace() + ")");
}

std::string WorkspaceChoice::folder() const
{
    return named.empty() ? defaultWorkspace() : named;
}

} // namespace drydock::cli
