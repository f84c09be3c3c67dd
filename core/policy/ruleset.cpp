// SPDX-License-Identifier: MIT
#include "core/policy/ruleset.h"

#include "core/base/datadirectory.h"
#include "core/base/filereader.h"
#include "core/policy/rulefile.h"

#include <algorithm>

namespace drydock::policy {

Result<RuleSet> RuleSet::create(std::vector<Rule> rules)
{
    RuleSet set;
    set.m_rules = std::move(rules);
    std::sort(set.m_rules.begin(), set.m_rules.end(), [](const Rule &a, const Rule &b) { return a.id < b.id; });
    const auto twice = std::adjacent_find(set.m_rules.begin(), set.m_rules.end(),
                                          [](const Rule &a, const Rule &b) { return a.id == b.id; });
    if (twice != set.m_rules.end())
        return failure("rule.duplicate", "The rule " + twice->id + " is there twice.",
                       (twice + 1)->file + ":" + std::to_string((twice + 1)->line),
                       "The other one stands in " + twice->file + ":" + std::to_string(twice->line) + ".");
    return set;
}

Result<RuleSet> RuleSet::loadFolder(const std::filesystem::path &folder)
{
    std::error_code failed;
    std::vector<std::filesystem::path> files;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder, failed))
        if (entry.is_regular_file() && entry.path().extension() == ".yaml" && entry.path().parent_path() != folder &&
            entry.path().parent_path().filename() != "frameworks")
            files.push_back(entry.path());
    if (failed)
        return failure(systemError(failed.value(), "Cannot read the rules", folder.string()));
    std::sort(files.begin(), files.end());
    std::vector<Rule> rules;
    for (const auto &file : files) {
        auto text = readFile(file);
        if (!text)
            return tl::unexpected(text.error());
        auto read = parseRuleFile(*text, file.string());
        if (!read)
            return tl::unexpected(read.error());
        std::move(read->begin(), read->end(), std::back_inserter(rules));
    }
    return create(std::move(rules));
}

Result<RuleSet> RuleSet::shipped()
{
    auto data = dataDirectory();
    if (!data)
        return tl::unexpected(data.error());
    return loadPack(*data / "rules.json");
}

const Rule *RuleSet::find(std::string_view id) const
{
    const auto at = std::lower_bound(m_rules.begin(), m_rules.end(), id,
                                     [](const Rule &rule, std::string_view wanted) { return rule.id < wanted; });
    return at != m_rules.end() && at->id == id ? &*at : nullptr;
}

std::vector<std::pair<std::string, std::string>> namedArguments(const std::vector<Rule> &rules)
{
    std::vector<std::pair<std::string, std::string>> named;
    for (const Rule &rule : rules) {
        // Below `each` paths begin at the element, and what a whole configuration is asked about is no argument.
        if (!rule.each.empty() || rule.isForConfiguration())
            continue;
        for (const std::string &resource : rule.resources) {
            for (const std::string &path : rule.at)
                named.emplace_back(resource, path);
            for (const auto &[path, value] : rule.fix.set)
                named.emplace_back(resource, path);
        }
    }
    std::sort(named.begin(), named.end());
    named.erase(std::unique(named.begin(), named.end()), named.end());
    return named;
}

} // namespace drydock::policy
