// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/function.h"
#include "core/policy/subject.h"

namespace drydock::policy {

/// What the functions of rules look at: set before each evaluation, on the evaluating thread.
struct RuleState
{
    const Subjects *subjects = nullptr;
    const Subject *current = nullptr; ///< null for whole-configuration rules
};

/// All functions of Terraform's language and those of rules, which read `state`; it must outlive the table and may be
/// null where only names and parameters matter. anytrue, alltrue and contains are three-valued here: an unknown element
/// does not hide a known answer.
[[nodiscard]] hcl::FunctionTable policyFunctions(const RuleState *state);

} // namespace drydock::policy
