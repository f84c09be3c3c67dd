// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/expressionsession.h"

#include <string>

namespace drydock::cli {

/// One line of JSON: `value` (null where it is unknown, sensitive or ephemeral), `type` as in a type constraint, `text`
/// as `terraform console` prints it, the paths of what is `unknown`, `sensitive` and `ephemeral` ("" is the value
/// itself), and `diagnostics` with severity, summary, detail, hint, line and column. Numbers keep all their digits.
[[nodiscard]] std::string evaluationDocument(const terraform::ExpressionSession::Outcome &outcome);

} // namespace drydock::cli
