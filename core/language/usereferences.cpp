// SPDX-License-Identifier: MIT
// What the names of one expression mean.
#include "core/language/fileindex.h"
#include "core/language/usecollector.h"

#include <algorithm>

namespace drydock::language {

using hcl::Expression;
using hcl::NodeId;

void UseCollector::visit(NodeId id)
{
    hcl::NameWalk(*m_tree, *this).visit(id);
}

std::size_t UseCollector::bind(std::span<const std::string_view> names, const Expression &collection)
{
    const std::size_t before = m_bound.size();
    for (std::size_t at = 0; at < names.size(); ++at)
        m_bound.push_back({names[at], at + 1 == names.size() ? callOver(collection) : std::string()});
    return before;
}

void UseCollector::unbind(std::size_t before)
{
    m_bound.resize(before);
}

void UseCollector::traversal(NodeId id)
{
    std::vector<TraversalStep> steps;
    const Expression root = rootOf(Expression(m_tree, id), steps);
    if (root.kind() == hcl::ExpressionKind::Variable) {
        steps.insert(steps.begin(), {TraversalStep::Kind::Name, root.name(), root.range(), {}});
        reference(steps);
    } else if (root && root.kind() != hcl::ExpressionKind::SplatItem) {
        const std::size_t before = m_index.uses.size();
        visit(root.id());
        const std::string call = callOver(root);
        if (const std::size_t after = m_index.uses.size(); !call.empty()) {
            output(call, steps);
            for (std::size_t use = before; use < after; ++use)
                m_index.uses[use].isWhole = m_index.uses.size() == after;
        }
    }
    for (const TraversalStep &step : steps) {
        if (step.key)
            visit(step.key.id());
    }
}

void UseCollector::resource(SymbolKind kind, Steps steps, std::size_t first)
{
    if (steps.size() < first + 2 || steps[first].kind != TraversalStep::Kind::Name ||
        steps[first + 1].kind != TraversalStep::Kind::Name)
        return;
    add(kind, std::string(steps[first].name) + "." + std::string(steps[first + 1].name), steps[first + 1].range,
        {steps[0].range.start, steps[first + 1].range.end});
}

// The output that is named behind a call, its key or splat.
void UseCollector::output(std::string call, Steps rest)
{
    const auto name = std::find_if(rest.begin(), rest.end(),
                                   [](const TraversalStep &step) { return step.kind == TraversalStep::Kind::Name; });
    if (name == rest.end())
        return;
    Use &use = add(SymbolKind::Output, std::string(name->name), name->range, name->range);
    use.through.push_back(std::move(call));
}

void UseCollector::reference(Steps steps)
{
    const std::string_view root = steps[0].name;
    if (const Bound *named = bound(root)) {
        // A dynamic block's iterator has its element in `.value`.
        const bool isIterator = steps.size() > 1 && steps[1].name == "value";
        if (!named->call.empty())
            output(named->call, steps.subspan(isIterator ? 2 : 1));
        return;
    }
    const bool hasName = steps.size() > 1 && steps[1].kind == TraversalStep::Kind::Name;
    const auto subject = [&](SymbolKind kind) -> Use & {
        return add(kind, std::string(steps[1].name), steps[1].range, {steps[0].range.start, steps[1].range.end});
    };
    if (root == "each" || root == "count" || root == "self" || root == "path" || root == "terraform")
        instanceReference(steps);
    else if (root == "data" || root == "ephemeral" || root == "resource")
        resource(root == "data"        ? SymbolKind::Data
                 : root == "ephemeral" ? SymbolKind::Ephemeral
                                       : SymbolKind::Resource,
                 steps, 1);
    else if (!hasName)
        return;
    else if (root == "var")
        subject(SymbolKind::Variable);
    else if (root == "local")
        subject(SymbolKind::Local);
    else if (root == "module") {
        const std::size_t before = m_index.uses.size() + 1;
        Use &use = subject(SymbolKind::Module);
        const std::size_t at = m_index.uses.size() - 1;
        (void)use;
        output(std::string(steps[1].name), steps.subspan(2));
        m_index.uses[at].isWhole = m_index.uses.size() == before;
    } else if (m_isTest && (root == "output" || root == "run" || root == "check"))
        testReference(steps);
    else
        resource(SymbolKind::Resource, steps, 0);
}

void UseCollector::instanceReference(Steps steps)
{
    if (m_eachCall.empty() || steps[0].name != "each" || steps.size() < 3 || steps[1].name != "value")
        return;
    output(m_eachCall, steps.subspan(2));
}

void UseCollector::testReference(Steps steps)
{
    const std::string name(steps[1].name);
    const hcl::ByteRange hit{steps[0].range.start, steps[1].range.end};
    if (steps[0].name == "output") {
        add(SymbolKind::Output, name, steps[1].range, hit);
        return;
    }
    const bool isRun = steps[0].name == "run";
    add(isRun ? SymbolKind::Run : SymbolKind::Check, name, steps[1].range, hit);
    if (!isRun || steps.size() < 3 || steps[2].kind != TraversalStep::Kind::Name)
        return;
    Use &use = add(SymbolKind::Output, std::string(steps[2].name), steps[2].range, steps[2].range);
    use.through.clear();
    const auto run = std::find_if(m_runs.begin(), m_runs.end(), [&](const auto &pair) { return pair.first == name; });
    if (run != m_runs.end() && run->second.find('/') != std::string::npos)
        use.through.push_back(run->second);
}

} // namespace drydock::language
