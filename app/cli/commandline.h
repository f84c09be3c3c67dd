// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"

#include <string>
#include <vector>

namespace drydock::cli {

/// Runs `drydockctl ARGUMENTS` (without the program's name) and returns its exit code. Does not touch global state.
[[nodiscard]] int runCommandLine(const std::vector<std::string> &arguments, Console &console);

} // namespace drydock::cli
