// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/project/library.h"
#include "core/store/database.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock::project {

/// Assets and versions as they stand in the database. Internal to core/project.

/// Assets a with their project p and newest version v.
inline constexpr std::string_view assetFrom =
    " FROM assets a JOIN projects p ON p.id = a.project_id JOIN asset_versions v ON v.asset_id = a.id AND v.number = "
    "(SELECT max(number) FROM asset_versions WHERE asset_id = a.id)";

[[nodiscard]] Result<std::vector<Asset>> queryAssets(const store::Database &database, const std::string &rest,
                                                     const store::Values &values);
/// With files and publications; conditions on v.
[[nodiscard]] Result<std::vector<AssetVersion>> queryVersions(const store::Database &database, const std::string &rest,
                                                              const store::Values &values);

[[nodiscard]] std::string_view validationName(ValidationState state); ///< "none", "passed", "warnings", "failed"
[[nodiscard]] ValidationState validationFromName(std::string_view name);

} // namespace drydock::project
