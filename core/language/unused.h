// SPDX-License-Identifier: MIT
#pragma once

#include "core/language/problems.h"

#include <filesystem>
#include <vector>

namespace drydock::language {

class Snapshot;

/// Hints for variables, local values and data sources that nothing in their module refers to. Codes: `unused.variable`,
/// `unused.local`, `unused.data`.
[[nodiscard]] std::vector<Problem> unusedNames(const Snapshot &snapshot, const std::filesystem::path &module);

} // namespace drydock::language
