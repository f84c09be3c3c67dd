// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::hcl {

/// Makes valid HCL that nobody would write: random spacing, comments in odd places, every kind of expression, line
/// ends wherever they are allowed. The same seed gives the same text on every platform.
class UglySource
{
public:
    explicit UglySource(std::uint32_t seed)
        : m_random(seed)
    {
    }

    [[nodiscard]] std::string file();

private:
    [[nodiscard]] std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(m_random() % bound); }
    [[nodiscard]] bool chance(std::uint32_t percent) { return below(100) < percent; }
    [[nodiscard]] std::string_view pick(const std::vector<std::string_view> &choices);

    void space();
    void gap();
    void lineEnd();
    void name();
    void body(int depth);
    void item(int depth);
    void attribute(int depth);
    void block(int depth);
    void expression(int depth);
    void term(int depth);
    void steps(int depth);
    void call(int depth);
    void list(int depth);
    void object(int depth);
    void forExpression(int depth);
    void quoted(int depth);
    void heredoc(int depth);
    void templateParts(int depth, bool lines);
    void directive(int depth, bool lines);
    void bracketed(int depth);

    std::mt19937 m_random;
    std::string m_text;
    int m_brackets = 0; ///< inside of brackets line ends may stand anywhere
    int m_serial = 0;
};

} // namespace drydock::hcl
