// SPDX-License-Identifier: MIT
#include "core/policy/rulefile.h"

#include "core/base/identifier.h"
#include "core/policy/yamlnode.h"

#include <algorithm>

namespace drydock::policy {

namespace {

class RuleFileParser
{
public:
    explicit RuleFileParser(const std::string &fileName)
        : m_reader(fileName, "rule.invalid")
        , m_file(fileName)
    {
    }

    Result<std::vector<Rule>> parse(std::string_view text)
    {
        auto root = m_reader.parse(text);
        if (!root)
            return tl::unexpected(root.error());
        if (auto known = m_reader.checkKeys(*root, "A rule file", {"definitions", "rules"}); !known)
            return tl::unexpected(known.error());
        const YamlNode *list = root->find("rules");
        if (list == nullptr || list->kind != YamlNode::Kind::Sequence || list->items.empty())
            return m_reader.wrong(list == nullptr ? *root : *list, "A rule file needs a list `rules`.");
        std::vector<Rule> rules;
        for (const YamlNode &node : list->items) {
            auto read = rule(node);
            if (!read)
                return tl::unexpected(read.error());
            rules.push_back(std::move(*read));
        }
        return rules;
    }

private:
    Result<Rule> rule(const YamlNode &node)
    {
        auto known = m_reader.checkKeys(node, "A rule",
                                        {"id", "title", "severity", "resource", "let", "when", "each", "require",
                                         "deny", "message", "at", "fix", "references", "tags"});
        if (!known)
            return tl::unexpected(known.error());
        for (const std::string_view needed : {"id", "title", "severity", "resource", "message"})
            if (node.find(needed) == nullptr)
                return m_reader.wrong(node, "The rule has no " + std::string(needed) + ".");
        if ((node.find("require") == nullptr) == (node.find("deny") == nullptr))
            return m_reader.wrong(node, "A rule has exactly one of require and deny.",
                                  "require: true is a pass. deny: true is a finding.");
        Rule rule;
        rule.file = m_file;
        rule.line = node.line;
        for (const YamlField &field : node.fields)
            if (auto read = section(rule, field.key.scalar, field.value); !read)
                return tl::unexpected(read.error());
        return rule;
    }

    Result<> section(Rule &rule, const std::string &key, const YamlNode &value)
    {
        if (key == "id")
            return identifier(rule, value);
        if (key == "title")
            return assign(rule.title, m_reader.text(value, "title"));
        if (key == "severity")
            return severity(rule, value);
        if (key == "resource")
            return assign(rule.resources, m_reader.texts(value, "resource"));
        if (key == "let")
            return expressions(rule.let, value, "let");
        if (key == "at")
            return assign(rule.at, m_reader.texts(value, "at"));
        if (key == "tags")
            return assign(rule.tags, m_reader.texts(value, "tags"));
        if (key == "fix")
            return fix(rule.fix, value);
        if (key == "references")
            return references(rule, value);
        return assign(target(rule, key), expression(value, key));
    }

    static RuleText &target(Rule &rule, const std::string &key)
    {
        return key == "when"      ? rule.when
               : key == "each"    ? rule.each
               : key == "require" ? rule.require
               : key == "deny"    ? rule.deny
                                  : rule.message;
    }

    Result<> identifier(Rule &rule, const YamlNode &value)
    {
        if (!checkSlug(value.scalar) || std::count(value.scalar.begin(), value.scalar.end(), '-') < 2)
            return m_reader.wrong(value, "\"" + value.scalar + "\" is no id for a rule.",
                                  "Use provider-service-what in lower case, for example aws-s3-bucket-https-only.");
        rule.id = value.scalar;
        return {};
    }

    Result<> severity(Rule &rule, const YamlNode &value)
    {
        const auto named = severityFromName(value.scalar);
        if (!named)
            return m_reader.wrong(value, "\"" + value.scalar + "\" is not a severity.",
                                  "Use low, medium, high or critical.");
        rule.severity = *named;
        return {};
    }

    Result<RuleText> expression(const YamlNode &node, const std::string &key)
    {
        // `require: true` is a YAML boolean but the same text.
        if (node.kind != YamlNode::Kind::Scalar || node.scalar.find_first_not_of(" \t\r\n") == std::string::npos)
            return m_reader.wrong(node, key + " must be an HCL expression.",
                                  "Write long ones below `" + key + ": >-`.");
        return RuleText{node.scalar, node.line, node.column};
    }

    Result<> expressions(std::vector<std::pair<std::string, RuleText>> &target, const YamlNode &node,
                         const std::string &what)
    {
        if (node.kind != YamlNode::Kind::Mapping)
            return m_reader.wrong(node, what + " must map names to HCL expressions.");
        for (const YamlField &field : node.fields) {
            auto text = expression(field.value, what + "." + field.key.scalar);
            if (!text)
                return tl::unexpected(text.error());
            target.emplace_back(field.key.scalar, std::move(*text));
        }
        return {};
    }

    Result<> fix(RuleFix &fix, const YamlNode &node)
    {
        if (auto known = m_reader.checkKeys(node, "fix", {"title", "when", "set", "remove", "append"}); !known)
            return known;
        const YamlNode *title = node.find("title");
        if (title == nullptr)
            return m_reader.wrong(node, "A fix needs a title.");
        if (auto read = assign(fix.title, m_reader.text(*title, "title")); !read)
            return read;
        if (const YamlNode *set = node.find("set"); set != nullptr)
            if (auto read = expressions(fix.set, *set, "set"); !read)
                return read;
        if (const YamlNode *remove = node.find("remove"); remove != nullptr)
            if (auto read = assign(fix.remove, m_reader.texts(*remove, "remove")); !read)
                return read;
        if (const YamlNode *when = node.find("when"); when != nullptr)
            if (auto read = assign(fix.when, expression(*when, "when")); !read)
                return read;
        if (fix.empty() && node.find("append") == nullptr)
            return m_reader.wrong(node, "A fix needs at least one of set, remove and append.");
        const YamlNode *append = node.find("append");
        return append == nullptr ? Result<>() : assign(fix.append, expression(*append, "append"));
    }

    Result<> references(Rule &rule, const YamlNode &node)
    {
        if (node.kind != YamlNode::Kind::Mapping)
            return m_reader.wrong(node, "references must map a source to a list of ids.",
                                  "For example {cis: [2.1.1]}.");
        for (const YamlField &field : node.fields)
            if (auto read = assign(rule.references[field.key.scalar], m_reader.texts(field.value, field.key.scalar));
                !read)
                return read;
        return {};
    }

    template <typename T>
    static Result<> assign(T &target, Result<T> value)
    {
        if (!value)
            return tl::unexpected(value.error());
        target = std::move(*value);
        return {};
    }

    YamlReader m_reader;
    std::string m_file;
};

} // namespace

Result<std::vector<Rule>> parseRuleFile(std::string_view text, const std::string &fileName)
{
    return RuleFileParser(fileName).parse(text);
}

} // namespace drydock::policy
