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
static Result<GraphSource> read(const GraphRequest &request, const Task &task)
{
    terraform::LoadOptions options;
    options.base = request.directory;
    options.resolver = request.modules;
    const std::array paths{request.directory};
    const auto found = terraform::loadTree(paths, options, task);
    if (!found)
        return Failure(found.error());
    if (found->empty()) {
        const auto none = terraform::load(request.directory, options, task);
        if (!none)
            return Failure(none.error());
        return GraphSource{DependencyGraph::of(*none, request.options), {}, ".", {}, 0, 0};
    }
    std::error_code problem;
    const std::filesystem::path root = std::filesystem::canonical(request.directory, problem);
    std::vector<std::string> names;
    for (const terraform::Configuration &configuration : *found)
        names.push_back(configuration.directory().lexically_relative(root).generic_string());
    const auto wanted = std::ranges::find(names, request.configuration);
    const std::size_t index = wanted == names.end() ? 0 : static_cast<std::size_t>(wanted - names.begin());
    const std::string name = names[index];
    return GraphSource{DependencyGraph::of((*found)[index], request.options), std::move(names), name, {}, 0, 0};
}

static void complete(GraphSource &content)
{
    const auto &diagnostics = content.graph.configuration().diagnostics();
    content.errors = static_cast<std::size_t>(
        std::ranges::count(diagnostics, terraform::DiagnosticSeverity::Error, &terraform::Diagnostic::severity));
    content.modules = modulesOf(content.graph);
    content.cycles = content.graph.cycles().size();
}

Result<std::shared_ptr<const GraphContent>>
makeContent(const GraphRequest &request, const std::shared_ptr<const GraphContent> &known, const Task &task)
{
    auto content = std::make_shared<GraphContent>();
    if (known) {
        content->source = known->source;
    } else {
        auto made = read(request, task);
        if (!made)
            return Failure(made.error());
        complete(*made);
        content->source = std::make_shared<const GraphSource>(std::move(*made));
    }
    const DependencyGraph &graph = content->source->graph;
    const std::vector<std::uint32_t> nodes = graph::select(graph, request.selection);
    auto drawing = graph::draw(graph, nodes, measureWith(request), request.direction, task);
    if (!drawing)
        return Failure(drawing.error());
    content->drawing = std::move(*drawing);
    return content;
}

} // namespace drydock::graphview
