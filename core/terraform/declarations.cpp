// SPDX-License-Identifier: MIT
#include "core/terraform/declarations.h"

#include "core/hcl/diagnostic.h"
#include "core/terraform/blockshapes.h"
#include "core/terraform/changerules.h"
#include "core/terraform/conditionrules.h"
#include "core/terraform/resourcerules.h"
#include "core/terraform/staticexpressions.h"

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
    // One of OpenTofu's repeated provider configurations: aws.regions["eu"].
    if (expression.kind() == hcl::ExpressionKind::Index)
        return traversalText(expression.source());
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

// `"list"`, `"map"` and `"string"` are still read, so that the rest can be checked.
static void readType(Variable &variable, Diagnostics &diagnostics)
{
    const hcl::Expression type = variable.content.value("type");
    if (!type)
        return;
    std::vector<hcl::Diagnostic> found;
    variable.type = hcl::parseTypeConstraint(type, found);
    variable.typeText = type.text();
    addAll(diagnostics, found, type, "variable.type");
    if (type.kind() == hcl::ExpressionKind::String && found.empty() && type.tree()->syntax() == hcl::Syntax::Native)
        addDiagnostic(diagnostics, "variable.type", "Invalid quoted type constraints",
                      "Terraform 0.11 and earlier required type constraints to be given in quotes.", rangeOf(type),
                      "Remove the quotes around \"" + type.stringValue().value_or("") + "\".");
}

// The header of the block that holds the attribute: after merging that is not always the declaration's own.
static SourceRange headerAround(const hcl::Attribute &attribute)
{
    for (const hcl::Block block : attribute.tree()->body().blocks()) {
        if (block.range().start <= attribute.range().start && attribute.range().end <= block.range().end)
            return rangeOf(block, block.headerRange());
    }
    return rangeOf(attribute);
}

static void checkDefault(const Variable &variable, Diagnostics &diagnostics)
{
    if (!variable.defaultValue)
        return;
    const std::optional<hcl::Value> value = constantValue(variable.defaultValue, {}, diagnostics);
    if (!value)
        return;
    const std::string summary = "Invalid default value for variable";
    if (value->isNull() && !variable.isNullable) {
        addDiagnostic(diagnostics, "variable.default", summary,
                      "A null default value is not valid when nullable=false.", rangeOf(variable.defaultValue));
        return;
    }
    if (const Result<hcl::Value> converted = variable.type.apply(*value); !converted) {
        // An override file may have changed the one or the other.
        const hcl::Attribute type = variable.content.attribute("type");
        const bool isOverridden = type && type.tree() != variable.defaultValue.tree();
        addDiagnostic(diagnostics, "variable.default", summary,
                      isOverridden ? "Overriding this variable's type constraint has made its default value invalid: " +
                                         converted.error().message + "."
                                   : "This default value is not compatible with the variable's type constraint: " +
                                         converted.error().message + ".",
                      isOverridden ? headerAround(type) : rangeOf(variable.defaultValue));
    }
}

static void checkValidation(const Variable &variable, const hcl::Block &block, Diagnostics &diagnostics)
{
    static_cast<void>(checkConditionBlock(block, diagnostics));
    const hcl::Attribute condition = block.body().attribute("condition");
    if (!condition)
        return;
    const std::vector<Reference> references = referencesIn(condition.value());
    const bool isOwn = std::any_of(references.begin(), references.end(), [&](const Reference &reference) {
        return reference.subject == "var." + variable.name;
    });
    if (!isOwn)
        addDiagnostic(diagnostics, "variable.condition", "Invalid variable validation condition",
                      "The condition for variable \"" + variable.name + "\" must refer to var." + variable.name +
                          " in order to test incoming values.",
                      rangeOf(condition.value()));
}

void complete(Variable &variable, Diagnostics &diagnostics)
{
    checkShape(variable.content, variable.block, shapes::variable(), diagnostics);
    readType(variable, diagnostics);
    variable.defaultValue = variable.content.value("default");
    variable.description = constantText(variable.content.value("description"));
    variable.isSensitive = isTrue(variable.content.value("sensitive"));
    variable.isEphemeral = isTrue(variable.content.value("ephemeral"));
    variable.isNullable = isTrue(variable.content.value("nullable"), true);
    for (const std::string_view name : {"sensitive", "ephemeral", "nullable"})
        checkConstant(variable.content, name, hcl::Type::boolean(), diagnostics);
    checkConstant(variable.content, "description", hcl::Type::string(), diagnostics);
    checkDefault(variable, diagnostics);
    // All other arguments are constants.
    std::vector<std::string_view> bound;
    for (const hcl::Block &block : variable.content.blocks) {
        if (block.type() != "validation")
            continue;
        checkValidation(variable, block, diagnostics);
        collectReferences(block, bound, variable.references);
    }
}

