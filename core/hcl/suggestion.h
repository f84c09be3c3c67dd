// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace drydock::hcl {

/// `Did you mean "region"?` when one of the names is close to what was written, else an empty text.
[[nodiscard]] std::string suggestion(std::string_view written, std::span<const std::string> names);

} // namespace drydock::hcl
