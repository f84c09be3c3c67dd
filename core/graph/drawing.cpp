// SPDX-License-Identifier: MIT
#include "core/graph/drawing.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace drydock::graph {

using terraform::DependencyGraph;
using terraform::GraphEdge;
using terraform::GraphNode;
using terraform::GraphNodeKind;

static constexpr std::size_t longestText = 34;
static constexpr double narrowestNode = 96;

double typicalTextWidth(std::string_view text, TextRole role)
{
    const auto characters =
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; });
    return static_cast<double>(characters) * (role == TextRole::Title ? 7.4 : 6.4);
}

/// Cut between characters of UTF-8.
static std::string elided(const std::string &text)
{
    std::vector<std::size_t> starts;
    for (std::size_t at = 0; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80)
            starts.push_back(at);
    if (starts.size() <= longestText)
        return text;
    const std::size_t half = longestText / 2;
    return text.substr(0, starts[half]) + "…" + text.substr(starts[starts.size() - half + 1]);
}

static std::string subtitleOf(const GraphNode &node)
{
    switch (node.kind) {
    case GraphNodeKind::Variable:
        return "variable";
    case GraphNodeKind::Local:
        return "local value";
    case GraphNodeKind::Output:
        return "output";
    case GraphNodeKind::Resource:
        return node.type;
    case GraphNodeKind::DataSource:
        return "data " + node.type;
    case GraphNodeKind::EphemeralResource:
        return "ephemeral " + node.type;
    case GraphNodeKind::ModuleCall:
        return "module";
    case GraphNodeKind::ModuleEnd:
        return "end of the module";
    case GraphNodeKind::Provider:
        return "provider";
    case GraphNodeKind::Check:
        return "check";
    }
    return {};
}

/// The name without what the subtitle says.
static std::string titleOf(const GraphNode &node)
{
    const std::string &address = node.localAddress.empty() ? node.address : node.localAddress;
    if (node.kind == GraphNodeKind::Provider)
        return address.substr(address.find('.') + 1);
    const std::size_t point = address.rfind('.');
    return point == std::string::npos ? address : address.substr(point + 1);
}

namespace {

class Composer
{
public:
    Composer(const DependencyGraph &graph, const MeasureText &measure)
        : m_graph(graph)
        , m_measure(measure)
    {
    }

    [[nodiscard]] Result<Drawing> compose(std::span<const std::uint32_t> nodes, LayoutInput::Direction direction,
                                          const Task &task);

private:
    void findCycles();
    void addNode(std::uint32_t node);
    void addEdges();
    [[nodiscard]] std::uint32_t groupOf(const terraform::ModulePath &module);

    const DependencyGraph &m_graph;
    const MeasureText &m_measure;
    LayoutInput m_input;
    Drawing m_drawing;
    std::map<std::string, std::uint32_t, std::less<>> m_groups;
    std::map<std::uint32_t, std::uint32_t> m_places; ///< node of the graph -> place in the drawing
    std::set<std::uint32_t> m_nodesInCycles;
    std::set<std::pair<std::uint32_t, std::uint32_t>> m_edgesInCycles;
};

} // namespace

void Composer::findCycles()
{
    for (const std::vector<GraphEdge> &cycle : m_graph.cycles())
        for (const GraphEdge &edge : cycle) {
            m_nodesInCycles.insert(edge.from);
            m_edgesInCycles.emplace(edge.from, edge.to);
        }
}

std::uint32_t Composer::groupOf(const terraform::ModulePath &module)
{
    if (module.isRoot())
        return LayoutNode::noGroup;
    const std::string text = module.text();
    if (const auto found = m_groups.find(text); found != m_groups.end())
        return found->second;
    terraform::ModulePath parent = module;
    parent.steps.pop_back();
    const std::uint32_t above = groupOf(parent);
    const auto group = static_cast<std::uint32_t>(m_input.groups.size());
    m_drawing.groups.push_back({elided("module." + module.steps.back().name), {}});
    m_input.groups.push_back({m_measure(m_drawing.groups.back().title, TextRole::Group), above});
    m_groups.emplace(text, group);
    return group;
}

void Composer::addNode(std::uint32_t node)
{
    const GraphNode &source = m_graph.nodes()[node];
    DrawnNode drawn{node, elided(titleOf(source)), elided(subtitleOf(source)), m_nodesInCycles.contains(node), {}};
    const double text =
        std::max(m_measure(drawn.title, TextRole::Title), m_measure(drawn.subtitle, TextRole::Subtitle));
    m_input.nodes.push_back(
        {std::max(narrowestNode, text + 2 * nodePadding + nodeMarkWidth), nodeHeight, groupOf(source.module)});
    m_places.emplace(node, static_cast<std::uint32_t>(m_drawing.nodes.size()));
    m_drawing.nodes.push_back(std::move(drawn));
}

void Composer::addEdges()
{
    const auto edges = m_graph.edges();
    for (std::uint32_t index = 0; index < edges.size(); ++index) {
        const auto from = m_places.find(edges[index].from);
        const auto to = m_places.find(edges[index].to);
        if (from == m_places.end() || to == m_places.end())
            continue;
        m_input.edges.push_back({from->second, to->second});
        m_drawing.edges.push_back(
            {index, from->second, to->second, m_edgesInCycles.contains({edges[index].from, edges[index].to}), {}});
    }
}

Result<Drawing> Composer::compose(std::span<const std::uint32_t> nodes, LayoutInput::Direction direction,
                                  const Task &task)
{
    m_input.direction = direction;
    findCycles();
    for (const std::uint32_t node : nodes)
        addNode(node);
    addEdges();
    auto layout = layOut(m_input, task);
    if (!layout)
        return Failure(layout.error());
    m_drawing.width = layout->width;
    m_drawing.height = layout->height;
    for (std::size_t index = 0; index < m_drawing.nodes.size(); ++index)
        m_drawing.nodes[index].box = layout->nodes[index];
    for (std::size_t index = 0; index < m_drawing.groups.size(); ++index)
        m_drawing.groups[index].box = layout->groups[index];
    for (std::size_t index = 0; index < m_drawing.edges.size(); ++index)
        m_drawing.edges[index].path = std::move(layout->edges[index]);
    return std::move(m_drawing);
}

Result<Drawing> draw(const DependencyGraph &graph, std::span<const std::uint32_t> nodes, const MeasureText &measure,
                     LayoutInput::Direction direction, const Task &task)
{
    return Composer(graph, measure).compose(nodes, direction, task);
}

} // namespace drydock::graph
