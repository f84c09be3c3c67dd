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

    /// Right after an OpenQuote: if the string has neither sequences nor line ends, moves behind its closing quote and
    /// returns the offset behind it; otherwise returns 0 and nothing changes.
    [[nodiscard]] std::uint32_t skipPlainString();

    /// Forgets open quotes, heredocs and sequences and goes on at `offset`; the parser's way out of a broken line.
    void restart(std::uint32_t offset);

    /// How many quotes, heredocs and sequences are open.
    [[nodiscard]] std::uint32_t depth() const { return static_cast<std::uint32_t>(m_modes.size()); }

private:
    enum class Inside : std::uint8_t { Sequence, Quotes, Heredoc, BareTemplate };
    struct Mode
    {
        Inside inside;
        std::uint32_t braces;      ///< open `{` inside a sequence
        std::uint32_t markerStart; ///< a heredoc's name
        std::uint32_t markerEnd;
    };

    Token nextInCode();
    Token nextInQuotes();
    Token nextInHeredoc();
    Token nextInBareTemplate();
    Token sequenceStart();
    Token openHeredocOrLess();
    Token comment();
    Token number();
    Token word();
    Token other();
    Token token(TokenKind kind, std::uint32_t length);
    [[nodiscard]] std::uint32_t heredocEnd(const Mode &mode) const;

    const char *m_text;
    std::uint32_t m_size;
    std::uint32_t m_at = 0;
    std::vector<Mode> m_modes;
};

} // namespace drydock::hcl
