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

/// The same where the position is reached first: there `**/` may also stand for no folder at all.
static void enterPosition(std::vector<char> &set, std::string_view pattern, std::size_t at)
{
    constexpr std::string_view folders = "**/";
    while (pattern.substr(at).starts_with(folders)) {
        addPosition(set, pattern, at);
        at += folders.size();
    }
    addPosition(set, pattern, at);
}

bool globMatches(std::string_view pattern, std::string_view text, char separator)
{
    std::vector<char> now(pattern.size() + 1, 0);
    std::vector<char> next(pattern.size() + 1, 0);
    enterPosition(now, pattern, 0);
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
                enterPosition(next, pattern, at + 1);
            }
        }
        std::swap(now, next);
    }
    return now[pattern.size()] != 0;
}

} // namespace drydock
