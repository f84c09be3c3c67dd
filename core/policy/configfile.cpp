// SPDX-License-Identifier: MIT
#include "core/policy/configfile.h"

#include "core/base/filereader.h"
#include "core/base/glob.h"
#include "core/policy/yamlnode.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace drydock::policy {

static constexpr std::string_view severityHint = "Use low, medium, high or critical.";

namespace {

/// Reads one document into one ReviewConfig, section by section.
class ConfigParser
{
public:
    explicit ConfigParser(const std::string &fileName)
        : m_reader(fileName, "config.invalid")
        , m_fileName(fileName)
    {
    }

    Result<ReviewConfig> parse(std::string_view text)
    {
        auto root = m_reader.parse(text);
        if (!root)
            return tl::unexpected(root.error());
        m_config.file = m_fileName;
        if (root->kind == YamlNode::Kind::Null)
            return m_config;
        auto known =
            m_reader.checkKeys(*root, "tfreview.yaml",
                               {"version", "fail_on", "fail_on_unreadable", "thresholds", "disable", "severity",
                                "waivers", "required_tags", "exclude", "variable_files", "baseline", "settings"});
        if (!known)
            return tl::unexpected(known.error());
        for (const YamlField &field : root->fields)
            if (auto done = section(field.key.scalar, field.value); !done)
                return tl::unexpected(done.error());
        mergeSettings();
        return m_config;
    }

private:
    Result<> section(const std::string &key, const YamlNode &value)
    {
        // An empty section (`waivers:` with nothing below) says nothing, which is fine.
        if (value.kind == YamlNode::Kind::Null)
            return {};
        if (key == "version")
            return value.scalar == "1" ? Result<>()
                                       : m_reader.wrong(value, "Only version 1 of tfreview.yaml is known.");
        if (key == "fail_on")
            return failOn(value);
        if (key == "fail_on_unreadable")
            return failOnUnreadable(value);
        if (key == "thresholds")
            return thresholds(value);
        if (key == "severity")
            return severities(value);
        if (key == "waivers")
            return waivers(value);
        if (key == "settings")
            return settings(value);
        if (key == "baseline")
            return assign(m_config.baseline, m_reader.text(value, "baseline"));
        if (key == "disable")
            return assign(m_config.disabledRules, m_reader.texts(value, "disable"));
        if (key == "required_tags")
            return assign(m_config.requiredTags, m_reader.texts(value, "required_tags"));
        if (key == "exclude")
            return assign(m_config.exclude, m_reader.texts(value, "exclude"));
        return assign(m_config.variableFiles, m_reader.texts(value, "variable_files"));
    }

    template <typename T>
    static Result<> assign(T &target, Result<T> value)
    {
        if (!value)
            return tl::unexpected(value.error());
        target = std::move(*value);
        return {};
    }

    /// What stands at a place where one word should, for a message.
    static std::string written(const YamlNode &node)
    {
        switch (node.kind) {
        case YamlNode::Kind::Sequence:
            return "a list";
        case YamlNode::Kind::Mapping:
            return "a mapping";
        case YamlNode::Kind::Null:
            return "nothing";
        case YamlNode::Kind::Scalar:
            break;
        }
        return "\"" + node.scalar + "\"";
    }

    Result<Severity> severity(const YamlNode &node)
    {
        if (auto named = severityFromName(node.scalar); named && node.kind == YamlNode::Kind::Scalar)
            return *named;
        {
            std::string what = written(node);
            what.front() = what.front() == 'a' ? 'A' : what.front();
            return m_reader.wrong(node, what + " is not a severity.", std::string(severityHint));
        }
    }

    Result<> failOn(const YamlNode &node)
    {
        if (node.kind == YamlNode::Kind::Scalar && node.scalar == "none") {
            m_config.gate.failOn.reset();
            return {};
        }
        auto named = severity(node);
        if (!named)
            return m_reader.wrong(node, "fail_on must be a severity or none, not " + written(node) + ".",
                                  "Use low, medium, high, critical or none.");
        m_config.gate.failOn = *named;
        return {};
    }

    Result<> failOnUnreadable(const YamlNode &node)
    {
        if (node.kind != YamlNode::Kind::Scalar || (node.scalar != "true" && node.scalar != "false"))
            return m_reader.wrong(node, "fail_on_unreadable must be true or false, not " + written(node) + ".",
                                  "With true, a file that cannot be read or parsed fails the gate.");
        m_config.gate.onUnreadable = node.scalar == "true" ? OnUnreadable::Fail : OnUnreadable::Tell;
        return {};
    }

