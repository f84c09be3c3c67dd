// SPDX-License-Identifier: MIT
#include "core/base/glob.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace drydock {

// A set of pattern positions is carried through the text, so a hostile pattern costs pattern * text and no more.
static void addPosition(std::vector<char> &set, std::string_view pattern, std::size_t at)
{
    while (true) {
        set[at] = 1;
        if (at >= pattern.size() || pattern[at] != '*')
            return;
        ++at;
    }
}

bool globMatches(std::string_view pattern, std::string_view text, char separator)
{
    std::vector<char> now(pattern.size() + 1, 0);
    std::vector<char> next(pattern.size() + 1, 0);
    addPosition(now, pattern, 0);
    for (const char c : text) {
        std::fill(next.begin(), next.end(), 0);
        for (std::size_t at = 0; at < pattern.size(); ++at) {
            if (now[at] == 0)
                continue;
            if (pattern[at] == '*') {
                const bool crosses =
                    (at + 1 < pattern.size() && pattern[at + 1] == '*') || (at > 0 && pattern[at - 1] == '*');
                if (crosses || c != separator)
                    addPosition(next, pattern, at);
            } else if (pattern[at] == '?' ? c != separator : pattern[at] == c) {
                addPosition(next, pattern, at + 1);
            }
        }
        // `**/` also stands for no folder at all.
        std::swap(now, next);
    }
    if (now[pattern.size()] != 0)
        return true;
    const std::size_t any = pattern.find("**/");
    if (any == std::string_view::npos)
        return false;
    std::string_view rest = pattern.substr(any + 3);
    return text.substr(0, any) == pattern.substr(0, any) && globMatches(rest, text.substr(any), separator);
}

} // namespace drydock
