// SPDX-License-Identifier: MIT
#include "core/base/atomicfile.h"
#include "core/base/filereader.h"
#include "core/policy/ruleset.h"

#include <nlohmann/json.hpp>

namespace drydock::policy {

using Json = nlohmann::ordered_json;

static constexpr int packVersion = 1;

namespace {

// Thrown by the accessors below and caught in loadPack().
struct PackError
{
    std::string message;
};

} // namespace

static Json pairsJson(const std::vector<std::pair<std::string, RuleText>> &pairs)
{
    Json list = Json::array();
    for (const auto &[name, text] : pairs)
        list.push_back(Json::array({name, text.text}));
    return list;
}

static Json ruleJson(const Rule &rule)
{
    Json json{{"id", rule.id},
              {"title", rule.title},
              {"severity", severityName(rule.severity)},
              {"resource", rule.resources},
              {"message", rule.message.text}};
    const auto put = [&json](const char *key, const auto &value) {
        if (!value.empty())
            json[key] = value;
    };
    put("let", pairsJson(rule.let));
    put("when", rule.when.text);
    put("each", rule.each.text);
    put("require", rule.require.text);
    put("deny", rule.deny.text);
    put("at", rule.at);
    put("references", rule.references);
    put("tags", rule.tags);
    if (!rule.fix.empty())
        json["fix"] = Json{{"title", rule.fix.title},
                           {"when", rule.fix.when.text},
                           {"set", pairsJson(rule.fix.set)},
                           {"remove", rule.fix.remove},
                           {"append", rule.fix.append.text}};
    return json;
}

static std::string text(const Json &object, const char *key)
{
    const auto at = object.find(key);
    if (at == object.end())
        return {};
    if (!at->is_string())
        throw PackError{std::string("\"") + key + "\" is not a text"};
    return at->get<std::string>();
}

static std::vector<std::pair<std::string, RuleText>> pairs(const Json &object, const char *key)
{
    std::vector<std::pair<std::string, RuleText>> result;
    for (const Json &pair : object.value(key, Json::array()))
        result.emplace_back(pair.at(0).get<std::string>(), RuleText{pair.at(1).get<std::string>()});
    return result;
}

static Rule readRule(const Json &json, const std::string &file)
{
    Rule rule;
    rule.id = text(json, "id");
    rule.title = text(json, "title");
    const auto severity = severityFromName(text(json, "severity"));
    if (rule.id.empty() || !severity)
        throw PackError{"a rule has no id or no severity"};
    rule.severity = *severity;
    rule.resources = json.at("resource").get<std::vector<std::string>>();
    rule.let = pairs(json, "let");
    for (const auto &[key, target] :
         {std::pair("when", &rule.when), std::pair("each", &rule.each), std::pair("require", &rule.require),
          std::pair("deny", &rule.deny), std::pair("message", &rule.message)})
        target->text = text(json, key);
    rule.at = json.value("at", std::vector<std::string>());
    rule.tags = json.value("tags", std::vector<std::string>());
    rule.references = json.value("references", std::map<std::string, std::vector<std::string>>());
    if (const auto fix = json.find("fix"); fix != json.end()) {
        rule.fix.title = text(*fix, "title");
        rule.fix.when.text = text(*fix, "when");
        rule.fix.set = pairs(*fix, "set");
        rule.fix.remove = fix->value("remove", std::vector<std::string>());
        rule.fix.append.text = text(*fix, "append");
    }
    rule.file = file;
    return rule;
}

Result<> RuleSet::writePack(const std::filesystem::path &file) const
{
    Json list = Json::array();
    for (const Rule &rule : m_rules)
        list.push_back(ruleJson(rule));
    return writeFileAtomically(file, Json{{"version", packVersion}, {"rules", std::move(list)}}.dump());
}

Result<RuleSet> RuleSet::loadPack(const std::filesystem::path &file)
{
    auto content = readFile(file);
    if (!content)
        return tl::unexpected(content.error());
    const std::string hint = "Build Drydock anew, or install it again.";
    try {
        const Json document = Json::parse(*content);
        if (document.value("version", 0) != packVersion)
            return failure("rules.pack-version", "The rule pack was made for another version of Drydock.",
                           file.string(), hint);
        std::vector<Rule> rules;
        for (const Json &rule : document.at("rules"))
            rules.push_back(readRule(rule, file.string()));
        return create(std::move(rules));
    } catch (const Json::exception &error) {
        return failure("rules.pack-invalid", std::string("The rule pack cannot be read: ") + error.what() + ".",
                       file.string(), hint);
    } catch (const PackError &error) {
        return failure("rules.pack-invalid", "The rule pack cannot be read: " + error.message + ".", file.string(),
                       hint);
    }
}

} // namespace drydock::policy
