// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/diagnostic.h"
#include "core/hcl/source.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {

enum class JsonTokenKind : std::uint8_t {
    EndOfFile,
    OpenBrace,
    CloseBrace,
    OpenBracket,
    CloseBracket,
    Comma,
    Colon,
    Equals, ///< no JSON, but what people write who know the native syntax
    Word,   ///< true, false, null and whatever else is made of letters
    Number,
    String,
    Invalid,
};

struct JsonToken
{
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::uint32_t decodedStart = 0; ///< of a string with escapes: its quotes and text in storage(); else as start, end
    std::uint32_t decodedEnd = 0;
    std::uint32_t partner = 0; ///< of an opening bracket: the index of the token that closes it, or of the last one
    JsonTokenKind kind = JsonTokenKind::EndOfFile;

    [[nodiscard]] ByteRange range() const { return {start, end}; }
    [[nodiscard]] ByteRange stored() const { return {decodedStart, decodedEnd}; }
};

/// Splits a JSON text into tokens and decodes the strings that have escapes. Private to this folder.
class JsonLexer
{
public:
    explicit JsonLexer(std::string_view text);

    /// Ends with EndOfFile.
    [[nodiscard]] std::vector<JsonToken> tokens();

    /// What SourceFile::addDecoded() is to be given; empty where no string has escapes.
    [[nodiscard]] const std::string &decoded() const { return m_decoded; }
    [[nodiscard]] std::vector<DecodedPiece> takePieces() { return std::move(m_pieces); }
    [[nodiscard]] std::vector<Diagnostic> takeDiagnostics() { return std::move(m_diagnostics); }

private:
    [[nodiscard]] JsonToken next();
    [[nodiscard]] JsonToken string();
    [[nodiscard]] JsonToken take(JsonTokenKind kind, std::uint32_t end);
    static void pairBrackets(std::vector<JsonToken> &tokens);
    void decode(JsonToken &token);
    [[nodiscard]] std::uint32_t decodeEscape(std::uint32_t at, std::uint32_t end);
    void beginPiece(std::uint32_t written);
    void report(Severity severity, ByteRange range, std::string summary, std::string detail, std::string hint);

    std::string_view m_text;
    std::uint32_t m_size;
    std::uint32_t m_at = 0;
    std::string m_decoded;
    std::vector<DecodedPiece> m_pieces;
    std::vector<Diagnostic> m_diagnostics;
};

} // namespace drydock::hcl
