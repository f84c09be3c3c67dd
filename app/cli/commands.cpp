// SPDX-License-Identifier: MIT
#include "app/cli/command.h"

namespace drydock::cli {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    return commands;
}

} // namespace drydock::cli
