// SPDX-License-Identifier: MIT
#include "core/terraform/suggestion.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace drydock::terraform {

// Levenshtein's distance; names longer than this are not worth the quadratic time.
static constexpr std::size_t longestName = 100;

static std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
        }
    }
    return row[b.size()];
}

std::string closestName(std::string_view name, std::span<const std::string> candidates)
{
    std::string best;
    std::size_t least = std::max<std::size_t>(2, name.size() / 3 + 1);
    if (name.size() > longestName)
        return best;
    for (const std::string &candidate : candidates) {
        const std::size_t longer = std::max(candidate.size(), name.size());
        if (candidate.size() > longestName || longer - std::min(candidate.size(), name.size()) >= least)
            continue;
        const std::size_t edits = distance(name, candidate);
        if (edits < least && edits < longer) {
            least = edits;
            best = candidate;
        }
    }
    return best;
}

std::string didYouMean(std::string_view name, std::span<const std::string> candidates, std::string_view prefix)
{
    const std::string best = closestName(name, candidates);
    return best.empty() ? best : "Did you mean " + std::string(prefix) + best + "?";
}

} // namespace drydock::terraform
