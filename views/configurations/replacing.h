// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/task.h"
#include "views/configurations/searchpanel.h"

#include <cstddef>
#include <string>
#include <vector>

namespace drydock::wiring {
class Services;
}

namespace drydock::configurations {

struct ReplaceOutcome
{
    std::size_t matches = 0;
    std::size_t files = 0;
    std::vector<std::string> skipped; ///< changed since they were searched, or not writable
};

/// Replaces in files that no editor has open; what they held stays in their history. On a worker thread. Cancelled, it
/// stops between two files.
[[nodiscard]] Result<ReplaceOutcome> replaceOnDisk(const wiring::Services &services, const project::Project &project,
                                                   const Replacement &replacement, const Task &task);

} // namespace drydock::configurations
