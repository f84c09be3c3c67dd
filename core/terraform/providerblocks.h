// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace drydock::terraform {

/// Whether the name is a nested block in resources, data sources or configurations of the widely used providers (aws,
/// azurerm, google, kubernetes, helm, and those of HashiCorp's utilities), for when their schema is not at hand. `type`
/// is the resource's type, for names that are a block in one and an argument in another.
[[nodiscard]] bool isProviderBlock(std::string_view type, std::string_view name);

} // namespace drydock::terraform
