// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>

namespace drydock::terraform {
class SchemaCatalogue;
}

namespace drydock::project {
class Workspace;
}

namespace drydock::wiring {

/// The provider schemas that apply to the configuration in a folder: those of the workspace, in the versions that the
/// folder's lock file selects, and the built-in provider. No workspace is made; where there is none, the built-in
/// provider is all.
[[nodiscard]] Result<std::shared_ptr<const terraform::SchemaCatalogue>>
schemasFor(const std::filesystem::path &workspace, const std::filesystem::path &configuration);

/// The same of a workspace that is open.
[[nodiscard]] Result<std::shared_ptr<const terraform::SchemaCatalogue>>
schemasFor(const project::Workspace &workspace, const std::filesystem::path &configuration);

} // namespace drydock::wiring
