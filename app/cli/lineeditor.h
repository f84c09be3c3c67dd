// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::cli {

/// Reads lines from the terminal that standard input is, with editing and history: arrows, Home, End, Delete, Ctrl+A,
/// E, B, F, D, H, K, U, W, T, L, P and N. Ctrl+C drops the line. The cursor moves by code points.
class LineEditor
{
public:
    /// Nothing at Ctrl+D in an empty line, at the end of the input, or when a stop is requested.
    [[nodiscard]] std::optional<std::string> read(std::string_view prompt, const std::stop_token &stop);

private:
    enum class Key : unsigned char {
        Text,
        Enter,
        End,
        Interrupt,
        Left,
        Right,
        Home,
        LineEnd,
        Up,
        Down,
        Backspace,
        Delete,
        KillEnd,
        KillStart,
        KillWord,
        Swap,
        Clear,
        Other,
        Closed,
    };
    struct Input
    {
        Key key = Key::Other;
        std::string text; ///< of Key::Text: one code point
    };

    [[nodiscard]] static std::optional<char> byte(const std::stop_token &stop);
    [[nodiscard]] static Input input(const std::stop_token &stop);
    [[nodiscard]] static Input escape(const std::stop_token &stop);
    void edit(const Input &input);
    void move(const Input &input);
    void recall(bool older);
    void draw(std::string_view prompt) const;
    [[nodiscard]] std::size_t before(std::size_t at) const;
    [[nodiscard]] std::size_t behind(std::size_t at) const;

    std::string m_line;
    std::size_t m_cursor = 0; ///< byte offset in m_line
    std::vector<std::string> m_history;
    std::size_t m_recalled = 0; ///< position in m_history; its size: the line that is being written
    std::string m_written;
};

} // namespace drydock::cli
