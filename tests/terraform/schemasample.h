// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/memoryschemas.h"

#include <memory>
#include <string>

namespace drydock::terraform::test {

inline const std::string cloud = "registry.terraform.io/acme/cloud";

/// data/example-schema.json: one of everything that a provider schema can say.
[[nodiscard]] std::shared_ptr<const MemorySchemas> exampleSchemas();

} // namespace drydock::terraform::test
