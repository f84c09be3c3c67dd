// SPDX-License-Identifier: MIT
#include "core/graph/layout.h"

#include "core/base/program.h"
#include "core/graph/dotinput.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

namespace drydock::graph {

using nlohmann::json;

namespace {

/// Reads what `dot -Tjson0` prints. Its y goes up, ours down.
class Answer
{
public:
    Answer(const LayoutInput &input, const json &document)
        : m_input(input)
        , m_document(document)
    {
    }

    [[nodiscard]] std::optional<Layout> read();

private:
    [[nodiscard]] static std::vector<double> numbers(std::string_view text);
    [[nodiscard]] static std::vector<double> numbers(const json &object, const char *key);
    [[nodiscard]] bool readObject(const json &object);
    [[nodiscard]] bool readEdge(const json &edge);
    [[nodiscard]] Point place(double x, double y) const { return {x, m_layout.height - y}; }

    const LayoutInput &m_input;
    const json &m_document;
    Layout m_layout;
};

} // namespace

std::vector<double> Answer::numbers(std::string_view text)
{
    std::vector<double> all;
    while (!text.empty()) {
        double number = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (problem == std::errc())
            all.push_back(number);
        text.remove_prefix(problem == std::errc() ? static_cast<std::size_t>(end - text.data()) : 1);
    }
    return all;
}

std::vector<double> Answer::numbers(const json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? numbers(found->get_ref<const std::string &>())
                                                       : std::vector<double>();
}

/// The number behind a name such as n12 or cluster3.
static std::optional<std::size_t> numberIn(std::string_view name, std::string_view prefix, std::size_t below)
{
    std::size_t number = 0;
    if (!name.starts_with(prefix))
        return {};
    name.remove_prefix(prefix.size());
    const auto [end, problem] = std::from_chars(name.data(), name.data() + name.size(), number);
    return problem == std::errc() && end == name.data() + name.size() && number < below ? std::optional(number)
                                                                                        : std::nullopt;
}

bool Answer::readObject(const json &object)
{
    const std::string name = object.value("name", std::string());
    if (const auto node = numberIn(name, "n", m_input.nodes.size())) {
        const std::vector<double> centre = numbers(object, "pos");
        if (centre.size() != 2)
            return false;
        const LayoutNode &size = m_input.nodes[*node];
        const Point middle = place(centre[0], centre[1]);
        m_layout.nodes[*node] = {middle.x - size.width / 2, middle.y - size.height / 2, size.width, size.height};
    } else if (const auto group = numberIn(name, "cluster", m_input.groups.size())) {
        // A group without nodes has no box.
        const std::vector<double> box = numbers(object, "bb");
        if (box.size() == 4) {
            const Point corner = place(box[0], box[3]);
            m_layout.groups[*group] = {corner.x, corner.y, box[2] - box[0], box[3] - box[1]};
        }
    }
    return true;
}

/// `e,x,y` is the tip, then come the points. With `s,x,y` there would be a start, which arrows here do not have.
bool Answer::readEdge(const json &edge)
{
    const auto index = numberIn(edge.value("id", std::string()), "", m_input.edges.size());
    const std::vector<double> all = numbers(edge, "pos");
    if (!index || all.size() < 4 || all.size() % 2 != 0)
        return false;
    EdgePath &path = m_layout.edges[*index];
    path.tip = place(all[0], all[1]);
    for (std::size_t at = 2; at < all.size(); at += 2)
        path.points.push_back(place(all[at], all[at + 1]));
    return true;
}

std::optional<Layout> Answer::read()
{
    const std::vector<double> box = numbers(m_document, "bb");
    if (box.size() != 4)
        return {};
    m_layout.width = box[2];
    m_layout.height = box[3];
    m_layout.nodes.resize(m_input.nodes.size());
    m_layout.groups.resize(m_input.groups.size());
    m_layout.edges.resize(m_input.edges.size());
    for (const json &object : m_document.value("objects", json::array()))
        if (!readObject(object))
            return {};
    for (const json &edge : m_document.value("edges", json::array()))
        if (!readEdge(edge))
            return {};
    return std::move(m_layout);
}

static Error layoutError(std::string detail)
{
    return {"graph.layout", "graphviz could not place the graph.", std::move(detail),
            "Show fewer nodes, or print the graph as DOT and look at it with another tool."};
}

Result<Layout> layOut(const LayoutInput &input, const Task &task)
{
    if (input.nodes.empty())
        return Layout{};
    if (input.nodes.size() > mostLayoutNodes || input.edges.size() > mostLayoutEdges)
        return failure("graph.too-large",
                       "The graph is too large to be drawn: " + std::to_string(input.nodes.size()) + " nodes and " +
                           std::to_string(input.edges.size()) + " edges; the most are " +
                           std::to_string(mostLayoutNodes) + " and " + std::to_string(mostLayoutEdges) + ".",
                       {}, "Show one module or the surroundings of one resource, or print the graph as DOT or JSON.");
    if (!isOnPath("dot"))
        return failure("graph.no-graphviz", "Graphs are placed by graphviz, whose program `dot` is not on PATH.", {},
                       "Install the package graphviz.");
    task.report(-1, "Placing " + std::to_string(input.nodes.size()) + " nodes");
    const auto done = runProgram({.arguments = {"dot", "-Tjson0"},
                                  .environment = {{"LC_ALL", "C"}},
                                  .input = dotInput(input),
                                  .errors = ProgramCall::Errors::Apart,
                                  .mostOutput = 256U << 20U},
                                 task.stop);
    if (auto going = task.check(); !going)
        return Failure(going.error());
    if (!done)
        return Failure(done.error());
    if (done->code != 0 || done->isCut)
        return Failure(layoutError(done->errors.substr(0, done->errors.find('\n'))));
    const json document = json::parse(done->output, nullptr, false);
    if (!document.is_object())
        return Failure(layoutError("its answer is no JSON"));
    auto layout = Answer(input, document).read();
    if (!layout)
        return Failure(layoutError("its answer has an unknown form"));
    return std::move(*layout);
}

} // namespace drydock::graph
