// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/dependencygraph.h"

#include <unordered_map>

namespace drydock::terraform {

/// Behind a DependencyGraph handle.
struct DependencyGraph::Data
{
    explicit Data(Configuration of)
        : configuration(std::move(of))
    {
    }

    Configuration configuration;
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
    std::vector<std::uint32_t> firstEdge; ///< one for each node and one more
    std::vector<std::uint32_t> dependents;
    std::vector<std::uint32_t> firstDependent;
    std::unordered_map<std::string_view, std::uint32_t> index;

    /// Sorts the edges, drops repetitions and fills what is derived from them.
    void finish();
};

/// Every declaration and what each refers to.
struct GraphParts
{
    std::vector<GraphNode> nodes;
    std::vector<GraphEdge> edges;
};
[[nodiscard]] GraphParts graphParts(const Configuration &configuration, GraphOptions::Modules modules);

/// Resources, data sources and (collapsed) calls; edges lead through all else.
[[nodiscard]] GraphParts resourcesOnly(const GraphParts &parts, GraphOptions::Modules modules);

/// The groups of nodes that certainly need each other: each with more than one node, or one with an edge to itself.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> circularGroups(const DependencyGraph &graph);

} // namespace drydock::terraform
