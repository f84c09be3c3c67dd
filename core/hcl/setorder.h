// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/value.h"

#include <vector>

namespace drydock::hcl {

/// Sorts the members of a set as Terraform iterates them: simple values by order() of operations.h, structures by the
/// bytes of a text made of them (cty's set hash), so that `{ port = 443 }` comes before `{ port = 80 }`. Private to
/// this folder.
void sortMembers(std::vector<Value> &members);

} // namespace drydock::hcl
