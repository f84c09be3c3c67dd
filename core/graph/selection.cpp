// SPDX-License-Identifier: MIT
#include "core/graph/selection.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

namespace drydock::graph {

using terraform::DependencyGraph;
using terraform::GraphEdge;
using terraform::GraphNode;
using terraform::GraphNodeKind;

static std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

static bool isInModule(const GraphNode &node, const std::string &module)
{
    const std::string path = node.module.text();
    return path == module || path.starts_with(module + ".") || node.address == module;
}

static bool fits(const GraphNode &node, const Selection &selection, const std::string &text)
{
    if (selection.kinds.empty() ? node.kind == GraphNodeKind::ModuleEnd
                                : std::ranges::find(selection.kinds, node.kind) == selection.kinds.end())
        return false;
    if (!text.empty() && lower(node.address).find(text) == std::string::npos)
        return false;
    return selection.module.empty() || isInModule(node, selection.module);
}

/// Marks what can be reached in one direction within the distance.
static void reach(const std::vector<std::vector<std::uint32_t>> &next, std::uint32_t start, int distance,
                  std::vector<bool> &reached)
{
    std::vector<bool> seen(next.size());
    std::vector<std::uint32_t> ring{start};
    seen[start] = true;
    for (int step = 0; step < distance && !ring.empty(); ++step) {
        std::vector<std::uint32_t> further;
        for (const std::uint32_t node : ring)
            for (const std::uint32_t neighbour : next[node])
                if (!seen[neighbour]) {
                    seen[neighbour] = true;
                    further.push_back(neighbour);
                }
        ring = std::move(further);
    }
    for (std::size_t node = 0; node < seen.size(); ++node)
        if (seen[node])
            reached[node] = true;
}

static std::vector<bool> surroundings(const DependencyGraph &graph, const Selection &selection)
{
    const std::size_t count = graph.nodes().size();
    std::vector<bool> reached(count);
    const auto focus = graph.find(selection.focus);
    if (!focus)
        return reached;
    std::vector<std::vector<std::uint32_t>> needs(count);
    std::vector<std::vector<std::uint32_t>> neededBy(count);
    for (const GraphEdge &edge : graph.edges()) {
        needs[edge.from].push_back(edge.to);
        neededBy[edge.to].push_back(edge.from);
    }
    if (selection.surroundings != Selection::Surroundings::NeededBy)
        reach(needs, *focus, selection.distance, reached);
    if (selection.surroundings != Selection::Surroundings::Needs)
        reach(neededBy, *focus, selection.distance, reached);
    return reached;
}

std::vector<std::uint32_t> select(const DependencyGraph &graph, const Selection &selection)
{
    const std::string text = lower(selection.text);
    const bool hasFocus = !selection.focus.empty();
    const std::vector<bool> near = hasFocus ? surroundings(graph, selection) : std::vector<bool>();
    std::vector<std::uint32_t> selected;
    for (std::uint32_t node = 0; node < graph.nodes().size(); ++node)
        if (fits(graph.nodes()[node], selection, text) && (!hasFocus || near[node]))
            selected.push_back(node);
    return selected;
}

} // namespace drydock::graph
