// SPDX-License-Identifier: MIT
#include "core/hcl/jsonparser.h"
#include "core/hcl/limits.h"
#include "core/hcl/suggestion.h"
#include "core/hcl/syntaxparser.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

// The part of the JSON parser that reads values as expressions, and its messages.
namespace drydock::hcl {

NodeId JsonParser::missing()
{
    return m_builder.add(NodeKind::Missing, token().start, token().start);
}

NodeId JsonParser::value(StringMeaning strings)
{
    switch (token().kind) {
    case JsonTokenKind::OpenBrace:
        return object(strings);
    case JsonTokenKind::OpenBracket:
        return array(strings);
    case JsonTokenKind::String: {
        const JsonToken given = token();
        advance();
        return string(given, strings);
    }
    case JsonTokenKind::Number:
        return number();
    case JsonTokenKind::Word:
        return word();
    default:
        reportMissingValue();
        const NodeId id = missing();
        if (at(JsonTokenKind::Invalid) || at(JsonTokenKind::Equals) || at(JsonTokenKind::Colon))
            resync();
        return id;
    }
}

NodeId JsonParser::object(StringMeaning strings)
{
    const std::uint32_t start = token().start;
    if (!enter())
        return missing();
    Children items;
    Names names;
    properties([&](const JsonToken &name) {
        // Keys may be templates where values are; references as keys are read by their text.
        const NodeId key =
            string(name, strings == StringMeaning::Template ? StringMeaning::Template : StringMeaning::Verbatim);
        if (m_builder.kind(key) == NodeKind::JsonString) {
            const auto [first, isNew] = names.try_emplace(inside(name), name.start);
            if (!isNew)
                report(name.range(), "Duplicate object attribute",
                       "\"" + std::string(inside(name)) + "\" was already set in line " + lineOf(first->second) + ".",
                       "Keep one of the two.");
        }
        Children parts;
        parts.add(m_builder, key);
        parts.add(m_builder, value(strings));
        items.add(m_builder,
                  m_builder.add(NodeKind::ObjectItem, name.start, std::max(name.end, m_lastEnd), parts.first));
    });
    --m_depth;
    return m_builder.add(NodeKind::Object, start, std::max(start, m_lastEnd), items.first);
}

NodeId JsonParser::array(StringMeaning strings)
{
    const std::uint32_t start = token().start;
    if (!enter())
        return missing();
    Children children;
    elements([&] { children.add(m_builder, value(strings)); });
    --m_depth;
    return m_builder.add(NodeKind::Tuple, start, std::max(start, m_lastEnd), children.first);
}

NodeId JsonParser::string(const JsonToken &given, StringMeaning strings)
{
    const std::string_view text = inside(given);
    const bool hasSequences = text.find("${") != std::string_view::npos || text.find("%{") != std::string_view::npos;
    if (strings == StringMeaning::Verbatim || (strings == StringMeaning::Template && !hasSequences))
        return m_builder.add(NodeKind::JsonString, given.decodedStart, given.decodedEnd);
    const LexMode mode = strings == StringMeaning::Template ? LexMode::Template : LexMode::Configuration;
    SyntaxParser parser(std::move(m_builder), {given.decodedStart + 1, given.decodedEnd - 1}, mode, m_depth);
    const NodeId id = strings == StringMeaning::Template ? parser.embeddedTemplate() : parser.embeddedExpression();
    m_builder = parser.takeBuilder();
    for (Diagnostic &diagnostic : parser.takeDiagnostics())
        report(diagnostic.range, std::move(diagnostic.summary), std::move(diagnostic.detail),
               std::move(diagnostic.hint));
    return id;
}

// -? (0 | [1-9] digits) [. digits] [e [sign] digits]
static bool isJsonNumber(std::string_view text)
{
    const auto digits = [&text] {
        const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
        text.remove_prefix(count);
        return count > 0;
    };
    if (text.starts_with('-'))
        text.remove_prefix(1);
    if (text.starts_with('0'))
        text.remove_prefix(1);
    else if (!digits())
        return false;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        if (!digits())
            return false;
    }
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        if (text.starts_with('+') || text.starts_with('-'))
            text.remove_prefix(1);
        if (!digits())
            return false;
    }
    return text.empty();
}

NodeId JsonParser::number()
{
    const JsonToken given = token();
    const std::string_view text = m_builder.source().text(given.range());
    advance();
    if (isJsonNumber(text))
        return m_builder.add(NodeKind::Number, given.start, given.end);
    report(given.range(), "Invalid JSON number", "\"" + std::string(text.substr(0, 40)) + "\" is not a number of JSON.",
           "A number has digits before and behind its point, no leading zero and no plus sign.");
    return m_builder.add(NodeKind::Missing, given.start, given.end);
}

NodeId JsonParser::word()
{
    const JsonToken given = token();
    const std::string text(m_builder.source().text(given.range()).substr(0, 40));
    advance();
    if (text == "true")
        return m_builder.add(NodeKind::True, given.start, given.end);
    if (text == "false")
        return m_builder.add(NodeKind::False, given.start, given.end);
    if (text == "null")
        return m_builder.add(NodeKind::Null, given.start, given.end);
    static const std::array<std::string, 3> words{"true", "false", "null"};
    std::string hint = suggestion(text, words);
    report(given.range(), "Invalid JSON keyword", "\"" + text + "\" is no keyword of JSON.",
           hint.empty() ? "Text is written in double quotes." : std::move(hint));
    return m_builder.add(NodeKind::Missing, given.start, given.end);
}

std::string JsonParser::lineOf(std::uint32_t offset) const
{
    return std::to_string(m_builder.source().position(offset).line);
}

void JsonParser::report(ByteRange range, std::string summary, std::string detail, std::string hint)
{
    if (m_diagnostics.size() >= limits::Diagnostics)
        return;
    if (m_diagnostics.size() + 1 == limits::Diagnostics) {
        m_diagnostics.push_back(
            {Severity::Error, "Too many errors",
             "The file has more than " + std::to_string(limits::Diagnostics - 1) + " errors; the rest is not told.",
             range, "Check that this is a file in the JSON syntax of HCL."});
        return;
    }
    m_diagnostics.push_back({Severity::Error, std::move(summary), std::move(detail), range, std::move(hint)});
}

void JsonParser::reportMissingValue()
{
    static constexpr const char *Values =
        "A JSON value starts with a brace, a bracket, a number, a quote, or is true, false or null.";
    if (at(JsonTokenKind::EndOfFile)) {
        if (!std::exchange(m_unclosed, true))
            report(token().range(), "Missing value", "The JSON data ends before a value.");
    } else if (at(JsonTokenKind::CloseBracket) || at(JsonTokenKind::Comma)) {
        report(token().range(), "Missing array element value", Values);
    } else if (at(JsonTokenKind::CloseBrace)) {
        report(token().range(), "Missing JSON value", Values);
    } else if (m_builder.source().text(token().range()).starts_with('"')) {
        // The lexer has said what is wrong with the string.
    } else {
        report(token().range(), "Invalid start of value", Values);
    }
}

void JsonParser::reportUnexpected(const JsonToken &name, const BodySchema &schema)
{
    const std::vector<std::string> names = schema.names();
    report(name.range(), "Extraneous JSON object property",
           "No argument or block type is named \"" + std::string(inside(name)) + "\".",
           suggestion(inside(name), names));
}

void JsonParser::reportType(std::string detail)
{
    report(token().range(), "Incorrect JSON value type", std::move(detail));
}

} // namespace drydock::hcl
