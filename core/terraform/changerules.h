// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/module.h"

#include <vector>

namespace drydock::terraform {

/// What is wrong with `moved`, `removed`, `import` and `check` blocks, taken alone.
void check(const Moved &moved, std::vector<Diagnostic> &diagnostics);
void check(const Removed &removed, std::vector<Diagnostic> &diagnostics);
void check(const Import &import, std::vector<Diagnostic> &diagnostics);
void check(const Check &check, std::vector<Diagnostic> &diagnostics);

/// Two imports to one address.
void checkTogether(const std::vector<Import> &imports, std::vector<Diagnostic> &diagnostics);

} // namespace drydock::terraform
