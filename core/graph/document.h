// SPDX-License-Identifier: MIT
#pragma once

#include "core/graph/drawing.h"
#include "core/terraform/dependencygraph.h"

#include <cstdint>
#include <span>
#include <string>

namespace drydock::graph {

/// For graphviz and what reads its language (https://graphviz.org/doc/info/lang.html): the names of nodes are
/// addresses, modules are clusters, what is in a cycle is red.
[[nodiscard]] std::string toDot(const terraform::DependencyGraph &graph, std::span<const std::uint32_t> nodes);

/// `{"format_version": "1.0", "nodes": [{"address", "kind", "type", "module", "file", "line"}], "edges": [{"from",
/// "to", "reason", "file", "line"}], "cycles": [[address, …]]}`: edges name addresses; `from` needs `to`. Keys are only
/// ever added.
[[nodiscard]] std::string toJson(const terraform::DependencyGraph &graph, std::span<const std::uint32_t> nodes);

enum class SvgTheme : std::uint8_t { Light, Dark };

/// A file of its own (SVG 1.1, no scripts, no references): texts stay texts, the tooltip of a node is its address.
[[nodiscard]] std::string toSvg(const terraform::DependencyGraph &graph, const Drawing &drawing, SvgTheme theme);

} // namespace drydock::graph
