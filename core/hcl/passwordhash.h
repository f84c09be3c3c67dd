// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <string>

namespace drydock::hcl {

/// bcrypt (`$2a$`) of the password with a random salt. `cost` is the logarithm of the rounds; one below 4 means 10, as
/// Go's library has it. Code `hcl.bcrypt`. Private to this folder.
[[nodiscard]] Result<std::string> bcryptHash(const std::string &password, int cost);

} // namespace drydock::hcl