void complete(Resource &resource, Diagnostics &diagnostics)
{
    resource.count = resource.content.value("count");
    resource.forEach = resource.content.value("for_each");
    if (resource.forEach)
        resource.count = {};
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
            block.type() == "lifecycle" ||
            (resource.mode == ResourceMode::Managed && (block.type() == "provisioner" || block.type() == "connection"));
        (isMeta ? resource.metaBlocks : resource.nestedBlocks).push_back(block);
    }
    checkMetaArguments(resource, diagnostics);
    static constexpr std::array<std::string_view, 1> providerOnly{"provider"};
    collectAll(resource, providerOnly);
    for (const Reference &reference : resource.references) {
        if (reference.kind != ReferenceKind::Instance && reference.kind != ReferenceKind::Other)
            resource.subjects.push_back(reference.subject);
    }
    std::sort(resource.subjects.begin(), resource.subjects.end());
    resource.subjects.erase(std::unique(resource.subjects.begin(), resource.subjects.end()), resource.subjects.end());
}

static bool isRegistrySource(std::string_view source)
{
    return !source.empty() && !source.starts_with('/') && source.find("::") == std::string_view::npos &&
           source.find("://") == std::string_view::npos;
}

static void readSource(ModuleCall &call, Diagnostics &diagnostics)
{
    const hcl::Expression source = call.content.value("source");
    call.source = constantText(source);
    call.version = constantText(call.content.value("version"));
    if (!source) {
        addDiagnostic(diagnostics, "module.source", "Missing required argument",
                      "The argument \"source\" is required, but no definition was found.",
                      rangeOf(call.block, call.block.headerRange()),
                      "Add source = \"./modules/" + call.name + "\" or a registry address.");
        return;
    }
    const std::optional<hcl::Value> value = constantValue(source, hcl::Type::string(), diagnostics);
    if (!value)
        return;
    if (call.source.empty())
        addDiagnostic(diagnostics, "module.source", "Invalid module source address",
                      "The source of module \"" + call.name +
                          "\" must be a path that begins with ./ or ../, a registry "
                          "address or another address that Terraform can fetch.",
                      rangeOf(source));
    if (const hcl::Expression version = call.content.value("version");
        version && (call.isLocal() || !isRegistrySource(call.source)) && !call.source.empty())
        addDiagnostic(diagnostics, "module.version", "Invalid registry module source address",
                      "\"version\" has a meaning only for modules from a registry, and \"" + call.source +
                          "\" is no registry address.",
                      rangeOf(source), "Remove \"version\".");
}

static void checkCallBlocks(const ModuleCall &call, Diagnostics &diagnostics)
{
    for (const hcl::Block &block : call.content.blocks) {
        const bool isReserved =
            block.type() == "lifecycle" || block.type() == "locals" || block.type() == "provider_meta";
        addDiagnostic(diagnostics, isReserved ? "block.reserved" : "block.unsupported",
                      isReserved ? "Reserved block type name in module block" : "Unsupported block type",
                      isReserved ? "The block type name \"" + std::string(block.type()) +
                                       "\" is reserved for use by Terraform in a future version."
                                 : "Blocks of type \"" + std::string(block.type()) + "\" are not expected here.",
                      rangeOf(block, block.typeRange()));
    }
}

