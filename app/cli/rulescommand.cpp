// SPDX-License-Identifier: MIT
#include "app/cli/rulescommand.h"

#include "app/cli/documents.h"
#include "app/cli/texttable.h"
#include "core/base/glob.h"
#include "core/policy/ruleset.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace drydock::cli {

void RulesCommand::configure(CommandOptions options)
{
    options.add("GLOB", m_filter, "Only rules whose id matches, for example aws-s3-*").showDefault();
    options.add("--format", m_format, "text or json").choices({"text", "json"}).showDefault();
}

static nlohmann::ordered_json documentOf(const policy::Rule &rule)
{
    return {{"id", rule.id},
            {"title", rule.title},
            {"severity", policy::severityName(rule.severity)},
            {"resources", rule.resources},
            {"references", rule.references},
            {"tags", rule.tags},
            {"fix", rule.fix.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(rule.fix.title)},
            {"article", rule.article()}};
}

static std::string referencesText(const policy::Rule &rule)
{
    std::string text;
    for (const auto &[source, ids] : rule.references)
        for (const std::string &id : ids)
            text += (text.empty() ? "" : ", ") + (source == "cis" ? "CIS " + id : id);
    return text;
}

int RulesCommand::run(Console &console)
{
    const auto rules = policy::RuleSet::shipped();
    if (!rules)
        return report(console, rules.error());
    auto documents = nlohmann::ordered_json::array();
    TextTable table({Align::Left, Align::Left, Align::Left, Align::Left});
    for (const policy::Rule &rule : rules->rules()) {
        if (!globMatches(m_filter, rule.id))
            continue;
        documents.push_back(documentOf(rule));
        table.add({std::string(policy::severityName(rule.severity)), rule.id, rule.title, referencesText(rule)});
    }
    if (documents.empty())
        console.err << "No rule has an id like " << m_filter << ".\n";
    if (m_format == "json")
        console.out << documentText(documents);
    else
        table.print(console.out);
    return Success;
}

} // namespace drydock::cli
