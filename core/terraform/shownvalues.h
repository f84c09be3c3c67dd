// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/jsondocument.h"
#include "core/terraform/secretmask.h"
#include "core/terraform/statefile.h"

#include <string_view>
#include <vector>

/// Parts that plans and states share. Internal to core/terraform; throws JsonShapeError.
namespace drydock::terraform {

/// `checks` of a plan or shown state.
[[nodiscard]] std::vector<CheckResult> checksOf(const JsonValue &json);
[[nodiscard]] CheckStatus checkStatusOf(std::string_view text);

/// `planned_values`, or `values` of a shown state.
[[nodiscard]] StateValues valuesOf(const JsonValue &json, const SecretMask &mask);

/// An address as Terraform prints it.
[[nodiscard]] ResourceAddress addressOf(const JsonValue &json);

} // namespace drydock::terraform
