// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "core/base/task.h"

namespace drydock::cli {

/// A task that stops with Ctrl+C and, at a terminal, keeps one line of progress on standard error. Call clearProgress()
/// before printing anything else there.
[[nodiscard]] Task consoleTask(Console &console);
void clearProgress(Console &console);

} // namespace drydock::cli
