// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/module.h"

#include <cstdint>
#include <vector>

namespace drydock::terraform {

enum class SettingsLayer : std::uint8_t { Primary, Override };

/// Adds what a `terraform` block says; what is wrong or stands twice is appended.
void readSettings(const hcl::Block &block, SettingsLayer layer, Settings &settings,
                  std::vector<Diagnostic> &diagnostics);

/// Whether a `provider` or `mock_provider` block names a provider as it can be called in required_providers.
void checkProviderName(const hcl::Block &block, std::vector<Diagnostic> &diagnostics);

/// A constraint for versions, as `version` of a module call or required_version; a mistake is appended.
void checkVersionConstraint(const hcl::Expression &expression, std::vector<Diagnostic> &diagnostics);

/// What can be said only when all files were read.
void checkSettings(const Module &module, std::vector<Diagnostic> &diagnostics);

} // namespace drydock::terraform
