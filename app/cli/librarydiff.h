// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/diff/treediff.h"
#include "core/project/libraryservice.h"

#include <nlohmann/json_fwd.hpp>

#include <iosfwd>
#include <string>
#include <vector>

namespace drydock::cli {

/// A file that differs between two versions, with its change as a unified diff (empty for a binary file).
struct ComparedFile
{
    diff::FileChange change;
    std::string unified;
};

struct VersionComparison
{
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::vector<ComparedFile> files; ///< without those that are the same
    std::uint32_t unchanged = 0;
};

[[nodiscard]] Result<VersionComparison> compareVersions(const project::LibraryService &library,
                                                        const project::AssetVersion &older,
                                                        const project::AssetVersion &newer);
void printComparison(std::ostream &out, const VersionComparison &comparison);
[[nodiscard]] nlohmann::ordered_json documentOf(const VersionComparison &comparison);

} // namespace drydock::cli
