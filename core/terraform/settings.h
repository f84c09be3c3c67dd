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

/// What can be said only when all files were read.
void checkSettings(const Module &module, std::vector<Diagnostic> &diagnostics);

} // namespace drydock::terraform
