// SPDX-License-Identifier: MIT
#include "core/hcl/characters.h"
#include "core/hcl/limits.h"
#include "core/hcl/syntaxparser.h"
#include "core/hcl/unicodeidentifier.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace drydock::hcl {

void SyntaxParser::report(ByteRange range, std::string summary, std::string detail, std::string hint)
{
    if (m_diagnostics.size() >= limits::Diagnostics)
        return;
    if (m_diagnostics.size() + 1 == limits::Diagnostics) {
        const auto end = static_cast<std::uint32_t>(m_text.size());
        m_diagnostics.push_back(
            {Severity::Error,
             "Too many errors",
             "The file has more than " + std::to_string(limits::Diagnostics - 1) + " errors; the rest was not read.",
             {end, end},
             "Check that this is a file in HCL native syntax."});
        return;
    }
    m_diagnostics.push_back({Severity::Error, std::move(summary), std::move(detail), range, std::move(hint)});
}

void SyntaxParser::fail(ByteRange range, std::string summary, std::string detail, std::string hint)
{
    report(range, std::move(summary), std::move(detail), std::move(hint));
    m_failed = true;
}

std::string SyntaxParser::lineOf(std::uint32_t offset) const
{
    return std::to_string(m_builder.source().position(offset).line);
}

std::string SyntaxParser::found() const
{
    static constexpr std::size_t Longest = 40;
    switch (m_token.kind) {
    case TokenKind::Identifier:
    case TokenKind::Number: {
        const std::string_view given = text(m_token.range());
        return given.size() <= Longest ? "\"" + std::string(given) + "\"" : std::string(tokenName(m_token.kind));
    }
    default:
        return std::string(tokenName(m_token.kind));
    }
}

void SyntaxParser::failExpression()
{
    if (m_failed)
        return;
    const std::string where = m_token.start > 0 && m_lastEnd > 0 ? " in line " + lineOf(m_lastEnd) : "";
    if (at(TokenKind::Invalid))
        failInvalid();
    else if (at(TokenKind::Less) && m_text.substr(m_token.start).starts_with("<<"))
        fail({m_token.start, m_token.start + 2}, "Invalid heredoc",
             "\"<<\" or \"<<-\" is followed by a name and the line's end.",
             "Write for example <<-EOT with nothing behind it, and EOT alone on a line at the end.");
    else if (at(TokenKind::Newline) || at(TokenKind::EndOfFile))
        fail({m_lastEnd, m_lastEnd}, "Missing value",
             "The value that should stand here" + where + " is not there; found " + found() + ".",
             "A value begins on the same line as its \"=\"; put parentheses around it to spread it over lines.");
    else if (at(TokenKind::Assign) || at(TokenKind::Arrow))
        fail(m_token.range(), "Value expected", "Found " + found() + " where a value should begin.",
             "Use == to compare.");
    else
        fail(m_token.range(), "Value expected", "Found " + found() + " where a value should begin.");
}

void SyntaxParser::failInvalid()
{
    const std::string_view rest = m_text.substr(m_token.start);
    const std::string given(text(m_token.range()));
    if (rest.starts_with("/*"))
        fail({m_token.start, m_token.start + 2}, "Unclosed comment", "The file ends before the \"*/\" of this comment.",
             "Add */.");
    else if (given == "'" || given == "`" || given == "\xe2\x80\x9c" || given == "\xe2\x80\x9d" ||
             given == "\xe2\x80\x98")
        fail(m_token.range(), "Wrong kind of quote", "Text is written in double quotes; " + given + " has no meaning.",
             "Use \" on both sides.");
    else if (given == "&" || given == "|")
        fail(m_token.range(), "Unknown operator", "There is no operator " + given + ".",
             "The logical operator is " + given + given + ".");
    else if (given == ";")
        fail(m_token.range(), "Semicolon", "Semicolons have no meaning.", "Put each argument on a line of its own.");
    else if (given == "^")
        fail(m_token.range(), "Unknown operator", "There is no operator ^.", "Use pow(base, exponent).");
    else if (given == "\n" || given == "\r")
        failUnterminatedString(m_token.start);
    else if (characters::is(given[0], characters::HighByte) && decodeUtf8(rest, 0).length == 0)
        fail(m_token.range(), "Invalid character encoding", "The bytes here are not valid UTF-8.",
             "Save the file with the encoding UTF-8.");
    else
        fail(m_token.range(), "Invalid character", "The character " + given + " has no meaning here.",
             "Text is written in double quotes.");
}

void SyntaxParser::failUnclosed(const Token &opener, std::string_view what)
{
    fail(opener.range(), "Unclosed " + std::string(what),
         "The file ends before the end of this " + std::string(what) + ".",
         "Check the nesting of brackets and quotes behind it.");
}

