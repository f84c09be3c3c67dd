// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/module.h"

#include <string_view>
#include <vector>

namespace drydock::terraform {

/// What Terraform demands of the meta-arguments of a resource, data source or ephemeral resource: count, for_each,
/// provider, depends_on, lifecycle, provisioner, connection.
void checkMetaArguments(const Resource &resource, std::vector<Diagnostic> &diagnostics);

/// `count` and `for_each` in one block.
void checkExpansion(const Content &content, std::vector<Diagnostic> &diagnostics);

void checkDependsOn(const Content &content, std::vector<Diagnostic> &diagnostics);

/// `blockKind`: "resource" or "removed", whose provisioners may only run when it is destroyed.
void checkProvisioner(const hcl::Block &block, std::string_view blockKind, std::vector<Diagnostic> &diagnostics);

/// A constant argument of a type, where it is there; what is wrong is appended.
void checkConstant(const Content &content, std::string_view name, const hcl::Type &type,
                   std::vector<Diagnostic> &diagnostics);

} // namespace drydock::terraform
