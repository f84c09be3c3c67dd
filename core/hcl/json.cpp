// SPDX-License-Identifier: MIT
#include "core/hcl/json.h"

#include "core/hcl/limits.h"
#include "core/hcl/unicode.h"

#include <nlohmann/json.hpp>

#include <utility>
#include <vector>

namespace drydock::hcl {

static void appendUnicode(std::string &out, char32_t c)
{
    out += escapedCodePoint(c);
}

static void appendString(std::string &out, std::string_view text)
{
    out += '"';
    std::size_t at = 0;
    while (at < text.size()) {
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
        else if (c == U'\b')
            out += "\\b";
        else if (c == U'\f')
            out += "\\f";
        else if (c < 0x20 || c == U'<' || c == U'>' || c == U'&' || c == 0x2028 || c == 0x2029)
            appendUnicode(out, c);
        else if (c == 0xfffd && at - from < 3)
            out += "\\ufffd";
        else
            out += text.substr(from, at - from);
    }
    out += '"';
}

namespace {

class Writer
{
public:
    void append(const Value &value);
    [[nodiscard]] Result<std::string> take();

private:
    void appendSequence(const Value &value);
    void appendMapping(const Value &value);

    std::string m_out;
    bool m_infinite = false;
};

} // namespace

void Writer::appendSequence(const Value &value)
{
    m_out += '[';
    bool first = true;
    for (const Value &element : value.elements()) {
        if (!std::exchange(first, false))
            m_out += ',';
        append(element);
    }
    m_out += ']';
}

void Writer::appendMapping(const Value &value)
{
    m_out += '{';
    bool first = true;
    for (const Field &field : value.fields()) {
        if (!std::exchange(first, false))
            m_out += ',';
        appendString(m_out, field.name);
        m_out += ':';
        append(field.value);
    }
    m_out += '}';
}

void Writer::append(const Value &value)
{
    if (value.isNull()) {
        m_out += "null";
        return;
    }
    switch (value.kind()) {
    case Kind::Bool:
        m_out += value.asBool() ? "true" : "false";
        return;
    case Kind::Number:
        m_infinite = m_infinite || value.asNumber().isInfinite();
        m_out += value.asNumber().text();
        return;
    case Kind::String:
        appendString(m_out, value.asString());
        return;
    case Kind::Map:
    case Kind::Object:
        appendMapping(value);
        return;
    default:
        appendSequence(value);
    }
}

Result<std::string> Writer::take()
{
    if (m_infinite)
        return failure("hcl.json", "cannot serialize infinity as JSON");
    return std::move(m_out);
}

Result<std::string> toJson(const Value &value)
{
    if (!value.isWhollyKnown())
        return failure("hcl.unknown",
                       "The value holds something that is not known yet, so it cannot be written as JSON.");
    Writer writer;
    writer.append(value);
    return writer.take();
}

namespace {

/// Builds values while nlohmann reads, so that numbers keep all their digits.
class Reader
{
public:
    bool null() { return add(Value()); }
    bool boolean(bool value) { return add(Value::boolean(value)); }
    bool number_integer(std::int64_t value) { return addNumber(std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) { return addNumber(std::to_string(value)); }
    bool number_float(double /*value*/, const std::string &text) { return addNumber(text); }
    bool string(std::string &text) { return add(Value::string(normalized(std::move(text)))); }
    bool binary(nlohmann::json::binary_t & /*bytes*/) { return false; }
    bool start_object(std::size_t /*size*/) { return open(true); }
    bool key(std::string &name)
    {
        m_open.back().key = normalized(std::move(name));
        return true;
    }
    bool end_object() { return close(); }
    bool start_array(std::size_t /*size*/) { return open(false); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t position, const std::string & /*token*/, const nlohmann::detail::exception &error)
    {
        m_error = error.what();
        // "[json.exception.parse_error.101] parse error at line 1, column 2: syntax error while ..."
        const std::size_t colon = m_error.find(": ");
        if (colon != std::string::npos)
            m_error.erase(0, colon + 2);
        m_error = "byte " + std::to_string(position) + ": " + m_error;
        return false;
    }

    [[nodiscard]] const Value &value() const { return m_value; }
    [[nodiscard]] const std::string &error() const { return m_error; }

private:
    struct Open
    {
        bool object = false;
        std::string key;
        Fields fields;
        std::vector<Value> elements;
    };

    bool addNumber(const std::string &text)
    {
        const auto number = Number::parse(text);
        if (!number)
            m_error = "the number " + text.substr(0, 40) + " is too large";
        return number && add(Value::number(*number));
    }
    bool add(Value value)
    {
        if (m_open.empty())
            m_value = std::move(value);
        else if (m_open.back().object)
            m_open.back().fields.push_back({std::move(m_open.back().key), std::move(value)});
        else
            m_open.back().elements.push_back(std::move(value));
        return true;
    }
    bool open(bool object)
    {
        if (m_open.size() >= limits::ExpressionHeight) {
            m_error = "more than " + std::to_string(limits::ExpressionHeight) + " levels of nesting";
            return false;
        }
        m_open.emplace_back().object = object;
        return true;
    }
    bool close()
    {
        Open done = std::move(m_open.back());
        m_open.pop_back();
        return add(done.object ? Value::object(std::move(done.fields)) : Value::tuple(std::move(done.elements)));
    }

    std::vector<Open> m_open;
    Value m_value;
    std::string m_error;
};

} // namespace

Result<Value> fromJson(std::string_view text)
{
    Reader reader;
    const bool ok = nlohmann::json::sax_parse(text.begin(), text.end(), &reader);
    if (!ok)
        return failure("hcl.json", "The text is not JSON: " + reader.error() + ".");
    return reader.value();
}

} // namespace drydock::hcl
