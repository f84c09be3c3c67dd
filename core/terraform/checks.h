// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/configurationdata.h"
#include "core/terraform/module.h"
#include "core/terraform/references.h"

#include <span>
#include <vector>

namespace drydock::terraform {

/// Names of variables, locals, resources and module calls that the module refers to but does not declare. In a single
/// file on its own they may be declared beside it, so there it is a warning.
void checkReferences(const Module &module, Extent extent, std::vector<Diagnostic> &diagnostics);

/// The same for references that stand elsewhere, in an expression of a console for example.
void checkReferences(const Module &module, std::span<const Reference> references, Extent extent,
                     std::vector<Diagnostic> &diagnostics);

/// Arguments of a call that the module does not know, and those it needs.
void checkArguments(const ModuleCall &call, const Module &module, std::vector<Diagnostic> &diagnostics);

/// What may stand in a root module only, and what the call does not permit: imports, provider configurations.
void checkCalledModule(const ModuleNode &node, std::vector<Diagnostic> &diagnostics);

/// References to outputs that a called module does not have.
void checkOutputReferences(const ModuleNode &node, std::vector<Diagnostic> &diagnostics);

} // namespace drydock::terraform
