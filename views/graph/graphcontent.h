// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/task.h"
#include "core/graph/drawing.h"
#include "core/graph/selection.h"
#include "core/terraform/dependencygraph.h"

#include <QFont>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace drydock::terraform {
class ModuleResolver;
}

namespace drydock::graphview {

/// What of a configuration the view shows.
struct GraphRequest
{
    std::filesystem::path directory; ///< the project's folder; file names are relative to it
    std::string configuration;       ///< which of the root modules below it, relative; empty: the first
    terraform::GraphOptions options;
    graph::Selection selection;
    graph::LayoutInput::Direction direction = graph::LayoutInput::Direction::LeftToRight;
    QFont titleFont;
    QFont smallFont;
    /// Where modules with registry addresses are looked for. Not owned, may be null; outlives what is made.
    const terraform::ModuleResolver *modules = nullptr;
};

/// The graph of a configuration that was read.
struct GraphSource
{
    terraform::DependencyGraph graph;
    std::vector<std::string> configurations; ///< all root modules below the folder, relative to it; "." is itself
    std::string configuration;               ///< the one that is shown
    std::vector<std::string> modules;        ///< all modules of it: "module.net"
    std::size_t cycles = 0;
    std::size_t errors = 0; ///< of reading the configuration: the graph has what could be read
};

/// A graph with a place for what is shown of it. Immutable and shared: another filter draws the same source anew.
struct GraphContent
{
    std::shared_ptr<const GraphSource> source; ///< never null
    graph::Drawing drawing;
};

/// Reads the configuration (unless `known` has a source that still fits; may be null) and places its nodes. Any thread.
[[nodiscard]] Result<std::shared_ptr<const GraphContent>>
makeContent(const GraphRequest &request, const std::shared_ptr<const GraphContent> &known, const Task &task);

} // namespace drydock::graphview
