// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/value.h"
#include "core/terraform/address.h"

#include <string_view>

namespace drydock::terraform {

/// The attributes together with those that a provider computes from them alone, so that they are known without it:
/// `json` of aws_iam_policy_document, `output` of terraform_data.
[[nodiscard]] hcl::Value withComputed(ResourceMode mode, std::string_view type, hcl::Value attributes);

/// What aws_iam_policy_document makes of its arguments, as an object with the elements of an IAM policy (Version, Id,
/// Statement). Parts that are not known are unknown values at their place.
[[nodiscard]] hcl::Value iamPolicyDocument(const hcl::Value &attributes);

} // namespace drydock::terraform
