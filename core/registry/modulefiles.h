// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/registry/archivelimits.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace drydock::registry {

struct ModuleFile
{
    std::string name; ///< relative to the module, with `/`
    std::filesystem::path source;
    std::uint64_t size = 0;
    bool executable = false;
};

/// The files of a module folder that belong in its package, sorted by name. See packModule() for what is left out and
/// what is refused.
[[nodiscard]] Result<std::vector<ModuleFile>> moduleFiles(const std::filesystem::path &folder,
                                                          const ArchiveLimits &limits, const Task &task);

} // namespace drydock::registry
