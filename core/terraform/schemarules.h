// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/source.h"

#include <vector>

namespace drydock::terraform {

class Configuration;
class SchemaCatalogue;

/// What only the schemas of providers decide besides the arguments of resources: whether ignore_changes names something
/// there is, whether a provider has the function that is called, whether there is the provider configuration that a
/// resource names. Codes: `lifecycle.ignored`, `function.unknown`, `provider.missing`.
[[nodiscard]] std::vector<Diagnostic> checkBySchemas(const Configuration &configuration,
                                                     const SchemaCatalogue &catalogue);

} // namespace drydock::terraform
