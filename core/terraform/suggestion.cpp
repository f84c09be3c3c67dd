// SPDX-License-Identifier: MIT
#include "core/terraform/suggestion.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

namespace drydock::terraform {

// Names longer than this are not worth the quadratic time.
static constexpr std::size_t longestName = 100;

// How often each letter stands in a name: two names differ by at least what their letters differ by.
using Letters = std::array<std::uint8_t, 32>;

static Letters lettersOf(std::string_view name)
{
    Letters letters{};
    for (const char c : name)
        ++letters[static_cast<unsigned char>(c) & 31U];
    return letters;
}

static std::size_t leastEdits(const Letters &a, std::string_view b)
{
    const Letters other = lettersOf(b);
    std::size_t more = 0;
    std::size_t less = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        more += a[i] > other[i] ? static_cast<std::size_t>(a[i] - other[i]) : 0;
        less += other[i] > a[i] ? static_cast<std::size_t>(other[i] - a[i]) : 0;
    }
    return std::max(more, less);
}

// Levenshtein's distance of names of at most longestName; anything from `limit` on is `limit`.
static std::size_t distance(std::string_view a, std::string_view b, std::size_t limit)
{
    while (!a.empty() && !b.empty() && a.front() == b.front()) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && !b.empty() && a.back() == b.back()) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
    std::array<std::size_t, longestName + 1> row{};
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
            least = std::min(least, row[j]);
        }
        if (least >= limit)
            return limit;
    }
    return std::min(row[b.size()], limit);
}

std::string closestName(std::string_view name, std::span<const std::string> candidates)
{
    std::string_view best;
    std::size_t least = std::max<std::size_t>(2, name.size() / 3 + 1);
    if (name.size() > longestName)
        return {};
    const Letters letters = lettersOf(name);
    for (const std::string &candidate : candidates) {
        const std::size_t longer = std::max(candidate.size(), name.size());
        if (candidate.size() > longestName || longer - std::min(candidate.size(), name.size()) >= least ||
            leastEdits(letters, candidate) >= least)
            continue;
        const std::size_t edits = distance(name, candidate, least);
        if (edits < least && edits < longer) {
            least = edits;
            best = candidate;
        }
    }
    return std::string(best);
}

std::string didYouMean(std::string_view name, std::span<const std::string> candidates, std::string_view prefix)
{
    const std::string best = closestName(name, candidates);
    return best.empty() ? best : "Did you mean " + std::string(prefix) + best + "?";
}

std::string Suggestions::didYouMean(std::string_view name, std::span<const std::string> candidates,
                                    std::string_view prefix)
{
    if (m_compared > most)
        return {};
    m_compared += candidates.size();
    return terraform::didYouMean(name, candidates, prefix);
}

} // namespace drydock::terraform
