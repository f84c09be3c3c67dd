// SPDX-License-Identifier: MIT
#include "core/policy/joincache.h"

#include <algorithm>
#include <functional>

namespace drydock::policy {

std::string_view withoutKey(std::string_view address)
{
    if (!address.ends_with(']'))
        return address;
    // The key of the last step: a bracket inside quotes is part of it.
    bool quoted = false;
    std::size_t open = std::string_view::npos;
    for (std::size_t i = 0; i < address.size(); ++i) {
        if (address[i] == '"' && (i == 0 || address[i - 1] != '\\'))
            quoted = !quoted;
        else if (address[i] == '[' && !quoted)
            open = i;
    }
    return address.substr(0, open);
}

static std::string everyKeyOf(std::string_view base)
{
    return std::string(base) + "#";
}

void JoinIndex::addAddress(std::string_view address, const Subject *subject)
{
    const std::string_view base = withoutKey(address);
    m_byAddress[std::string(address)].push_back(subject);
    m_byAddress[everyKeyOf(base)].push_back(subject);
    if (address.ends_with("[*]"))
        m_byAddress[std::string(base)].push_back(subject);
}

std::vector<const Subject *> JoinIndex::candidates(const std::vector<std::string> &texts,
                                                   const std::vector<std::string> &addresses) const
{
    std::vector<const Subject *> result = m_open;
    const auto take = [&result](const Map &map, const std::string &key) {
        if (const auto at = map.find(key); at != map.end())
            result.insert(result.end(), at->second.begin(), at->second.end());
    };
    for (const std::string &text : texts)
        take(m_byText, text);
    for (const std::string &address : addresses) {
        const std::string base(withoutKey(address));
        take(m_byAddress, address);
        if (base != address)
            take(m_byAddress, base);
        // A reference to all instances, or to one of an unknown number.
        if (base == address || address.ends_with("[*]"))
            take(m_byAddress, everyKeyOf(base));
    }
    std::sort(result.begin(), result.end(),
              [](const Subject *a, const Subject *b) { return std::less<>()(a->instance, b->instance); });
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

const JoinIndex *JoinCache::find(const std::string &key) const
{
    const auto at = m_indexes.find(key);
    return at == m_indexes.end() ? nullptr : at->second.get();
}

const JoinIndex &JoinCache::keep(const std::string &key, JoinIndex index)
{
    return *m_indexes.insert_or_assign(key, std::make_unique<const JoinIndex>(std::move(index))).first->second;
}

} // namespace drydock::policy
