// SPDX-License-Identifier: MIT
#include "app/cli/graphcommand.h"

#include "app/cli/consoletask.h"
#include "app/wiring/workspacemodules.h"
#include "core/base/atomicfile.h"
#include "core/graph/document.h"
#include "core/graph/selection.h"
#include "core/hcl/source.h"
#include "core/hcl/suggestion.h"
#include "core/terraform/configuration.h"

#include <cstdint>
#include <ostream>
#include <vector>

namespace drydock::cli {

using terraform::Configuration;
using terraform::DependencyGraph;
using terraform::GraphOptions;

void GraphCommand::configure(CommandOptions options)
{
    options.add("DIR", m_directory, "The configuration").showDefault();
    options.add("--format", m_format, "dot, svg or json").choices({"dot", "svg", "json"}).showDefault();
    options.add("--output", m_output, "Write to this file instead of printing");
    options
        .add("--nodes", m_nodes,
             "resources: resources, data sources and modules; all: variables, local values and outputs, too")
        .choices({"resources", "all"})
        .showDefault();
    options.add("--modules", m_modules, "expanded: show what is in called modules; collapsed: a call is one node")
        .choices({"expanded", "collapsed"})
        .showDefault();
    options.addFlag("--reduced", m_reduced, "Leave out what follows from other edges");
    options.add("--filter", m_text, "Only what has this text in its address");
    options.add("--module", m_module, "Only what is in this module, for example module.net");
    options.add("--focus", m_focus, "Only the surroundings of this address");
    options.add("--distance", m_distance, "With --focus: how many edges away").range(0, 1000).showDefault();
    options.add("--direction", m_direction, "SVG: right or down").choices({"right", "down"}).showDefault();
    options.add("--theme", m_theme, "SVG: light or dark").choices({"light", "dark"}).showDefault();
    m_workspace.declare(options, "Workspace whose published modules are seen");
}

/// The graph is made of what could be read, so what could not is said beside it.
void GraphCommand::tellProblems(const Configuration &configuration, const DependencyGraph &graph, Console &console)
{
    for (const terraform::Diagnostic &diagnostic : configuration.diagnostics()) {
        if (diagnostic.severity != terraform::DiagnosticSeverity::Error)
            continue;
        std::string place = diagnostic.fileName;
        if (diagnostic.range)
            place = diagnostic.range.file->name() + ":" +
                    std::to_string(diagnostic.range.file->position(diagnostic.range.start).line);
        console.err << "warning: " << place << (place.empty() ? "" : ": ") << diagnostic.summary << '\n';
    }
    for (const std::vector<terraform::GraphEdge> &cycle : graph.cycles()) {
        console.err << "warning: cycle: ";
        for (const terraform::GraphEdge &edge : cycle)
            console.err << graph.nodes()[edge.from].address << " -> ";
        console.err << graph.nodes()[cycle.front().from].address << '\n';
    }
}

static Error unknownAddress(const DependencyGraph &graph, const std::string &address)
{
    std::vector<std::string> addresses;
    for (const terraform::GraphNode &node : graph.nodes())
        addresses.push_back(node.address);
    const std::string similar = hcl::suggestion(address, addresses);
    return {"graph.address",
            "There is no " + address + " in this graph.",
            {},
            similar.empty() ? "Variables, local values and outputs are there with --nodes all." : similar};
}

Result<std::string> GraphCommand::document(const DependencyGraph &graph, Console &console) const
{
    if (!m_focus.empty() && !graph.find(m_focus))
        return Failure(unknownAddress(graph, m_focus));
    const std::vector<std::uint32_t> nodes =
        graph::select(graph, {.text = m_text, .module = m_module, .focus = m_focus, .distance = m_distance});
    if (m_format == "dot")
        return graph::toDot(graph, nodes);
    if (m_format == "json")
        return graph::toJson(graph, nodes);
    const auto drawing = graph::draw(graph, nodes, graph::typicalTextWidth,
                                     m_direction == "down" ? graph::LayoutInput::Direction::TopToBottom
                                                           : graph::LayoutInput::Direction::LeftToRight,
                                     consoleTask(console));
    if (!drawing)
        return Failure(drawing.error());
    return graph::toSvg(graph, *drawing, m_theme == "dark" ? graph::SvgTheme::Dark : graph::SvgTheme::Light);
}

int GraphCommand::run(Console &console)
{
    const auto modules = wiring::workspaceModules(m_workspace.folder());
    terraform::LoadOptions loading;
    loading.resolver = modules.get();
    const auto configuration = terraform::load(m_directory, loading, consoleTask(console));
    if (!configuration)
        return report(console, configuration.error());
    clearProgress(console);
    const GraphOptions options{m_modules == "collapsed" ? GraphOptions::Modules::Collapsed
                                                        : GraphOptions::Modules::Expanded,
                               m_nodes == "all" ? GraphOptions::Nodes::All : GraphOptions::Nodes::Resources};
    DependencyGraph graph = DependencyGraph::of(*configuration, options);
    if (m_reduced)
        graph = graph.reduced();
    tellProblems(*configuration, graph, console);
    const auto text = document(graph, console);
    clearProgress(console);
    if (!text)
        return report(console, text.error());
    if (m_output.empty() || m_output == "-") {
        console.out << *text;
        return Success;
    }
    if (auto written = writeNamedFile(m_output, *text); !written)
        return report(console, written.error());
    return Success;
}

} // namespace drydock::cli
