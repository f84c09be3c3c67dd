// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/hcl/value.h"
#include "core/terraform/address.h"
#include "core/terraform/source.h"
#include "core/terraform/statefile.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// `terraform show -json PLANFILE`: https://developer.hashicorp.com/terraform/internals/json-format
namespace drydock::terraform {

enum class PlannedAction : std::uint8_t {
    NoOp,
    Create,
    Read, ///< a data source that is read while applying
    Update,
    Delete,
    DeleteThenCreate,
    CreateThenDelete,
    Forget,
    CreateThenForget,
    Other, ///< of a later Terraform
};

[[nodiscard]] bool isReplacement(PlannedAction action);
/// "create", "delete, create": as the plan names it.
[[nodiscard]] std::string_view textOf(PlannedAction action);

/// What happens to a value. Sensitive parts are masked as in StateResource; parts that are known after apply are
/// unknown.
struct Change
{
    PlannedAction action = PlannedAction::NoOp;
    hcl::Value before; ///< null where there was nothing
    hcl::Value after;
    /// Sensitive parts whose hidden values differ, or are not known after: what the masks would hide.
    std::vector<AttributePath> changedSecrets;
    std::vector<AttributePath> replacePaths; ///< what forces a replacement
    std::optional<std::string> importId;     ///< set where the object is imported; may be empty (by identity)
    std::string generatedConfiguration;      ///< HCL
};

struct ResourceChange
{
    ResourceAddress address;
    std::optional<ResourceAddress> previousAddress; ///< it moved
    std::string deposedKey;
    std::string provider;
    std::string reason; ///< "replace_because_tainted", "delete_because_each_key"; may be empty
    Change change;
};

struct OutputChange
{
    std::string name;
    Change change;
};

struct PlanVariable
{
    std::string name;
    hcl::Value value;
};

struct Plan
{
    std::string formatVersion;
    std::string terraformVersion;
    std::string timestamp; ///< RFC 3339
    bool isApplyable = false;
    bool isComplete = false;
    bool isErrored = false;
    std::vector<PlanVariable> variables;
    std::vector<ResourceChange> changes;
    std::vector<ResourceChange> drift; ///< what changed outside of Terraform
    std::vector<OutputChange> outputs;
    StateValues planned;
    StateValues prior;
    std::vector<CheckResult> checks;

    [[nodiscard]] const ResourceChange *find(std::string_view address) const;
};

/// Codes: `json.syntax`, `json.shape`, `json.limit`, `plan.version` (another major format_version).
[[nodiscard]] Result<Plan> readPlan(std::string_view json, const std::string &fileName,
                                    const MaskOptions &options = {});

/// The same JSON, masked as maskedState() does, constants and defaults of the configuration included.
[[nodiscard]] Result<std::string> maskedPlan(std::string_view json, const std::string &fileName,
                                             const MaskOptions &options = {});

} // namespace drydock::terraform
