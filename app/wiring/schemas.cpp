// SPDX-License-Identifier: MIT
#include "app/wiring/schemas.h"

#include "core/project/schemaservice.h"
#include "core/project/storedschemas.h"
#include "core/project/workspace.h"
#include "core/terraform/schemacatalogue.h"

#include <system_error>
#include <vector>

namespace drydock::wiring {

using terraform::SchemaCatalogue;

Result<std::shared_ptr<const SchemaCatalogue>> schemasFor(const std::filesystem::path &workspace,
                                                          const std::filesystem::path &configuration)
{
    std::error_code error;
    if (workspace.empty() || !std::filesystem::exists(workspace / "drydock.db", error))
        return terraform::builtinSchemas();
    const auto opened = project::Workspace::open(workspace);
    if (!opened)
        return Failure(opened.error());
    return schemasFor(**opened, configuration);
}

Result<std::shared_ptr<const SchemaCatalogue>> schemasFor(const project::Workspace &workspace,
                                                          const std::filesystem::path &configuration)
{
    std::error_code error;
    const bool isFolder = std::filesystem::is_directory(configuration, error);
    // The catalogue holds on to the database itself, not to the workspace.
    const auto stored = project::SchemaService(workspace).catalogue(
        project::lockedVersions(isFolder ? configuration : configuration.parent_path()));
    if (!stored)
        return Failure(stored.error());
    return std::make_shared<const terraform::CombinedSchemas>(
        std::vector<std::shared_ptr<const SchemaCatalogue>>{*stored, terraform::builtinSchemas()});
}

} // namespace drydock::wiring
