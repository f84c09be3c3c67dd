// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {

/// One step of a path such as `tags."cost-center"` or `ingress[1].cidr_blocks`.
struct PathStep
{
    std::string name;
    std::uint32_t index = 0; ///< which of the blocks of that type
    bool indexed = false;
    bool quoted = false; ///< a key of an object rather than a name
};

/// Error `edit.path`.
[[nodiscard]] Result<std::vector<PathStep>> parsePath(std::string_view path);

} // namespace drydock::hcl
