// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/configuration.h"
#include "core/terraform/source.h"

#include <vector>

namespace drydock::terraform {

/// Variables, locals and data sources that nothing in their module refers to: `unused.variable`, `unused.local`,
/// `unused.data`. Warnings in form, hints in meaning. Modules with syntax errors are left out, for the use may stand in
/// what was not understood.
[[nodiscard]] std::vector<Diagnostic> unusedDeclarations(const Configuration &configuration);
[[nodiscard]] std::vector<Diagnostic> unusedDeclarations(const Module &module);

} // namespace drydock::terraform
