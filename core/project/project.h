// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/policy/finding.h"
#include "core/project/run.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace drydock::project {

enum class ProjectState : std::uint8_t { Active, Archived };

enum class ProjectOrigin : std::uint8_t {
    Managed,  ///< its configurations live in the workspace
    External, ///< a folder of the user's, registered in place; Drydock writes there only when asked to
};

struct Project
{
    std::string id;
    std::string slug; ///< unique, never changes: links and folders keep working after a rename
    std::string name;
    std::string description;
    std::filesystem::path root; ///< absolute: the folder with the configuration files
    ProjectOrigin origin = ProjectOrigin::Managed;
    ProjectState state = ProjectState::Active;
    std::vector<std::string> tags; ///< what the project is about: "aws", "networking"; knowledge is filtered by them
    Timestamp created;
    Timestamp updated;
};

/// Open findings now minus open findings of the review before.
struct SeverityChange
{
    std::int32_t critical = 0;
    std::int32_t high = 0;
    std::int32_t medium = 0;
    std::int32_t low = 0;
};

/// What a tile of the hub shows; cheap, no file is looked at.
struct ProjectTile
{
    Project project;
    std::optional<Run> lastRun;
    std::optional<Run> lastReview; ///< the newest that succeeded
    policy::SeverityCounts open;   ///< of that review
    std::uint32_t assets = 0;
};

enum class RecentKind : std::uint8_t { Run, AssetVersion, Artifact, Publication };

struct RecentItem
{
    RecentKind kind = RecentKind::Run;
    std::string id;    ///< of the run, version, artifact or published version
    std::string title; ///< "Review 14", "s3-baseline v3"
    std::string detail;
    std::string link; ///< drydock://project/<slug>/<page>/<id>
    Timestamp time;
};

/// Everything the summary page asks for, in one call.
struct ProjectSummary
{
    ProjectTile tile;
    std::optional<SeverityChange> change; ///< none before the second review
    std::uint32_t configurations = 0;     ///< configuration files
    std::uint32_t changedSinceReview = 0; ///< of those, modified after the last review started
    std::uint32_t runs = 0;
    std::uint32_t reviews = 0;
    std::uint32_t versions = 0;
    std::uint32_t artifacts = 0;
    std::uint32_t published = 0;
    std::uint32_t failedValidations = 0; ///< assets whose newest version did not pass its validation
    std::vector<RecentItem> recent;      ///< newest first, at most ten
};

} // namespace drydock::project
