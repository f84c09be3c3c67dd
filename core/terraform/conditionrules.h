// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/tree.h"
#include "core/terraform/source.h"

#include <string_view>
#include <vector>

namespace drydock::terraform {

/// A `validation`, `precondition`, `postcondition` or `assert` block: its arguments, and that the condition refers to
/// something. Whether it does.
bool checkConditionBlock(const hcl::Block &block, std::vector<Diagnostic> &diagnostics);

/// Likewise, and that it does not refer to the resource `address` that it stands in.
bool checkConditionBlock(const hcl::Block &block, std::string_view address, std::vector<Diagnostic> &diagnostics);

} // namespace drydock::terraform
