// SPDX-License-Identifier: MIT
#include "core/generator/yamlnode.h"

#include "core/base/filereader.h"
#include "core/hcl/suggestion.h"
#include "core/hcl/yamlguard.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace drydock::generator {

struct YamlNode::Content
{
    YAML::Node node;
    std::string file;
};

YamlNode::YamlNode(std::shared_ptr<const Content> content)
    : m_content(std::move(content))
{
}

static std::string place(const std::string &file, const YAML::Mark &mark)
{
    return file + ":" + std::to_string(mark.line + 1);
}

Result<YamlNode> YamlNode::load(const std::filesystem::path &file)
{
    auto text = readFile(file, 4U << 20U);
    if (!text)
        return tl::unexpected(text.error());
    if (const auto problem = hcl::yamlProblem(*text))
        return failure("generator.yaml", "The file is not YAML: " + problem->message + ".",
                       file.string() + ":" + std::to_string(problem->line), problem->hint);
    try {
        return YamlNode(std::make_shared<const Content>(Content{YAML::Load(*text), file.string()}));
    } catch (const YAML::Exception &error) {
        return failure("generator.yaml", "The file is not YAML: " + error.msg + ".", place(file.string(), error.mark));
    }
}

/// The child, or an undefined node.
static YAML::Node child(const YAML::Node &node, const std::string &key)
{
    return node.IsMap() ? node[key] : YAML::Node(YAML::NodeType::Undefined);
}

bool YamlNode::has(const std::string &key) const
{
    const YAML::Node node = child(m_content->node, key);
    return node.IsDefined() && !node.IsNull();
}

int YamlNode::line(const std::string &key) const
{
    const YAML::Node node = child(m_content->node, key);
    return (node.IsDefined() ? node.Mark() : m_content->node.Mark()).line + 1;
}

Failure YamlNode::wrong(const std::string &key, const std::string &what) const
{
    return failure("generator.yaml", "`" + key + "`: " + what + (what.ends_with('.') ? "" : "."),
                   m_content->file + ":" + std::to_string(line(key)));
}

std::optional<std::string> YamlNode::text() const
{
    return m_content->node.IsScalar() ? std::optional(m_content->node.Scalar()) : std::nullopt;
}

std::string YamlNode::text(const std::string &key, const std::string &otherwise) const
{
    const YAML::Node node = child(m_content->node, key);
    return node.IsDefined() && node.IsScalar() ? node.Scalar() : otherwise;
}

Result<std::string> YamlNode::requiredText(const std::string &key) const
{
    std::string found = text(key, "");
    if (found.empty())
        return wrong(key, has(key) ? "a text is required" : "is missing");
    while (found.ends_with('\n'))
        found.pop_back();
    return found;
}

Result<std::vector<YamlNode>> YamlNode::list(const std::string &key) const
{
    std::vector<YamlNode> entries;
    if (!has(key))
        return entries;
    const YAML::Node node = child(m_content->node, key);
    if (!node.IsSequence())
        return wrong(key, "a list is required");
    for (const auto &entry : node)
        entries.push_back(YamlNode(std::make_shared<const Content>(Content{entry, m_content->file})));
    return entries;
}

Result<std::vector<std::string>> YamlNode::texts(const std::string &key) const
{
    auto entries = list(key);
    if (!entries)
        return tl::unexpected(entries.error());
    std::vector<std::string> all;
    for (const YamlNode &entry : *entries) {
        const auto one = entry.text();
        if (!one)
            return wrong(key, "a list of texts is required");
        all.push_back(*one);
    }
    return all;
}

static hcl::Value valueOf(const YAML::Node &node)
{
    if (node.IsSequence()) {
        std::vector<hcl::Value> elements;
        for (const auto &entry : node)
            elements.push_back(valueOf(entry));
        return hcl::Value::tuple(std::move(elements));
    }
    if (node.IsMap()) {
        hcl::Fields fields;
        for (const auto &entry : node)
            fields.push_back({entry.first.Scalar(), valueOf(entry.second)});
        return hcl::Value::object(std::move(fields));
    }
    return node.IsScalar() ? hcl::Value::string(node.Scalar()) : hcl::Value();
}

hcl::Value YamlNode::value(const std::string &key) const
{
    return valueOf(child(m_content->node, key));
}

Result<> YamlNode::only(std::initializer_list<const char *> keys) const
{
    const YAML::Node &node = m_content->node;
    if (!node.IsMap())
        return failure("generator.yaml", "A mapping is required here.", place(m_content->file, node.Mark()));
    const std::vector<std::string> known(keys.begin(), keys.end());
    for (const auto &entry : node) {
        const std::string key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
        if (std::ranges::find(known, key) == known.end())
            return failure("generator.yaml", "`" + key + "` means nothing here.",
                           place(m_content->file, entry.first.Mark()), hcl::suggestion(key, known));
    }
    return {};
}

} // namespace drydock::generator
