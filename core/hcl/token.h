// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/byterange.h"

#include <cstdint>
#include <string_view>

namespace drydock::hcl {

enum class TokenKind : std::uint8_t {
    EndOfFile,
    Newline,       ///< `\n` or `\r\n`
    Comment,       ///< without the line end that closes a `#` or `//` comment
    Identifier,    ///< with dashes and Unicode letters
    Number,        ///< digits, fraction, exponent; no sign
    OpenQuote,     ///< `"`
    CloseQuote,    ///< `"`
    OpenHeredoc,   ///< `<<NAME` or `<<-NAME` with its line end
    CloseHeredoc,  ///< the line with the closing name, without its line end
    TemplateText,  ///< literal run up to a sequence or the end; in a heredoc also over several lines
    Interpolation, ///< `${` or `${~`
    Control,       ///< `%{` or `%{~`
    SequenceEnd,   ///< `}` or `~}` that closes one of the two
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    OpenParen,
    CloseParen,
    Dot,
    Comma,
    Colon,
    DoubleColon,
    Ellipsis,
    Question,
    Assign,
    Arrow,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    And,
    Or,
    Not,
    Invalid, ///< bytes that begin no token; the parser says why
};

/// What a message calls a token of the kind: "a newline", "\"{\"", "an identifier".
[[nodiscard]] std::string_view tokenName(TokenKind kind);

struct Token
{
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    TokenKind kind = TokenKind::EndOfFile;

    [[nodiscard]] ByteRange range() const { return {start, end}; }
};

} // namespace drydock::hcl
