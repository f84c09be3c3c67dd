// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/lexer.h"
#include "core/hcl/parser.h"
#include "core/hcl/treebuilder.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::hcl {

/// The recursive descent behind parse(), parseExpression() and parseTemplate(); used once. It pulls tokens from a
/// lexer.
///
/// After an error m_failed is set and every production returns with what it has; the body then looks for the place
/// where the next item begins and clears it. So there is one message for each thing that is wrong.
class SyntaxParser
{
public:
    SyntaxParser(SourceFile source, LexMode mode);

    [[nodiscard]] ParsedFile file();
    [[nodiscard]] ParsedFile expression();
    [[nodiscard]] ParsedFile bareTemplate();

    /// Reads a part of a source in another syntax: the bytes of `range` in storage(), `depth` levels inside of it.
    SyntaxParser(TreeBuilder builder, ByteRange range, LexMode mode, std::uint32_t depth);

    /// The node, with the quotes beside the range.
    [[nodiscard]] NodeId embeddedTemplate();
    [[nodiscard]] NodeId embeddedExpression();
    /// What the parser was given, grown; it is of no use afterwards.
    [[nodiscard]] TreeBuilder takeBuilder() { return std::move(m_builder); }
    [[nodiscard]] std::vector<Diagnostic> takeDiagnostics() { return std::move(m_diagnostics); }

private:
    /// A subtree and how high it is: recursion over a tree is bounded because the height is.
    struct Parsed
    {
        NodeId id = 0;
        std::uint32_t height = 1;
    };
    struct Scope
    {
        Token opener;
        bool skippedNewlines;
    };
    enum class LineKind : std::uint8_t { Item, ItemOrBrace };
    enum class Closing : std::uint8_t { End, Else, EndIf, EndFor };
    struct Header
    {
        NodeId first = 0;
        NodeId last = 0;
        std::uint32_t height = 1;
        bool ok = false;
    };
    struct AttributeName
    {
        std::uint32_t hash;
        ByteRange range;
    };

    // Tokens
    void advance();
    [[nodiscard]] bool at(TokenKind kind) const { return m_token.kind == kind; }
    [[nodiscard]] bool atWord(std::string_view word) const;
    [[nodiscard]] std::string_view text(ByteRange range) const { return m_text.substr(range.start, range.size()); }
    [[nodiscard]] Scope enter();
    [[nodiscard]] bool leave(const Scope &scope, TokenKind closer);
    [[nodiscard]] bool tooDeep();

    // Bodies
    [[nodiscard]] NodeId body(std::uint32_t start, const Token *opener);
    [[nodiscard]] NodeId item();
    [[nodiscard]] NodeId attribute(const Token &name);
    [[nodiscard]] NodeId block(const Token &type);
    [[nodiscard]] bool labels(const Token &type, Children &children);
    [[nodiscard]] NodeId quotedLabel();
    [[nodiscard]] NodeId blockBody();
    [[nodiscard]] NodeId oneLineBody(const Token &opener);
    void endOfItem(std::string_view what);
    void stray();
    void recover(std::uint32_t itemStart);
    [[nodiscard]] bool beginsItem(std::uint32_t lineStart, std::uint32_t indent, LineKind kind) const;
    [[nodiscard]] std::uint32_t indentAt(std::uint32_t offset) const;
    [[nodiscard]] bool stopsRecovery(std::uint32_t from, std::uint32_t indent, std::uint32_t depth) const;
    void checkRepeatedNames(std::size_t firstName);

    // Expressions
    [[nodiscard]] Parsed expressionNode();
    [[nodiscard]] Parsed conditional(Parsed condition);
    [[nodiscard]] Parsed binary(std::uint32_t level);
    [[nodiscard]] Parsed unary();
    [[nodiscard]] Parsed term();
    [[nodiscard]] Parsed word();
    [[nodiscard]] Parsed steps(Parsed source);
    [[nodiscard]] Parsed dotStep(Parsed source);
    [[nodiscard]] Parsed attributeSplat(Parsed source, const Token &dot);
    [[nodiscard]] Parsed bracketStep(Parsed source);
    [[nodiscard]] Parsed parentheses();
    [[nodiscard]] Parsed call(const Token &name);
    void arguments(const Scope &scope, Children &children, std::uint32_t &height, NodeKind &kind);
    [[nodiscard]] Parsed tuple();
    [[nodiscard]] Parsed object();
    void resumeObject(std::uint32_t objectStart, std::uint32_t itemStart);
    [[nodiscard]] Parsed objectItem(const Scope &scope);
    [[nodiscard]] Parsed forExpression(const Scope &scope);
    [[nodiscard]] Header forHeader();
    [[nodiscard]] Parsed number();
    [[nodiscard]] Parsed node(NodeKind kind, std::uint32_t start, std::uint32_t end, NodeId first,
                              std::uint32_t height);
    [[nodiscard]] Parsed missing();

    // Templates
    [[nodiscard]] Parsed quoted();
    [[nodiscard]] Parsed heredoc();
    void allParts(Children &children, std::uint32_t &height, TokenKind end);
    [[nodiscard]] Closing parts(Children &children, std::uint32_t &height, TokenKind end);
    [[nodiscard]] Parsed interpolation();
    [[nodiscard]] Parsed ifDirective(const Token &opener, const Scope &scope, TokenKind end);
    [[nodiscard]] Parsed forDirective(const Token &opener, const Scope &scope, TokenKind end);
    [[nodiscard]] Parsed directiveBody(Closing &closing, TokenKind end);
    bool closeSequence(const Scope &scope);
    void checkEscapes(ByteRange range);

    // Messages
    void report(ByteRange range, std::string summary, std::string detail, std::string hint = {});
    void fail(ByteRange range, std::string summary, std::string detail, std::string hint = {});
    void failExpression();
    void failInvalid();
    void failUnclosed(const Token &opener, std::string_view what);
    void failUnterminatedString(std::uint32_t openQuote);
    void failUnterminatedHeredoc(const Token &opener);
    void failSeparator(const Scope &scope, std::string_view what);
    [[nodiscard]] std::string found() const;
    [[nodiscard]] std::string unclosedHint() const;
    [[nodiscard]] std::string lineOf(std::uint32_t offset) const;
    void checkEncoding();
    void expectEnd();
    [[nodiscard]] ParsedFile finish(NodeId root);
    [[nodiscard]] bool refuse();

    TreeBuilder m_builder;
    std::string_view m_text;
    Lexer m_lexer;
    Token m_token;
    std::uint32_t m_lastEnd = 0; ///< where the token before m_token ended
    bool m_skipNewlines = false;
    bool m_failed = false;
    bool m_abandoned = false; ///< the objects around an error are left too
    bool m_unclosed = false;  ///< the end of the file was reported for an inner block
    std::uint32_t m_depth = 0;
    std::vector<AttributeName> m_names; ///< of all bodies that are open
    std::vector<Diagnostic> m_diagnostics;
};

} // namespace drydock::hcl
