// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/source.h"

#include <vector>

namespace drydock::hcl {
class FunctionTable;
class Tree;
} // namespace drydock::hcl

namespace drydock::terraform {

class Configuration;
class Module;
class SchemaCatalogue;

/// What only the schemas of providers decide besides the arguments of resources: whether ignore_changes names something
/// there is, whether a provider has the function that is called, whether there is the provider configuration that a
/// resource names. Codes: `lifecycle.ignored`, `function.unknown`, `provider.missing`,
/// `provider.expected` (an alias that only a caller can give; no mistake of the module).
[[nodiscard]] std::vector<Diagnostic> checkBySchemas(const Configuration &configuration,
                                                     const SchemaCatalogue &catalogue);

/// The same for the calls of providers' functions in one expression.
void checkProviderCalls(const hcl::Tree &tree, const Module &module, const SchemaCatalogue &catalogue,
                        std::vector<Diagnostic> &diagnostics);

/// Adds the functions of the provider that is built into Terraform where the module requires it, under the name that it
/// gives it.
void addProviderFunctions(const Module &module, hcl::FunctionTable &table);

} // namespace drydock::terraform
