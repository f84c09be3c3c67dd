// SPDX-License-Identifier: MIT
#include "tests/hcl/uglysource.h"

namespace drydock::hcl {

std::string_view UglySource::pick(const std::vector<std::string_view> &choices)
{
    return choices[below(static_cast<std::uint32_t>(choices.size()))];
}

void UglySource::space()
{
    m_text += pick({"", "", " ", " ", " ", "  ", "\t", "    "});
}

void UglySource::gap()
{
    space();
    if (chance(3))
        m_text += pick({"/* c */", "/**/", "/* two\n   lines */"});
    if (m_brackets > 0 && chance(8))
        m_text += pick({"\n", "\n\n", " # c\n", "// c\n", "\n  \n"});
    space();
}

void UglySource::lineEnd()
{
    space();
    if (chance(25))
        m_text += pick({"# note", "// note", "#", "/* x */", "# größe", "#  trailing  "});
    m_text += pick({"\n", "\n", "\n", "\n", "\n\n", "\n   \n", "\n\n\n"});
    if (chance(6))
        m_text += pick({"# line\n", "    // line\n", "/* block */\n", "/*\n * block\n */\n"});
}

void UglySource::name()
{
    m_text += pick({"a", "b", "name", "a_long_name", "x-y", "größe", "in", "if", "type", "list", "id", "e\xcc\x81t"});
}

std::string UglySource::file()
{
    if (chance(5))
        m_text += "\xef\xbb\xbf";
    if (chance(20))
        m_text += pick({"\n", "# first\n", "   \n"});
    body(0);
    if (chance(15))
        m_text += pick({"a_last = 1", "  # the end", "z_last {}", "   ", "\t"});
    if (chance(8)) {
        std::string windows;
        for (const char c : m_text)
            windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
        return windows;
    }
    return m_text;
}

void UglySource::body(int depth)
{
    const std::uint32_t items = 1 + below(depth == 0 ? 7 : 4);
    for (std::uint32_t i = 0; i < items; ++i)
        item(depth);
}

void UglySource::item(int depth)
{
    space();
    if (depth < 3 && chance(35))
        block(depth);
    else
        attribute(depth);
    lineEnd();
}

void UglySource::attribute(int depth)
{
    m_text += "a" + std::to_string(m_serial++) + "_";
    if (chance(50))
        name();
    space();
    m_text += "=";
    space();
    expression(depth > 2 ? 1 : 3);
}

void UglySource::block(int depth)
{
    const bool variable = depth == 0 && chance(20);
    m_text += variable ? "variable" : std::string(pick({"resource", "block", "b", "dynamic"}));
    for (std::uint32_t labels = below(3); labels > 0; --labels) {
        m_text += chance(10) ? " /* l */ " : pick({" ", "  ", "\t"});
        m_text += pick({"\"label\"", "\"aws_x\"", "plain", "\"\"", "\"esc\\\"aped\"", "\"uni\\u00e9\"", "\"größe\""});
    }
    m_text += chance(5) ? " /* b */ " : pick({" ", "", "   "});
    const std::uint32_t shape = below(10);
    if (shape == 0) {
        m_text += pick({"{}", "{ }", "{\n}", "{\n\n}", "{ # c\n}"});
        return;
    }
    const int brackets = m_brackets;
    m_brackets = 0;
    if (shape == 1) {
        m_text += "{";
        space();
        attribute(2);
        space();
        m_text += "}";
    } else {
        m_text += "{";
        lineEnd();
        if (variable) {
            space();
            m_text += "type" + std::string(pick({"=", " = ", "   ="}));
            m_text += pick({"\"string\"", "\"list\"", "\"map\"", "list", "map", "set", "string", "any", "map(string)",
                            "\"other\""});
            lineEnd();
        }
        body(depth + 1);
        space();
        m_text += "}";
    }
    m_brackets = brackets;
}

void UglySource::expression(int depth)
{
    if (depth > 0 && chance(12)) {
        term(depth - 1);
        gap();
        m_text += "?";
        gap();
        expression(depth - 1);
        gap();
        m_text += ":";
        gap();
        expression(depth - 1);
        return;
    }
    term(depth);
    for (std::uint32_t i = chance(25) ? 1 + below(2) : 0; i > 0; --i) {
        gap();
        m_text += pick({"+", "-", "*", "/", "%", "==", "!=", "<", ">", "<=", ">=", "&&", "||"});
        gap();
        if (m_text.ends_with('/'))
            m_text += ' ';
        term(depth - 1);
    }
}

void UglySource::term(int depth)
{
    if (chance(8)) {
        m_text += pick({"-", "!", "- ", "! "});
        space();
    }
    if (depth <= 0) {
        m_text += pick({"1", "2.5", "1e3", "true", "null", "\"s\"", "a.b", "var.größe", "x[0]", "f()", "each.value"});
        return;
    }
    switch (below(10)) {
    case 0:
        bracketed(depth - 1);
        break;
    case 1:
        call(depth - 1);
        break;
    case 2:
        list(depth - 1);
        break;
    case 3:
        object(depth - 1);
        break;
    case 4:
        forExpression(depth - 1);
        break;
    case 5:
        quoted(depth - 1);
        break;
    case 6:
        quoted(0);
        break;
    case 7:
        if (m_brackets == 0 && chance(40))
            heredoc(depth - 1);
        else
            m_text += "local.x";
        break;
    default:
        name();
        steps(depth - 1);
        break;
    }
}

void UglySource::bracketed(int depth)
{
    m_text += "(";
    ++m_brackets;
    gap();
    expression(depth);
    gap();
    --m_brackets;
    m_text += ")";
}

void UglySource::steps(int depth)
{
    for (std::uint32_t i = below(3); i > 0; --i) {
        switch (below(6)) {
        case 0:
            m_text += "[";
            ++m_brackets;
            gap();
            m_text += pick({"0", "\"k\"", "a.b", "i + 1", "count.index"});
            gap();
            --m_brackets;
            m_text += "]";
            break;
        case 1:
            m_text += "[*]";
            break;
        case 2:
            m_text += ".*.id";
            break;
        case 3:
            m_text += ".0";
            m_text += ".n";
            break;
        default:
            m_text += chance(10) ? " . " : ".";
            m_text += pick({"b", "name", "größe"});
            break;
        }
    }
    (void)depth;
}

void UglySource::call(int depth)
{
    m_text += pick({"f", "merge", "provider::x::y", "provider :: x :: y", "concat"});
    space();
    m_text += "(";
    ++m_brackets;
    gap();
    const std::uint32_t arguments = below(4);
    for (std::uint32_t i = 0; i < arguments; ++i) {
        expression(depth);
        gap();
        if (i + 1 < arguments)
            m_text += ",";
        else if (chance(20))
            m_text += pick({",", "..."});
        gap();
    }
    --m_brackets;
    m_text += ")";
}

void UglySource::list(int depth)
{
    m_text += "[";
    ++m_brackets;
    gap();
    const std::uint32_t elements = below(4);
    for (std::uint32_t i = 0; i < elements; ++i) {
        expression(depth);
        gap();
        if (i + 1 < elements || chance(30))
            m_text += ",";
        gap();
    }
    --m_brackets;
    m_text += "]";
}

void UglySource::object(int depth)
{
    const int brackets = m_brackets;
    m_brackets = 0;
    const bool lines = chance(60);
    m_text += "{";
    space();
    if (lines)
        lineEnd();
    const std::uint32_t items = below(4);
    for (std::uint32_t i = 0; i < items; ++i) {
        space();
        m_text += pick({"a", "key", "\"q\"", "(var.k)", "a.b", "\"${x}\"", "1", "longer_key", "größe"});
        space();
        m_text += pick({"=", "=", ":"});
        space();
        expression(depth);
        if (m_text.ends_with('\n'))
            continue;
        space();
        if (lines) {
            m_text += pick({"", "", ","});
            lineEnd();
        } else if (i + 1 < items || chance(10)) {
            m_text += ",";
        }
        space();
    }
    m_text += "}";
    m_brackets = brackets;
}

void UglySource::forExpression(int depth)
{
    const bool makesObject = chance(50);
    m_text += makesObject ? "{" : "[";
    ++m_brackets;
    gap();
    m_text += pick({"for v in ", "for k,v in ", "for  k , v  in "});
    term(depth);
    gap();
    m_text += ":";
    gap();
    expression(depth - 1);
    gap();
    if (makesObject) {
        m_text += "=>";
        gap();
        expression(depth - 1);
        gap();
        if (chance(20))
            m_text += "...";
    }
    if (chance(30)) {
        m_text += " if ";
        expression(depth - 1);
        gap();
    }
    --m_brackets;
    m_text += makesObject ? "}" : "]";
}

void UglySource::templateParts(int depth, bool lines)
{
    for (std::uint32_t i = below(4); i > 0; --i) {
        m_text +=
            pick({"text", " ", "$", "%", "$${x}", "%%{y}", "größe", "100%", "a  b", "e\xcc\x81", "👩‍🚀", "🇩🇪"});
        if (lines && chance(40))
            m_text += pick({"\n", "\n\n", "\n    "});
        if (depth > 0 && chance(60))
            directive(depth - 1, lines);
    }
}

void UglySource::directive(int depth, bool lines)
{
    const auto sequence = [this](std::string_view open, auto &&content) {
        m_text += open;
        m_text += chance(20) ? "~" : "";
        const int brackets = m_brackets;
        m_brackets = chance(30) ? 1 : -1000;
        space();
        content();
        space();
        m_brackets = brackets;
        m_text += chance(20) ? "~}" : "}";
    };
    switch (below(4)) {
    case 0:
        sequence("%{", [&] { m_text += "if  a"; });
        templateParts(depth, lines);
        if (chance(50)) {
            sequence("%{", [&] { m_text += "else"; });
            templateParts(depth, lines);
        }
        sequence("%{", [&] { m_text += "endif"; });
        break;
    case 1:
        sequence("%{", [&] { m_text += "for v  in xs"; });
        templateParts(depth, lines);
        sequence("%{", [&] { m_text += "endfor"; });
        break;
    default:
        sequence("${", [&] { expression(depth > 1 ? 1 : depth); });
        break;
    }
}

void UglySource::quoted(int depth)
{
    m_text += "\"";
    if (depth > 0 && chance(30)) {
        const int brackets = m_brackets;
        m_brackets = 1;
        m_text += "${";
        gap();
        term(depth - 1);
        gap();
        m_text += "}";
        m_brackets = brackets;
    } else {
        if (chance(30))
            m_text += pick({"\\n", "\\\"", "\\\\", "\\u00e9"});
        templateParts(depth, false);
    }
    m_text += "\"";
}

void UglySource::heredoc(int depth)
{
    m_text += pick({"<<EOT\n", "<<-EOT\n"});
    templateParts(depth, true);
    if (!m_text.ends_with('\n'))
        m_text += "\n";
    m_text += pick({"EOT\n", "   EOT\n", "\tEOT\n", "EOT  \n"});
    // The heredoc's own line end stands for the one that the caller would write.
}

} // namespace drydock::hcl
