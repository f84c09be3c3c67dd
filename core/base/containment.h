// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string_view>

namespace drydock {

/// The path of `relative` below `root`, checked: not absolute, no `..`, no NUL or backslash, and no symbolic link on
/// the way that leads out of `root`. The file itself need not exist. Code: `path.escapes`.
[[nodiscard]] Result<std::filesystem::path> resolveInside(const std::filesystem::path &root, std::string_view relative);

/// Whether the existing `path`, links resolved, lies in `root` or is it.
[[nodiscard]] bool isInside(const std::filesystem::path &root, const std::filesystem::path &path);

} // namespace drydock
