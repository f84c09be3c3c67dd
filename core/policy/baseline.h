// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/policy/finding.h"

#include <filesystem>
#include <string>
#include <vector>

namespace drydock::policy {

/// Findings that were there when the baseline was written and so do not count. A JSON file
/// (`{"version": 1, "created": …, "findings": [{"fingerprint", "rule", "resource", "file"}]}`), sorted, fit for review
/// in git.
struct Baseline
{
    struct Entry
    {
        std::string fingerprint;
        std::string rule;
        std::string resource;
        std::string file;
    };
    std::vector<Entry> entries;
    Timestamp created;

    /// Everything that is open or already baselined; what a waiver covers stays with the waiver.
    [[nodiscard]] static Baseline of(const std::vector<Finding> &findings, Timestamp now);
    /// Code: `baseline.invalid`, `baseline.version`, or the file error.
    [[nodiscard]] static Result<Baseline> load(const std::filesystem::path &file);
    [[nodiscard]] Result<> write(const std::filesystem::path &file) const;

    /// Marks open findings that are in the baseline. Returns how many entries match no finding any more.
    std::size_t apply(std::vector<Finding> &findings) const;
};

} // namespace drydock::policy
