// SPDX-License-Identifier: MIT
// From declarations and their references to nodes and edges.
#include "core/terraform/graphdata.h"
#include "core/terraform/module.h"

#include <algorithm>
#include <deque>
#include <optional>
#include <unordered_set>
#include <utility>

namespace drydock::terraform {

namespace {

constexpr std::uint32_t nowhere = 0xFFFFFFFF;

/// Where the nodes of a module begin.
struct ModuleNodes
{
    const ModuleNode *node = nullptr;
    const ModuleNodes *parent = nullptr;
    std::uint32_t call = nowhere; ///< the node of the call in the parent
    bool waits = false;           ///< the call, or one around it, depends on something
    std::uint32_t variables = 0;
    std::uint32_t locals = 0;
    std::uint32_t providers = 0;
    std::uint32_t resources = 0;
    std::uint32_t calls = 0;
    std::uint32_t outputs = 0;
    std::uint32_t checks = 0;
    std::vector<const ModuleNodes *> children; ///< one for each call; null where there is no module
    std::vector<std::uint32_t> ends;           ///< likewise; `nowhere` where nothing waits for all of it
};

GraphNodeKind kindOf(ResourceMode mode)
{
    return mode == ResourceMode::Data        ? GraphNodeKind::DataSource
           : mode == ResourceMode::Ephemeral ? GraphNodeKind::EphemeralResource
                                             : GraphNodeKind::Resource;
}

bool isInside(const Reference &reference, const hcl::Expression &expression)
{
    return expression && reference.root.tree() == expression.tree() &&
           expression.range().start <= reference.range.start && reference.range.end <= expression.range().end;
}

class PartsBuilder
{
public:
    PartsBuilder(const Configuration &configuration, GraphOptions::Modules modules)
        : m_modules(modules)
        , m_mostEdges(configuration.options().limits.graphEdges)
    {
        add(configuration.root(), nullptr, nowhere);
    }

    GraphParts build()
    {
        for (ModuleNodes &nodes : m_placed)
            connect(nodes);
        return {std::move(m_nodes), std::move(m_edges)};
    }

private:
    std::uint32_t count() const { return static_cast<std::uint32_t>(m_nodes.size()); }

    void addNode(GraphNodeKind kind, const ModulePath &module, std::string local, std::string type, SourceRange range,
                 SourceRange block)
    {
        std::string address = module.isRoot() ? local : module.text() + "." + local;
        m_nodes.push_back({kind, std::move(address), std::move(local), std::move(type), module, range, block});
    }

    void addDeclaration(GraphNodeKind kind, const ModulePath &module, std::string local, std::string type,
                        const hcl::Block &block)
    {
        addNode(kind, module, std::move(local), std::move(type), rangeOf(block, block.headerRange()), rangeOf(block));
    }

    // Which calls of a module something waits for as a whole.
    static std::unordered_set<std::string_view> awaitedCalls(const Module &module)
    {
        std::unordered_set<std::string_view> names;
        const auto collect = [&](const auto &declarations) {
            for (const auto &declaration : declarations) {
                const hcl::Expression dependsOn = declaration.content.value("depends_on");
                for (const Reference &reference : declaration.references) {
                    if (reference.kind == ReferenceKind::Module && isInside(reference, dependsOn))
                        names.insert(std::string_view(reference.subject).substr(7));
                }
            }
        };
        collect(module.resources());
        collect(module.calls());
        collect(module.outputs());
        return names;
    }

    static bool waits(const ModuleCall &call)
    {
        return call.count || call.forEach || call.content.attribute("depends_on");
    }

    // Nodes of a module, then of those it calls. `awaited`: something waits for all of this module.
    const ModuleNodes *add(const ModuleNode &node, const ModuleNodes *parent, std::uint32_t call, bool awaited = false)
    {
        ModuleNodes &nodes = m_placed.emplace_back();
        nodes.node = &node;
        nodes.parent = parent;
        nodes.call = call;
        nodes.waits = parent != nullptr && (parent->waits || waits(*node.call));
        const Module &module = *node.module;
        addValues(nodes, module);
        for (const Resource &resource : module.resources()) {
            const ResourceAddress address{{}, resource.mode, resource.type, resource.name, {}};
            addDeclaration(kindOf(resource.mode), node.path, address.text(), resource.type, resource.block);
        }
        nodes.calls = count();
        for (const ModuleCall &inner : module.calls())
            addDeclaration(GraphNodeKind::ModuleCall, node.path, "module." + inner.name, {}, inner.block);
        nodes.outputs = count();
        for (const Output &output : module.outputs())
            addDeclaration(GraphNodeKind::Output, node.path, "output." + output.name, {}, output.block);
        nodes.checks = count();
        for (const Check &check : module.checks())
            addDeclaration(GraphNodeKind::Check, node.path, "check." + check.name, {}, check.block);
        addCalls(nodes, module, awaited);
        return &nodes;
    }

