// SPDX-License-Identifier: MIT
#include "core/policy/reason.h"

#include "core/policy/valuetools.h"

#include <vector>

namespace drydock::policy {

static bool isVariable(const std::string &origin)
{
    return origin.starts_with("var.") || origin.find(".var.") != std::string::npos;
}

static std::string explained(const std::string &origin)
{
    if (origin.starts_with('#'))
        return "it is not known how many " + origin.substr(1) + " there are";
    if (isVariable(origin))
        return origin + " has no value";
    if (isResourceOrigin(origin))
        return "an attribute of " + origin + " is known only after apply";
    if (origin.starts_with("module."))
        return origin + " is not available";
    return origin + " is not known";
}

std::string reasonFor(const hcl::Value &unknown)
{
    constexpr std::size_t most = 3;
    std::vector<std::string> variables;
    std::vector<std::string> others;
    const hcl::Marks marks = unknown.deepMarks();
    for (const std::string &origin : marks.origins())
        if (!origin.starts_with('=') && !origin.starts_with('@'))
            (isVariable(origin) || origin.starts_with('#') ? variables : others).push_back(explained(origin));
    // Resources are named only when nothing better explains it: a known part of the value may come from them.
    const std::vector<std::string> &reasons = variables.empty() ? others : variables;
    std::string text;
    for (std::size_t i = 0; i < reasons.size() && i < most; ++i)
        text += (i == 0 ? "" : "; ") + reasons[i];
    if (reasons.size() > most)
        text += "; and " + std::to_string(reasons.size() - most) + " more";
    return text.empty() ? "a value that it depends on is not known" : text;
}

} // namespace drydock::policy
