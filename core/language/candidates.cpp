// SPDX-License-Identifier: MIT
#include "core/language/candidates.h"

#include <algorithm>
#include <cctype>
#include <tuple>
#include <utility>

namespace drydock::language {

static char lower(char c)
{
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

std::optional<int> matchRank(std::string_view name, std::string_view typed)
{
    if (typed.empty())
        return 0;
    const auto same = [](char a, char b) { return lower(a) == lower(b); };
    int best = 3;
    for (auto at = name.begin();; ++at) {
        at = std::search(at, name.end(), typed.begin(), typed.end(), same);
        if (at == name.end())
            break;
        if (at == name.begin())
            return 0;
        const char before = *(at - 1);
        best =
            std::min(best, before == '.' || before == '_' || before == '-' || before == '/' || before == ':' ? 1 : 2);
    }
    if (best < 3)
        return best;
    std::size_t next = 0;
    for (const char c : name) {
        if (next < typed.size() && lower(c) == lower(typed[next]))
            ++next;
    }
    return next == typed.size() && lower(name.empty() ? '\0' : name[0]) == lower(typed[0]) ? std::optional<int>(3)
                                                                                           : std::nullopt;
}

void Candidates::add(CompletionItem item, int importance)
{
    if (item.filter.empty())
        item.filter = item.label;
    const std::optional<int> rank = matchRank(item.filter, m_typed);
    if (rank && m_labels.insert(item.label).second)
        m_all.push_back({std::move(item), *rank, importance});
}

Completions Candidates::take(hcl::ByteRange replace)
{
    const auto key = [](const Ranked &ranked) {
        return std::tuple(ranked.rank, ranked.importance, !ranked.item.isRequired, ranked.item.isDeprecated,
                          std::string_view(ranked.item.label));
    };
    std::sort(m_all.begin(), m_all.end(), [&](const Ranked &a, const Ranked &b) { return key(a) < key(b); });
    Completions completions;
    completions.replace = replace;
    completions.isIncomplete = m_all.size() > CompletionLimit;
    for (Ranked &ranked : m_all) {
        if (completions.items.size() == CompletionLimit)
            break;
        completions.items.push_back(std::move(ranked.item));
    }
    return completions;
}

} // namespace drydock::language
