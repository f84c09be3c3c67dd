// SPDX-License-Identifier: MIT
#include "core/graph/document.h"
#include "core/hcl/source.h"

#include <nlohmann/json.hpp>

#include <set>
#include <string_view>
#include <vector>

namespace drydock::graph {

using nlohmann::ordered_json;
using terraform::DependencyGraph;
using terraform::GraphEdge;
using terraform::GraphNode;

static void addPlace(ordered_json &document, const terraform::SourceRange &range)
{
    if (!range)
        return;
    document["file"] = range.file->name();
    document["line"] = range.file->position(range.start).line;
}

static ordered_json documentOf(const GraphNode &node)
{
    ordered_json document{{"address", node.address}, {"kind", name(node.kind)}};
    if (!node.type.empty())
        document["type"] = node.type;
    if (!node.module.isRoot())
        document["module"] = node.module.text();
    addPlace(document, node.range);
    return document;
}

std::string toJson(const DependencyGraph &graph, std::span<const std::uint32_t> nodes)
{
    const std::set<std::uint32_t> selected(nodes.begin(), nodes.end());
    ordered_json document{{"format_version", "1.0"},
                          {"nodes", ordered_json::array()},
                          {"edges", ordered_json::array()},
                          {"cycles", ordered_json::array()}};
    for (const std::uint32_t node : nodes)
        document["nodes"].push_back(documentOf(graph.nodes()[node]));
    for (const GraphEdge &edge : graph.edges()) {
        if (!selected.contains(edge.from) || !selected.contains(edge.to))
            continue;
        ordered_json entry{{"from", graph.nodes()[edge.from].address},
                           {"to", graph.nodes()[edge.to].address},
                           {"reason", name(edge.reason)}};
        addPlace(entry, edge.range);
        document["edges"].push_back(std::move(entry));
    }
    for (const std::vector<GraphEdge> &cycle : graph.cycles()) {
        ordered_json addresses = ordered_json::array();
        for (const GraphEdge &edge : cycle)
            addresses.push_back(graph.nodes()[edge.from].address);
        document["cycles"].push_back(std::move(addresses));
    }
    return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace drydock::graph
