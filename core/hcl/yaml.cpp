// SPDX-License-Identifier: MIT
#include "core/hcl/yaml.h"

#include "core/hcl/conversion.h"
#include "core/hcl/unicode.h"
#include "core/hcl/yamlguard.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>

namespace drydock::hcl {

namespace {

/// Turns nodes into values. Aliases are expanded, so the number of nodes is bounded too.
class YamlReader
{
public:
    Result<Value> read(const YAML::Node &node, std::uint32_t depth);

private:
    static Failure wrong(const YAML::Mark &mark, const std::string &what);
    static Value scalar(const YAML::Node &node);
    Result<Value> mapping(const YAML::Node &node, std::uint32_t depth);
    Result<Value> sequence(const YAML::Node &node, std::uint32_t depth);

    static constexpr std::uint32_t maximumDepth = 256;
    static constexpr std::size_t maximumNodes = 1'000'000;
    std::size_t m_nodes = 0;
};

} // namespace

Failure YamlReader::wrong(const YAML::Mark &mark, const std::string &what)
{
    return failure("hcl.yaml", "on line " + std::to_string(mark.line + 1) + ", column " +
                                   std::to_string(mark.column + 1) + ": " + what);
}

static bool isOneOf(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::ranges::find(words, text) != words.end();
}

static std::optional<Number> yamlNumber(std::string_view text)
{
    const bool sign = !text.empty() && (text.front() == '-' || text.front() == '+');
    const std::string_view digits = text.substr(sign ? 1 : 0);
    const std::string minus = text.starts_with('-') ? "-" : "";
    if (digits.starts_with("0x"))
        return Number::parseInteger(minus + std::string(digits.substr(2)), 16);
    if (digits.starts_with("0o"))
        return Number::parseInteger(minus + std::string(digits.substr(2)), 8);
    if (digits.starts_with("0b"))
        return Number::parseInteger(minus + std::string(digits.substr(2)), 2);
    if (digits.empty() || (std::isdigit(static_cast<unsigned char>(digits[0])) == 0 && digits[0] != '.'))
        return std::nullopt;
    std::string plain(text.starts_with('+') ? digits : text);
    if (plain.ends_with('.'))
        plain += '0';
    return Number::parse(plain);
}

/// A date alone is a timestamp, which Terraform gives back in full.
static bool isDate(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (i != 4 && i != 7 && (text[i] < '0' || text[i] > '9'))
            return false;
    return true;
}

Value YamlReader::scalar(const YAML::Node &node)
{
    const std::string &text = node.Scalar();
    const std::string &tag = node.Tag();
    if (tag == "!" || tag == "tag:yaml.org,2002:str")
        return Value::string(normalized(text));
    if (isOneOf(text, {"", "~", "null", "Null", "NULL"}))
        return {};
    if (isOneOf(text, {"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", "y", "Y"}))
        return Value::boolean(true);
    if (isOneOf(text, {"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", "n", "N"}))
        return Value::boolean(false);
    if (auto number = yamlNumber(text))
        return Value::number(std::move(*number));
    return Value::string(isDate(text) ? text + "T00:00:00Z" : normalized(text));
}

Result<Value> YamlReader::mapping(const YAML::Node &node, std::uint32_t depth)
{
    Fields fields;
    Fields merged;
    for (const auto &entry : node) {
        // A key such as `yes` or `1` is a value first, and its text is the attribute's name.
        const auto name =
            entry.first.IsScalar() ? convert(scalar(entry.first), Type::string()) : Result<Value>(Value());
        if (!name || name->isNull())
            return wrong(entry.first.Mark(), "only string keys are allowed");
        auto value = read(entry.second, depth + 1);
        if (!value)
            return value;
        const bool merge = entry.first.Scalar() == "<<";
        if (merge && value->kind() == Kind::Object)
            merged.insert(merged.end(), value->fields().begin(), value->fields().end());
        else
            fields.push_back({name->asString(), std::move(*value)});
    }
    merged.insert(merged.end(), fields.begin(), fields.end());
    return Value::object(std::move(merged));
}

Result<Value> YamlReader::sequence(const YAML::Node &node, std::uint32_t depth)
{
    std::vector<Value> elements;
    for (const auto &element : node) {
        auto value = read(element, depth + 1);
        if (!value)
            return value;
        elements.push_back(std::move(*value));
    }
    return Value::tuple(std::move(elements));
}

Result<Value> YamlReader::read(const YAML::Node &node, std::uint32_t depth)
{
    if (depth > maximumDepth)
        return wrong(node.Mark(), "more than " + std::to_string(maximumDepth) + " levels of nesting");
    if (++m_nodes > maximumNodes)
        return wrong(node.Mark(), "more than " + std::to_string(maximumNodes) + " values");
    switch (node.Type()) {
    case YAML::NodeType::Map:
        return mapping(node, depth);
    case YAML::NodeType::Sequence:
        return sequence(node, depth);
    case YAML::NodeType::Scalar:
        return scalar(node);
    default:
        return Value();
    }
}

/// Nesting of flow collections, which yaml-cpp reads recursively.
static bool isTooDeep(std::string_view text)
{
    std::size_t depth = 0;
    for (const char c : text) {
        depth += c == '[' || c == '{' ? 1 : 0;
        depth -= (c == ']' || c == '}') && depth > 0 ? 1 : 0;
        if (depth > 500)
            return true;
    }
    return false;
}

Result<Value> fromYaml(std::string_view text)
{
    if (const auto problem = yamlProblem(text))
        return failure("hcl.yaml", "on line " + std::to_string(problem->line) + ", column " +
                                       std::to_string(problem->column) + ": " + problem->message);
    if (isTooDeep(text))
        return failure("hcl.yaml", "more than 500 levels of nesting");
    try {
        const YAML::Node document = YAML::Load(std::string(text));
        if (!document.IsDefined() || text.find_first_not_of(" \t\r\n") == std::string_view::npos)
            return failure("hcl.yaml", "on line 1, column 1: missing start of document");
        return YamlReader().read(document, 0);
    } catch (const YAML::Exception &error) {
        return failure("hcl.yaml", "on line " + std::to_string(error.mark.line + 1) + ", column " +
                                       std::to_string(error.mark.column + 1) + ": " + error.msg);
    }
}

namespace {

class YamlWriter
{
public:
    std::string write(const Value &value)
    {
        node(value, 0);
        if (m_out.empty() || m_out.back() != '\n')
            m_out += '\n';
        return std::move(m_out);
    }

private:
    void node(const Value &value, std::size_t indent);
    void string(const std::string &text, std::size_t indent);
    void mapping(const Value &value, std::size_t indent);
    void sequence(const Value &value, std::size_t indent);

