// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/parser.h"
#include "core/policy/engine.h"
#include "core/policy/finding.h"

#include <string>
#include <vector>

namespace drydock::policy {

/// A comment `drydock:ignore RULE[,RULE…] reason` in a source: it covers the block that it stands in, or directly
/// above. In a module call it covers what the module makes there. RULE is a glob over rule ids.
struct IgnoreComment
{
    std::vector<std::string> rules;
    std::string reason;
    SourceRange range;   ///< of the comment
    SourceRange covered; ///< of the block
};

[[nodiscard]] std::vector<IgnoreComment> ignoreComments(const hcl::ParsedFile &file);

/// Marks what comments cover. Returns warnings for comments that cover nothing or give no reason.
[[nodiscard]] std::vector<ReviewDiagnostic> applyIgnoreComments(const std::vector<IgnoreComment> &comments,
                                                                std::vector<Hit> &hits);

} // namespace drydock::policy
