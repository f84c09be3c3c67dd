// SPDX-License-Identifier: MIT
// What is found by walking a finished graph: circles, and edges that say nothing new.
#include "core/terraform/dependencygraph.h"
#include "core/terraform/graphdata.h"

#include <algorithm>
#include <utility>

namespace drydock::terraform {

namespace {

/// Tarjan's strongly connected components, with a stack of our own: a chain of references may be long.
class ComponentSearch
{
public:
    enum class Edges : std::uint8_t { All, Certain };

    ComponentSearch(const DependencyGraph &graph, Edges edges)
        : m_graph(graph)
        , m_edges(edges)
        , m_order(graph.nodes().size(), unseen)
        , m_low(graph.nodes().size(), 0)
        , m_isOpen(graph.nodes().size(), false)
    {
    }

    std::vector<std::vector<std::uint32_t>> run()
    {
        for (std::uint32_t node = 0; node < m_order.size(); ++node) {
            if (m_order[node] == unseen)
                search(node);
        }
        return std::move(m_components);
    }

private:
    static constexpr std::uint32_t unseen = 0xFFFFFFFF;
    struct Visit
    {
        std::uint32_t node;
        std::size_t edge;
    };

    void enter(std::uint32_t node)
    {
        m_order[node] = m_low[node] = m_count++;
        m_isOpen[node] = true;
        m_open.push_back(node);
        m_visits.push_back({node, 0});
    }

    void search(std::uint32_t start)
    {
        enter(start);
        while (!m_visits.empty()) {
            Visit &visit = m_visits.back();
            const std::uint32_t node = visit.node;
            const std::span<const GraphEdge> edges = m_graph.dependencies(node);
            if (visit.edge < edges.size()) {
                const GraphEdge &edge = edges[visit.edge++];
                if (m_edges == Edges::Certain && !edge.isCertain)
                    continue;
                const std::uint32_t to = edge.to;
                if (m_order[to] == unseen)
                    enter(to);
                else if (m_isOpen[to])
                    m_low[node] = std::min(m_low[node], m_order[to]);
                continue;
            }
            m_visits.pop_back();
            if (!m_visits.empty())
                m_low[m_visits.back().node] = std::min(m_low[m_visits.back().node], m_low[node]);
            if (m_low[node] == m_order[node])
                close(node);
        }
    }

    void close(std::uint32_t node)
    {
        std::vector<std::uint32_t> component;
        do {
            component.push_back(m_open.back());
            m_isOpen[m_open.back()] = false;
            m_open.pop_back();
        } while (component.back() != node);
        std::sort(component.begin(), component.end());
        m_components.push_back(std::move(component));
    }

    const DependencyGraph &m_graph;
    Edges m_edges;
    std::vector<std::uint32_t> m_order;
    std::vector<std::uint32_t> m_low;
    std::vector<bool> m_isOpen;
    std::vector<std::uint32_t> m_open;
    std::vector<Visit> m_visits;
    std::vector<std::vector<std::uint32_t>> m_components; ///< what is needed comes before what needs it
    std::uint32_t m_count = 0;
};

} // namespace

static bool isCircular(const DependencyGraph &graph, const std::vector<std::uint32_t> &component)
{
    const std::uint32_t first = component.front();
    const std::span<const GraphEdge> edges = graph.dependencies(first);
    return component.size() > 1 || std::any_of(edges.begin(), edges.end(), [&](const GraphEdge &edge) {
               return edge.to == first && edge.isCertain;
           });
}

std::vector<std::vector<std::uint32_t>> circularGroups(const DependencyGraph &graph)
{
    std::vector<std::vector<std::uint32_t>> groups = ComponentSearch(graph, ComponentSearch::Edges::Certain).run();
    std::erase_if(groups, [&](const std::vector<std::uint32_t> &group) { return !isCircular(graph, group); });
    std::sort(groups.begin(), groups.end());
    return groups;
}

// Which nodes can be reached is kept as one bit for each pair of nodes: 50 MB at this many.
static constexpr std::size_t mostReducedNodes = 20'000;

DependencyGraph DependencyGraph::reduced() const
{
    const std::size_t count = nodes().size();
    const std::vector<std::vector<std::uint32_t>> components =
        ComponentSearch(*this, ComponentSearch::Edges::All).run();
    if (count > mostReducedNodes || components.size() != count || !circularGroups(*this).empty())
        return *this;
    std::vector<std::uint32_t> rank(count);
    for (std::uint32_t at = 0; at < count; ++at)
        rank[components[at].front()] = at;
    auto data = std::make_shared<Data>(configuration());
    data->nodes = m_data->nodes;
    const std::size_t words = count / 64 + 1;
    std::vector<std::uint64_t> reach(count * words);
    for (const std::vector<std::uint32_t> &component : components) {
        const std::uint32_t node = component.front();
        std::uint64_t *own = &reach[node * words];
        std::vector<GraphEdge> edges(dependencies(node).begin(), dependencies(node).end());
        // What needs most is looked at first: it may reach the others.
        std::sort(edges.begin(), edges.end(),
                  [&](const GraphEdge &a, const GraphEdge &b) { return rank[a.to] > rank[b.to]; });
        for (const GraphEdge &edge : edges) {
            std::uint64_t &word = own[edge.to / 64];
            const std::uint64_t bit = std::uint64_t{1} << (edge.to % 64);
            if ((word & bit) != 0)
                continue;
            data->edges.push_back(edge);
            word |= bit;
            for (std::size_t at = 0; at < words; ++at)
                own[at] |= reach[edge.to * words + at];
        }
    }
    data->finish();
    return DependencyGraph(std::move(data));
}

} // namespace drydock::terraform
