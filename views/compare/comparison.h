// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/diff/treediff.h"
#include "core/project/findingservice.h"
#include "core/project/library.h"
#include "core/project/run.h"

#include <functional>
#include <string>
#include <vector>

namespace drydock::wiring {
class Services;
}

namespace drydock::compare {

enum class SubjectKind : std::uint8_t { Versions, Runs, Files };

/// What is compared: ids of two versions, ids of two runs, or two paths.
struct Subject
{
    SubjectKind kind = SubjectKind::Versions;
    std::string left;
    std::string right;
    bool operator==(const Subject &) const = default;
};

/// Reads a file of one side by its path in that side; on a worker thread.
using SideReader = std::function<Result<std::string>(const std::string &path)>;

/// Two sets of files.
struct TreeComparison
{
    std::string leftTitle;
    std::string rightTitle;
    std::vector<diff::FileChange> changes;
    bool singleFiles = false; ///< two files, whatever their names: the titles say everything
    SideReader readLeft;
    SideReader readRight;
};

/// Long: reads and checksums folders. `services` must outlive the readers of the result.
[[nodiscard]] Result<TreeComparison> compareFiles(const wiring::Services &services, const Subject &subject,
                                                  const Task &task);

/// Both texts of one file; empty where it is not there.
struct FileTexts
{
    std::string before;
    std::string after;
};

[[nodiscard]] Result<FileTexts> readBoth(const TreeComparison &comparison, const diff::FileChange &change);

/// Two runs.
struct RunPair
{
    project::Run left;
    project::Run right;
    project::FindingChanges changes;
};

[[nodiscard]] Result<RunPair> compareRuns(const wiring::Services &services, const Subject &subject);

/// What can be chosen in a project.
struct Choices
{
    std::vector<project::Asset> assets;
    std::vector<project::Run> runs;              ///< reviews that succeeded, newest first
    std::string assetId;                         ///< the asset whose versions are listed
    std::vector<project::AssetVersion> versions; ///< newest first
};

/// `subject` names what is to be chosen already; `assetId` the asset to list, empty: that of the subject, else the
/// first.
[[nodiscard]] Result<Choices> readChoices(const wiring::Services &services, const std::string &projectSlug,
                                          const Subject &subject, const std::string &assetId);

} // namespace drydock::compare
