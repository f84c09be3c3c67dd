// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"
#include "core/graph/layout.h"
#include "core/terraform/dependencygraph.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::graph {

enum class TextRole : std::uint8_t { Title, Subtitle, Group };

/// The width of a text in pixels, as whoever draws will draw it. Called on the thread of draw().
using MeasureText = std::function<double(std::string_view text, TextRole role)>;

struct DrawnNode
{
    std::uint32_t node = 0; ///< position in DependencyGraph::nodes()
    std::string title;      ///< "logs", "var.region"; elided in the middle where it is long
    std::string subtitle;   ///< "aws_s3_bucket", "data source", "variable"
    bool isInCycle = false;
    Box box;
};

struct DrawnEdge
{
    std::uint32_t edge = 0; ///< position in DependencyGraph::edges()
    std::uint32_t from = 0; ///< positions in Drawing::nodes
    std::uint32_t to = 0;
    bool isInCycle = false;
    EdgePath path;
};

/// The frame around what is in a module.
struct DrawnGroup
{
    std::string title; ///< "module.net"
    Box box;
};

/// A graph with a place for everything: what the window paints and an SVG file says.
struct Drawing
{
    double width = 0;
    double height = 0;
    std::vector<DrawnNode> nodes;
    std::vector<DrawnEdge> edges;
    std::vector<DrawnGroup> groups; ///< outer ones first
};

inline constexpr double nodeHeight = 40;
inline constexpr double nodePadding = 12;  ///< left and right of the texts
inline constexpr double nodeMarkWidth = 4; ///< the coloured strip at the left that shows the kind

/// Widths for a common sans-serif font, where there is no screen.
[[nodiscard]] double typicalTextWidth(std::string_view text, TextRole role);

/// Places the nodes at these positions and the edges between them. Errors: those of layOut().
[[nodiscard]] Result<Drawing> draw(const terraform::DependencyGraph &graph, std::span<const std::uint32_t> nodes,
                                   const MeasureText &measure, LayoutInput::Direction direction, const Task &task);

} // namespace drydock::graph
