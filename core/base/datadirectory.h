// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace drydock {

/// Where the shipped data is (rules, templates, knowledge, demo project, schemas): the environment variable
/// DRYDOCK_DATA_DIR, else `../share/drydock` beside the running program. Code: `data.missing`.
[[nodiscard]] Result<std::filesystem::path> dataDirectory();

} // namespace drydock
