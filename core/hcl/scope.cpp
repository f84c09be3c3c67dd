// SPDX-License-Identifier: MIT
#include "core/hcl/scope.h"

#include <algorithm>

namespace drydock::hcl {

VariableScope::VariableScope(Fields variables, const Scope *parent)
    : m_variables(std::move(variables))
    , m_parent(parent)
{
    std::ranges::stable_sort(m_variables, {}, &Field::name);
}

static Fields::const_iterator lowerBound(const Fields &fields, std::string_view name)
{
    return std::ranges::lower_bound(fields, name, {},
                                    [](const Field &field) -> std::string_view { return field.name; });
}

void VariableScope::set(std::string name, Value value)
{
    const auto at = m_variables.begin() + (lowerBound(m_variables, name) - m_variables.cbegin());
    if (at != m_variables.end() && at->name == name)
        at->value = std::move(value);
    else
        m_variables.insert(at, {std::move(name), std::move(value)});
}

std::optional<Resolution> VariableScope::resolve(const Reference &reference) const
{
    const auto found = lowerBound(m_variables, reference.root);
    if (found != m_variables.end() && found->name == reference.root)
        return Resolution{found->value, 0, {}, {}};
    return m_parent != nullptr ? m_parent->resolve(reference) : std::nullopt;
}

std::vector<std::string> VariableScope::names() const
{
    std::vector<std::string> all;
    if (m_parent != nullptr)
        all = m_parent->names();
    for (const Field &field : m_variables)
        all.push_back(field.name);
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace drydock::hcl
