// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {

/// RFC 4180 as Go's encoding/csv reads it: records of equal length, quotes doubled inside quoted fields, blank lines
/// skipped. Private to this folder.
[[nodiscard]] Result<std::vector<std::vector<std::string>>> readCsv(std::string_view text);

} // namespace drydock::hcl
