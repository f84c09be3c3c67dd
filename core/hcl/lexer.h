// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/token.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace drydock::hcl {

/// What the text given to a Lexer is.
enum class LexMode : std::uint8_t {
    Configuration, ///< bodies and expressions
    Template,      ///< literal text with `${…}` and `%{…}`, as in a *.tftpl file
};

/// Splits a text into tokens, one at a time. Never fails: what begins no token becomes TokenKind::Invalid. Spaces,
/// tabs and a byte order mark are what lies between tokens. The text must outlive the lexer and be smaller than 4 GiB.
class Lexer
{
public:
    explicit Lexer(std::string_view text, LexMode mode = LexMode::Configuration);

    [[nodiscard]] Token next();

    /// Right after an OpenQuote: if the string has neither sequences nor line ends nor escapes, moves behind its
    /// closing quote and returns the offset behind it; otherwise returns 0 and nothing changes.
    [[nodiscard]] std::uint32_t skipPlainString();

    /// Forgets open quotes, heredocs and sequences and goes on at `offset`; the parser's way out of a broken line.
    void restart(std::uint32_t offset);

    /// How many quotes, heredocs and sequences are open.
    [[nodiscard]] std::uint32_t depth() const { return static_cast<std::uint32_t>(m_modes.size()); }

private:
    enum class Inside : std::uint8_t { Code, Sequence, Quotes, Heredoc, BareTemplate };
    struct Mode
    {
        Inside inside = Inside::Code;
        bool lineStart = false;        ///< in a heredoc: only line ends since the last line
        std::uint32_t braces = 0;      ///< open `{` inside a sequence
        std::uint32_t markerStart = 0; ///< a heredoc's name
        std::uint32_t markerEnd = 0;
    };

    [[nodiscard]] Token codeToken();
    [[nodiscard]] Token symbol(char c);
    [[nodiscard]] Token quotesToken();
    [[nodiscard]] Token heredocToken();
    [[nodiscard]] Token bareTemplateToken();
    [[nodiscard]] Token sequenceOpener();
    [[nodiscard]] Token closingBrace();
    [[nodiscard]] Token lessOrHeredoc();
    [[nodiscard]] Token comment();
    [[nodiscard]] Token number();
    [[nodiscard]] Token unicodeName();
    [[nodiscard]] Token invalid();
    [[nodiscard]] Token take(TokenKind kind, std::uint32_t length);
    [[nodiscard]] Token takeTo(TokenKind kind, std::uint32_t end);
    [[nodiscard]] Token takeEither(char second, TokenKind both, TokenKind alone);
    void finishName();

    [[nodiscard]] char peek(std::uint32_t ahead) const;
    [[nodiscard]] bool atSequence(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t skipDollars(std::uint32_t at) const;
    [[nodiscard]] std::uint32_t closingLine(std::uint32_t lineStart) const;
    void push(Mode mode);
    void pop();

    const char *m_text;
    std::uint32_t m_size;
    std::uint32_t m_at = 0;
    Inside m_inside = Inside::Code;
    Inside m_outermost = Inside::Code;
    std::vector<Mode> m_modes;
};

} // namespace drydock::hcl
