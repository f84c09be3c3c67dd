// SPDX-License-Identifier: MIT
#pragma once

#include "core/policy/finding.h"
#include "core/report/sourcetext.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::report {

/// `text` with the edits of one file made. Codes: `fix.outside` (an edit lies outside of the text: the file changed
/// since the review), `fix.overlap`.
[[nodiscard]] Result<std::string> applyEdits(std::string_view text, std::vector<policy::TextEdit> edits);

/// The files that the edits change, with their new text.
[[nodiscard]] Result<std::map<std::string, std::string>> changedFiles(std::span<const policy::TextEdit> edits,
                                                                      const SourceText &source);

/// The fix as a patch that `git apply` accepts in the reviewed root.
[[nodiscard]] Result<std::string> fixPatch(const policy::Fix &fix, const SourceText &source);

/// What `combinedPatch` made of all fixes.
struct CombinedPatch
{
    std::string text;
    std::size_t fixes = 0;   ///< fixes in it
    std::size_t skipped = 0; ///< fixes that overlap an earlier one or no longer fit their file
};

/// One patch with the fixes of all open findings. Equal edits (two findings, one cause) count once.
[[nodiscard]] CombinedPatch combinedPatch(const policy::ReviewResult &review, const SourceText &source);

} // namespace drydock::report
