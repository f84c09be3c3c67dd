// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace drydock {

/// Reads a whole regular file; refuses one larger than `limit` bytes (`file.too-large`).
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path &file, std::uint64_t limit = 64ULL << 20U);

} // namespace drydock
