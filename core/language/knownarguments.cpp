// SPDX-License-Identifier: MIT
#include "core/language/knownarguments.h"

#include <algorithm>

namespace drydock::language {

void KnownArguments::add(std::string_view type, std::string_view path)
{
    std::vector<std::string> steps(1);
    bool isInIndex = false;
    for (const char c : path) {
        if (c == '[')
            isInIndex = true;
        else if (c == ']')
            isInIndex = false;
        else if (c == '.' && !isInIndex)
            steps.emplace_back();
        else if (!isInIndex)
            steps.back() += c;
    }
    std::erase(steps, std::string());
    // Below tags and labels stand keys of the user's own.
    if (!steps.empty() && (steps[0] == "tags" || steps[0] == "labels"))
        steps.resize(1);
    if (!steps.empty() && type.find('*') == std::string_view::npos)
        m_paths[std::string(type)].insert(std::move(steps));
}

std::vector<KnownArguments::Name> KnownArguments::find(std::string_view type, std::span<const std::string> nested) const
{
    std::vector<Name> names;
    const auto paths = m_paths.find(type);
    if (paths == m_paths.end())
        return names;
    for (const std::vector<std::string> &path : paths->second) {
        if (path.size() <= nested.size() || !std::equal(nested.begin(), nested.end(), path.begin()))
            continue;
        const Form form = path.size() > nested.size() + 1 ? Form::Block : Form::Argument;
        const std::string &name = path[nested.size()];
        const auto there = std::find_if(names.begin(), names.end(), [&](const Name &one) { return one.name == name; });
        if (there == names.end())
            names.push_back({name, form});
        else if (form == Form::Block)
            there->form = form;
    }
    return names;
}

} // namespace drydock::language
