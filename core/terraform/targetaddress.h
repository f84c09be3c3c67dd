// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/tree.h"
#include "core/terraform/address.h"
#include "core/terraform/source.h"

#include <optional>
#include <vector>

namespace drydock::terraform {

/// What a traversal names: a module or a resource, whole or one instance.
struct TargetAddress
{
    bool isModule = false;
    ResourceAddress resource; ///< of a module only its path
    bool hasKey = false;      ///< the last step is an instance key
};

/// The address that an expression is (`from`, `to`, `target`). Nothing after a mistake, which is appended.
[[nodiscard]] std::optional<TargetAddress> targetOf(const hcl::Expression &expression,
                                                    std::vector<Diagnostic> &diagnostics);

} // namespace drydock::terraform
