// SPDX-License-Identifier: MIT
#include "core/hcl/literal.h"

#include "core/hcl/gotext.h"
#include "core/hcl/unicode.h"
#include "core/hcl/unicodeidentifier.h"

#include <array>
#include <vector>

namespace drydock::hcl {

static bool isAsciiLetter(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

bool isIdentifier(std::string_view text)
{
    if (text.empty())
        return false;
    for (std::size_t at = 0; at < text.size();) {
        const bool first = at == 0;
        const char32_t c = nextCodePoint(text, at);
        const bool letter = c < 0x80 ? isAsciiLetter(c) || c == U'_' : isIdentifierStart(c);
        const bool part = c < 0x80 ? (c >= U'0' && c <= U'9') || c == U'-' : isIdentifierContinue(c);
        if (!letter && (first || !part))
            return false;
    }
    return true;
}

static void appendEscaped(std::string &out, unsigned char c)
{
    switch (c) {
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    case '"':
    case '\\':
        out += '\\';
        out += static_cast<char>(c);
        return;
    default:
        break;
    }
    static constexpr char digits[] = "0123456789abcdef";
    if (c < 0x20 || c == 0x7f)
        out += std::string("\\u00") + digits[c >> 4U] + digits[c & 15U];
    else
        out += static_cast<char>(c);
}

std::string quote(std::string_view text)
{
    std::string out = "\"";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if ((c == '$' || c == '%') && i + 1 < text.size() && text[i + 1] == '{')
            out += c;
        appendEscaped(out, static_cast<unsigned char>(c));
    }
    return out + '"';
}

namespace {

/// What `terraform console` prints (internal/repl/format.go).
class ConsoleText
{
public:
    std::string text(const Value &value, std::size_t indent) const;

private:
    std::string known(const Value &value, std::size_t indent) const;
    static std::string null(const Type &type);
    static std::string heredoc(const std::string &text, std::size_t indent);
    std::string sequence(const Value &value, std::size_t indent) const;
    std::string mapping(const Value &value, std::size_t indent) const;
};

} // namespace

std::string ConsoleText::null(const Type &type)
{
    switch (type.kind()) {
    case Kind::Dynamic:
        return "null";
    case Kind::String:
    case Kind::Number:
    case Kind::Bool:
        return "to" + type.source() + "(null)";
    case Kind::List:
        return "tolist(null) /* of " + type.element().friendlyName() + " */";
    case Kind::Set:
        return "toset(null) /* of " + type.element().friendlyName() + " */";
    case Kind::Map:
        return "tomap(null) /* of " + type.element().friendlyName() + " */";
    default:
        return "null /* " + type.friendlyName() + " */";
    }
}

static std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n')) {
        lines.push_back(text.substr(0, at));
        text.remove_prefix(at + 1);
    }
    lines.push_back(text);
    return lines;
}

static std::string_view trimmed(std::string_view text)
{
    const std::size_t from = text.find_first_not_of(" \t\r\v\f");
    return from == std::string_view::npos ? "" : text.substr(from, text.find_last_not_of(" \t\r\v\f") + 1 - from);
}

std::string ConsoleText::heredoc(const std::string &text, std::size_t indent)
{
    const auto lines = linesOf(text);
    std::string end = "EOT";
    for (std::size_t i = 0; i < lines.size();) {
        if (trimmed(lines[i]) != end) {
            ++i;
            continue;
        }
        end += "_";
        i = 0;
    }
    const std::string spaces(indent, ' ');
    std::string out = (indent > 0 ? "<<-" : "<<") + end;
    for (const std::string_view line : lines)
        out.append("\n").append(spaces).append(line);
    return out + "\n" + spaces + end;
}

std::string ConsoleText::sequence(const Value &value, std::size_t indent) const
{
    std::string out = "[";
    for (const Value &element : value.elements())
        out += "\n" + std::string(indent + 2, ' ') + text(element, indent + 2) + ",";
    return value.length() == 0 ? "[]" : out + "\n" + std::string(indent, ' ') + "]";
}

