// SPDX-License-Identifier: MIT
#include "core/policy/compiledrule.h"

#include "core/policy/subject.h"

#include <algorithm>

namespace drydock::policy {

static std::optional<hcl::ParsedFile> parsed(const Rule &rule, const char *part, const RuleText &text)
{
    if (text.empty())
        return std::nullopt;
    return hcl::parseExpression(hcl::SourceFile(rule.id + "." + part, text.text));
}

CompiledRule compile(const Rule &rule, Severity severity)
{
    CompiledRule result;
    result.rule = &rule;
    result.severity = severity;
    for (const auto &[name, text] : rule.let)
        result.let.emplace_back(name, *parsed(rule, name.c_str(), text));
    result.when = parsed(rule, "when", rule.when);
    result.each = parsed(rule, "each", rule.each);
    result.fixWhen = parsed(rule, "fix", rule.fix.when);
    result.condition = rule.require.empty() ? parsed(rule, "deny", rule.deny) : parsed(rule, "require", rule.require);
    return result;
}

struct RuleBook::Entry
{
    const Rule *rule = nullptr;
    Severity severity = Severity::Medium;
    mutable std::once_flag once;
    mutable CompiledRule compiled;
};

RuleBook::RuleBook(const std::vector<std::pair<const Rule *, Severity>> &rules)
{
    for (const auto &[rule, severity] : rules) {
        auto entry = std::make_unique<Entry>();
        entry->rule = rule;
        entry->severity = severity;
        m_entries.push_back(std::move(entry));
    }
}

RuleBook::~RuleBook() = default;

const CompiledRule &RuleBook::compiled(const Entry &entry)
{
    std::call_once(entry.once, [&entry] { entry.compiled = compile(*entry.rule, entry.severity); });
    return entry.compiled;
}

std::vector<const CompiledRule *> RuleBook::forType(std::string_view type) const
{
    std::vector<const CompiledRule *> result;
    for (const auto &entry : m_entries) {
        const auto &names = entry->rule->resources;
        if (std::any_of(names.begin(), names.end(), [&](const std::string &name) { return typeMatches(name, type); }))
            result.push_back(&compiled(*entry));
    }
    return result;
}

std::vector<const CompiledRule *> RuleBook::forConfiguration() const
{
    std::vector<const CompiledRule *> result;
    for (const auto &entry : m_entries)
        if (entry->rule->isForConfiguration())
            result.push_back(&compiled(*entry));
    return result;
}

} // namespace drydock::policy
