// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/hcl/value.h"
#include "core/policy/compiledrule.h"
#include "core/policy/configfile.h"
#include "core/policy/finding.h"
#include "core/policy/ruleset.h"
#include "core/terraform/evaluation.h"

#include <string>
#include <vector>

namespace drydock::policy {

/// A finding with what its fingerprint is made of.
struct Hit
{
    Finding finding;      ///< without fingerprint
    std::string address;  ///< within the module, without keys
    std::string evidence; ///< source text, or what is missing
    /// Ranges of the module calls through which the resource is reached, and of its own block: a comment there counts.
    std::vector<SourceRange> blocks;
};

struct EngineResult
{
    std::vector<Hit> hits; ///< one for each rule and place
    std::vector<Undecided> undecided;
};

/// Runs rules on evaluated configurations. Immutable; run() may be called from several threads at once.
class Engine
{
public:
    /// Borrows the rules.
    Engine(const RuleSet &rules, const ReviewConfig &config);

    [[nodiscard]] std::size_t ruleCount() const { return m_book.size(); }
    [[nodiscard]] Result<EngineResult> run(const terraform::Evaluation &evaluation, const Task &task) const;

private:
    RuleBook m_book;
    hcl::Value m_settings;
};

} // namespace drydock::policy
