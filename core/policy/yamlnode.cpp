// SPDX-License-Identifier: MIT
#include "core/policy/yamlnode.h"

#include "core/hcl/yamlguard.h"

#include <nlohmann/json.hpp>
#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <charconv>
#include <numeric>

namespace drydock::policy {

static constexpr std::size_t maximumBytes = 8U << 20U;
static constexpr std::size_t maximumNodes = 200'000;
static constexpr unsigned maximumDepth = 64;

namespace {

// Thrown and caught in this file only: yaml-cpp reports with exceptions too.
struct Refused
{
    YAML::Mark mark;
    std::string message;
};

class Converter
{
public:
    YamlNode convert(const YAML::Node &from, unsigned depth)
    {
        if (++m_nodes > maximumNodes)
            throw Refused{from.Mark(), "the document has more than 200,000 nodes once its aliases are resolved"};
        if (depth > maximumDepth)
            throw Refused{from.Mark(), "the document is nested more than 64 levels deep"};
        YamlNode node;
        node.line = static_cast<std::uint32_t>(from.Mark().line + 1);
        node.column = static_cast<std::uint32_t>(from.Mark().column + 1);
        if (from.IsScalar())
            convertScalar(from, node);
        else if (from.IsSequence())
            convertSequence(from, node, depth);
        else if (from.IsMap())
            convertMapping(from, node, depth);
        return node;
    }

private:
    static void convertScalar(const YAML::Node &from, YamlNode &node)
    {
        // `deny: !enabled(x)` is a tag to YAML and would silently lose its beginning.
        if (from.Tag().size() > 1 && from.Tag()[0] == '!')
            throw Refused{from.Mark(), "a text that starts with `!` must be quoted, or stand below `>-`"};
        node.kind = YamlNode::Kind::Scalar;
        node.scalar = from.Scalar();
        node.quoted = from.Tag() == "!";
    }

    void convertSequence(const YAML::Node &from, YamlNode &node, unsigned depth)
    {
        node.kind = YamlNode::Kind::Sequence;
        for (const auto &item : from)
            node.items.push_back(convert(item, depth + 1));
    }

    void convertMapping(const YAML::Node &from, YamlNode &node, unsigned depth)
    {
        node.kind = YamlNode::Kind::Mapping;
        for (const auto &field : from) {
            if (!field.first.IsScalar())
                throw Refused{field.first.Mark(), "a key must be a plain text"};
            if (node.find(field.first.Scalar()) != nullptr)
                throw Refused{field.first.Mark(), "the key \"" + field.first.Scalar() + "\" is there twice"};
            YamlNode key = convert(field.first, depth + 1);
            node.fields.push_back({std::move(key), convert(field.second, depth + 1)});
        }
    }

