// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/address.h"
#include "core/terraform/configuration.h"
#include "core/terraform/source.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::terraform {

enum class GraphNodeKind : std::uint8_t {
    Variable,
    Local,
    Output,
    Resource,
    DataSource,
    EphemeralResource,
    ModuleCall, ///< its count, for_each and depends_on; collapsed: all that is inside, too
    ModuleEnd,  ///< all of a module is there: what `depends_on = [module.net]` waits for. Expanded graphs only
    Provider,   ///< a `provider` block
    Check,      ///< a `check` block
};

/// "resource", "data", "module", "module-end" …: stable names, for documents and filters.
[[nodiscard]] std::string_view name(GraphNodeKind kind);

/// A declaration. Not its instances: `count` and `for_each` multiply no nodes.
struct GraphNode
{
    GraphNodeKind kind = GraphNodeKind::Resource;
    /// Without instance keys, as in `terraform graph`: `module.net.aws_subnet.a`, `var.region`, `module.net.local.x`,
    /// `module.net.output.id`, `module.net`, `module.net (close)`, `provider.aws.east`, `check.health`.
    std::string address;
    std::string localAddress; ///< without the module path
    std::string type;         ///< of a resource, or the local name of a provider; else empty
    ModulePath module;        ///< the module the block stands in; empty for the root
    SourceRange range;        ///< the block's header, or the name of a local
    SourceRange block;        ///< all of it
};

enum class GraphEdgeReason : std::uint8_t {
    Reference,      ///< an expression names it
    DependsOn,      ///< `depends_on`
    Trigger,        ///< `replace_triggered_by`
    Provider,       ///< the provider configuration that manages it
    ModuleArgument, ///< from a variable to what the argument of the module call refers to
    ModuleCall,     ///< from what is in a module to the call that makes it
    Contents,       ///< from the end of a module to what is in it
};

/// "reference", "depends-on" …: stable names.
[[nodiscard]] std::string_view name(GraphEdgeReason reason);

/// `from` needs `to`: both are positions in DependencyGraph::nodes().
struct GraphEdge
{
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    GraphEdgeReason reason = GraphEdgeReason::Reference;
    SourceRange range; ///< the first place that says so; nothing for what follows from the structure
    /// Not where a call is used whose module is not shown: the output may have nothing to do with what is given to the
    /// call, so that way may lead in a circle where nothing does.
    bool isCertain = true;
};

struct GraphOptions
{
    enum class Modules : std::uint8_t {
        Expanded,  ///< what is in called modules, too
        Collapsed, ///< the root module alone; a call is one node
    };
    enum class Nodes : std::uint8_t {
        All,
        Resources, ///< resources, data sources and (collapsed) calls; edges lead through all else
    };
    Modules modules = Modules::Expanded;
    Nodes nodes = Nodes::All;
};

/// What of a configuration needs what, as it is written: nothing is evaluated. Immutable; a cheap handle, safe from any
/// thread; keeps the configuration alive.
class DependencyGraph
{
public:
    /// Linear in the size of the configuration (with Nodes::Resources, in the edges that result).
    [[nodiscard]] static DependencyGraph of(const Configuration &configuration, const GraphOptions &options = {});

    /// Module by module, in each in the order variables, locals, providers, resources, calls, outputs, checks.
    [[nodiscard]] std::span<const GraphNode> nodes() const;
    /// Sorted by `from`, then `to`; one for each pair.
    [[nodiscard]] std::span<const GraphEdge> edges() const;
    /// The edges that begin at a node.
    [[nodiscard]] std::span<const GraphEdge> dependencies(std::uint32_t node) const;
    /// The nodes that need this one directly, in order.
    [[nodiscard]] std::vector<std::uint32_t> dependents(std::uint32_t node) const;
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view address) const;

    /// One shortest circle of certain edges of each group of nodes that need each other: edges, each beginning where
    /// the one before ends, the last leading back to the first.
    [[nodiscard]] std::vector<std::vector<GraphEdge>> cycles() const;
    /// Without edges that a longer way says already; the graph itself when it has a cycle.
    [[nodiscard]] DependencyGraph reduced() const;

    [[nodiscard]] const Configuration &configuration() const;

private:
    struct Data;
    explicit DependencyGraph(std::shared_ptr<const Data> data);

    std::shared_ptr<const Data> m_data;
};

} // namespace drydock::terraform
