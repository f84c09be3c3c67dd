// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace drydock::hcl {

class FunctionTable;

/// Adds what the provider that is built into Terraform (terraform.io/builtin/terraform) has: encode_tfvars,
/// decode_tfvars and encode_expr, as `provider::NAME::…` where `name` is how the module calls the provider.
void addBuiltinProviderFunctions(FunctionTable &table, std::string_view name);

} // namespace drydock::hcl