    std::size_t m_nodes = 0;
};

} // namespace

static std::string place(const std::string &file, const YAML::Mark &mark)
{
    if (mark.is_null())
        return file;
    return file + ":" + std::to_string(mark.line + 1) + ":" + std::to_string(mark.column + 1);
}

const YamlNode *YamlNode::find(std::string_view key) const
{
    for (const YamlField &field : fields)
        if (field.key.scalar == key)
            return &field.value;
    return nullptr;
}

YamlReader::YamlReader(std::string fileName, std::string code)
    : m_file(std::move(fileName))
    , m_code(std::move(code))
{
}

Result<YamlNode> YamlReader::parse(std::string_view text) const
{
    if (text.size() > maximumBytes)
        return failure(m_code, "The file is larger than 8 MiB.", m_file);
    if (const auto problem = hcl::yamlProblem(text))
        return failure(m_code, "Not usable as YAML: " + problem->message + ".",
                       m_file + ":" + std::to_string(problem->line) + ":" + std::to_string(problem->column),
                       problem->hint);
    try {
        return Converter().convert(YAML::Load(std::string(text)), 0);
    } catch (const YAML::DeepRecursion &error) {
        return failure(m_code, "Not usable as YAML: the document is nested more than 500 levels deep.",
                       place(m_file, error.mark));
    } catch (const Refused &refused) {
        return failure(m_code, "Not usable as YAML: " + refused.message + ".", place(m_file, refused.mark));
    } catch (const YAML::Exception &error) {
        return failure(
            m_code, "Not valid YAML: " + error.msg + ".", place(m_file, error.mark),
            "Check the indentation (blanks, no tabs), and quote texts that hold `: `, `#` or start with `*`, "
            "`[` or `{`.");
    }
}

Failure YamlReader::wrong(const YamlNode &node, std::string message, std::string hint) const
{
    std::string at = m_file;
    if (node.line > 0)
        at += ":" + std::to_string(node.line) + ":" + std::to_string(node.column);
    return failure(m_code, std::move(message), std::move(at), std::move(hint));
}

static std::string joined(const std::vector<std::string> &words)
{
    return std::accumulate(
        words.begin(), words.end(), std::string(),
        [](const std::string &all, const std::string &word) { return all.empty() ? word : all + ", " + word; });
}

Result<> YamlReader::checkKeys(const YamlNode &node, std::string_view what,
                               std::initializer_list<std::string_view> allowed) const
{
    if (node.kind != YamlNode::Kind::Mapping)
        return wrong(node, std::string(what) + " must be a mapping of keys to values.");
    for (const YamlField &field : node.fields) {
        if (std::find(allowed.begin(), allowed.end(), field.key.scalar) != allowed.end())
            continue;
        const std::vector<std::string> candidates(allowed.begin(), allowed.end());
        const std::string near = nearest(field.key.scalar, candidates);
        return wrong(field.key, std::string(what) + " has no key \"" + field.key.scalar + "\".",
                     near.empty() ? "Known keys: " + joined(candidates) + "." : "Did you mean \"" + near + "\"?");
    }
    return {};
}

Result<std::string> YamlReader::text(const YamlNode &node, std::string_view what) const
{
    if (node.kind != YamlNode::Kind::Scalar || node.scalar.empty())
        return wrong(node, std::string(what) + " must be a text that is not empty.");
    return node.scalar;
}

Result<std::vector<std::string>> YamlReader::texts(const YamlNode &node, std::string_view what) const
{
    std::vector<std::string> result;
    if (node.kind == YamlNode::Kind::Scalar) {
        result.push_back(node.scalar);
        return result;
    }
    if (node.kind != YamlNode::Kind::Sequence)
        return wrong(node, std::string(what) + " must be a list of texts.", "For example [one, two].");
    for (const YamlNode &item : node.items) {
        auto one = text(item, "Each entry of " + std::string(what));
        if (!one)
            return tl::unexpected(one.error());
        result.push_back(std::move(*one));
    }
    return result;
}

static nlohmann::json scalarJson(const YamlNode &node)
{
    const std::string &text = node.scalar;
    if (node.quoted)
        return text;
    if (text.empty() || text == "~" || text == "null")
        return nullptr;
    if (text == "true" || text == "false")
        return text == "true";
    std::int64_t whole = 0;
    const char *end = text.data() + text.size();
    if (const auto [stop, code] = std::from_chars(text.data(), end, whole); code == std::errc() && stop == end)
        return whole;
    double real = 0;
    if (const auto [stop, code] = std::from_chars(text.data(), end, real);
        code == std::errc() && stop == end && text.find_first_not_of("+-.0123456789eE") == std::string::npos)
        return real;
    return text;
}

static nlohmann::json toJson(const YamlNode &node)
{
    switch (node.kind) {
    case YamlNode::Kind::Scalar:
        return scalarJson(node);
    case YamlNode::Kind::Sequence: {
        auto list = nlohmann::json::array();
        for (const YamlNode &item : node.items)
            list.push_back(toJson(item));
        return list;
    }
    case YamlNode::Kind::Mapping: {
        auto object = nlohmann::json::object();
        for (const YamlField &field : node.fields)
            object[field.key.scalar] = toJson(field.value);
        return object;
    }
    case YamlNode::Kind::Null:
        break;
    }
    return nullptr;
}

std::string YamlReader::json(const YamlNode &node)
{
    return toJson(node).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

static std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

std::string nearest(std::string_view word, const std::vector<std::string> &candidates)
{
    std::string best;
    std::size_t least = 1 + std::max<std::size_t>(1, word.size() / 3);
    for (const std::string &candidate : candidates) {
        const std::size_t steps = distance(word.substr(0, 64), candidate);
        if (steps < least) {
            least = steps;
            best = candidate;
        }
    }
    return best;
}

} // namespace drydock::policy
