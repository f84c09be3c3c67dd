// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <initializer_list>

namespace drydock::store {

/// Refuses to begin with an empty database where content is left of an old one: what no row names would be collected as
/// orphans. `file` is lost when it is missing or empty while one of `folders` holds anything. Code:
/// `store.database-lost`.
[[nodiscard]] Result<> refuseLostDatabase(const std::filesystem::path &file,
                                          std::initializer_list<std::filesystem::path> folders);

} // namespace drydock::store
