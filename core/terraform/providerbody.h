// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/jsonsyntax.h"
#include "core/terraform/providerschema.h"

#include <memory>
#include <string>

namespace drydock::terraform {

class SchemaCatalogue;

/// What the body of a resource, data source or provider configuration holds besides Terraform's own arguments. `type`
/// is the resource's type or the provider's name; `schemas` may be null.
[[nodiscard]] std::shared_ptr<const hcl::BodySchema> providerBody(SchemaKind kind, const std::string &type,
                                                                  const SchemaCatalogue *schemas);

} // namespace drydock::terraform
