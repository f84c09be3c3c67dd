// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/knowledge/articlefolder.h"
#include "core/store/database.h"

#include <filesystem>

namespace drydock::knowledge {

/// The index of these articles: the cache file when it is there and whole, else built; in memory when the cache folder
/// cannot be written. Internal to core/knowledge.
[[nodiscard]] Result<store::Database> openIndex(const ArticleFolder &folder, const std::filesystem::path &cacheFolder,
                                                const Task &task);

} // namespace drydock::knowledge
