// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/source.h"

#include <vector>

namespace drydock::terraform {

class Evaluation;

/// What is wrong with the arguments of provisioners, by the schemas that Terraform's own three have (local-exec,
/// remote-exec, file). The `connection` block is left to them. Codes: those of checkAgainstSchema().
[[nodiscard]] std::vector<Diagnostic> checkProvisioners(const Evaluation &evaluation);

} // namespace drydock::terraform
