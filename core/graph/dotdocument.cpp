// SPDX-License-Identifier: MIT
#include "core/graph/document.h"

#include <map>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace drydock::graph {

using terraform::DependencyGraph;
using terraform::GraphEdge;
using terraform::GraphNode;
using terraform::GraphNodeKind;

static std::string inQuotes(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out + '"';
}

static std::string_view shapeOf(GraphNodeKind kind)
{
    switch (kind) {
    case GraphNodeKind::Variable:
    case GraphNodeKind::Output:
        return "ellipse";
    case GraphNodeKind::Local:
        return "plaintext";
    case GraphNodeKind::DataSource:
    case GraphNodeKind::EphemeralResource:
        return "note";
    case GraphNodeKind::ModuleCall:
    case GraphNodeKind::ModuleEnd:
        return "component";
    case GraphNodeKind::Provider:
        return "diamond";
    case GraphNodeKind::Check:
        return "hexagon";
    case GraphNodeKind::Resource:
        break;
    }
    return "box";
}

namespace {

/// Modules with what is in them, as a tree.
struct Cluster
{
    std::map<std::string, Cluster> inner;
    std::vector<std::uint32_t> nodes;
};

} // namespace

static void write(const DependencyGraph &graph, const Cluster &cluster, const std::string &path,
                  const std::set<std::uint32_t> &cyclic, const std::string &indent, std::string &out)
{
    for (const std::uint32_t index : cluster.nodes) {
        const GraphNode &node = graph.nodes()[index];
        out.append(indent).append(inQuotes(node.address));
        out.append(" [label=").append(inQuotes(node.localAddress.empty() ? node.address : node.localAddress));
        if (const std::string_view shape = shapeOf(node.kind); shape != "box")
            out += " shape=" + std::string(shape);
        out += cyclic.contains(index) ? " color=red];\n" : "];\n";
    }
    for (const auto &[name, inner] : cluster.inner) {
        const std::string below = path.empty() ? name : path + "." + name;
        out.append(indent).append("subgraph ").append(inQuotes("cluster_" + below)).append(" {\n");
        out.append(indent).append("  label=").append(inQuotes(name)).append(";\n");
        write(graph, inner, below, cyclic, indent + "  ", out);
        out.append(indent).append("}\n");
    }
}

std::string toDot(const DependencyGraph &graph, std::span<const std::uint32_t> nodes)
{
    std::set<std::uint32_t> cyclicNodes;
    std::set<std::pair<std::uint32_t, std::uint32_t>> cyclicEdges;
    for (const std::vector<GraphEdge> &cycle : graph.cycles())
        for (const GraphEdge &edge : cycle) {
            cyclicNodes.insert(edge.from);
            cyclicEdges.emplace(edge.from, edge.to);
        }
    Cluster root;
    const std::set<std::uint32_t> selected(nodes.begin(), nodes.end());
    for (const std::uint32_t index : nodes) {
        Cluster *cluster = &root;
        for (const terraform::ModuleStep &step : graph.nodes()[index].module.steps)
            cluster = &cluster->inner["module." + step.name];
        cluster->nodes.push_back(index);
    }
    std::string out = "digraph {\n  rankdir = LR;\n  node [shape=box fontname=\"sans-serif\"];\n";
    write(graph, root, {}, cyclicNodes, "  ", out);
    for (const GraphEdge &edge : graph.edges())
        if (selected.contains(edge.from) && selected.contains(edge.to))
            out += "  " + inQuotes(graph.nodes()[edge.from].address) + " -> " +
                   inQuotes(graph.nodes()[edge.to].address) +
                   (cyclicEdges.contains({edge.from, edge.to}) ? " [color=red];\n" : ";\n");
    return out + "}\n";
}

} // namespace drydock::graph
