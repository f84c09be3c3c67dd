// SPDX-License-Identifier: MIT
#include "views/graph/graphcontent.h"

#include "core/terraform/configuration.h"

#include <QFontMetricsF>
#include <QString>

#include <algorithm>
#include <set>

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

Result<GraphContent> makeContent(const GraphRequest &request, const std::optional<DependencyGraph> &known,
                                 const Task &task)
{
    std::optional<DependencyGraph> graph = known;
    if (!graph) {
        const auto configuration = terraform::load(request.directory, {}, task);
        if (!configuration)
            return Failure(configuration.error());
        graph = DependencyGraph::of(*configuration, request.options);
    }
    const std::vector<std::uint32_t> nodes = graph::select(*graph, request.selection);
    auto drawing = graph::draw(*graph, nodes, measureWith(request), request.direction, task);
    if (!drawing)
        return Failure(drawing.error());
    const auto &diagnostics = graph->configuration().diagnostics();
    const auto errors =
        std::ranges::count(diagnostics, terraform::DiagnosticSeverity::Error, &terraform::Diagnostic::severity);
    return GraphContent{*graph, std::move(*drawing), modulesOf(*graph), graph->cycles().size(),
                        static_cast<std::size_t>(errors)};
}

} // namespace drydock::graphview
