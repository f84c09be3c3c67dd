// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/policy/finding.h"
#include "core/policy/waiver.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::policy {

/// What the gate makes of files that could not be read or parsed as a whole.
enum class OnUnreadable : std::uint8_t {
    Tell, ///< the verdict names how many there are
    Fail,
};

/// When a review fails: at an open finding of `failOn` or worse, at more open findings than a threshold allows, or
/// where that is asked for at files that could not be read.
struct GatePolicy
{
    std::optional<Severity> failOn = Severity::High; ///< none: severities alone never fail
    std::map<Severity, std::uint32_t> thresholds;    ///< most open findings of exactly that severity
    OnUnreadable onUnreadable = OnUnreadable::Tell;
};

/// What tfreview.yaml says. Without a file: the defaults below.
struct ReviewConfig
{
    GatePolicy gate;
    std::vector<std::string> disabledRules;                   ///< globs over rule ids
    std::vector<std::pair<std::string, Severity>> severities; ///< glob -> severity; the last that matches wins
    std::vector<Waiver> waivers;
    std::vector<std::string> requiredTags;
    std::vector<std::string> exclude;       ///< globs over files relative to the reviewed root
    std::vector<std::string> variableFiles; ///< *.tfvars read besides the ones Terraform reads by itself
    std::string settings = "{}";            ///< JSON object: `settings` in rules; holds `required_tags` too
    std::string baseline;                   ///< file relative to tfreview.yaml, or empty
    std::string file;                       ///< where this was read from, or empty

    [[nodiscard]] bool disables(std::string_view ruleId) const;
    [[nodiscard]] Severity severityOf(std::string_view ruleId, Severity otherwise) const;
    [[nodiscard]] bool excludes(std::string_view relativeFile) const;
};

/// Reads the text of a tfreview.yaml. Errors name line and column and say what would be right. Code: `config.invalid`.
[[nodiscard]] Result<ReviewConfig> parseReviewConfig(std::string_view text, const std::string &fileName);

/// `named` if given (an error when it is missing), else tfreview.yaml in `root`, else the defaults.
[[nodiscard]] Result<ReviewConfig> loadReviewConfig(const std::optional<std::filesystem::path> &named,
                                                    const std::filesystem::path &root);

} // namespace drydock::policy