    void addValues(ModuleNodes &nodes, const Module &module)
    {
        const ModulePath &path = nodes.node->path;
        nodes.variables = count();
        for (const Variable &variable : module.variables())
            addDeclaration(GraphNodeKind::Variable, path, "var." + variable.name, {}, variable.block);
        nodes.locals = count();
        for (const Local &local : module.locals())
            addNode(GraphNodeKind::Local, path, "local." + local.name, {},
                    rangeOf(local.attribute, local.attribute.nameRange()), rangeOf(local.attribute));
        nodes.providers = count();
        for (const ProviderBlock &provider : module.providers())
            addDeclaration(GraphNodeKind::Provider, path,
                           "provider." + provider.name + (provider.alias.empty() ? "" : "." + provider.alias),
                           provider.name, provider.block);
        nodes.resources = count();
    }

    void addCalls(ModuleNodes &nodes, const Module &module, bool awaited)
    {
        nodes.children.resize(module.calls().size());
        nodes.ends.resize(module.calls().size(), nowhere);
        if (m_modules == GraphOptions::Modules::Collapsed)
            return;
        const std::unordered_set<std::string_view> names = awaitedCalls(module);
        for (std::uint32_t at = 0; at < module.calls().size(); ++at) {
            const ModuleCall &call = module.calls()[at];
            const ModuleNode &child = *nodes.node->children[at];
            if (!child.module)
                continue;
            const bool isAwaited = awaited || names.contains(call.name);
            if (isAwaited) {
                nodes.ends[at] = count();
                addDeclaration(GraphNodeKind::ModuleEnd, nodes.node->path, "module." + call.name + " (close)", {},
                               call.block);
            }
            nodes.children[at] = add(child, &nodes, nodes.calls + at, isAwaited);
        }
    }

    void addEdge(std::uint32_t from, std::uint32_t to, GraphEdgeReason reason, SourceRange range = {},
                 bool isCertain = true)
    {
        if (m_edges.size() < m_mostEdges)
            m_edges.push_back({from, to, reason, range, isCertain});
    }

    // To what a reference names, in the module that it stands in.
    void refer(std::uint32_t from, const ModuleNodes &nodes, const Reference &reference, GraphEdgeReason reason)
    {
        const Module &module = *nodes.node->module;
        const std::string_view subject = reference.subject;
        const std::string_view name = subject.substr(subject.find('.') + 1);
        const SourceRange range = rangeOf(reference.root, reference.range);
        const auto to = [&](std::uint32_t first, std::uint32_t at) {
            if (at != Module::none)
                addEdge(from, first + at, reason, range);
        };
        if (reference.kind == ReferenceKind::Variable)
            to(nodes.variables, module.variable(name));
        else if (reference.kind == ReferenceKind::Local)
            to(nodes.locals, module.local(name));
        else if (reference.kind == ReferenceKind::Resource)
            to(nodes.resources, module.resource(subject));
        else if (reference.kind == ReferenceKind::Module)
            referToCall(from, nodes, module.call(name), reference, reason);
    }

    void referToCall(std::uint32_t from, const ModuleNodes &nodes, std::uint32_t call, const Reference &reference,
                     GraphEdgeReason reason)
    {
        if (call == Module::none)
            return;
        const SourceRange range = rangeOf(reference.root, reference.range);
        const ModuleNodes *child = nodes.children[call];
        if (child == nullptr) {
            addEdge(from, nodes.calls + call, reason, range, reason == GraphEdgeReason::DependsOn);
            return;
        }
        if (reason == GraphEdgeReason::DependsOn) {
            addEdge(from, nodes.ends[call], reason, range);
            return;
        }
        if (!reference.attribute.empty()) {
            const std::uint32_t output = child->node->module->output(reference.attribute);
            if (output != Module::none)
                addEdge(from, child->outputs + output, reason, range);
            return;
        }
        for (std::uint32_t at = 0; at < child->node->module->outputs().size(); ++at)
            addEdge(from, child->outputs + at, reason, range);
    }

    void referAll(std::uint32_t from, const ModuleNodes &nodes, const std::vector<Reference> &references,
                  const Content &content)
    {
        const hcl::Expression dependsOn = content.value("depends_on");
        const hcl::Block lifecycle = content.block("lifecycle");
        const hcl::Attribute trigger =
            lifecycle ? lifecycle.body().attribute("replace_triggered_by") : hcl::Attribute();
        for (const Reference &reference : references) {
            const GraphEdgeReason reason = isInside(reference, dependsOn) ? GraphEdgeReason::DependsOn
                                           : trigger && isInside(reference, trigger.value())
                                               ? GraphEdgeReason::Trigger
                                               : GraphEdgeReason::Reference;
            refer(from, nodes, reference, reason);
        }
    }

