// SPDX-License-Identifier: MIT
#pragma once

#include <random>
#include <string>

namespace drydock::diff {

/// Texts that resemble each other: few different lines, so that equal ones are everywhere; with or without a last line
/// end.
class RandomText
{
public:
    explicit RandomText(std::uint32_t seed)
        : m_engine(seed)
    {
    }

    std::string text(int longest, int alphabet)
    {
        std::string result;
        const int lines = below(longest + 1);
        for (int i = 0; i < lines; ++i)
            result += line(alphabet);
        if (!result.empty() && below(3) == 0)
            result.pop_back();
        return result;
    }

    /// `original` with some lines removed, added and changed.
    std::string edited(const std::string &original, int alphabet)
    {
        std::string result;
        std::size_t start = 0;
        while (start < original.size()) {
            const std::size_t end = original.find('\n', start);
            const std::size_t next = end == std::string::npos ? original.size() : end + 1;
            const int action = below(12);
            if (action == 1)
                result += line(alphabet);
            if (action != 0 && action != 2)
                result += original.substr(start, next - start);
            else if (action == 2)
                result += line(alphabet);
            start = next;
        }
        return result;
    }

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_engine); }

private:
    std::string line(int alphabet)
    {
        const int pick = below(alphabet);
        return std::string(static_cast<std::size_t>(pick % 3) * 2, ' ') + "line " + std::to_string(pick) + "\n";
    }

    std::mt19937 m_engine;
};

} // namespace drydock::diff
