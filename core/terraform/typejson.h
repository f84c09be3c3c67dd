// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/type.h"

namespace drydock::terraform {

class JsonValue;

/// A type as cty writes it in JSON: `"string"`, `["list","string"]`, `["object",{"a":"number"},["a"]]`, `"dynamic"`.
/// Throws JsonShapeError.
[[nodiscard]] hcl::Type typeFromJson(const JsonValue &json);

} // namespace drydock::terraform