    void connect(const ModuleNodes &nodes)
    {
        const Module &module = *nodes.node->module;
        for (std::uint32_t at = 0; at < module.locals().size(); ++at) {
            for (const Reference &reference : module.locals()[at].references)
                refer(nodes.locals + at, nodes, reference, GraphEdgeReason::Reference);
        }
        const auto connectAll = [&](std::uint32_t first, const auto &declarations) {
            for (std::uint32_t at = 0; at < declarations.size(); ++at)
                referAll(first + at, nodes, declarations[at].references, declarations[at].content);
        };
        connectAll(nodes.providers, module.providers());
        connectAll(nodes.resources, module.resources());
        connectAll(nodes.outputs, module.outputs());
        connectAll(nodes.checks, module.checks());
        connectProviders(nodes, module);
        for (std::uint32_t at = 0; at < module.calls().size(); ++at)
            connectCall(nodes, at);
        if (nodes.parent != nullptr && nodes.waits)
            connectToCall(nodes);
    }

    void connectProviders(const ModuleNodes &nodes, const Module &module)
    {
        for (std::uint32_t at = 0; at < module.resources().size(); ++at) {
            const Resource &resource = module.resources()[at];
            const std::uint32_t provider = providerOf(nodes, resource.providerName, resource.providerAlias);
            if (provider == nowhere)
                continue;
            const hcl::Expression written = resource.content.value("provider");
            addEdge(nodes.resources + at, provider, GraphEdgeReason::Provider,
                    written ? rangeOf(written) : SourceRange());
        }
    }

    static std::uint32_t providerOf(const ModuleNodes &nodes, std::string_view name, std::string_view alias)
    {
        const std::span<const ProviderBlock> providers = nodes.node->module->providers();
        for (std::uint32_t at = 0; at < providers.size(); ++at) {
            if (providers[at].name == name && providers[at].alias == alias)
                return nodes.providers + at;
        }
        if (nodes.parent == nullptr)
            return nowhere;
        const std::string wanted = std::string(name) + (alias.empty() ? "" : ".") + std::string(alias);
        for (const auto &[child, parent] : nodes.node->call->providers) {
            if (child != wanted)
                continue;
            const std::string_view text = parent;
            const std::size_t point = text.find('.');
            return providerOf(*nodes.parent, text.substr(0, point),
                              point == std::string_view::npos ? std::string_view() : text.substr(point + 1));
        }
        return alias.empty() ? providerOf(*nodes.parent, name, alias) : nowhere;
    }

    void connectCall(const ModuleNodes &nodes, std::uint32_t at)
    {
        const ModuleCall &call = nodes.node->module->calls()[at];
        const ModuleNodes *child = nodes.children[at];
        const std::uint32_t from = nodes.calls + at;
        if (child == nullptr) {
            referAll(from, nodes, call.references, call.content);
            return;
        }
        for (const Reference &reference : call.references) {
            const bool isDependency = isInside(reference, call.content.value("depends_on"));
            if (isDependency || isInside(reference, call.count) || isInside(reference, call.forEach))
                refer(from, nodes, reference, isDependency ? GraphEdgeReason::DependsOn : GraphEdgeReason::Reference);
        }
        for (const hcl::Attribute &argument : call.arguments) {
            const std::uint32_t variable = child->node->module->variable(argument.name());
            if (variable == Module::none)
                continue;
            for (const Reference &reference : referencesIn(argument.value()))
                refer(child->variables + variable, nodes, reference, GraphEdgeReason::ModuleArgument);
        }
        if (nodes.ends[at] != nowhere)
            connectEnd(nodes.ends[at], *child, from);
    }

    void connectEnd(std::uint32_t end, const ModuleNodes &child, std::uint32_t call)
    {
        addEdge(end, call, GraphEdgeReason::Contents);
        const Module &module = *child.node->module;
        for (std::uint32_t at = 0; at < module.resources().size(); ++at)
            addEdge(end, child.resources + at, GraphEdgeReason::Contents);
        for (std::uint32_t at = 0; at < module.outputs().size(); ++at)
            addEdge(end, child.outputs + at, GraphEdgeReason::Contents);
        for (const std::uint32_t inner : child.ends) {
            if (inner != nowhere)
                addEdge(end, inner, GraphEdgeReason::Contents);
        }
    }

    void connectToCall(const ModuleNodes &nodes)
    {
        const auto connectRange = [&](std::uint32_t first, std::size_t size) {
            for (std::uint32_t at = 0; at < size; ++at)
                addEdge(first + at, nodes.call, GraphEdgeReason::ModuleCall);
        };
        const Module &module = *nodes.node->module;
        connectRange(nodes.variables, module.variables().size());
        connectRange(nodes.locals, module.locals().size());
        connectRange(nodes.resources, module.resources().size());
        connectRange(nodes.calls, module.calls().size());
        connectRange(nodes.outputs, module.outputs().size());
        connectRange(nodes.checks, module.checks().size());
    }

    GraphOptions::Modules m_modules;
    std::size_t m_mostEdges;
    std::deque<ModuleNodes> m_placed; ///< stays where it is
    std::vector<GraphNode> m_nodes;
    std::vector<GraphEdge> m_edges;
};

} // namespace

GraphParts graphParts(const Configuration &configuration, GraphOptions::Modules modules)
{
    return PartsBuilder(configuration, modules).build();
}

} // namespace drydock::terraform
