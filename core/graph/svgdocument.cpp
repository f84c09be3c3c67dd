// SPDX-License-Identifier: MIT
#include "core/graph/document.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace drydock::graph {

using terraform::DependencyGraph;
using terraform::GraphNode;
using terraform::GraphNodeKind;

static constexpr double margin = 16;
static constexpr double arrowLength = 8;

namespace {

/// The colours of the window's themes.
struct Palette
{
    std::string_view surface;
    std::string_view panel;
    std::string_view line;
    std::string_view edge;
    std::string_view text;
    std::string_view muted;
    std::string_view problem;
};
constexpr Palette light{"#ffffff", "#f6f7f9", "#dfe3e8", "#9aa3af", "#1f2328", "#5b6470", "#b3261e"};
constexpr Palette dark{"#1e2127", "#262a31", "#363b44", "#6b7480", "#e3e6ea", "#9aa3af", "#ff6b63"};

} // namespace

static std::string_view colorOf(GraphNodeKind kind, SvgTheme theme)
{
    const bool isLight = theme == SvgTheme::Light;
    switch (kind) {
    case GraphNodeKind::Resource:
        return isLight ? "#0f6bd7" : "#5aa2f5";
    case GraphNodeKind::DataSource:
    case GraphNodeKind::EphemeralResource:
        return isLight ? "#1b7f4b" : "#55c98a";
    case GraphNodeKind::ModuleCall:
    case GraphNodeKind::ModuleEnd:
        return isLight ? "#856400" : "#e6c04a";
    case GraphNodeKind::Provider:
    case GraphNodeKind::Check:
        return isLight ? "#b84e08" : "#ff9a4d";
    case GraphNodeKind::Variable:
    case GraphNodeKind::Local:
    case GraphNodeKind::Output:
        break;
    }
    return isLight ? "#5b6470" : "#9aa3af";
}

static std::string number(double value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, 1);
    return {text.data(), end.ptr};
}

static std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        default:
            // XML 1.0 has no other control characters.
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n')
                out += c;
        }
    }
    return out;
}

static std::string attribute(std::string_view name, std::string_view value)
{
    return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}

static std::string rectangle(const Box &box, double radius)
{
    return "<rect" + attribute("x", number(box.left)) + attribute("y", number(box.top)) +
           attribute("width", number(box.width)) + attribute("height", number(box.height)) +
           attribute("rx", number(radius));
}

static std::string point(const Point &at)
{
    return number(at.x) + "," + number(at.y);
}

static std::string textAt(double x, double y, std::string_view text, std::string_view color, std::string_view size)
{
    return "<text" + attribute("x", number(x)) + attribute("y", number(y)) + attribute("fill", color) +
           attribute("font-size", size) + ">" + escaped(text) + "</text>\n";
}

static std::string groupMarkup(const DrawnGroup &group, const Palette &palette)
{
    return rectangle(group.box, 6) + attribute("fill", palette.panel) + attribute("stroke", palette.line) + "/>\n" +
           textAt(group.box.left + 8, group.box.top + 16, group.title, palette.muted, "11");
}

/// A triangle, and not a marker at the end of a path: not every program draws those.
static std::string arrow(const EdgePath &path, std::string_view color)
{
    const Point base = path.points.back();
    const double length = std::hypot(path.tip.x - base.x, path.tip.y - base.y);
    if (length < 0.001)
        return {};
    const Point along{(path.tip.x - base.x) / length * arrowLength, (path.tip.y - base.y) / length * arrowLength};
    const Point foot{path.tip.x - along.x, path.tip.y - along.y};
    const Point across{-along.y * 0.45, along.x * 0.45};
    return "<polygon" +
           attribute("points", point(path.tip) + " " + point({foot.x + across.x, foot.y + across.y}) + " " +
                                   point({foot.x - across.x, foot.y - across.y})) +
           attribute("fill", color) + "/>\n";
}

static std::string edgeMarkup(const DrawnEdge &edge, const Palette &palette)
{
    const std::vector<Point> &points = edge.path.points;
    if (points.empty())
        return {};
    std::string way = "M" + point(points.front());
    for (std::size_t at = 1; at + 2 < points.size(); at += 3)
        way += " C" + point(points[at]) + " " + point(points[at + 1]) + " " + point(points[at + 2]);
    const std::string_view color = edge.isInCycle ? palette.problem : palette.edge;
    return "<path" + attribute("d", way) + attribute("fill", "none") + attribute("stroke", color) + "/>\n" +
           arrow(edge.path, color);
}

static std::string nodeMarkup(const GraphNode &node, const DrawnNode &drawn, const Palette &palette, SvgTheme theme)
{
    const Box &box = drawn.box;
    const Box mark{box.left, box.top, nodeMarkWidth, box.height};
    const double left = box.left + nodeMarkWidth + nodePadding - 2;
    return "<g><title>" + escaped(node.address) + "</title>\n" + rectangle(box, 4) +
           attribute("fill", palette.surface) + attribute("stroke", drawn.isInCycle ? palette.problem : palette.line) +
           "/>\n" + rectangle(mark, 2) + attribute("fill", colorOf(node.kind, theme)) + "/>\n" +
           textAt(left, box.top + 17, drawn.title, palette.text, "13") +
           textAt(left, box.top + 32, drawn.subtitle, palette.muted, "11") + "</g>\n";
}

std::string toSvg(const DependencyGraph &graph, const Drawing &drawing, SvgTheme theme)
{
    const Palette &palette = theme == SvgTheme::Light ? light : dark;
    const double width = std::max(drawing.width, 1.0) + 2 * margin;
    const double height = std::max(drawing.height, 1.0) + 2 * margin;
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"" +
                      attribute("width", number(width)) + attribute("height", number(height)) +
                      attribute("viewBox", "0 0 " + number(width) + " " + number(height)) +
                      attribute("font-family", "system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif") + ">\n" +
                      rectangle({0, 0, width, height}, 0) + attribute("fill", palette.surface) + "/>\n<g" +
                      attribute("transform", "translate(" + number(margin) + " " + number(margin) + ")") + ">\n";
    for (const DrawnGroup &group : drawing.groups)
        out += groupMarkup(group, palette);
    for (const DrawnEdge &edge : drawing.edges)
        out += edgeMarkup(edge, palette);
    for (const DrawnNode &node : drawing.nodes)
        out += nodeMarkup(graph.nodes()[node.node], node, palette, theme);
    return out + "</g>\n</svg>\n";
}

} // namespace drydock::graph
