// SPDX-License-Identifier: MIT
#include "core/registry/ignorerules.h"

#include "core/base/glob.h"
#include "core/registry/addressparts.h"

namespace drydock::registry {

static constexpr std::string_view alwaysIgnored = ".git\n"
                                                  ".terraform/\n"
                                                  "*.tfstate\n"
                                                  "*.tfstate.*\n"
                                                  "crash.log\n"
                                                  "crash.*.log\n"
                                                  ".DS_Store\n"
                                                  ".drydock-*.tmp\n";

IgnoreRules::IgnoreRules()
{
    add(alwaysIgnored);
}

void IgnoreRules::add(std::string_view text)
{
    for (std::string_view line : splitAddress(text, '\n')) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
            line.remove_suffix(1);
        if (line.empty() || line.front() == '#')
            continue;
        Rule rule;
        if (line.front() == '!') {
            rule.negated = true;
            line.remove_prefix(1);
        }
        if (line.ends_with('/')) {
            rule.foldersOnly = true;
            line.remove_suffix(1);
        }
        // A slash inside or in front ties the pattern to the top; otherwise it matches at any depth.
        const bool anchored = line.find('/') != std::string_view::npos;
        if (line.starts_with('/'))
            line.remove_prefix(1);
        if (line.empty())
            continue;
        rule.pattern = anchored || line.starts_with("**/") ? std::string(line) : "**/" + std::string(line);
        m_rules.push_back(std::move(rule));
    }
}

bool IgnoreRules::ignores(std::string_view relativePath, bool folder) const
{
    bool ignored = false;
    for (const Rule &rule : m_rules)
        if (rule.negated == ignored && (folder || !rule.foldersOnly) && globMatches(rule.pattern, relativePath))
            ignored = !rule.negated;
    return ignored;
}

} // namespace drydock::registry