// Which bracket is probably the unclosed one: the first whose closing bracket is indented less than its own line.
std::string SyntaxParser::unclosedHint() const
{
    std::vector<Token> open;
    Lexer lexer(m_text);
    for (Token token = lexer.next(); token.kind != TokenKind::EndOfFile; token = lexer.next()) {
        switch (token.kind) {
        case TokenKind::OpenBrace:
        case TokenKind::OpenBracket:
        case TokenKind::OpenParen:
            open.push_back(token);
            break;
        case TokenKind::CloseBrace:
        case TokenKind::CloseBracket:
        case TokenKind::CloseParen: {
            if (open.empty())
                break;
            const Token opener = open.back();
            open.pop_back();
            const ByteRange line = m_builder.source().lineRange(m_builder.source().position(token.start).line);
            const bool first =
                m_text.substr(line.start, token.start - line.start).find_first_not_of(" \t") == std::string_view::npos;
            if (first && token.start - line.start < indentAt(opener.start))
                return "Probably the one in line " + lineOf(opener.start) + " is not closed: the bracket in line " +
                       lineOf(token.start) + " closes it, but is indented less.";
            break;
        }
        default:
            break;
        }
    }
    return "Add the missing brace; check the nesting of the braces behind it.";
}

void SyntaxParser::failUnterminatedString(std::uint32_t openQuote)
{
    const bool atLineEnd = m_token.kind != TokenKind::EndOfFile;
    fail({openQuote, openQuote + 1}, "Unterminated string",
         std::string(atLineEnd ? "The line" : "The file") + " ends before the closing quote of this string.",
         "Add the quote; write \\n for a line break, or use a heredoc (<<-EOT) for several lines.");
}

void SyntaxParser::failUnterminatedHeredoc(const Token &opener)
{
    std::string_view name = text(opener.range());
    name.remove_prefix(name.starts_with("<<-") ? 3 : 2);
    name = name.substr(0, name.find_first_of("\r\n"));
    const std::string shown(name);
    std::string hint = "Add a line with nothing but " + shown + ".";
    std::size_t lineStart = opener.end;
    while (lineStart < m_text.size()) {
        const std::size_t begin = std::min(m_text.find_first_not_of(" \t", lineStart), m_text.size());
        if (m_text.substr(begin).starts_with(name)) {
            const std::string line = lineOf(static_cast<std::uint32_t>(begin));
            hint = begin + name.size() >= m_text.find_last_not_of(" \t\r") + 1 && m_text.back() != '\n'
                       ? "The file's last line needs a line end behind " + shown + "."
                       : std::string("In line ").append(line).append(", nothing else may stand beside ").append(shown) +
                             ".";
            break;
        }
        lineStart = m_text.find('\n', begin);
        lineStart = lineStart == std::string_view::npos ? m_text.size() : lineStart + 1;
    }
    // It took what may have closed the blocks around it.
    m_unclosed = true;
    fail(opener.range(), "Unterminated heredoc", "No line ends the heredoc that begins here.", std::move(hint));
}

void SyntaxParser::failSeparator(const Scope &scope, std::string_view what)
{
    const char open = m_text[scope.opener.start];
    const std::string closer(1, open == '(' ? ')' : open == '[' ? ']' : '}');
    const std::string opened = "The " + std::string(what) + " began in line " + lineOf(scope.opener.start) + ".";
    if (at(TokenKind::Invalid))
        failInvalid();
    else if (at(TokenKind::EndOfFile))
        fail(scope.opener.range(), "Unclosed " + std::string(what),
             "The file ends before the \"" + closer + "\" that closes this " + std::string(what) + ".",
             "Add the missing bracket.");
    else if (what == "list" || what == "function call")
        fail(m_token.range(), "Missing comma or \"" + closer + "\"",
             "Found " + found() + " where a comma or \"" + closer + "\" is expected.", opened);
    else if (what == "object")
        fail(m_token.range(), "Missing newline, comma or \"}\"",
             "Found " + found() + " where a comma, a line end or \"}\" is expected.", opened);
    else
        fail(m_token.range(), "Missing \"" + closer + "\"",
             "Found " + found() + " where \"" + closer + "\" is expected.", opened);
}

// Comments may hold any bytes; elsewhere the text must be UTF-8.
void SyntaxParser::checkEncoding()
{
    std::size_t at = 0;
    auto comment = m_builder.comments().begin();
    while (at < m_text.size()) {
        std::uint64_t eight = 0;
        if (at + sizeof eight <= m_text.size()) {
            std::memcpy(&eight, m_text.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080ULL) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        const DecodedCharacter decoded = decodeUtf8(m_text, at);
        if (decoded.length != 0) {
            at += decoded.length;
            continue;
        }
        while (comment != m_builder.comments().end() && comment->end <= at)
            ++comment;
        if (comment != m_builder.comments().end() && comment->start <= at) {
            at = comment->end;
            continue;
        }
        const auto start = static_cast<std::uint32_t>(at);
        const bool known = std::any_of(m_diagnostics.begin(), m_diagnostics.end(),
                                       [start](const Diagnostic &d) { return d.range.start == start; });
        if (!known)
            report({start, start + 1}, "Invalid character encoding", "The bytes here are not valid UTF-8.",
                   "Save the file with the encoding UTF-8.");
        return;
    }
}

} // namespace drydock::hcl
