// SPDX-License-Identifier: MIT
#include "core/hcl/formatter.h"

#include "core/hcl/layout.h"
#include "core/hcl/lexer.h"
#include "core/hcl/rewrite.h"

#include <vector>

namespace drydock::hcl {

/// Reads layout tokens, with the line end of a comment in its token.
class LayoutLexer
{
public:
    explicit LayoutLexer(std::string_view text)
        : m_text(text)
        , m_lexer(text)
        , m_token(m_lexer.next())
    {
    }

    [[nodiscard]] bool atEnd() const { return m_token.kind == TokenKind::EndOfFile; }
    [[nodiscard]] std::uint32_t start() const { return m_token.start; }
    [[nodiscard]] std::uint32_t lastEnd() const { return m_lastEnd; }

    [[nodiscard]] LayoutToken next()
    {
        const Token token = m_token;
        const std::uint32_t spaces = token.start - m_lastEnd;
        std::uint32_t end = token.end;
        m_token = m_lexer.next();
        const bool lineComment =
            token.kind == TokenKind::Comment && (m_text[token.start] == '#' || m_text[token.start + 1] == '/');
        const bool endsLine = lineComment && m_token.kind == TokenKind::Newline;
        if (endsLine) {
            end = m_token.end;
            m_token = m_lexer.next();
        }
        m_lastEnd = end;
        return {m_text.data() + token.start, end - token.start, spaces, token.kind,
                endsLine || token.kind == TokenKind::Newline};
    }

private:
    std::string_view m_text;
    Lexer m_lexer;
    Token m_token;
    std::uint32_t m_lastEnd = 0;
};

std::string formatLayout(std::string_view text)
{
    std::string output;
    output.reserve(text.size() + text.size() / 16);
    Layout layout(output);
    std::vector<LayoutToken> line;
    for (LayoutLexer lexer(text); !lexer.atEnd();) {
        line.push_back(lexer.next());
        if (line.back().endsLine || lexer.atEnd()) {
            layout.add(line);
            line.clear();
        }
    }
    layout.finish();
    return output;
}

static std::string print(const ParsedFile &file, Rewriter &rewriter)
{
    const std::string_view text = file.source().text();
    std::string output;
    output.reserve(text.size() + text.size() / 16);
    Layout layout(output);
    std::vector<LayoutToken> tokens;
    LayoutLexer lexer(text);
    while (!lexer.atEnd()) {
        rewriter.before(lexer.start(), tokens);
        tokens.push_back(lexer.next());
        const bool lineEnds = tokens.back().endsLine;
        rewriter.after(lexer.lastEnd(), tokens);
        if ((lineEnds && !rewriter.isInside()) || lexer.atEnd()) {
            layout.add(tokens);
            tokens.clear();
        }
    }
    layout.finish();
    output.append(text.size() - lexer.lastEnd(), ' ');
    return output;
}

std::string format(const ParsedFile &file)
{
    if (!file.ok() || file.tree->syntax() == Syntax::Json)
        return std::string(file.source().text());
    Rewriter rewriter(file.body());
    std::string output = print(file, rewriter);
    // Here the real program can make a file that it refuses itself.
    if (rewriter.isRisky() && !parse(SourceFile(file.source().name(), output)).ok()) {
        Rewriter careful(file.body(), Rewriter::Unwrap::Safe);
        output = print(file, careful);
    }
    return output;
}

} // namespace drydock::hcl
