// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/artifactservice.h"
#include "core/project/library.h"
#include "core/project/project.h"
#include "core/project/run.h"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace drydock::cli {

/// What the commands on a workspace print with --format json. Keys are only ever added.

[[nodiscard]] nlohmann::ordered_json documentOf(const policy::SeverityCounts &counts);
[[nodiscard]] nlohmann::ordered_json documentOf(const project::Project &project);
[[nodiscard]] nlohmann::ordered_json documentOf(const project::ProjectTile &tile);
[[nodiscard]] nlohmann::ordered_json documentOf(const project::ProjectSummary &summary);
[[nodiscard]] nlohmann::ordered_json documentOf(const project::Run &run);
[[nodiscard]] nlohmann::ordered_json documentOf(const project::Artifact &artifact);
[[nodiscard]] nlohmann::ordered_json documentOf(const project::Asset &asset);
[[nodiscard]] nlohmann::ordered_json documentOf(const project::AssetVersion &version);

/// Two spaces deep; bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string documentText(const nlohmann::ordered_json &document);

} // namespace drydock::cli
