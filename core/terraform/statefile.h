// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/hcl/type.h"
#include "core/hcl/value.h"
#include "core/terraform/address.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::terraform {

class SchemaCatalogue;

/// A resource instance as a state has it.
///
/// What is sensitive is not in `values`: in its place stands an unknown value of the same type, marked sensitive. A
/// sensitive null stays null, marked.
struct StateResource
{
    ResourceAddress address;
    std::string provider; ///< full address; empty where the state does not say
    std::uint64_t schemaVersion = 0;
    hcl::Value values; ///< an object
    std::vector<std::string> dependsOn;
    std::string deposedKey; ///< not empty: an old object that is still to be destroyed
    bool isTainted = false;
};

struct StateOutput
{
    std::string name;
    hcl::Value value; ///< masked likewise
    bool isSensitive = false;
};

struct StateValues
{
    std::vector<StateOutput> outputs;     ///< of the root module, sorted by name
    std::vector<StateResource> resources; ///< of all modules, in the order of the file
};

enum class CheckStatus : std::uint8_t { Unknown, Pass, Fail, Error };

/// A `check` block, or a resource's or output's conditions, with its instances.
struct CheckResult
{
    std::string kind;    ///< check, resource, output_value, var
    std::string address; ///< check.health
    CheckStatus status = CheckStatus::Unknown;
    std::vector<std::string> problems;
};

/// The form a state came in.
enum class StateForm : std::uint8_t {
    Raw, ///< terraform.tfstate, version 4
    Show ///< `terraform show -json`
};

struct State
{
    StateForm form = StateForm::Raw;
    std::string terraformVersion;
    std::uint64_t serial = 0; ///< raw only
    std::string lineage;      ///< raw only
    StateValues values;
    std::vector<CheckResult> checks;

    [[nodiscard]] const StateResource *find(std::string_view address) const;
};

/// What tells that a value is sensitive, beside the file itself.
struct MaskOptions
{
    /// A raw state and constants of a configuration do not say which attributes a provider declares as sensitive; its
    /// schema does. Null: only what the file says.
    const SchemaCatalogue *schemas = nullptr;
};

/// Reads a raw state (version 4) or `show -json` (format_version 1.x): which of the two, the text says. Unknown keys
/// are accepted. Codes: `json.syntax`, `json.shape`, `json.limit`, `state.version` (another version; an older one is to
/// be upgraded by Terraform), `state.encrypted` (OpenTofu).
[[nodiscard]] Result<State> readState(std::string_view json, const std::string &fileName,
                                      const MaskOptions &options = {});

/// The same JSON with `"(sensitive value)"` in place of every sensitive value, and without the providers' private
/// bytes: what may be kept. A text of eight and more characters that is sensitive in one place is masked wherever else
/// it stands as a value. Codes likewise.
[[nodiscard]] Result<std::string> maskedState(std::string_view json, const std::string &fileName,
                                              const MaskOptions &options = {});

} // namespace drydock::terraform