std::string ConsoleText::mapping(const Value &value, std::size_t indent) const
{
    std::string out = "{";
    for (const Field &field : value.fields())
        out += "\n" + std::string(indent + 2, ' ') + quotedAsGo(field.name) + " = " + text(field.value, indent + 2);
    return value.length() == 0 ? "{}" : out + "\n" + std::string(indent, ' ') + "}";
}

std::string ConsoleText::known(const Value &value, std::size_t indent) const
{
    switch (value.kind()) {
    case Kind::Bool:
        return value.asBool() ? "true" : "false";
    case Kind::Number:
        return value.asNumber().text();
    case Kind::String:
        return value.asString().find('\n') != std::string::npos ? heredoc(value.asString(), indent)
                                                                : quotedAsGo(value.asString());
    case Kind::List:
        return "tolist(" + sequence(value, indent) + ")";
    case Kind::Set:
        return "toset(" + sequence(value, indent) + ")";
    case Kind::Map:
        return "tomap(" + mapping(value, indent) + ")";
    case Kind::Tuple:
        return sequence(value, indent);
    case Kind::Object:
        return mapping(value, indent);
    case Kind::Dynamic:
        break;
    }
    return "null";
}

std::string ConsoleText::text(const Value &value, std::size_t indent) const
{
    if (value.isUnknown())
        return "(known after apply)";
    if (value.marks().isSensitive())
        return "(sensitive value)";
    if (value.marks().isEphemeral())
        return "(ephemeral value)";
    return value.isNull() ? null(value.type()) : known(value, indent);
}

static std::string oneLine(const Value &value)
{
    if (value.isUnknown())
        return "(known after apply)";
    if (value.marks().isSensitive())
        return "(sensitive value)";
    if (value.isNull())
        return "null";
    if (value.kind() == Kind::Bool)
        return value.asBool() ? "true" : "false";
    if (value.kind() == Kind::Number)
        return value.asNumber().text();
    if (value.kind() == Kind::String)
        return quote(value.asString());
    const bool mapping = value.kind() == Kind::Map || value.kind() == Kind::Object;
    std::string out;
    for (const Value &element : value.elements())
        out += (out.empty() ? "" : ", ") + oneLine(element);
    for (const Field &field : value.fields())
        out += (out.empty() ? "" : ", ") + (isIdentifier(field.name) ? field.name : quote(field.name)) + " = " +
               oneLine(field.value);
    if (!mapping)
        return "[" + out + "]";
    return out.empty() ? "{}" : "{ " + out + " }";
}

std::string toSource(const Value &value, Layout layout)
{
    return layout == Layout::OneLine ? oneLine(value) : ConsoleText().text(value, 0);
}

static void appendType(std::string &out, const Type &type, std::size_t indent)
{
    const auto line = [&](std::size_t depth) { out.append("\n").append(depth * 4, ' '); };
    if (type.isDynamic() || type.isPrimitive()) {
        out += type.isDynamic() ? "dynamic" : type.source();
        return;
    }
    static constexpr std::array names{"list", "set", "map", "tuple", "object"};
    out.append(names.at(static_cast<std::size_t>(type.kind()) - static_cast<std::size_t>(Kind::List))).append("(");
    if (type.isCollection()) {
        const Type element = type.element();
        const bool plain = !element.isStructural();
        if (!plain)
            line(indent + 1);
        appendType(out, element, plain ? indent : indent + 1);
        if (!plain) {
            out += ',';
            line(indent);
        }
        out += ')';
        return;
    }
    const bool tuple = type.kind() == Kind::Tuple;
    out += tuple ? "[" : "{";
    for (const Type &element : type.elements()) {
        line(indent + 1);
        appendType(out, element, indent + 1);
        out += ',';
    }
    for (const TypeAttribute &attribute : type.attributes()) {
        line(indent + 1);
        out.append(attribute.name).append(": ");
        appendType(out, attribute.type, indent + 1);
        out += ',';
    }
    if (!type.elements().empty() || !type.attributes().empty())
        line(indent);
    out += tuple ? "])" : "})";
}

std::string toSource(const Type &type)
{
    std::string out;
    appendType(out, type, 0);
    return out;
}

} // namespace drydock::hcl
