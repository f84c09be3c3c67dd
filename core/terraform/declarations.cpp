// SPDX-License-Identifier: MIT
#include "core/terraform/declarations.h"

#include "core/hcl/diagnostic.h"
#include "core/terraform/suggestion.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace drydock::terraform {

using Diagnostics = std::vector<Diagnostic>;

std::string constantText(const hcl::Expression &expression)
{
    return expression ? expression.unwrapped().stringValue().value_or(std::string()) : std::string();
}

std::string traversalText(const hcl::Expression &expression)
{
    if (!expression)
        return {};
    if (expression.kind() == hcl::ExpressionKind::Variable)
        return std::string(expression.name());
    if (expression.kind() == hcl::ExpressionKind::AttributeAccess)
        return traversalText(expression.source()) + "." + std::string(expression.name());
    return constantText(expression);
}

static bool isTrue(const hcl::Expression &expression, bool otherwise = false)
{
    if (!expression)
        return otherwise;
    const hcl::ExpressionKind kind = expression.unwrapped().kind();
    if (kind == hcl::ExpressionKind::True || kind == hcl::ExpressionKind::False)
        return kind == hcl::ExpressionKind::True;
    const std::string text = constantText(expression);
    return text == "true" || (text != "false" && otherwise);
}

static void collectAll(Declaration &declaration, std::span<const std::string_view> without = {})
{
    std::vector<std::string_view> bound;
    for (const hcl::Attribute &attribute : declaration.content.attributes) {
        if (std::find(without.begin(), without.end(), attribute.name()) == without.end())
            collectReferences(attribute, bound, declaration.references);
    }
    for (const hcl::Block &block : declaration.content.blocks)
        collectReferences(block, bound, declaration.references);
}

// Reports arguments and blocks that `allowed` does not name.
static void checkNames(const Declaration &declaration, std::span<const std::string> arguments,
                       std::span<const std::string> blocks, Diagnostics &diagnostics)
{
    const auto check = [&](std::string_view name, std::span<const std::string> allowed, std::string_view what,
                           SourceRange range) {
        if (std::find(allowed.begin(), allowed.end(), name) != allowed.end())
            return;
        diagnostics.push_back(
            {DiagnosticSeverity::Error,
             "argument.unsupported",
             "Unsupported " + std::string(what),
             "\"" + std::string(name) + "\" is not expected in a " + std::string(declaration.block.type()) + " block.",
             didYouMean(name, allowed),
             range,
             {}});
    };
    for (const hcl::Attribute &attribute : declaration.content.attributes)
        check(attribute.name(), arguments, "argument", rangeOf(attribute, attribute.nameRange()));
    for (const hcl::Block &block : declaration.content.blocks)
        check(block.type(), blocks, "block type", rangeOf(block, block.typeRange()));
}

static void addAll(Diagnostics &diagnostics, const std::vector<hcl::Diagnostic> &found, const hcl::View &view,
                   const std::string &code)
{
    for (const hcl::Diagnostic &diagnostic : found) {
        diagnostics.push_back(
            {diagnostic.severity == hcl::Severity::Error ? DiagnosticSeverity::Error : DiagnosticSeverity::Warning,
             code,
             diagnostic.summary,
             diagnostic.detail,
             diagnostic.hint,
             rangeOf(view, diagnostic.range),
             {}});
    }
}

void complete(Variable &variable, Diagnostics &diagnostics)
{
    static const std::array<std::string, 8> arguments{"type",     "default",   "description", "sensitive",
                                                      "nullable", "ephemeral", "deprecated",  "const"};
    static const std::array<std::string, 1> blocks{"validation"};
    checkNames(variable, arguments, blocks, diagnostics);
    if (const hcl::Expression type = variable.content.value("type")) {
        std::vector<hcl::Diagnostic> found;
        variable.type = hcl::parseTypeConstraint(type, found);
        variable.typeText = type.text();
        addAll(diagnostics, found, type, "variable.type");
    }
    variable.defaultValue = variable.content.value("default");
    variable.description = constantText(variable.content.value("description"));
    variable.isSensitive = isTrue(variable.content.value("sensitive"));
    variable.isEphemeral = isTrue(variable.content.value("ephemeral"));
    variable.isNullable = isTrue(variable.content.value("nullable"), true);
    static constexpr std::array<std::string_view, 1> typeOnly{"type"};
    collectAll(variable, typeOnly);
}

