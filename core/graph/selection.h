// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/dependencygraph.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace drydock::graph {

/// Which nodes of a graph are drawn. Each condition takes away.
struct Selection
{
    enum class Surroundings : std::uint8_t { Both, Needs, NeededBy };

    std::vector<terraform::GraphNodeKind> kinds = {}; ///< empty: all but the ends of modules
    std::string text = {};                            ///< in the address or type, case ignored; empty: any
    std::string module = {};                          ///< what is in this module or below: "module.net"; empty: any
    std::string focus = {};                           ///< an address: only what is at most `distance` edges away
    int distance = 1;
    Surroundings surroundings = Surroundings::Both;
};

/// Positions in nodes(), ascending. An address in `focus` that is not there gives nothing.
[[nodiscard]] std::vector<std::uint32_t> select(const terraform::DependencyGraph &graph, const Selection &selection);

} // namespace drydock::graph
