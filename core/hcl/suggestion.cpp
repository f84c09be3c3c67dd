// SPDX-License-Identifier: MIT
#include "core/hcl/suggestion.h"

#include <algorithm>
#include <vector>

namespace drydock::hcl {

/// Levenshtein distance, but swapping neighbours counts once.
static std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> previous(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        previous[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({previous[j] + 1, row[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, previous);
        std::swap(previous, row);
    }
    return previous[b.size()];
}

std::string suggestion(std::string_view written, std::span<const std::string> names)
{
    constexpr std::size_t longest = 64;
    if (written.size() > longest)
        return {};
    std::size_t best = std::max<std::size_t>(1, written.size() / 3) + 1;
    const std::string *nearest = nullptr;
    for (const std::string &name : names) {
        if (name.size() > longest)
            continue;
        const std::size_t far = distance(written, name);
        if (far < best) {
            best = far;
            nearest = &name;
        }
    }
    return nearest != nullptr ? "Did you mean \"" + *nearest + "\"?" : std::string();
}

} // namespace drydock::hcl
