// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/parser.h"
#include "core/policy/rule.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::policy {

/// A rule with its expressions parsed.
struct CompiledRule
{
    const Rule *rule = nullptr;
    Severity severity = Severity::Medium; ///< as tfreview.yaml has it
    std::vector<std::pair<std::string_view, hcl::ParsedFile>> let;
    std::optional<hcl::ParsedFile> when;
    std::optional<hcl::ParsedFile> each;
    std::optional<hcl::ParsedFile> condition;
    std::optional<hcl::ParsedFile> fixWhen;

    [[nodiscard]] bool denies() const { return !rule->deny.empty(); }
};

[[nodiscard]] CompiledRule compile(const Rule &rule, Severity severity);

/// The rules of a review, compiled when a configuration first needs them. Safe to use from several threads.
class RuleBook
{
public:
    explicit RuleBook(const std::vector<std::pair<const Rule *, Severity>> &rules);
    ~RuleBook();
    RuleBook(const RuleBook &) = delete;
    RuleBook &operator=(const RuleBook &) = delete;

    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    /// Those that are about resources of this type, in the order of their ids.
    [[nodiscard]] std::vector<const CompiledRule *> forType(std::string_view type) const;
    [[nodiscard]] std::vector<const CompiledRule *> forConfiguration() const;

private:
    struct Entry;
    [[nodiscard]] static const CompiledRule &compiled(const Entry &entry);

    std::vector<std::unique_ptr<Entry>> m_entries;
};

} // namespace drydock::policy