    Result<> thresholds(const YamlNode &node)
    {
        if (auto known = m_reader.checkKeys(node, "thresholds", {"low", "medium", "high", "critical"}); !known)
            return known;
        for (const YamlField &field : node.fields) {
            const std::string &text = field.value.scalar;
            std::uint32_t most = 0;
            const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), most);
            if (text.empty() || code != std::errc() || end != text.data() + text.size())
                return m_reader.wrong(field.value,
                                      "The threshold of " + field.key.scalar + " must be a whole number from 0.",
                                      "It is the most open findings of that severity that still pass.");
            m_config.gate.thresholds[*severityFromName(field.key.scalar)] = most;
        }
        return {};
    }

    Result<> severities(const YamlNode &node)
    {
        if (node.kind != YamlNode::Kind::Mapping)
            return m_reader.wrong(node, "severity must map rules to severities.", "For example `aws-s3-*: critical`.");
        for (const YamlField &field : node.fields) {
            auto named = severity(field.value);
            if (!named)
                return tl::unexpected(named.error());
            m_config.severities.emplace_back(field.key.scalar, *named);
        }
        return {};
    }

    Result<> waivers(const YamlNode &node)
    {
        if (node.kind != YamlNode::Kind::Sequence)
            return m_reader.wrong(node, "waivers must be a list.", "Start each waiver with `- rule: …`.");
        for (const YamlNode &item : node.items)
            if (auto read = waiver(item); !read)
                return read;
        return {};
    }

    Result<> waiver(const YamlNode &node)
    {
        auto known = m_reader.checkKeys(node, "A waiver", {"rule", "resource", "file", "reason", "owner", "expires"});
        if (!known)
            return known;
        for (const std::string_view needed : {"rule", "reason"})
            if (const YamlNode *value = node.find(needed); value == nullptr || value->scalar.empty())
                return m_reader.wrong(node, "A waiver needs a " + std::string(needed) + ".",
                                      "Write who accepted what and why, for example `" + std::string(needed) + ": …`.");
        Waiver waiver;
        for (const auto &[key, target] :
             {std::pair("rule", &waiver.rule), std::pair("resource", &waiver.resource), std::pair("file", &waiver.file),
              std::pair("reason", &waiver.reason), std::pair("owner", &waiver.owner)})
            if (const YamlNode *value = node.find(key); value != nullptr)
                if (auto read = assign(*target, m_reader.text(*value, key)); !read)
                    return read;
        if (const YamlNode *value = node.find("expires"); value != nullptr)
            if (auto read = expiry(*value, waiver); !read)
                return read;
        waiver.range.file = m_fileName;
        waiver.range.line = waiver.range.endLine = node.line;
        waiver.range.column = waiver.range.endColumn = node.column;
        m_config.waivers.push_back(std::move(waiver));
        return {};
    }

    Result<> expiry(const YamlNode &node, Waiver &waiver)
    {
        auto time = parseTimestamp(node.scalar);
        if (!time)
            return m_reader.wrong(node, "expires must be a date, not \"" + node.scalar + "\".",
                                  "Write it as 2027-01-31: the waiver holds to the end of that day (UTC).");
        constexpr std::size_t dateLength = 10;
        if (node.scalar.size() == dateLength)
            *time += std::chrono::hours(24) - std::chrono::milliseconds(1);
        waiver.expires = *time;
        return {};
    }

    Result<> settings(const YamlNode &node)
    {
        if (node.kind != YamlNode::Kind::Mapping)
            return m_reader.wrong(node, "settings must be a mapping of names to values.");
        m_config.settings = YamlReader::json(node);
        return {};
    }

    void mergeSettings()
    {
        auto settings = nlohmann::json::parse(m_config.settings);
        settings["required_tags"] = m_config.requiredTags;
        m_config.settings = settings.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }

    YamlReader m_reader;
    std::string m_fileName;
    ReviewConfig m_config;
};

} // namespace

bool ReviewConfig::disables(std::string_view ruleId) const
{
    return std::any_of(disabledRules.begin(), disabledRules.end(),
                       [&](const std::string &pattern) { return globMatches(pattern, ruleId); });
}

Severity ReviewConfig::severityOf(std::string_view ruleId, Severity otherwise) const
{
    for (auto at = severities.rbegin(); at != severities.rend(); ++at)
        if (globMatches(at->first, ruleId))
            return at->second;
    return otherwise;
}

bool ReviewConfig::excludes(std::string_view relativeFile) const
{
    return std::any_of(exclude.begin(), exclude.end(), [&](const std::string &pattern) {
        // `examples` and `examples/` mean everything below, as in a .gitignore.
        const std::string_view bare = std::string_view(pattern).substr(0, pattern.find_last_not_of('/') + 1);
        return globMatches(pattern, relativeFile) || globMatches(std::string(bare) + "/**", relativeFile);
    });
}

Result<ReviewConfig> parseReviewConfig(std::string_view text, const std::string &fileName)
{
    return ConfigParser(fileName).parse(text);
}

Result<ReviewConfig> loadReviewConfig(const std::optional<std::filesystem::path> &named,
                                      const std::filesystem::path &root)
{
    const std::filesystem::path file = named ? *named : root / "tfreview.yaml";
    std::error_code ignored;
    if (!named && !std::filesystem::exists(file, ignored)) {
        ReviewConfig config;
        config.settings = R"({"required_tags":[]})";
        return config;
    }
    auto text = readFile(file);
    if (!text)
        return tl::unexpected(text.error());
    return parseReviewConfig(*text, file.string());
}

} // namespace drydock::policy
