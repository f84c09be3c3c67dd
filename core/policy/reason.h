// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/value.h"

#include <string>

namespace drydock::policy {

/// Why a value is not known, for a person: "var.kms_key_id has no value".
[[nodiscard]] std::string reasonFor(const hcl::Value &unknown);

} // namespace drydock::policy
