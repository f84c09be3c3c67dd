// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

namespace drydock::hcl {

/// Whether a real Terraform is on PATH.
[[nodiscard]] bool hasTerraform();

/// What the real `terraform fmt` makes of each text, all in one call. A text it refuses is not in the result.
[[nodiscard]] std::map<std::string, std::string> terraformFormat(const std::map<std::string, std::string> &texts);

} // namespace drydock::hcl
