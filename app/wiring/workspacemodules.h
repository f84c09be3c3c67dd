// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/terraform/moduleresolver.h"

#include <filesystem>
#include <memory>

namespace drydock::project {
class Workspace;
}

namespace drydock::wiring {

/// The modules that the workspace's registry publishes, for LoadOptions::resolver. Unpacked below the cache folder.
[[nodiscard]] Result<std::shared_ptr<const terraform::ModuleResolver>>
workspaceModules(const project::Workspace &workspace);

/// The same for a program that may not need the workspace at all: it is opened when a module is first asked for, if it
/// is there. Safe from any thread.
[[nodiscard]] std::shared_ptr<const terraform::ModuleResolver> workspaceModules(std::filesystem::path folder);

} // namespace drydock::wiring
