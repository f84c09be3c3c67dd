// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/token.h"
#include "core/language/caretcontext.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::language {

/// Reads the tokens before the caret and keeps what is open. Used once.
class CaretReader
{
public:
    CaretReader(std::string_view text, std::uint32_t offset);

    [[nodiscard]] CaretContext read();

private:
    enum class FrameKind : std::uint8_t { Body, Object, Tuple, Parentheses, Call, Index, Template, Quotes, Heredoc };
    enum class State : std::uint8_t {
        Start,  ///< of a body item or object key
        Header, ///< behind a name in a body
        Value,
    };
    struct Frame
    {
        FrameKind kind = FrameKind::Body;
        State state = State::Start;
        std::uint32_t start = 0;
        OpenBlock block;       ///< Body
        OpenBlock header;      ///< Body: the one that is being read
        std::string attribute; ///< Body: the argument that is being written
        std::uint32_t attributeStart = 0;
        std::string key; ///< Object: the one whose value is being written
        std::vector<std::string> keys;
        std::string function; ///< Call
        hcl::ByteRange name;
        std::size_t arguments = 0;
        std::vector<CaretContext::ForName> forNames;
        bool isReadingFor = false; ///< between `for` and `:`
        bool isBehindIn = false;
        std::uint32_t collectionStart = 0;
        std::size_t firstToken = 0; ///< of the expression that is being written, in m_tokens
    };

    void take(const hcl::Token &token);
    void takeInBody(const hcl::Token &token);
    void takeHeader(const hcl::Token &token);
    void takeInObject(const hcl::Token &token);
    void takeOperand(const hcl::Token &token);
    void takeFor(const hcl::Token &token);
    void open(const hcl::Token &token, FrameKind kind);
    void close(const hcl::Token &token);
    void endString(std::uint32_t offset);
    void resetAtBlock(const hcl::Token &token);
    void beginExpression() { m_frames.back().firstToken = m_tokens.size(); }
    [[nodiscard]] std::string_view textOf(const hcl::Token &token) const;
    [[nodiscard]] bool isInText() const;

    void finish(CaretContext &context);
    void finishFrames(CaretContext &context) const;
    void finishText(CaretContext &context);
    void finishSteps(CaretContext &context) const;
    [[nodiscard]] std::size_t readIndex(std::size_t at, std::vector<WrittenStep> &steps) const;
    [[nodiscard]] bool expectsOperand() const;

    std::string_view m_text;
    std::uint32_t m_offset;
    std::uint32_t m_wordStart;
    std::vector<Frame> m_frames;
    std::vector<hcl::Token> m_tokens; ///< before the word, without comments and line ends
    std::vector<CaretContext::ForName> m_outerFor;
    bool m_isInComment = false;
    bool m_isLineStart = true;
    hcl::Token m_last;
};

} // namespace drydock::language