void complete(Resource &resource, Diagnostics &diagnostics)
{
    resource.count = resource.content.value("count");
    resource.forEach = resource.content.value("for_each");
    if (resource.count && resource.forEach) {
        diagnostics.push_back({DiagnosticSeverity::Error,
                               "resource.expansion",
                               "Both count and for_each",
                               "A block may have either \"count\" or \"for_each\"; for_each is used here.",
                               "Remove one of them.",
                               rangeOf(resource.count),
                               {}});
        resource.count = {};
    }
    const std::string provider = traversalText(resource.content.value("provider"));
    if (provider.empty()) {
        resource.providerName = resource.type.substr(0, resource.type.find('_'));
    } else {
        const std::size_t point = provider.find('.');
        resource.providerName = provider.substr(0, point);
        resource.providerAlias = point == std::string::npos ? std::string() : provider.substr(point + 1);
    }
    static constexpr std::array<std::string_view, 4> meta{"count", "for_each", "provider", "depends_on"};
    for (const hcl::Attribute &attribute : resource.content.attributes) {
        if (std::find(meta.begin(), meta.end(), attribute.name()) == meta.end())
            resource.arguments.push_back(attribute);
    }
    for (const hcl::Block &block : resource.content.blocks) {
        const bool isMeta =
            block.type() == "lifecycle" || block.type() == "provisioner" || block.type() == "connection";
        (isMeta ? resource.metaBlocks : resource.nestedBlocks).push_back(block);
    }
    static constexpr std::array<std::string_view, 1> providerOnly{"provider"};
    collectAll(resource, providerOnly);
    for (const Reference &reference : resource.references) {
        if (reference.kind != ReferenceKind::Instance && reference.kind != ReferenceKind::Other)
            resource.subjects.push_back(reference.subject);
    }
    std::sort(resource.subjects.begin(), resource.subjects.end());
    resource.subjects.erase(std::unique(resource.subjects.begin(), resource.subjects.end()), resource.subjects.end());
}

static void readSource(ModuleCall &call, Diagnostics &diagnostics)
{
    const hcl::Expression source = call.content.value("source");
    call.source = constantText(source);
    call.version = constantText(call.content.value("version"));
    if (!source)
        diagnostics.push_back({DiagnosticSeverity::Error,
                               "module.source",
                               "Missing module source",
                               "The call of module \"" + call.name + "\" has no \"source\".",
                               "Add source = \"./modules/" + call.name + "\" or a registry address.",
                               rangeOf(call.block, call.block.headerRange()),
                               {}});
    else if (call.source.empty())
        diagnostics.push_back({DiagnosticSeverity::Error,
                               "module.source",
                               "Module source is not constant",
                               "The source of module \"" + call.name + "\" must be a plain string.",
                               {},
                               rangeOf(source),
                               {}});
}

void complete(ModuleCall &call, Diagnostics &diagnostics)
{
    static constexpr std::array<std::string_view, 6> meta{"source",   "version",   "count",
                                                          "for_each", "providers", "depends_on"};
    readSource(call, diagnostics);
    call.count = call.content.value("count");
    call.forEach = call.content.value("for_each");
    for (const hcl::Attribute &attribute : call.content.attributes) {
        if (std::find(meta.begin(), meta.end(), attribute.name()) == meta.end())
            call.arguments.push_back(attribute);
    }
    if (const hcl::Expression providers = call.content.value("providers")) {
        for (const hcl::ObjectItem item : providers.items()) {
            const std::string child = traversalText(item.key().unwrapped());
            call.providers.emplace_back(child.empty() ? item.keyName().value_or("") : child,
                                        traversalText(item.value()));
        }
    }
    static constexpr std::array<std::string_view, 1> providersOnly{"providers"};
    collectAll(call, providersOnly);
}

void complete(Output &output, Diagnostics &diagnostics)
{
    static const std::array<std::string, 6> arguments{"value",     "description", "sensitive",
                                                      "ephemeral", "depends_on",  "deprecated"};
    static const std::array<std::string, 2> blocks{"precondition", "postcondition"};
    checkNames(output, arguments, blocks, diagnostics);
    output.value = output.content.value("value");
    output.description = constantText(output.content.value("description"));
    output.isSensitive = isTrue(output.content.value("sensitive"));
    if (!output.value)
        diagnostics.push_back({DiagnosticSeverity::Error,
                               "argument.missing",
                               "Missing required argument",
                               "Output \"" + output.name + "\" has no \"value\".",
                               {},
                               rangeOf(output.block, output.block.headerRange()),
                               {}});
    collectAll(output);
}

void complete(ProviderBlock &provider, Diagnostics &)
{
    provider.alias = constantText(provider.content.value("alias"));
    collectAll(provider);
}

void complete(Check &check, Diagnostics &)
{
    std::vector<std::string_view> bound;
    for (const hcl::Block &block : check.content.blocks) {
        // The data source is a resource of its own.
        if (block.type() != "assert")
            continue;
        check.assertions.push_back(block);
        collectReferences(block, bound, check.references);
    }
}

void complete(Removed &removed, Diagnostics &)
{
    for (const hcl::Block block : removed.block.body().blocks()) {
        if (block.type() == "lifecycle")
            removed.destroys = isTrue(block.body().attribute("destroy").value(), true);
        else if (block.type() == "provisioner")
            removed.provisioners.push_back(block);
    }
}

void complete(Import &import, Diagnostics &)
{
    import.to = import.content.value("to");
    import.id = import.content.value("id");
    import.forEach = import.content.value("for_each");
    import.name = import.to ? std::string(import.to.text()) : std::string();
    import.provider = traversalText(import.content.value("provider"));
    static constexpr std::array<std::string_view, 2> addresses{"to", "provider"};
    collectAll(import, addresses);
}

} // namespace drydock::terraform
