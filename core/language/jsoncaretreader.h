// SPDX-License-Identifier: MIT
#pragma once

#include "core/language/jsoncaret.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::language {

/// Reads the text before the caret and keeps what is open. Used once.
class JsonCaretReader
{
public:
    JsonCaretReader(std::string_view text, std::uint32_t offset);

    [[nodiscard]] JsonCaret read(const hcl::BodySchema &schema);

private:
    enum class State : std::uint8_t { Name, Colon, Value, Done };
    struct Frame
    {
        bool isArray = false;
        State state = State::Name;
        std::string name;               ///< of an object: the property that is being written
        std::vector<std::string> names; ///< of an object: those before the caret
    };
    /// What the names on the way to the caret lead to.
    enum class Stage : std::uint8_t { Body, Labels, Value };

    void scan();
    void take(std::uint32_t &at);
    void takeString(std::uint32_t &at);
    void close();
    [[nodiscard]] std::uint32_t endOfString(std::uint32_t start) const;
    [[nodiscard]] std::uint32_t behindBlanks(std::uint32_t at) const;
    void collectNamesBehind(std::uint32_t at);

    [[nodiscard]] Stage follow(const hcl::BodySchema &schema, JsonCaret &caret) const;
    [[nodiscard]] bool isOnName() const;
    void finishName(JsonCaret &caret, Stage stage) const;
    void finishValue(JsonCaret &caret) const;
    void finishExpression(JsonCaret &caret) const;
    [[nodiscard]] std::string decoded(std::vector<std::uint32_t> &places) const;

    std::string_view m_text;
    std::uint32_t m_offset;
    std::vector<Frame> m_frames;
    std::uint32_t m_start = 0; ///< of the string (behind its quote) or word at the caret
    std::uint32_t m_end = 0;   ///< before the quote that closes it
    bool m_isInString = false;
    bool m_isClosed = false;
};

} // namespace drydock::language
