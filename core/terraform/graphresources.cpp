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
        // The first edge of the way says where and why. What is certain is followed to its end before the rest.
        struct Way
        {
            std::uint32_t at;
            const GraphEdge *first;
        };
        std::vector<Way> certain;
        std::vector<Way> doubtful;
        const auto follow = [&](std::uint32_t node, const GraphEdge *first, bool isCertain) {
            for (const GraphEdge *edge : out[node])
                (isCertain && edge->isCertain ? certain : doubtful)
                    .push_back({edge->to, first != nullptr ? first : edge});
        };
        follow(from, nullptr, true);
        while (!certain.empty() || !doubtful.empty()) {
            const bool isCertain = !certain.empty();
            std::vector<Way> &waiting = isCertain ? certain : doubtful;
            const Way way = waiting.back();
            waiting.pop_back();
            if (std::exchange(seen[way.at], from) == from)
                continue;
            if (place[way.at] != nowhere)
                kept.edges.push_back({place[from], place[way.at], way.first->reason, way.first->range, isCertain});
            else
                follow(way.at, way.first, isCertain);
        }
    }
    return kept;
}

} // namespace drydock::terraform
