// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/type.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock::terraform {

struct FunctionParameter
{
    std::string name; ///< empty where the provider gives none
    std::string description;
    hcl::Type type;
    bool isNullable = false;
};

/// A function as `terraform providers schema -json` and `terraform metadata functions -json` describe it.
struct FunctionSignature
{
    std::string name;
    std::string summary;
    std::string description;
    std::string deprecationMessage; ///< empty: not deprecated
    hcl::Type returnType;
    std::vector<FunctionParameter> parameters;
    std::optional<FunctionParameter> variadic;
};

} // namespace drydock::terraform
