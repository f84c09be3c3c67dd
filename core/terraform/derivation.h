// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/evaluationdata.h"
#include "core/terraform/source.h"

#include <vector>

namespace drydock::terraform {

/// How the value at a path of an instance came to be; see ResourceInstance::derivation().
[[nodiscard]] std::vector<DerivationStep> derive(const ResourceInstanceData &instance, const AttributePath &path);

} // namespace drydock::terraform