    std::string m_out;
};

} // namespace

static void appendQuoted(std::string &out, std::string_view text)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = nextCodePoint(text, at);
        if (c == U'"' || c == U'\\')
            (out += '\\') += static_cast<char>(c);
        else if (c == U'\n')
            out += "\\n";
        else if (c == U'\r')
            out += "\\r";
        else if (c == U'\t')
            out += "\\t";
        else if (c < 0x20 || c == 0x7f)
            out.append("\\x") += {digits[c >> 4U], digits[c & 15U]};
        else
            out += text.substr(from, at - from);
    }
    out += '"';
}

void YamlWriter::string(const std::string &text, std::size_t indent)
{
    const bool block = text.find('\n') != std::string::npos;
    if (!block)
        return appendQuoted(m_out, text);
    m_out += '|';
    if (text.front() == ' ' || text.front() == '\n')
        m_out += '2';
    if (!text.ends_with('\n'))
        m_out += '-';
    else if (text.ends_with("\n\n") || text == "\n")
        m_out += '+';
    m_out += '\n';
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        if (end > from)
            m_out.append(indent, ' ').append(text, from, end - from);
        m_out += '\n';
        from = end + 1;
    }
}

void YamlWriter::mapping(const Value &value, std::size_t indent)
{
    bool first = true;
    for (const Field &field : value.fields()) {
        if (!first)
            m_out.append(indent, ' ');
        first = false;
        appendQuoted(m_out, field.name);
        m_out += ':';
        const bool nested = field.value.length() > 0;
        const bool sequence = nested && !field.value.elements().empty();
        m_out += nested ? '\n' : ' ';
        if (nested)
            m_out.append(indent + (sequence ? 0 : 2), ' ');
        node(field.value, indent + (sequence ? 0 : 2));
        if (m_out.back() != '\n')
            m_out += '\n';
    }
}

void YamlWriter::sequence(const Value &value, std::size_t indent)
{
    bool first = true;
    for (const Value &element : value.elements()) {
        if (!first)
            m_out.append(indent, ' ');
        first = false;
        m_out += "- ";
        node(element, indent + 2);
        if (m_out.back() != '\n')
            m_out += '\n';
    }
}

void YamlWriter::node(const Value &value, std::size_t indent)
{
    if (value.isNull()) {
        m_out += "null";
        return;
    }
    const bool map = value.kind() == Kind::Map || value.kind() == Kind::Object;
    if (value.kind() == Kind::Bool)
        m_out += value.asBool() ? "true" : "false";
    else if (value.kind() == Kind::Number)
        m_out += value.asNumber().text();
    else if (value.kind() == Kind::String)
        string(value.asString(), std::max<std::size_t>(indent, 2));
    else if (value.length() == 0)
        m_out += map ? "{}" : "[]";
    else if (map)
        mapping(value, indent);
    else
        sequence(value, indent);
}

std::string toYaml(const Value &value)
{
    std::string text = YamlWriter().write(value);
    // A plain scalar alone would go on in what is appended to it; quotes and brackets end by themselves.
    const bool plain = value.isNull() || value.kind() == Kind::Number || value.kind() == Kind::Bool;
    return plain ? text + "...\n" : text;
}

} // namespace drydock::hcl
