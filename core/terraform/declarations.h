// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/module.h"

#include <string>
#include <vector>

namespace drydock::terraform {

/// These fill what a declaration's block and merged content say into its typed fields, and append what is wrong.
void complete(Variable &variable, std::vector<Diagnostic> &diagnostics);
void complete(Resource &resource, std::vector<Diagnostic> &diagnostics);
void complete(ModuleCall &call, std::vector<Diagnostic> &diagnostics);
void complete(Output &output, std::vector<Diagnostic> &diagnostics);
void complete(ProviderBlock &provider, std::vector<Diagnostic> &diagnostics);
void complete(Check &check, std::vector<Diagnostic> &diagnostics);
void complete(Removed &removed, std::vector<Diagnostic> &diagnostics);
void complete(Import &import, std::vector<Diagnostic> &diagnostics);

/// The text of an expression that is a string without sequences; empty for all else.
[[nodiscard]] std::string constantText(const hcl::Expression &expression);

/// The names of a traversal, joined by points: `aws.east`. A quoted one (as Terraform 0.11 wrote) counts too.
[[nodiscard]] std::string traversalText(const hcl::Expression &expression);

} // namespace drydock::terraform
