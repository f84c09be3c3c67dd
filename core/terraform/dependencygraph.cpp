// SPDX-License-Identifier: MIT
#include "core/terraform/dependencygraph.h"

#include "core/terraform/graphdata.h"

#include <algorithm>
#include <array>
#include <deque>
#include <tuple>
#include <utility>

namespace drydock::terraform {

std::string_view name(GraphNodeKind kind)
{
    static constexpr std::array<std::string_view, 10> names{"variable",  "local",  "output",     "resource", "data",
                                                            "ephemeral", "module", "module-end", "provider", "check"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string_view name(GraphEdgeReason reason)
{
    static constexpr std::array<std::string_view, 7> names{"reference",       "depends-on",  "trigger", "provider",
                                                           "module-argument", "module-call", "contents"};
    return names.at(static_cast<std::size_t>(reason));
}

void DependencyGraph::Data::finish()
{
    const auto ends = [](const GraphEdge &edge) { return std::tuple(edge.from, edge.to); };
    std::stable_sort(edges.begin(), edges.end(),
                     [&](const GraphEdge &a, const GraphEdge &b) { return ends(a) < ends(b); });
    // One edge for each pair: the first place, certain when any is.
    std::size_t kept = 0;
    for (const GraphEdge &edge : edges) {
        if (kept > 0 && ends(edges[kept - 1]) == ends(edge))
            edges[kept - 1].isCertain |= edge.isCertain;
        else
            edges[kept++] = edge;
    }
    edges.resize(kept);
    firstEdge.assign(nodes.size() + 1, 0);
    firstDependent.assign(nodes.size() + 1, 0);
    for (const GraphEdge &edge : edges) {
        ++firstEdge[edge.from + 1];
        ++firstDependent[edge.to + 1];
    }
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        firstEdge[at + 1] += firstEdge[at];
        firstDependent[at + 1] += firstDependent[at];
    }
    dependents.resize(edges.size());
    std::vector<std::uint32_t> next = firstDependent;
    for (const GraphEdge &edge : edges)
        dependents[next[edge.to]++] = edge.from;
    index.reserve(nodes.size());
    for (std::uint32_t at = 0; at < nodes.size(); ++at)
        index.emplace(nodes[at].address, at);
}

DependencyGraph::DependencyGraph(std::shared_ptr<const Data> data)
    : m_data(std::move(data))
{
}

DependencyGraph DependencyGraph::of(const Configuration &configuration, const GraphOptions &options)
{
    auto data = std::make_shared<Data>(configuration);
    GraphParts parts = graphParts(configuration, options.modules);
    if (options.nodes == GraphOptions::Nodes::Resources)
        parts = resourcesOnly(parts, options.modules);
    data->nodes = std::move(parts.nodes);
    data->edges = std::move(parts.edges);
    data->finish();
    return DependencyGraph(std::move(data));
}

std::span<const GraphNode> DependencyGraph::nodes() const
{
    return m_data->nodes;
}

std::span<const GraphEdge> DependencyGraph::edges() const
{
    return m_data->edges;
}

std::span<const GraphEdge> DependencyGraph::dependencies(std::uint32_t node) const
{
    const std::uint32_t first = m_data->firstEdge[node];
    return std::span(m_data->edges).subspan(first, m_data->firstEdge[node + 1] - first);
}

std::vector<std::uint32_t> DependencyGraph::dependents(std::uint32_t node) const
{
    return {m_data->dependents.begin() + m_data->firstDependent[node],
            m_data->dependents.begin() + m_data->firstDependent[node + 1]};
}

std::optional<std::uint32_t> DependencyGraph::find(std::string_view address) const
{
    const auto it = m_data->index.find(address);
    return it == m_data->index.end() ? std::nullopt : std::optional(it->second);
}

const Configuration &DependencyGraph::configuration() const
{
    return m_data->configuration;
}

// The shortest way from the first node of the group back to itself, without leaving the group.
static std::vector<GraphEdge> shortestCircle(const DependencyGraph &graph, const std::vector<std::uint32_t> &group)
{
    const std::uint32_t start = group.front();
    std::unordered_map<std::uint32_t, GraphEdge> arrivals;
    std::deque<std::uint32_t> waiting{start};
    while (!waiting.empty() && !arrivals.contains(start)) {
        const std::uint32_t at = waiting.front();
        waiting.pop_front();
        for (const GraphEdge &edge : graph.dependencies(at)) {
            if (edge.isCertain && std::binary_search(group.begin(), group.end(), edge.to) &&
                arrivals.emplace(edge.to, edge).second)
                waiting.push_back(edge.to);
        }
    }
    std::vector<GraphEdge> circle{arrivals.at(start)};
    while (circle.back().from != start)
        circle.push_back(arrivals.at(circle.back().from));
    std::reverse(circle.begin(), circle.end());
    return circle;
}

std::vector<std::vector<GraphEdge>> DependencyGraph::cycles() const
{
    std::vector<std::vector<GraphEdge>> cycles;
    for (const std::vector<std::uint32_t> &group : circularGroups(*this))
        cycles.push_back(shortestCircle(*this, group));
    return cycles;
}

} // namespace drydock::terraform
