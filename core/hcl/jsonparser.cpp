// SPDX-License-Identifier: MIT
#include "core/hcl/jsonparser.h"

#include "core/hcl/limits.h"
#include "core/hcl/suggestion.h"
#include "core/hcl/syntaxparser.h"

#include <algorithm>
#include <utility>

namespace drydock::hcl {

static SourceFile withDecoded(SourceFile source, JsonLexer &lexer)
{
    if (!lexer.decoded().empty())
        source.addDecoded(lexer.decoded(), lexer.takePieces());
    return source;
}

JsonParser::JsonParser(SourceFile source)
    : m_builder(SourceFile())
{
    const bool tooLarge = source.size() > limits::JsonFileBytes;
    JsonLexer lexer(tooLarge ? std::string_view("{}") : source.text());
    m_tokens = lexer.tokens();
    m_diagnostics = lexer.takeDiagnostics();
    if (tooLarge)
        report({0, 0}, "File too large",
               "The text has " + std::to_string(source.size()) + " bytes; of JSON syntax at most " +
                   std::to_string(limits::JsonFileBytes) + " are read.",
               "Split the file.");
    m_builder = TreeBuilder(withDecoded(std::move(source), lexer), Syntax::Json);
}

ParsedFile JsonParser::file(const BodySchema &schema)
{
    Children items;
    const bool isBody = at(JsonTokenKind::OpenBrace) || at(JsonTokenKind::OpenBracket);
    if (isBody) {
        body(items, schema);
    } else {
        const std::size_t before = m_diagnostics.size();
        const ByteRange range = token().range();
        (void)value(StringMeaning::Verbatim);
        if (m_diagnostics.size() == before)
            report(range, "Root value must be object",
                   "A configuration in JSON syntax is one object, or an array of objects.", "Put { and } around it.");
    }
    if (m_diagnostics.empty() && !at(JsonTokenKind::EndOfFile))
        report(token().range(), "Extraneous data after value", "Extra characters follow the end of the JSON value.",
               "Remove them.");
    return finish(m_builder.add(NodeKind::Body, 0, m_builder.source().size(), items.first));
}

ParsedFile JsonParser::finish(NodeId root)
{
    if (m_builder.tooLarge())
        report({0, 0}, "File too large", "One block has more than " + std::to_string(limits::TreeNodes) + " parts.",
               "Split the block.");
    for (Diagnostic &diagnostic : m_diagnostics)
        diagnostic.range = m_builder.source().written(diagnostic.range);
    std::stable_sort(m_diagnostics.begin(), m_diagnostics.end(),
                     [](const Diagnostic &a, const Diagnostic &b) { return a.range.start < b.range.start; });
    return {m_builder.finish(root), std::move(m_diagnostics)};
}

void JsonParser::advance()
{
    m_lastEnd = token().end;
    if (m_at + 1 < m_tokens.size())
        ++m_at;
}

// Moves behind the value, whatever it is.
void JsonParser::skip()
{
    if (at(JsonTokenKind::OpenBrace) || at(JsonTokenKind::OpenBracket))
        m_at = token().partner;
    advance();
}

// Moves to the next comma or closing bracket on this level.
void JsonParser::resync()
{
    while (!at(JsonTokenKind::Comma) && !at(JsonTokenKind::CloseBrace) && !at(JsonTokenKind::CloseBracket) &&
           !at(JsonTokenKind::EndOfFile))
        skip();
}

std::string_view JsonParser::inside(const JsonToken &string) const
{
    const std::string_view text = m_builder.source().text(string.stored());
    return text.substr(1, text.size() - 2);
}

JsonShape JsonParser::shape() const
{
    const JsonToken &first = token();
    if (first.kind == JsonTokenKind::OpenBrace)
        return JsonShape::Object;
    if (first.kind == JsonTokenKind::Word && m_builder.source().text(first.range()) == "null")
        return JsonShape::Null;
    if (first.kind != JsonTokenKind::OpenBracket)
        return JsonShape::Other;
    for (std::uint32_t at = m_at + 1; at < first.partner; ++at) {
        if (m_tokens[at].kind == JsonTokenKind::OpenBrace)
            at = m_tokens[at].partner;
        else if (m_tokens[at].kind != JsonTokenKind::Comma)
            return JsonShape::Other;
    }
    return JsonShape::Objects;
}

// Counts one more level; false, with the value skipped, where there are too many.
bool JsonParser::enter()
{
    if (m_depth < limits::NestingDepth) {
        ++m_depth;
        return true;
    }
    report(token().range(), "Nested too deeply",
           "At most " + std::to_string(limits::NestingDepth) + " levels of nesting are read.",
           "Move inner parts to local values.");
    skip();
    return false;
}

// Stands on the token behind a value; ends on the closing bracket, or on what begins the next value.
void JsonParser::endOfElement(const JsonToken &opener, JsonTokenKind closer)
{
    const bool isObject = closer == JsonTokenKind::CloseBrace;
    if (!at(JsonTokenKind::Comma) && !at(closer) && !at(JsonTokenKind::EndOfFile)) {
        if (at(JsonTokenKind::CloseBrace) || at(JsonTokenKind::CloseBracket)) {
            report(token().range(), isObject ? "Mismatched braces" : "Mismatched brackets",
                   isObject ? "A JSON object must be closed with a brace, not a bracket."
                            : "A JSON array must be closed with a bracket, not a brace.",
                   "The " + std::string(isObject ? "object" : "array") + " began in line " + lineOf(opener.start) +
                       ".");
            return;
        }
        report(token().range(), "Missing attribute seperator comma",
               isObject ? "A comma must stand between the properties of an object."
                        : "A comma must stand between the values of an array.",
               "Add it at the end of line " + lineOf(m_lastEnd) + ".");
        resync();
    }
    if (!at(JsonTokenKind::Comma))
        return;
    const JsonToken comma = token();
    advance();
    if (at(closer))
        report(comma.range(), isObject ? "Trailing comma in object" : "Trailing comma in array",
               "JSON does not permit a comma behind the last " + std::string(isObject ? "property" : "value") + ".",
               "Remove the comma.");
}

bool JsonParser::propertyName(JsonToken &name)
{
    name = token();
    if (!at(JsonTokenKind::String)) {
        report(name.range(), "Invalid object property name", "A JSON object property name must be a string.",
               at(JsonTokenKind::Word) ? "Put double quotes around it." : "");
        return false;
    }
    advance();
    if (at(JsonTokenKind::Colon)) {
        advance();
        return true;
    }
    if (at(JsonTokenKind::CloseBrace) || at(JsonTokenKind::Comma))
        report(token().range(), "Missing object value", "A JSON object property has a value, introduced by a colon.");
    else if (at(JsonTokenKind::Equals))
        report(token().range(), "Missing property value colon",
               "JSON uses a colon between a name and its value, not an equals sign.", "Write : instead.");
    else
        report(token().range(), "Missing property value colon",
               "A colon must stand between an object property's name and its value.");
    return false;
}

// Reads the object that begins here.
void JsonParser::properties(const std::function<void(const JsonToken &name)> &each)
{
    const JsonToken opener = token();
    advance();
    while (!at(JsonTokenKind::CloseBrace) && !at(JsonTokenKind::EndOfFile)) {
        if (at(JsonTokenKind::CloseBracket))
            break;
        JsonToken name;
        if (propertyName(name))
            each(name);
        else
            resync();
        endOfElement(opener, JsonTokenKind::CloseBrace);
    }
    if (at(JsonTokenKind::EndOfFile) && !std::exchange(m_unclosed, true))
        report(opener.range(), "Unclosed object", "No closing brace was found for this JSON object.",
               "Add the missing brace; check the nesting of the braces behind it.");
    advance();
}

void JsonParser::elements(const std::function<void()> &each)
{
    const JsonToken opener = token();
    advance();
    while (!at(JsonTokenKind::CloseBracket) && !at(JsonTokenKind::EndOfFile)) {
        if (at(JsonTokenKind::CloseBrace))
            break;
        each();
        if (at(JsonTokenKind::Colon)) {
            report(token().range(), "Invalid array value", "A colon is not used to introduce values in a JSON array.",
                   "Use braces for named values.");
            resync();
        }
        endOfElement(opener, JsonTokenKind::CloseBracket);
    }
    if (at(JsonTokenKind::EndOfFile) && !std::exchange(m_unclosed, true))
        report(opener.range(), "Unclosed array", "No closing bracket was found for this JSON array.",
               "Add the missing bracket; check the nesting of the brackets behind it.");
    advance();
}

// The properties of an object, or of all objects of an array, in order.
void JsonParser::objects(std::string_view what, const std::function<void(const JsonToken &name)> &each)
{
    if (!enter())
        return;
    if (at(JsonTokenKind::OpenBrace)) {
        properties(each);
    } else if (at(JsonTokenKind::OpenBracket)) {
        elements([&] {
            if (at(JsonTokenKind::OpenBrace)) {
                properties(each);
                return;
            }
            reportType("A JSON object is required here, " + std::string(what) + ".");
            (void)value(StringMeaning::Verbatim);
        });
    } else if (shape() == JsonShape::Null) {
        advance();
    } else {
        reportType("A JSON object or an array of objects is required here, " + std::string(what) + ".");
        (void)value(StringMeaning::Verbatim);
    }
    --m_depth;
}

void JsonParser::body(Children &items, const BodySchema &schema)
{
    if (at(JsonTokenKind::OpenBracket) && !schema.allowsArray())
        reportType("A JSON object is required here, setting the arguments for this block.");
    Names names;
    objects("to define arguments and child blocks", [&](const JsonToken &name) { member(items, name, schema, names); });
}

void JsonParser::member(Children &items, const JsonToken &name, const BodySchema &schema, Names &names)
{
    const std::string_view text = inside(name);
    if (text == "//") {
        if (at(JsonTokenKind::String))
            m_builder.addComment(token().range());
        (void)value(StringMeaning::Verbatim);
        return;
    }
    const BodyMember member = schema.member(text, shape());
    if (member.kind == BodyMember::Kind::Argument) {
        argument(items, name, member.strings, names);
    } else if (member.kind == BodyMember::Kind::Block) {
        Header header{name, {}, &schema};
        blocks(items, header, member.labels);
    } else {
        reportUnexpected(name, schema);
        (void)value(StringMeaning::Verbatim);
    }
}

void JsonParser::argument(Children &items, const JsonToken &name, StringMeaning strings, Names &names)
{
    const auto [first, isNew] = names.try_emplace(inside(name), name.start);
    if (!isNew) {
        report(name.range(), "Duplicate argument",
               "The argument \"" + std::string(inside(name)) + "\" was already set in line " + lineOf(first->second) +
                   ".",
               "Keep one of the two.");
        (void)value(strings);
        return;
    }
    Children parts;
    parts.add(m_builder, m_builder.add(NodeKind::Name, name.decodedStart, name.decodedEnd));
    parts.add(m_builder, value(strings));
    items.add(m_builder, m_builder.add(NodeKind::Attribute, name.start, std::max(name.end, m_lastEnd), parts.first));
}

void JsonParser::blocks(Children &items, Header &header, std::uint32_t labelsLeft)
{
    if (labelsLeft > 0) {
        const JsonToken start = token();
        const std::size_t before = m_diagnostics.size();
        bool isLabelled = false;
        objects("whose names are labels of this block", [&](const JsonToken &label) {
            isLabelled = true;
            header.labels.push_back(label);
            blocks(items, header, labelsLeft - 1);
            header.labels.pop_back();
        });
        if (!isLabelled && m_diagnostics.size() == before)
            report(start.range(), "Missing block label",
                   "A " + std::string(inside(header.type)) +
                       " block has one more label: the name of a property in an object that belongs here.");
        return;
    }
    if (at(JsonTokenKind::OpenBrace)) {
        block(items, header, header.labels.empty() ? header.type.start : header.labels.back().start);
    } else if (at(JsonTokenKind::OpenBracket)) {
        if (!enter())
            return;
        elements([&] {
            if (at(JsonTokenKind::OpenBrace) || at(JsonTokenKind::OpenBracket)) {
                block(items, header, token().start);
                return;
            }
            reportType("A JSON object is required here, to define arguments and child blocks.");
            (void)value(StringMeaning::Verbatim);
        });
        --m_depth;
    } else if (shape() == JsonShape::Null) {
        advance();
    } else {
        reportType("A JSON object or an array is required here, for the contents of one or more \"" +
                   std::string(inside(header.type)) + "\" blocks.");
        (void)value(StringMeaning::Verbatim);
    }
}

void JsonParser::block(Children &items, const Header &header, std::uint32_t start)
{
    Children parts;
    parts.add(m_builder, m_builder.add(NodeKind::Name, header.type.decodedStart, header.type.decodedEnd));
    std::vector<std::string> labels;
    for (const JsonToken &label : header.labels) {
        parts.add(m_builder, m_builder.add(NodeKind::JsonLabel, label.decodedStart, label.decodedEnd));
        labels.emplace_back(inside(label));
    }
    const std::shared_ptr<const BodySchema> schema = header.around->inside(inside(header.type), labels);
    const std::uint32_t bodyStart = token().start;
    Children content;
    body(content, *schema);
    const std::uint32_t end = std::max(bodyStart, m_lastEnd);
    parts.add(m_builder, m_builder.add(NodeKind::Body, bodyStart, end, content.first));
    items.add(m_builder, m_builder.add(NodeKind::Block, std::min(start, bodyStart), end, parts.first));
}

} // namespace drydock::hcl
