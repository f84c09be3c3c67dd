// SPDX-License-Identifier: MIT
#include "views/graph/graphcontent.h"

#include "core/terraform/configuration.h"

#include <QFontMetricsF>
#include <QString>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace drydock::graphview {

using terraform::DependencyGraph;

static graph::MeasureText measureWith(const GraphRequest &request)
{
    return [title = QFontMetricsF(request.titleFont), small = QFontMetricsF(request.smallFont)](std::string_view text,
                                                                                                graph::TextRole role) {
        const QString shown = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
        return (role == graph::TextRole::Title ? title : small).horizontalAdvance(shown);
    };
}

static std::vector<std::string> modulesOf(const DependencyGraph &graph)
{
    std::set<std::string> names;
    for (const terraform::GraphNode &node : graph.nodes())
        if (!node.module.isRoot())
            names.insert(node.module.text());
    return {names.begin(), names.end()};
}

/// The graph of the wanted root module; an empty one where there is no configuration at all.
static Result<GraphContent> read(const GraphRequest &request, const Task &task)
{
    terraform::LoadOptions options;
    options.base = request.directory;
    const std::array paths{request.directory};
    const auto found = terraform::loadTree(paths, options, task);
    if (!found)
        return Failure(found.error());
    if (found->empty()) {
        const auto none = terraform::load(request.directory, options, task);
        if (!none)
            return Failure(none.error());
        return GraphContent{DependencyGraph::of(*none, request.options), {}, {}, ".", {}, 0, 0};
    }
    std::error_code problem;
    const std::filesystem::path root = std::filesystem::canonical(request.directory, problem);
    std::vector<std::string> names;
    for (const terraform::Configuration &configuration : *found)
        names.push_back(configuration.directory().lexically_relative(root).generic_string());
    const auto wanted = std::ranges::find(names, request.configuration);
    const std::size_t index = wanted == names.end() ? 0 : static_cast<std::size_t>(wanted - names.begin());
    const std::string name = names[index];
    return GraphContent{DependencyGraph::of((*found)[index], request.options), {}, std::move(names), name, {}, 0, 0};
}

static void complete(GraphContent &content)
{
    const auto &diagnostics = content.graph.configuration().diagnostics();
    content.errors = static_cast<std::size_t>(
        std::ranges::count(diagnostics, terraform::DiagnosticSeverity::Error, &terraform::Diagnostic::severity));
    content.modules = modulesOf(content.graph);
    content.cycles = content.graph.cycles().size();
}

Result<GraphContent> makeContent(const GraphRequest &request, std::optional<GraphContent> known, const Task &task)
{
    if (!known) {
        auto made = read(request, task);
        if (!made)
            return made;
        complete(*made);
        known = std::move(*made);
    }
    const std::vector<std::uint32_t> nodes = graph::select(known->graph, request.selection);
    auto drawing = graph::draw(known->graph, nodes, measureWith(request), request.direction, task);
    if (!drawing)
        return Failure(drawing.error());
    known->drawing = std::move(*drawing);
    return std::move(*known);
}

} // namespace drydock::graphview
