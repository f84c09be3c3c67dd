// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/policy/finding.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace drydock::reviews {

/// Gives the Markdown of an article by its id; called on a worker thread.
using ArticleReader = std::function<Result<std::string>(const std::string &article, const Task &)>;

/// What the detail of a finding shows, read on a worker thread.
struct FindingMaterial
{
    policy::Finding finding;
    Result<std::string> source;                   ///< text of the file that the finding is in
    Result<std::string> article;                  ///< Markdown
    std::map<std::string, std::string> fixBefore; ///< files that the fix changes; empty without a fix
    std::map<std::string, std::string> fixAfter;
    std::string patch;
    std::optional<Error> fixError; ///< why the fix cannot be shown
    bool changedSince = false;     ///< the file was written after the review started
};

[[nodiscard]] Result<FindingMaterial> gatherMaterial(const policy::Finding &finding, const std::filesystem::path &root,
                                                     Timestamp reviewed, const ArticleReader &articles,
                                                     const Task &task);

/// Writes the files that the fix changes. Refuses when one of them was written after `reviewed`
/// (`fix.file-changed`): its bytes are no longer those that the fix was made for.
[[nodiscard]] Result<> applyFix(const policy::Fix &fix, const std::filesystem::path &root, Timestamp reviewed);

} // namespace drydock::reviews
