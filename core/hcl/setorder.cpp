// SPDX-License-Identifier: MIT
#include "core/hcl/setorder.h"

#include "core/hcl/gotext.h"
#include "core/hcl/operations.h"

#include <algorithm>
#include <string>
#include <utility>

namespace drydock::hcl {

static void appendSetKey(std::string &out, const Value &value)
{
    if (value.isUnknown()) {
        out += '?';
        return;
    }
    if (value.isNull()) {
        out += '~';
        return;
    }
    switch (value.kind()) {
    case Kind::Bool:
        out += value.asBool() ? 'T' : 'F';
        return;
    case Kind::Number:
        out += generalText(value.asNumber(), 10);
        return;
    case Kind::String:
        out += quotedAsGo(value.asString());
        return;
    default:
        break;
    }
    const bool map = value.kind() == Kind::Map;
    const bool collection = map || value.kind() == Kind::List || value.kind() == Kind::Set;
    out += map ? '{' : collection ? '[' : '<';
    for (const Value &element : value.elements()) {
        appendSetKey(out, element);
        out += ';';
    }
    for (const Field &field : value.fields()) {
        if (map)
            out.append(quotedAsGo(field.name)).append(":");
        appendSetKey(out, field.value);
        out += ';';
    }
    out += map ? '}' : collection ? ']' : '>';
}

static std::string setKey(const Value &value)
{
    std::string key;
    appendSetKey(key, value);
    return key;
}

static void sortStructures(std::vector<Value> &members)
{
    std::vector<std::pair<std::string, Value>> keyed;
    keyed.reserve(members.size());
    for (Value &value : members) {
        std::string key = setKey(value);
        keyed.emplace_back(std::move(key), std::move(value));
    }
    std::ranges::stable_sort(keyed, [](const auto &a, const auto &b) {
        const auto keys = a.first <=> b.first;
        return keys != 0 ? keys < 0 : order(a.second, b.second) < 0;
    });
    std::ranges::transform(keyed, members.begin(), [](auto &entry) { return std::move(entry.second); });
}

void sortMembers(std::vector<Value> &members)
{
    if (std::ranges::any_of(members, [](const Value &value) { return value.length() > 0; }))
        sortStructures(members);
    else
        std::ranges::stable_sort(members, [](const Value &a, const Value &b) { return order(a, b) < 0; });
}

} // namespace drydock::hcl
