// SPDX-License-Identifier: MIT
// What module calls and the modules they call expect of each other.
#include "core/terraform/checks.h"
#include "core/terraform/suggestion.h"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace drydock::terraform {

namespace {

/// Calls `visit` with all references of a module.
template <typename Visit>
void forEachReference(const Module &module, const Visit &visit)
{
    const auto each = [&](const auto &declarations) {
        for (const auto &declaration : declarations)
            for (const Reference &reference : declaration.references)
                visit(reference);
    };
    each(module.variables());
    each(module.locals());
    each(module.resources());
    each(module.calls());
    each(module.outputs());
    each(module.providers());
    each(module.checks());
    each(module.imports());
}

template <typename Declarations>
std::vector<std::string> namesOf(const Declarations &declarations)
{
    std::vector<std::string> names;
    for (const auto &declaration : declarations)
        names.push_back(declaration.name);
    return names;
}

} // namespace

void checkArguments(const ModuleCall &call, const Module &module, std::vector<Diagnostic> &diagnostics)
{
    std::vector<std::string> names;
    Suggestions suggestions;
    for (const hcl::Attribute &argument : call.arguments) {
        if (module.variable(argument.name()) != Module::none)
            continue;
        if (names.empty())
            names = namesOf(module.variables());
        diagnostics.push_back({DiagnosticSeverity::Error,
                               "argument.unsupported",
                               "Unsupported argument",
                               "An argument named \"" + std::string(argument.name()) +
                                   "\" is not expected here: module \"" + call.name + "\" has no such variable.",
                               suggestions.didYouMean(argument.name(), names),
                               rangeOf(argument, argument.nameRange()),
                               {}});
    }
    std::unordered_set<std::string_view> given;
    for (const hcl::Attribute &argument : call.content.attributes)
        given.insert(argument.name());
    for (const Variable &variable : module.variables()) {
        if (variable.defaultValue || given.contains(variable.name))
            continue;
        diagnostics.push_back({DiagnosticSeverity::Error,
                               "argument.missing",
                               "Missing required argument",
                               "Module \"" + call.name + "\" needs the argument \"" + variable.name + "\".",
                               {},
                               rangeOf(call.block, call.block.headerRange()),
                               {}});
    }
}

void checkCalledModule(const ModuleNode &node, std::vector<Diagnostic> &diagnostics)
{
    for (const Import &import : node.module->imports())
        diagnostics.push_back({DiagnosticSeverity::Error,
                               "import.module",
                               "Invalid import configuration",
                               "An import block was found in " + node.path.text() +
                                   ". Import blocks are only allowed in the root module.",
                               "Move it to the root module.",
                               rangeOf(import.block, import.block.headerRange()),
                               {}});
    const bool isRepeated = node.call->count || node.call->forEach || node.call->content.attribute("depends_on");
    for (const ProviderBlock &provider : node.module->providers()) {
        const bool isEmpty =
            provider.content.attributes.size() == (provider.alias.empty() ? 0U : 1U) && provider.content.blocks.empty();
        if (isEmpty)
            diagnostics.push_back({DiagnosticSeverity::Warning,
                                   "provider.proxy",
                                   "Redundant empty provider block",
                                   "An empty provider block in a called module was how Terraform 0.12 declared that it "
                                   "wants a configuration from its caller.",
                                   "Remove it; required_providers says so now.",
                                   rangeOf(provider.block, provider.block.headerRange()),
                                   {}});
        else if (isRepeated)
            diagnostics.push_back({DiagnosticSeverity::Error,
                                   "provider.repeated",
                                   "Module is incompatible with count, for_each, and depends_on",
                                   "The module has its own provider configuration, so its call may not use count, "
                                   "for_each or depends_on.",
                                   "Hand the configuration over with providers = { }.",
                                   rangeOf(node.call->block, node.call->block.headerRange()),
                                   {}});
    }
}

// Whether there is a key exactly where the call is repeated. Terraform's validation overlooks some of it.
static void checkKey(const Reference &reference, const ModuleCall &call, std::vector<Diagnostic> &diagnostics)
{
    const bool isRepeated = call.count || call.forEach;
    if (isRepeated == (reference.next != ReferenceStep::Attribute))
        return;
    if (reference.next == ReferenceStep::Splat)
        return;
    const std::string example = reference.subject + (call.count ? "[0]." : "[\"KEY\"].") + reference.attribute;
    diagnostics.push_back({call.count ? DiagnosticSeverity::Error : DiagnosticSeverity::Warning,
                           "reference.module-key",
                           isRepeated ? "Unsupported attribute" : "Invalid index",
                           isRepeated
                               ? "Because " + reference.subject + " has \"" + (call.count ? "count" : "for_each") +
                                     "\" set, its outputs must be accessed on specific instances."
                               : reference.subject + " is one module, not several: it has no keys.",
                           isRepeated ? "For example " + example + "." : "Remove the bracketed index.",
                           rangeOf(reference.root, reference.range),
                           {}});
}

void checkOutputReferences(const ModuleNode &node, std::vector<Diagnostic> &diagnostics)
{
    Suggestions suggestions;
    forEachReference(*node.module, [&](const Reference &reference) {
        if (reference.kind != ReferenceKind::Module || reference.attribute.empty())
            return;
        const std::uint32_t call = node.module->call(std::string_view(reference.subject).substr(7));
        if (call == Module::none || !node.children[call]->module)
            return;
        checkKey(reference, node.module->calls()[call], diagnostics);
        const Module &child = *node.children[call]->module;
        if (child.output(reference.attribute) != Module::none)
            return;
        diagnostics.push_back(
            {DiagnosticSeverity::Error,
             "reference.output",
             "Unsupported attribute",
             "\"" + reference.subject + "\" has no output \"" + reference.attribute + "\".",
             suggestions.didYouMean(reference.attribute, namesOf(child.outputs()), reference.subject + "."),
             rangeOf(reference.root, reference.range),
             {}});
    });
}

} // namespace drydock::terraform
