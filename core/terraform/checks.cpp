// SPDX-License-Identifier: MIT
#include "core/terraform/checks.h"

#include "core/terraform/suggestion.h"

#include <algorithm>
#include <string>

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
}

template <typename Declarations>
std::vector<std::string> namesOf(const Declarations &declarations)
{
    std::vector<std::string> names;
    for (const auto &declaration : declarations)
        names.push_back(declaration.name);
    return names;
}

std::vector<std::string> resourceNames(const Module &module)
{
    std::vector<std::string> names;
    for (const Resource &resource : module.resources())
        names.push_back(ResourceAddress{{}, resource.mode, resource.type, resource.name, {}}.text());
    return names;
}

class ReferenceCheck
{
public:
    ReferenceCheck(const Module &module, Extent extent, std::vector<Diagnostic> &diagnostics)
        : m_module(module)
        , m_severity(extent == Extent::SingleFile ? DiagnosticSeverity::Warning : DiagnosticSeverity::Error)
        , m_diagnostics(diagnostics)
    {
    }

    void check(const Reference &reference)
    {
        const std::string name = reference.subject.substr(reference.subject.find('.') + 1);
        switch (reference.kind) {
        case ReferenceKind::Variable:
            if (m_module.variable(name) == Module::none)
                undeclared(reference, "input variable", name, didYouMean(name, namesOf(m_module.variables()), "var."),
                           "Declare it with variable \"" + name + "\" {}.");
            break;
        case ReferenceKind::Local:
            if (m_module.local(name) == Module::none)
                undeclared(reference, "local value", name, didYouMean(name, namesOf(m_module.locals()), "local."), {});
            break;
        case ReferenceKind::Module:
            if (m_module.call(name) == Module::none)
                undeclared(reference, "module", name, didYouMean(name, namesOf(m_module.calls()), "module."), {});
            break;
        case ReferenceKind::Resource:
            if (m_module.resource(reference.subject) == Module::none)
                undeclared(reference, "resource", reference.subject, didYouMean(reference.subject, resources()), {});
            break;
        case ReferenceKind::Instance:
            break;
        case ReferenceKind::Other:
            checkOther(reference);
            break;
        }
    }

private:
    const std::vector<std::string> &resources()
    {
        if (m_resources.empty())
            m_resources = resourceNames(m_module);
        return m_resources;
    }

    void undeclared(const Reference &reference, const std::string &what, const std::string &name, std::string hint,
                    std::string otherwise)
    {
        m_diagnostics.push_back({m_severity,
                                 "reference.undeclared",
                                 "Reference to undeclared " + what,
                                 "There is no " + what + " \"" + name + "\" in this module.",
                                 hint.empty() ? std::move(otherwise) : std::move(hint),
                                 rangeOf(reference.root, reference.range),
                                 {}});
    }

    void checkOther(const Reference &reference)
    {
        const std::string_view root = reference.root.name();
        if (root == "path" || root == "terraform" || root == "provider")
            return;
        m_diagnostics.push_back({m_severity,
                                 "reference.invalid",
                                 "Invalid reference",
                                 "\"" + reference.subject +
                                     "\" names nothing: a reference to a resource has its type and its "
                                     "name, one to a variable begins with \"var.\".",
                                 {},
                                 rangeOf(reference.root, reference.range),
                                 {}});
    }

    const Module &m_module;
    DiagnosticSeverity m_severity;
    std::vector<Diagnostic> &m_diagnostics;
    std::vector<std::string> m_resources; ///< made when a name is first missing
};

} // namespace

void checkReferences(const Module &module, Extent extent, std::vector<Diagnostic> &diagnostics)
{
    ReferenceCheck check(module, extent, diagnostics);
    forEachReference(module, [&](const Reference &reference) { check.check(reference); });
}

void checkReferences(const Module &module, std::span<const Reference> references, Extent extent,
                     std::vector<Diagnostic> &diagnostics)
{
    ReferenceCheck check(module, extent, diagnostics);
    for (const Reference &reference : references)
        check.check(reference);
}

void checkArguments(const ModuleCall &call, const Module &module, std::vector<Diagnostic> &diagnostics)
{
    for (const hcl::Attribute &argument : call.arguments) {
        if (module.variable(argument.name()) != Module::none)
            continue;
        diagnostics.push_back({DiagnosticSeverity::Error,
                               "argument.unsupported",
                               "Unsupported argument",
                               "Module \"" + call.name + "\" has no variable \"" + std::string(argument.name()) + "\".",
                               didYouMean(argument.name(), namesOf(module.variables())),
                               rangeOf(argument, argument.nameRange()),
                               {}});
    }
    for (const Variable &variable : module.variables()) {
        if (variable.defaultValue || call.content.attribute(variable.name))
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

void checkOutputReferences(const ModuleNode &node, std::vector<Diagnostic> &diagnostics)
{
    forEachReference(*node.module, [&](const Reference &reference) {
        if (reference.kind != ReferenceKind::Module || reference.attribute.empty())
            return;
        const std::uint32_t call = node.module->call(std::string_view(reference.subject).substr(7));
        if (call == Module::none || !node.children[call]->module)
            return;
        const Module &child = *node.children[call]->module;
        if (child.output(reference.attribute) != Module::none)
            return;
        diagnostics.push_back({DiagnosticSeverity::Error,
                               "reference.output",
                               "Unsupported attribute",
                               "\"" + reference.subject + "\" has no output \"" + reference.attribute + "\".",
                               didYouMean(reference.attribute, namesOf(child.outputs()), reference.subject + "."),
                               rangeOf(reference.root, reference.range),
                               {}});
    });
}

} // namespace drydock::terraform
