// SPDX-License-Identifier: MIT
#include "core/terraform/jsondocument.h"

#include "core/hcl/literal.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace drydock::terraform {

/// One step of a path as it is shown: `.name`, `["na me"]`.
static std::string memberStep(std::string_view name)
{
    return hcl::isIdentifier(name) ? "." + std::string(name) : "[" + hcl::quote(name) + "]";
}

static std::string_view nameOf(JsonKind kind)
{
    switch (kind) {
    case JsonKind::Null:
        return "null";
    case JsonKind::Boolean:
        return "true or false";
    case JsonKind::Number:
        return "a number";
    case JsonKind::String:
        return "a string";
    case JsonKind::Array:
        return "an array";
    case JsonKind::Object:
        break;
    }
    return "an object";
}

/// Takes what nlohmann's reader finds. It keeps no recursion, so that depth is ours to bound.
class JsonBuilder
{
public:
    explicit JsonBuilder(JsonDocument &document)
        : m_document(document)
    {
    }

    bool null() { return add(JsonKind::Null, "null"); }
    bool boolean(bool value) { return add(JsonKind::Boolean, value ? "true" : "false"); }
    bool number_integer(std::int64_t value) { return add(JsonKind::Number, std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) { return add(JsonKind::Number, std::to_string(value)); }
    bool number_float(double /*value*/, const std::string &text) { return add(JsonKind::Number, text); }
    bool string(const std::string &text) { return add(JsonKind::String, text); }
    bool binary(nlohmann::json::binary_t & /*bytes*/) { return false; }
    bool start_object(std::size_t /*size*/) { return open(JsonKind::Object); }
    bool end_object() { return close(); }
    bool start_array(std::size_t /*size*/) { return open(JsonKind::Array); }
    bool end_array() { return close(); }
    bool key(std::string &name)
    {
        const auto [found, isNew] = m_keys.try_emplace(name, static_cast<std::uint32_t>(m_document.m_keys.size()));
        if (isNew)
            m_document.m_keys.push_back(name);
        m_open.back().key = found->second;
        return true;
    }
    bool parse_error(std::size_t position, const std::string & /*token*/, const nlohmann::detail::exception &error)
    {
        m_position = position == 0 ? 0 : position - 1;
        m_message = error.what();
        // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while ...; last read: '…';
        // expected …": what was read may be a secret, so it is not repeated.
        if (const std::size_t colon = m_message.find(": "); colon != std::string::npos)
            m_message.erase(0, colon + 2);
        if (const std::size_t read = m_message.find("; last read: '"); read != std::string::npos) {
            const std::size_t expected = m_message.rfind("'; expected ");
            m_message.erase(read,
                            expected == std::string::npos || expected < read ? std::string::npos : expected + 1 - read);
        }
        return false;
    }

    [[nodiscard]] const std::string &message() const { return m_message; }
    [[nodiscard]] std::size_t position() const { return m_position; }
    [[nodiscard]] bool limitPassed() const { return m_limitPassed; }
    /// Where reading stands.
    [[nodiscard]] std::string path() const
    {
        std::string text = "$";
        for (const Open &open : m_open) {
            if (m_document.m_nodes[open.node].kind == JsonKind::Array)
                text += "[" + std::to_string(open.count) + "]";
            else if (open.key != 0)
                text += memberStep(m_document.m_keys[open.key]);
        }
        return text;
    }

private:
    struct Open
    {
        std::uint32_t node = 0;
        std::uint32_t lastChild = 0;
        std::uint32_t count = 0;
        std::uint32_t key = 0;
    };

    bool refuse(std::string what)
    {
        m_limitPassed = true;
        m_message = std::move(what);
        return false;
    }

    bool add(JsonKind kind, std::string_view text)
    {
        auto &nodes = m_document.m_nodes;
        if (nodes.size() >= limits::JsonValues)
            return refuse("more than " + std::to_string(limits::JsonValues) + " values");
        const auto id = static_cast<std::uint32_t>(nodes.size());
        auto &node = nodes.emplace_back();
        node.kind = kind;
        node.text = static_cast<std::uint32_t>(m_document.m_texts.size());
        node.length = static_cast<std::uint32_t>(text.size());
        m_document.m_texts += text;
        if (m_open.empty())
            return true;
        Open &parent = m_open.back();
        node.parent = parent.node;
        node.key = parent.key;
        if (parent.count++ == 0)
            nodes[parent.node].hasChildren = true;
        else
            nodes[parent.lastChild].next = id;
        parent.lastChild = id;
        return true;
    }

    bool open(JsonKind kind)
    {
        if (m_open.size() >= limits::JsonDepth)
            return refuse("more than " + std::to_string(limits::JsonDepth) + " levels of nesting");
        const auto id = static_cast<std::uint32_t>(m_document.m_nodes.size());
        if (!add(kind, {}))
            return false;
        m_open.push_back({id, 0, 0, 0});
        return true;
    }

    bool close()
    {
        m_open.pop_back();
        return true;
    }

    JsonDocument &m_document;
    std::unordered_map<std::string, std::uint32_t> m_keys;
    std::vector<Open> m_open;
    std::string m_message;
    std::size_t m_position = 0;
    bool m_limitPassed = false;
};

static std::string placeOf(const std::string &fileName, std::string_view text, std::size_t position)
{
    const std::string_view before = text.substr(0, position);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t lineStart = before.rfind('\n') + 1;
    const auto column = 1 + std::count_if(before.begin() + static_cast<std::ptrdiff_t>(lineStart), before.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return fileName + ":" + std::to_string(line) + ":" + std::to_string(column);
}

Result<JsonDocument> JsonDocument::parse(std::string_view text, const std::string &fileName)
{
    if (text.size() > limits::JsonBytes)
        return failure("json.limit", "The file has more than " + std::to_string(limits::JsonBytes) + " bytes.",
                       fileName);
    JsonDocument document;
    document.m_fileName = fileName;
    document.m_texts.reserve(text.size() / 2);
    document.m_nodes.reserve(text.size() / 16);
    JsonBuilder builder(document);
    if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder))
        return document;
    if (builder.limitPassed())
        return failure("json.limit", "At " + builder.path() + " the file has " + builder.message() + ".", fileName,
                       "This is more than Terraform writes; check where the file comes from.");
    return failure("json.syntax", "The file is not JSON at " + builder.path() + ": " + builder.message() + ".",
                   placeOf(fileName, text, builder.position()),
                   "Make it with `-json` and without other output before it.");
}

