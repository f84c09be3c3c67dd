// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"

#include <string>

namespace drydock::project {
class ProjectService;
}

namespace drydock::workbench {

/// The project "Landing zone" with its own copy of the shipped configurations; found when it is there already. Returns
/// its slug. Reads and writes files: call it on a worker thread.
[[nodiscard]] Result<std::string> makeDemoProject(const project::ProjectService &projects, const Task &task);

} // namespace drydock::workbench
