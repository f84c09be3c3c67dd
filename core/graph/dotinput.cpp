// SPDX-License-Identifier: MIT
#include "core/graph/dotinput.h"

#include <array>
#include <charconv>
#include <cstdint>

namespace drydock::graph {

static constexpr double pixelsPerInch = 72;
// Above that, curves cost more than they show.
static constexpr std::size_t mostCurves = 1'500;

// Not std::to_string: that follows the locale, and a comma would end the number.
static std::string inches(double pixels)
{
    std::array<char, 32> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), pixels / pixelsPerInch, std::chars_format::fixed, 4);
    return {text.data(), end.ptr};
}

static void writeGroup(const LayoutInput &input, std::uint32_t group,
                       const std::vector<std::vector<std::uint32_t>> &children,
                       const std::vector<std::vector<std::uint32_t>> &nodes, std::string &out)
{
    out += "subgraph cluster" + std::to_string(group) + " {\nmargin=12;\n";
    // A label of blanks would be dropped: its place is kept by a table of the size.
    out += "label=<<table border=\"0\" cellborder=\"0\" fixedsize=\"true\" width=\"" +
           std::to_string(static_cast<int>(input.groups[group].titleWidth)) +
           "\" height=\"16\"><tr><td></td></tr></table>>;\n";
    for (const std::uint32_t node : nodes[group])
        out += "n" + std::to_string(node) + ";\n";
    for (const std::uint32_t child : children[group])
        writeGroup(input, child, children, nodes, out);
    out += "}\n";
}

std::string dotInput(const LayoutInput &input)
{
    std::string out = "digraph {\ngraph [nodesep=0.25 ranksep=0.7 margin=0 labeljust=l rankdir=";
    out += input.direction == LayoutInput::Direction::LeftToRight ? "LR" : "TB";
    out += input.edges.size() > mostCurves ? " splines=polyline nslimit=2 nslimit1=2 mclimit=0.3];\n" : "];\n";
    out += "node [shape=box fixedsize=true label=\"\"];\n";
    std::vector<std::vector<std::uint32_t>> children(input.groups.size());
    std::vector<std::vector<std::uint32_t>> nodes(input.groups.size());
    for (std::uint32_t index = 0; index < input.nodes.size(); ++index) {
        const LayoutNode &node = input.nodes[index];
        out +=
            "n" + std::to_string(index) + " [width=" + inches(node.width) + " height=" + inches(node.height) + "];\n";
        if (node.group != LayoutNode::noGroup)
            nodes[node.group].push_back(index);
    }
    for (std::uint32_t index = 0; index < input.groups.size(); ++index)
        if (input.groups[index].parent != LayoutNode::noGroup)
            children[input.groups[index].parent].push_back(index);
    for (std::uint32_t index = 0; index < input.groups.size(); ++index)
        if (input.groups[index].parent == LayoutNode::noGroup)
            writeGroup(input, index, children, nodes, out);
    for (std::size_t index = 0; index < input.edges.size(); ++index)
        out += "n" + std::to_string(input.edges[index].from) + " -> n" + std::to_string(input.edges[index].to) +
               " [id=" + std::to_string(index) + "];\n";
    return out + "}\n";
}

} // namespace drydock::graph
