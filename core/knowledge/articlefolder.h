// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/knowledge/article.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace drydock::knowledge {

/// The articles of some folders. Internal to core/knowledge.
struct ArticleFolder
{
    std::map<std::string, Article> articles; ///< by id; complete with their text
    std::string contentHash;                 ///< SHA-256 over ids and texts
    std::vector<Error> problems;             ///< files that were skipped
};

/// Reads every *.md below the folders; in a later folder the same id replaces. A folder that is missing counts as
/// empty. At most 10,000 articles of 1 MB (`knowledge.too-many`).
[[nodiscard]] Result<ArticleFolder> readArticles(const std::vector<std::filesystem::path> &folders, const Task &task);

} // namespace drydock::knowledge
