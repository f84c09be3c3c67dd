// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"
#include "core/language/location.h"
#include "core/language/problems.h"

#include <filesystem>
#include <string>
#include <vector>

namespace drydock::language {

class Snapshot;

/// A change that is offered for a problem or a place.
struct QuickFix
{
    std::string title; ///< "Declare variable \"region\""
    std::vector<FileEdit> edits;
    std::string code;         ///< of the problem it solves; empty for a refactoring
    bool isPreferred = false; ///< the one that is most likely meant
    Location caret;           ///< where to go afterwards, in the changed text; empty `file`: stay
};

/// Fixes for a problem: did-you-mean replacements, declaring what is missing, removing what nothing uses, adding
/// required arguments.
[[nodiscard]] std::vector<QuickFix> quickFixes(const Snapshot &snapshot, const Problem &problem);

/// Refactorings for a place, whether something is wrong or not: extract the expression to a local value, turn a literal
/// into a variable.
[[nodiscard]] std::vector<QuickFix> refactorings(const Snapshot &snapshot, const std::filesystem::path &file,
                                                 hcl::ByteRange selection);

} // namespace drydock::language
