// SPDX-License-Identifier: MIT
#pragma once

#include "core/policy/finding.h"
#include "core/report/sourcetext.h"

#include <string>

namespace drydock::report {

/// A small review with one of everything, over sources in memory.
struct SampleReview
{
    policy::ReviewResult review;
    SourceText source;
    std::string mainTf;
};

[[nodiscard]] SampleReview sampleReview();

/// The range of the first occurrence of `part` in `text`.
[[nodiscard]] policy::SourceRange rangeIn(const std::string &file, const std::string &text, const std::string &part);

} // namespace drydock::report
