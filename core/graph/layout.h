// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/base/task.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace drydock::graph {

/// In pixels, x to the right and y down.
struct Point
{
    double x = 0;
    double y = 0;
};

struct Box
{
    double left = 0;
    double top = 0;
    double width = 0;
    double height = 0;
};

/// A box to be placed; where it comes to lie is decided by layOut().
struct LayoutNode
{
    static constexpr std::uint32_t noGroup = 0xFFFFFFFF;

    double width = 0;
    double height = 0;
    std::uint32_t group = noGroup; ///< position in LayoutInput::groups
};

struct LayoutEdge
{
    std::uint32_t from = 0; ///< positions in LayoutInput::nodes
    std::uint32_t to = 0;
};

/// A frame around nodes and other groups, with room for a title of this size.
struct LayoutGroup
{
    double titleWidth = 0;
    std::uint32_t parent = LayoutNode::noGroup; ///< a group that stands before this one
};

struct LayoutInput
{
    enum class Direction : std::uint8_t { LeftToRight, TopToBottom };

    std::vector<LayoutNode> nodes;
    std::vector<LayoutEdge> edges;
    std::vector<LayoutGroup> groups;
    Direction direction = Direction::LeftToRight;
};

/// Cubic Bézier curves: a start, then two control points and an end for each piece; `tip` is where the arrow points.
struct EdgePath
{
    std::vector<Point> points;
    Point tip;
};

/// Places in the order of the input.
struct Layout
{
    double width = 0;
    double height = 0;
    std::vector<Box> nodes;
    std::vector<Box> groups;
    std::vector<EdgePath> edges;
};

/// More are refused: it would take graphviz minutes and nobody could read it.
inline constexpr std::size_t mostLayoutNodes = 5'000;
inline constexpr std::size_t mostLayoutEdges = 50'000;

/// Places nodes in layers with graphviz' `dot`, as a process of its own: it can be cancelled, and what would crash it
/// crashes nothing else. Codes: `graph.too-large`, `graph.no-graphviz`, `graph.layout`, `task.cancelled`.
[[nodiscard]] Result<Layout> layOut(const LayoutInput &input, const Task &task);

} // namespace drydock::graph
