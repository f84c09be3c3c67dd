// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/jsonsyntax.h"

#include <memory>

namespace drydock::terraform {

class SchemaCatalogue;

/// What a configuration in JSON syntax may hold: the blocks and arguments of Terraform 1.11 and OpenTofu 1.10, and how
/// the strings of each argument are meant. `schemas` (may be null) must live as long as the result.
[[nodiscard]] std::shared_ptr<const hcl::BodySchema> configurationSchema(const SchemaCatalogue *schemas = nullptr);

/// Likewise of a *.tftest.json file.
[[nodiscard]] std::shared_ptr<const hcl::BodySchema> testSchema(const SchemaCatalogue *schemas = nullptr);

/// Likewise of a *.tfmock.json file.
[[nodiscard]] std::shared_ptr<const hcl::BodySchema> mockSchema();

} // namespace drydock::terraform
