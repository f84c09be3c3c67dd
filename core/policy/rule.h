// SPDX-License-Identifier: MIT
#pragma once

#include "core/policy/finding.h"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace drydock::policy {

/// A piece of HCL source in a rule file, and where it stands there (for messages).
struct RuleText
{
    std::string text;
    std::uint32_t line = 0;   ///< from 1; 0 when the rule came from a pack
    std::uint32_t column = 0; ///< from 1

    [[nodiscard]] bool empty() const { return text.empty(); }
};

/// How a rule repairs what it finds. Paths are attribute paths of the resource (`metadata_options.http_tokens`); below
/// `each`, relative to the element's block.
struct RuleFix
{
    std::string title;
    RuleText when;                                     ///< HCL expression: the fix is offered only where it is true
    std::vector<std::pair<std::string, RuleText>> set; ///< path -> HCL source of the new value
    std::vector<std::string> remove;                   ///< attributes or blocks
    RuleText append;                                   ///< HCL template of blocks written after the resource

    [[nodiscard]] bool empty() const { return set.empty() && remove.empty() && append.empty(); }
};

/// One policy as it is written in rules/<provider>/<service>.yaml; resources/knowledge/guides/policy-authoring.md
/// describes every field. Plain data; Engine compiles the expressions of the rules that a configuration needs.
struct Rule
{
    std::string id; ///< provider-service-what
    std::string title;
    Severity severity = Severity::Medium;
    std::vector<std::string> resources; ///< `aws_s3_bucket`, `data.aws_iam_policy_document`, `aws_*`, `configuration`
    std::vector<std::pair<std::string, RuleText>> let; ///< named values in order, each may use those above it
    RuleText when;
    RuleText each;
    RuleText require; ///< exactly one of require and deny is set
    RuleText deny;
    RuleText message; ///< HCL template
    std::vector<std::string>
        at; ///< attribute paths; a configuration rule: blocks such as `provider.aws`; first existing wins
    RuleFix fix;
    std::map<std::string, std::vector<std::string>> references; ///< "checkov" -> {"CKV_AWS_379"}
    std::vector<std::string> tags;
    std::string file; ///< of the rule, for messages
    std::uint32_t line = 0;

    [[nodiscard]] std::string provider() const { return id.substr(0, id.find('-')); }
    [[nodiscard]] std::string article() const { return "policies/" + id; }
    [[nodiscard]] bool isForConfiguration() const { return resources.size() == 1 && resources[0] == "configuration"; }
};

} // namespace drydock::policy