void complete(ModuleCall &call, Diagnostics &diagnostics)
{
    static constexpr std::array<std::string_view, 6> meta{"source",   "version",   "count",
                                                          "for_each", "providers", "depends_on"};
    readSource(call, diagnostics);
    call.count = call.content.value("count");
    call.forEach = call.content.value("for_each");
    checkExpansion(call.content, diagnostics);
    checkDependsOn(call.content, diagnostics);
    checkCallBlocks(call, diagnostics);
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
    checkShape(output.content, output.block, shapes::output(), diagnostics);
    output.value = output.content.value("value");
    output.description = constantText(output.content.value("description"));
    output.isSensitive = isTrue(output.content.value("sensitive"));
    output.isEphemeral = isTrue(output.content.value("ephemeral"));
    for (const std::string_view name : {"sensitive", "ephemeral"})
        checkConstant(output.content, name, hcl::Type::boolean(), diagnostics);
    checkConstant(output.content, "description", hcl::Type::string(), diagnostics);
    checkDependsOn(output.content, diagnostics);
    for (const hcl::Block &block : output.content.blocks) {
        if (block.type() == "precondition")
            static_cast<void>(checkConditionBlock(block, diagnostics));
        else if (block.type() == "postcondition")
            addDiagnostic(diagnostics, "output.postcondition", "Postconditions are not allowed",
                          "Output values can only have preconditions, not postconditions.",
                          rangeOf(block, block.headerRange()));
    }
    static constexpr std::array<std::string_view, 3> constants{"sensitive", "ephemeral", "description"};
    collectAll(output, constants);
}

static void checkProviderArguments(const ProviderBlock &provider, Diagnostics &diagnostics)
{
    for (const hcl::Attribute &attribute : provider.content.attributes) {
        const std::string name(attribute.name());
        // OpenTofu repeats provider configurations that have an alias.
        const bool isReserved = name == "count" || name == "depends_on" || name == "source" ||
                                (name == "for_each" && !provider.content.attribute("alias"));
        if (isReserved)
            addDiagnostic(diagnostics, "argument.reserved", "Reserved argument name in provider block",
                          "The provider argument name \"" + name +
                              "\" is reserved for use by Terraform in a future version.",
                          rangeOf(attribute, attribute.nameRange()));
        if (name == "version")
            addDiagnostic(diagnostics, "provider.version",
                          "Version constraints inside provider configuration blocks are deprecated",
                          "Since Terraform 0.13 the version stands in required_providers.", rangeOf(attribute.value()),
                          "Move it to the required_providers block.", DiagnosticSeverity::Warning);
    }
    for (const hcl::Block &block : provider.content.blocks) {
        if (block.type() == "lifecycle" || block.type() == "locals")
            addDiagnostic(diagnostics, "block.reserved", "Reserved block type name in provider block",
                          "The block type name \"" + std::string(block.type()) +
                              "\" is reserved for use by Terraform in a future version.",
                          rangeOf(block, block.typeRange()));
    }
}

void complete(ProviderBlock &provider, Diagnostics &diagnostics)
{
    provider.alias = constantText(provider.content.value("alias"));
    checkProviderArguments(provider, diagnostics);
    const hcl::Expression alias = provider.content.value("alias");
    const std::optional<hcl::Value> value =
        alias ? constantValue(alias, hcl::Type::string(), diagnostics) : std::nullopt;
    if (alias && (!value || !isValidName(provider.alias)))
        addDiagnostic(diagnostics, "provider.alias", "Invalid provider configuration alias",
                      "An alias must be a valid name. " + std::string(nameRule), rangeOf(alias));
    static constexpr std::array<std::string_view, 1> aliasOnly{"alias"};
    collectAll(provider, aliasOnly);
}

void complete(Check &declared, Diagnostics &diagnostics)
{
    check(declared, diagnostics);
    std::vector<std::string_view> bound;
    for (const hcl::Block &block : declared.content.blocks) {
        // The data source is a resource of its own.
        if (block.type() != "assert")
            continue;
        declared.assertions.push_back(block);
        collectReferences(block, bound, declared.references);
    }
}

void complete(Removed &removed, Diagnostics &diagnostics)
{
    check(removed, diagnostics);
    for (const hcl::Block block : removed.block.body().blocks()) {
        if (block.type() == "lifecycle")
            removed.destroys = isTrue(block.body().attribute("destroy").value(), true);
        else if (block.type() == "provisioner")
            removed.provisioners.push_back(block);
    }
}

void complete(Import &import, Diagnostics &diagnostics)
{
    import.to = import.content.value("to");
    import.id = import.content.value("id");
    import.forEach = import.content.value("for_each");
    import.name = import.to ? std::string(import.to.text()) : std::string();
    import.provider = traversalText(import.content.value("provider"));
    static constexpr std::array<std::string_view, 2> addresses{"to", "provider"};
    collectAll(import, addresses);
    check(import, diagnostics);
}

} // namespace drydock::terraform
