// SPDX-License-Identifier: MIT
#include "core/terraform/checks.h"

#include "core/terraform/suggestion.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace drydock::terraform {

namespace {

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

/// Where a reference stands.
struct Context
{
    bool hasCount = false;
    bool hasEach = false;
    bool hasSelf = false;
    std::string_view check{};                                  ///< inside a check block
    DiagnosticSeverity repetition = DiagnosticSeverity::Error; ///< of each and count out of place
    DiagnosticSeverity undeclared = DiagnosticSeverity::Error;
};

bool isWithin(const Reference &reference, const hcl::View &view)
{
    return view && reference.root.tree() == view.tree() && view.range().start <= reference.range.start &&
           reference.range.end <= view.range().end;
}

/// A part of a resource in which a reference means something of its own.
struct MetaPart
{
    hcl::View view;
    bool isTrigger = false; ///< replace_triggered_by; else `self` is there
};

/// Sorted by place; none stands inside another.
std::vector<MetaPart> metaParts(const Resource &resource)
{
    std::vector<MetaPart> parts;
    for (const hcl::Block &block : resource.metaBlocks) {
        if (block.type() != "lifecycle") {
            parts.push_back({block});
            continue;
        }
        if (const hcl::Attribute trigger = block.body().attribute("replace_triggered_by"))
            parts.push_back({trigger, true});
        for (const hcl::Block nested : block.body().blocks()) {
            if (nested.type() == "postcondition")
                parts.push_back({nested});
        }
    }
    std::sort(parts.begin(), parts.end(), [](const MetaPart &a, const MetaPart &b) {
        return std::pair(a.view.tree(), a.view.range().start) < std::pair(b.view.tree(), b.view.range().start);
    });
    return parts;
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

    void run()
    {
        checkAll(m_module.variables());
        checkAll(m_module.locals());
        checkAll(m_module.outputs());
        for (const ProviderBlock &provider : m_module.providers())
            checkAll(provider.references, {.hasEach = static_cast<bool>(provider.content.attribute("for_each"))});
        for (const Resource &resource : m_module.resources()) {
            const std::vector<MetaPart> parts = metaParts(resource);
            for (const Reference &reference : resource.references)
                check(reference, contextIn(resource, parts, reference));
        }
        for (const ModuleCall &call : m_module.calls()) {
            for (const Reference &reference : call.references) {
                const bool isOutside = isWithin(reference, call.count) || isWithin(reference, call.forEach);
                // Terraform notices only when it plans.
                check(reference, {.hasCount = call.count && !isOutside,
                                  .hasEach = call.forEach && !isOutside,
                                  .repetition = DiagnosticSeverity::Warning});
            }
        }
        for (const Check &declared : m_module.checks())
            checkAll(declared.references, {.check = declared.name});
        for (const Import &import : m_module.imports())
            checkAll(import.references, {.hasEach = static_cast<bool>(import.forEach)});
    }

    // Whether each, count and self mean something is left to the evaluation.
    void run(std::span<const Reference> references)
    {
        Context context;
        context.hasCount = context.hasEach = context.hasSelf = true;
        for (const Reference &reference : references)
            check(reference, context);
    }

private:
    template <typename Declarations>
    void checkAll(const Declarations &declarations)
    {
        for (const auto &declaration : declarations)
            checkAll(declaration.references, {});
    }

    void checkAll(const std::vector<Reference> &references, const Context &context)
    {
        for (const Reference &reference : references)
            check(reference, context);
    }

    Context contextIn(const Resource &resource, const std::vector<MetaPart> &parts, const Reference &reference) const
    {
        const hcl::Expression count = resource.count ? resource.count : resource.content.value("count");
        const bool isOutside = isWithin(reference, count) || isWithin(reference, resource.forEach);
        Context context{
            .hasCount = count && !isOutside, .hasEach = resource.forEach && !isOutside, .check = resource.check};
        const auto it =
            std::upper_bound(parts.begin(), parts.end(), reference, [](const Reference &one, const MetaPart &part) {
                return std::pair(one.root.tree(), one.range.start) <
                       std::pair(part.view.tree(), part.view.range().start);
            });
        if (it == parts.begin() || !isWithin(reference, std::prev(it)->view))
            return context;
        context.hasSelf = !std::prev(it)->isTrigger;
        // What triggers a replacement is looked for only when it is planned.
        if (std::prev(it)->isTrigger)
            context.undeclared = DiagnosticSeverity::Warning;
        return context;
    }

    void check(const Reference &reference, const Context &context)
    {
        const std::string name = reference.subject.substr(reference.subject.find('.') + 1);
        switch (reference.kind) {
        case ReferenceKind::Variable:
            if (m_module.variable(name) == Module::none)
                undeclared(reference, "input variable",
                           "An input variable with the name \"" + name + "\" has not been declared.",
                           m_suggestions.didYouMean(name, names(m_variables, m_module.variables()), "var."),
                           "This variable can be declared with a variable \"" + name + "\" {} block.");
            break;
        case ReferenceKind::Local:
            if (m_module.local(name) == Module::none)
                undeclared(reference, "local value",
                           "A local value with the name \"" + name + "\" has not been declared.",
                           m_suggestions.didYouMean(name, names(m_locals, m_module.locals()), "local."), {});
            break;
        case ReferenceKind::Module:
            if (m_module.call(name) == Module::none)
                undeclared(reference, "module", "No module call named \"" + name + "\" is declared in this module.",
                           m_suggestions.didYouMean(name, names(m_calls, m_module.calls()), "module."), {});
            break;
        case ReferenceKind::Resource:
            checkResource(reference, context);
            break;
        case ReferenceKind::Instance:
            checkInstance(reference, context);
            break;
        case ReferenceKind::Other:
            checkOther(reference);
            break;
        }
    }

    template <typename Declarations>
    static const std::vector<std::string> &names(std::vector<std::string> &kept, const Declarations &declarations)
    {
        if (kept.empty())
            kept = namesOf(declarations);
        return kept;
    }

    const std::vector<std::string> &resources()
    {
        if (m_resources.empty())
            m_resources = resourceNames(m_module);
        return m_resources;
    }

    void checkResource(const Reference &reference, const Context &context)
    {
        const std::uint32_t at = m_module.resource(reference.subject);
        if (at == Module::none) {
            undeclared(reference, "resource",
                       "A resource \"" + reference.subject + "\" has not been declared in this module.",
                       m_suggestions.didYouMean(reference.subject, resources()), {}, context.undeclared);
            return;
        }
        const Resource &resource = m_module.resources()[at];
        if (!resource.check.empty() && resource.check != context.check)
            report("reference.scoped", "Reference to scoped resource",
                   "\"" + reference.subject + "\" stands inside check \"" + resource.check +
                       "\" and is not available from outside it.",
                   reference, m_severity);
        const bool hasCount = static_cast<bool>(resource.content.attribute("count"));
        const bool hasEach = static_cast<bool>(resource.content.attribute("for_each"));
        if (reference.next == ReferenceStep::Attribute && (hasCount || hasEach) && resource.check.empty())
            report("reference.missing-key", "Missing resource instance key",
                   "Because " + reference.subject + " has \"" + (hasCount ? "count" : "for_each") +
                       "\" set, its attributes must be accessed on specific instances.",
                   reference, m_severity,
                   "For example " + reference.subject + (hasCount ? "[count.index]" : "[each.key]") + ", or " +
                       (hasCount ? reference.subject + "[*] for all." : "a for expression for all."));
        else if (reference.next == ReferenceStep::Key && !hasCount && !hasEach)
            report("reference.unexpected-key", "Unexpected resource instance key",
                   "Because " + reference.subject +
                       " does not have \"count\" or \"for_each\" set, references to it must not include an index key.",
                   reference, m_severity, "Remove the bracketed index.");
    }

    void checkInstance(const Reference &reference, const Context &context)
    {
        const std::string_view root = reference.root.name();
        const std::string_view subject = reference.subject;
        if (root == "self") {
            if (!context.hasSelf)
                report("reference.context", "Invalid \"self\" reference",
                       "The \"self\" object is not available in this context. This object can be used only in resource "
                       "provisioner, connection, and postcondition blocks.",
                       reference, DiagnosticSeverity::Error);
            return;
        }
        if (subject == root)
            report("reference.invalid", "Invalid reference",
                   "The \"" + std::string(root) +
                       "\" object cannot be accessed directly. Instead, access one of its attributes.",
                   reference, DiagnosticSeverity::Error);
        else if (root == "count" && subject != "count.index")
            report("reference.invalid", "Invalid \"count\" attribute",
                   "The \"count\" object has only the attribute count.index.", reference, DiagnosticSeverity::Error);
        else if (root == "each" && subject != "each.key" && subject != "each.value")
            report("reference.invalid", "Invalid \"each\" attribute",
                   "The \"each\" object has only the attributes each.key and each.value.", reference,
                   DiagnosticSeverity::Error);
        else if (root == "count" && !context.hasCount)
            report("reference.context", "Reference to \"count\" in non-counted context",
                   "The \"count\" object can only be used in \"module\", \"resource\", and \"data\" blocks, and only "
                   "when the \"count\" argument is set.",
                   reference, context.repetition);
        else if (root == "each" && !context.hasEach)
            report("reference.context", "Reference to \"each\" in context without for_each",
                   "The \"each\" object can be used only in \"module\" or \"resource\" blocks, and only when the "
                   "\"for_each\" argument is set.",
                   reference, context.repetition);
    }

    void undeclared(const Reference &reference, const std::string &what, std::string detail, std::string hint,
                    std::string otherwise, DiagnosticSeverity severity = DiagnosticSeverity::Error)
    {
        report("reference.undeclared", "Reference to undeclared " + what, std::move(detail), reference,
               severity == DiagnosticSeverity::Warning ? severity : m_severity,
               hint.empty() ? std::move(otherwise) : std::move(hint));
    }

    void report(std::string code, std::string summary, std::string detail, const Reference &reference,
                DiagnosticSeverity severity, std::string hint = {})
    {
        m_diagnostics.push_back({severity,
                                 std::move(code),
                                 std::move(summary),
                                 std::move(detail),
                                 std::move(hint),
                                 rangeOf(reference.root, reference.range),
                                 {}});
    }

    void checkOther(const Reference &reference)
    {
        const std::string_view root = reference.root.name();
        const std::string &subject = reference.subject;
        if (root == "path" && subject != "path") {
            if (subject != "path.module" && subject != "path.root" && subject != "path.cwd")
                report("reference.invalid", "Invalid \"path\" attribute",
                       "The \"path\" object has only the attributes path.module, path.root and path.cwd.", reference,
                       DiagnosticSeverity::Error);
        } else if (root == "terraform" && subject != "terraform") {
            if (subject != "terraform.workspace" && subject != "terraform.applying")
                report("reference.invalid", "Invalid \"terraform\" attribute",
                       "The \"terraform\" object has only the attributes terraform.workspace and terraform.applying.",
                       reference, DiagnosticSeverity::Error);
        } else if (root == "template" || root == "lazy" || root == "arg") {
            report("reference.reserved", "Reserved symbol name",
                   "The symbol name \"" + std::string(root) + "\" is reserved for use in a future Terraform version.",
                   reference, m_severity, "Write resource." + subject + " for a resource of that type.");
        } else if (root != "provider" || subject == root) {
            report(
                "reference.invalid", "Invalid reference",
                "\"" + subject +
                    "\" names nothing: a reference to a resource has its type and its name, one to a variable begins "
                    "with \"var.\".",
                reference, m_severity);
        }
    }

    const Module &m_module;
    DiagnosticSeverity m_severity;
    std::vector<Diagnostic> &m_diagnostics;
    Suggestions m_suggestions;
    // Made when a name is first missing.
    std::vector<std::string> m_variables;
    std::vector<std::string> m_locals;
    std::vector<std::string> m_calls;
    std::vector<std::string> m_resources;
};

} // namespace

void checkReferences(const Module &module, Extent extent, std::vector<Diagnostic> &diagnostics)
{
    ReferenceCheck(module, extent, diagnostics).run();
}

void checkReferences(const Module &module, std::span<const Reference> references, Extent extent,
                     std::vector<Diagnostic> &diagnostics)
{
    ReferenceCheck(module, extent, diagnostics).run(references);
}

} // namespace drydock::terraform
