// SPDX-License-Identifier: MIT
#pragma once

#include "core/graph/layout.h"

#include <string>

namespace drydock::graph {

/// The input as a graph for `dot`: nodes are named n0, n1 …, groups cluster0, cluster1 …, the id of an edge is its
/// position. Sizes are in inches, as graphviz has them.
[[nodiscard]] std::string dotInput(const LayoutInput &input);

} // namespace drydock::graph
