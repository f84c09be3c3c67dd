// SPDX-License-Identifier: MIT
// A graph of resources alone: what leads from one to the next through variables, locals and outputs is one edge.
#include "core/terraform/graphdata.h"

#include <utility>
#include <vector>

namespace drydock::terraform {

static constexpr std::uint32_t nowhere = 0xFFFFFFFF;

static bool isKept(GraphNodeKind kind, GraphOptions::Modules modules)
{
    return kind == GraphNodeKind::Resource || kind == GraphNodeKind::DataSource ||
           kind == GraphNodeKind::EphemeralResource ||
           (kind == GraphNodeKind::ModuleCall && modules == GraphOptions::Modules::Collapsed);
}

GraphParts resourcesOnly(const GraphParts &parts, GraphOptions::Modules modules)
{
    std::vector<std::vector<const GraphEdge *>> out(parts.nodes.size());
    for (const GraphEdge &edge : parts.edges)
        out[edge.from].push_back(&edge);
    GraphParts kept;
    std::vector<std::uint32_t> place(parts.nodes.size(), nowhere);
    for (std::uint32_t at = 0; at < parts.nodes.size(); ++at) {
        if (!isKept(parts.nodes[at].kind, modules))
            continue;
        place[at] = static_cast<std::uint32_t>(kept.nodes.size());
        kept.nodes.push_back(parts.nodes[at]);
    }
    std::vector<std::uint32_t> seen(parts.nodes.size(), nowhere);
    for (std::uint32_t from = 0; from < parts.nodes.size(); ++from) {
        if (place[from] == nowhere)
            continue;
        // The first edge of the way says where and why.
        std::vector<std::pair<std::uint32_t, const GraphEdge *>> waiting;
        for (const GraphEdge *edge : out[from])
            waiting.emplace_back(edge->to, edge);
        while (!waiting.empty()) {
            const auto [at, first] = waiting.back();
            waiting.pop_back();
            if (std::exchange(seen[at], from) == from)
                continue;
            if (place[at] != nowhere) {
                kept.edges.push_back({place[from], place[at], first->reason, first->range});
                continue;
            }
            for (const GraphEdge *edge : out[at])
                waiting.emplace_back(edge->to, first);
        }
    }
    return kept;
}

} // namespace drydock::terraform
