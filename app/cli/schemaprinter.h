// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace drydock::terraform {
struct FunctionSignature;
struct ObjectSchema;
} // namespace drydock::terraform

namespace drydock::cli {

/// A schema as `drydockctl schema show` prints it: for programs, and for people as an outline of a block.

[[nodiscard]] nlohmann::ordered_json documentOf(const terraform::ObjectSchema &schema);
[[nodiscard]] nlohmann::ordered_json documentOf(const terraform::FunctionSignature &function);
[[nodiscard]] std::string textOf(const terraform::ObjectSchema &schema);
[[nodiscard]] std::string textOf(const terraform::FunctionSignature &function);

} // namespace drydock::cli
