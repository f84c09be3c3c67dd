// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/operations.h"
#include "core/hcl/value.h"

#include <string_view>

/// AWS policy documents as rules see them.
namespace drydock::policy {

/// The statements of a policy: JSON text, jsonencode() of partly unknown values, a decoded document, or a list of
/// those; null is none. Unknown where the text is not known or no JSON. Each statement is an object with `sid`,
/// `effect`, `actions`, `not_actions`, `resources`, `not_resources` (lists), `principals`, `not_principals` (lists of
/// {type, identifiers}) and `conditions` (list of {test, variable, values}).
[[nodiscard]] hcl::Value iamStatements(const hcl::Value &policy);

/// Whether a statement with that effect covers an action; wildcards and NotAction count. `s3:GetObject`, `*`.
[[nodiscard]] hcl::Truth coversAction(const hcl::Value &statement, std::string_view effect, std::string_view action);

/// The conditions whose variable matches the glob `*:sub`, without regard to case; unknown ones as unknown elements.
[[nodiscard]] hcl::Value conditionsOf(const hcl::Value &statement, std::string_view variable);

/// Whether the statement is for anyone: `*`, {AWS: "*"}.
[[nodiscard]] hcl::Truth isForAnyone(const hcl::Value &statement);

/// The identifiers of the principals of one type ("AWS", "Service", "Federated").
[[nodiscard]] hcl::Value principalsOf(const hcl::Value &statement, std::string_view type);

/// Whether a text that may be partly unknown matches a glob; `*` crosses everything.
[[nodiscard]] hcl::Truth matchesGlob(const hcl::Value &text, std::string_view glob);

} // namespace drydock::policy