JsonKind JsonValue::kind() const
{
    return m_document == nullptr ? JsonKind::Null : m_document->m_nodes[m_node].kind;
}

std::string_view JsonValue::text() const
{
    if (m_document == nullptr)
        return {};
    const auto &node = m_document->m_nodes[m_node];
    return std::string_view(m_document->m_texts).substr(node.text, node.length);
}

std::string_view JsonValue::key() const
{
    return m_document == nullptr ? std::string_view() : m_document->m_keys[m_document->m_nodes[m_node].key];
}

JsonValue JsonValue::firstChild() const
{
    if (m_document == nullptr || !m_document->m_nodes[m_node].hasChildren)
        return {};
    return {m_document, m_node + 1};
}

JsonValue JsonValue::nextSibling() const
{
    const std::uint32_t next = m_document == nullptr ? 0 : m_document->m_nodes[m_node].next;
    return next == 0 ? JsonValue() : JsonValue(m_document, next);
}

JsonValue JsonValue::operator[](std::string_view name) const
{
    if (m_document == nullptr)
        return {};
    if (kind() != JsonKind::Object)
        refuse("an object");
    JsonValue found;
    for (JsonValue child = firstChild(); child; child = child.nextSibling())
        if (child.key() == name)
            found = child;
    return found.isNull() ? JsonValue() : found;
}

JsonValue JsonValue::required(std::string_view name) const
{
    const JsonValue value = (*this)[name];
    if (!value)
        throw JsonShapeError("At " + path() + " the member \"" + std::string(name) + "\" is missing.");
    return value;
}

static std::vector<JsonValue> childrenOf(const JsonValue &value)
{
    std::vector<JsonValue> children;
    for (JsonValue child = value.firstChild(); child; child = child.nextSibling())
        children.push_back(child);
    return children;
}

std::vector<JsonValue> JsonValue::elements() const
{
    if (!isNull() && kind() != JsonKind::Array)
        refuse("an array");
    return childrenOf(*this);
}

std::vector<JsonValue> JsonValue::members() const
{
    if (!isNull() && kind() != JsonKind::Object)
        refuse("an object");
    return childrenOf(*this);
}

std::string JsonValue::string() const
{
    if (isNull())
        return {};
    if (kind() != JsonKind::String)
        refuse("a string");
    return std::string(text());
}

bool JsonValue::boolean() const
{
    if (isNull())
        return false;
    if (kind() != JsonKind::Boolean)
        refuse("true or false");
    return text() == "true";
}

std::uint64_t JsonValue::integer() const
{
    if (isNull())
        return 0;
    const std::string_view written = text();
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
    if (kind() != JsonKind::Number || error != std::errc() || end != written.data() + written.size())
        refuse("a whole number");
    return number;
}

std::string JsonValue::path() const
{
    if (m_document == nullptr)
        return "$";
    const auto &nodes = m_document->m_nodes;
    std::vector<std::string> steps;
    for (std::uint32_t at = m_node; at != 0; at = nodes[at].parent) {
        const std::uint32_t parent = nodes[at].parent;
        if (nodes[parent].kind == JsonKind::Object) {
            steps.push_back(memberStep(m_document->m_keys[nodes[at].key]));
            continue;
        }
        std::size_t index = 0;
        for (std::uint32_t sibling = parent + 1; sibling != at; sibling = nodes[sibling].next)
            ++index;
        steps.push_back("[" + std::to_string(index) + "]");
    }
    std::string text = "$";
    for (auto step = steps.rbegin(); step != steps.rend(); ++step)
        text += *step;
    return text;
}

void JsonValue::refuse(std::string_view what) const
{
    throw JsonShapeError("At " + path() + " there must be " + std::string(what) + ", not " +
                         std::string(nameOf(kind())) + ".");
}

JsonFormatError::JsonFormatError(std::string errorCode, const std::string &message, std::string errorHint)
    : std::runtime_error(message)
    , code(std::move(errorCode))
    , hint(std::move(errorHint))
{
}

void checkFormatVersion(const JsonValue &root, unsigned major, std::string_view what)
{
    if (root.kind() != JsonKind::Object)
        root.refuse("an object");
    const std::string version = root.required("format_version").string();
    unsigned found = 0;
    const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), found);
    const bool isNumber = error == std::errc() && (end == version.data() + version.size() || *end == '.');
    if (isNumber && found == major)
        return;
    const std::string wanted = std::to_string(major) + ".x";
    throw JsonFormatError(std::string(what) + ".version",
                          "The " + std::string(what) + " has the format version " + hcl::quote(version) +
                              "; this program reads " + wanted + ".",
                          isNumber && found > major ? "A newer Drydock may read it."
                                                    : "Make it again with Terraform 1.0 or newer, or with OpenTofu.");
}

} // namespace drydock::terraform
