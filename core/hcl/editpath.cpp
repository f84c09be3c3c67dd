// SPDX-License-Identifier: MIT
#include "core/hcl/editpath.h"

#include "core/hcl/parser.h"

#include <algorithm>
#include <charconv>

namespace drydock::hcl {

static Failure badPath(std::string_view path)
{
    return failure("edit.path", "\"" + std::string(path) + "\" is not a path to an attribute.", {},
                   "Write names with dots between them, for example versioning.enabled or tags.\"cost-center\".");
}

// `"key"` as a step of its own, which the expression language does not know, is read as an index.
static std::string withBrackets(std::string_view path)
{
    std::string result;
    for (std::size_t at = 0; at < path.size(); ++at) {
        const bool quotedStep = path[at] == '"' && (at == 0 || path[at - 1] == '.');
        const std::size_t close = quotedStep ? path.find('"', at + 1) : std::string_view::npos;
        if (close == std::string_view::npos) {
            result += path[at];
            continue;
        }
        if (!result.empty())
            result.pop_back();
        result += (at == 0 ? "root[" : "[") + std::string(path.substr(at, close + 1 - at)) + "]";
        at = close;
    }
    return result;
}

Result<std::vector<PathStep>> parsePath(std::string_view path)
{
    const bool quotedRoot = path.starts_with('"');
    const ParsedFile file = parseExpression(SourceFile("<path>", withBrackets(path)));
    if (!file.ok())
        return badPath(path);
    std::vector<PathStep> steps;
    for (Expression at = file.expression();; at = at.source()) {
        if (at.kind() == ExpressionKind::Variable || at.kind() == ExpressionKind::AttributeAccess) {
            steps.push_back({std::string(at.name()), 0, false, false});
        } else if (at.kind() == ExpressionKind::Index || at.kind() == ExpressionKind::LegacyIndex) {
            const bool legacy = at.kind() == ExpressionKind::LegacyIndex;
            const std::string_view key = legacy ? at.name() : at.key().text();
            std::uint32_t index = 0;
            const auto parsed = std::from_chars(key.data(), key.data() + key.size(), index);
            if (!legacy && at.key().kind() == ExpressionKind::String)
                steps.push_back({*at.key().stringValue(), 0, false, true});
            else if (parsed.ptr == key.data() + key.size())
                steps.push_back({"", index, true, false});
            else
                return badPath(path);
        } else {
            return badPath(path);
        }
        if (!at.source())
            break;
    }
    std::reverse(steps.begin(), steps.end());
    if (quotedRoot)
        steps.erase(steps.begin());
    // An index belongs to the name before it.
    for (std::size_t i = 0; i < steps.size();) {
        if (!steps[i].name.empty() || !steps[i].indexed) {
            ++i;
            continue;
        }
        if (i == 0 || steps[i - 1].indexed || steps[i - 1].quoted)
            return badPath(path);
        steps[i - 1].index = steps[i].index;
        steps[i - 1].indexed = true;
        steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return steps;
}

} // namespace drydock::hcl
