// SPDX-License-Identifier: MIT
#pragma once

#include "core/hcl/token.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {

/// A token on its way to the output. Its text must outlive the layout.
struct LayoutToken
{
    const char *text = nullptr;
    std::uint32_t size = 0;
    std::uint32_t spaces = 0; ///< before it
    TokenKind kind = TokenKind::EndOfFile;
    bool endsLine = false; ///< a newline, or a comment with the line end that closes it

    [[nodiscard]] std::string_view view() const { return {text, size}; }
};

/// Spaces tokens, indents lines by their brackets, aligns `=` and comments of neighbouring lines, and prints.
///
/// The rules are those of `terraform fmt`. Each line is cut into up to three cells: what leads, the assignment from its
/// `=` on (if no bracket stays open behind it), and a comment at the end.
class Layout
{
public:
    explicit Layout(std::string &output)
        : m_output(output)
    {
    }

    /// Takes whole lines; only the last call may end without a line end.
    void add(std::span<const LayoutToken> tokens);
    void finish() { flush(); }

private:
    struct Line
    {
        std::size_t begin;
        std::size_t assign;  ///< equals comment where there is no assignment
        std::size_t comment; ///< equals end where there is no comment
        std::size_t end;
        std::uint32_t columns; ///< of the leading cell, then of it and the assignment
    };

    void addLine(std::span<const LayoutToken> tokens);
    void split(Line &line);
    void indent(const Line &line);
    void space(std::size_t begin, std::size_t end);
    [[nodiscard]] bool wouldJoin(std::size_t number, std::size_t end) const;
    [[nodiscard]] std::uint32_t columns(std::size_t begin, std::size_t end) const;
    void alignAssignments();
    void alignComments();
    void flush();

    std::string &m_output;
    std::vector<std::uint32_t> m_indents; ///< how many brackets each level of indentation stands for
    std::vector<LayoutToken> m_tokens;    ///< of m_lines
    std::vector<Line> m_lines;            ///< not yet printed: later ones may still move their cells
};

} // namespace drydock::hcl
