// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/policy/rule.h"

#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::policy {

/// The rules a review runs, sorted by id. Immutable once loaded; may be shared between threads.
class RuleSet
{
public:
    RuleSet() = default;
    /// Refuses two rules with one id. Code: `rule.duplicate`.
    [[nodiscard]] static Result<RuleSet> create(std::vector<Rule> rules);
    /// Every *.yaml below `folder`; the first error of a file that is wrong. Slow (YAML): for authors and the build.
    [[nodiscard]] static Result<RuleSet> loadFolder(const std::filesystem::path &folder);
    /// The pack that drydock_rulecheck writes (`rules.json`). Codes: `rules.pack-invalid`, `rules.pack-version`.
    [[nodiscard]] static Result<RuleSet> loadPack(const std::filesystem::path &file);
    /// The pack that ships with the program: rules.json in dataDirectory().
    [[nodiscard]] static Result<RuleSet> shipped();

    [[nodiscard]] Result<> writePack(const std::filesystem::path &file) const;
    [[nodiscard]] const std::vector<Rule> &rules() const { return m_rules; }
    [[nodiscard]] const Rule *find(std::string_view id) const; ///< null: no such rule

private:
    std::vector<Rule> m_rules;
};

/// The attributes that rules look at or set, as pairs of a resource type (`aws_instance`, `data.aws_ami`) and a path in
/// it
/// (`metadata_options.http_tokens`): what an editor may propose where it has no schema.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> namedArguments(const std::vector<Rule> &rules);

} // namespace drydock::policy
