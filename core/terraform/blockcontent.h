// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/module.h"

namespace drydock::terraform {

/// What a block says itself, before anything is merged in; what stands in a nested block named `_` belongs to the block
/// itself. Of two arguments with one name, which the parser reports, the first counts.
[[nodiscard]] Content contentOf(const hcl::Block &block);

} // namespace drydock::terraform
