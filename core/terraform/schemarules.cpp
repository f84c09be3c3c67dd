// SPDX-License-Identifier: MIT
#include "core/terraform/schemarules.h"

#include "core/hcl/function.h"
#include "core/hcl/providerfunctions.h"
#include "core/terraform/configuration.h"
#include "core/terraform/module.h"
#include "core/terraform/schemacatalogue.h"
#include "core/terraform/staticexpressions.h"
#include "core/terraform/suggestion.h"

#include <algorithm>
#include <string>

namespace drydock::terraform {

namespace {

class SchemaRules
{
public:
    SchemaRules(const Module &module, const SchemaCatalogue &catalogue, std::vector<Diagnostic> &diagnostics)
        : m_module(module)
        , m_catalogue(catalogue)
        , m_diagnostics(diagnostics)
    {
    }

    void run(bool isRoot)
    {
        for (const Resource &resource : m_module.resources()) {
            if (resource.mode == ResourceMode::Managed)
                checkIgnored(resource);
            if (isRoot)
                checkConfiguration(resource);
        }
        for (const hcl::ParsedFile &file : m_module.files())
            checkCalls(*file.tree);
    }

    void checkCalls(const hcl::Tree &tree)
    {
        for (hcl::NodeId id = 1; id <= tree.nodeCount(); ++id) {
            const hcl::Expression call(&tree, id);
            if (call.kind() != hcl::ExpressionKind::Call)
                continue;
            const std::string name = call.functionName();
            if (name.starts_with("provider::"))
                checkCall(call, name);
        }
    }

private:
    // The first name of `tags["Name"]` or `ingress[0].cidr_blocks`, quoted or not.
    static std::string firstName(const hcl::Expression &element)
    {
        const std::string text = element.stringValue().value_or(std::string(element.text()));
        return text.substr(0, text.find_first_of(".["));
    }

    void checkIgnored(const Resource &resource)
    {
        const hcl::Block lifecycle = resource.content.block("lifecycle");
        const hcl::Attribute ignored = lifecycle ? lifecycle.body().attribute("ignore_changes") : hcl::Attribute();
        const std::shared_ptr<const ObjectSchema> schema =
            ignored ? schemaOf(m_catalogue, m_module, resource) : nullptr;
        if (!schema)
            return;
        for (const hcl::Expression element : ignored.value().elements()) {
            if (!isTraversal(element) && element.kind() != hcl::ExpressionKind::String)
                continue;
            const std::string name = firstName(element);
            const AttributeSchema *attribute = schema->block.attribute(name);
            if (attribute == nullptr && schema->block.block(name) == nullptr && name != "*")
                addDiagnostic(m_diagnostics, "lifecycle.ignored", "Unsupported attribute",
                              "This object has no argument, nested block, or exported attribute named \"" + name +
                                  "\".",
                              rangeOf(element), didYouMean(name, argumentNames(*schema)));
            else if (attribute != nullptr && !attribute->isArgument())
                addDiagnostic(m_diagnostics, "lifecycle.ignored", "Redundant ignore_changes element",
                              "The attribute " + name +
                                  " is decided by the provider alone, so there is no configured value to ignore.",
                              rangeOf(resource.block, resource.block.headerRange()),
                              "Remove " + name + " from ignore_changes.", DiagnosticSeverity::Warning);
        }
    }

    static std::vector<std::string> argumentNames(const ObjectSchema &schema)
    {
        std::vector<std::string> names;
        for (const AttributeSchema &attribute : schema.block.attributes)
            names.push_back(attribute.name);
        for (const NestedBlockSchema &block : schema.block.blocks)
            names.push_back(block.type);
        return names;
    }

    void checkConfiguration(const Resource &resource)
    {
        const auto has = [&](const ProviderBlock &provider) {
            return provider.name == resource.providerName && provider.alias == resource.providerAlias;
        };
        if (resource.providerAlias.empty() ||
            std::any_of(m_module.providers().begin(), m_module.providers().end(), has))
            return;
        const hcl::Expression written = resource.content.value("provider");
        const std::string address = resource.providerName + "." + resource.providerAlias;
        const std::vector<RequiredProvider> &required = m_module.settings().requiredProviders;
        const bool isExpected = std::any_of(required.begin(), required.end(), [&](const RequiredProvider &provider) {
            return std::find(provider.aliases.begin(), provider.aliases.end(), address) != provider.aliases.end();
        });
        addDiagnostic(m_diagnostics, isExpected ? "provider.expected" : "provider.missing",
                      "Provider configuration not present",
                      isExpected ? "The caller of this module gives it the provider " + address +
                                       " (configuration_aliases), and nothing calls it here."
                                 : "There is no provider \"" + resource.providerName + "\" with the alias \"" +
                                       resource.providerAlias + "\" in the root module.",
                      rangeOf(written),
                      isExpected ? "Validate a configuration that calls this module and passes the provider."
                                 : "Add the provider block, or correct the alias.");
    }

    void checkCall(const hcl::Expression &call, const std::string &name)
    {
        const std::size_t end = name.find("::", 10);
        if (end == std::string::npos)
            return;
        const std::string provider = name.substr(10, end - 10);
        const std::string function = name.substr(end + 2);
        const std::vector<RequiredProvider> &required = m_module.settings().requiredProviders;
        const bool isRequired = std::any_of(required.begin(), required.end(),
                                            [&](const RequiredProvider &one) { return one.name == provider; });
        const std::string address = knownProvider(m_catalogue, providerAddress(m_module, provider));
        if (isRequired && (address.empty() || m_catalogue.function(address, function)))
            return;
        const Names functions = m_catalogue.functions(address);
        addDiagnostic(m_diagnostics, "function.unknown", "Unknown provider function",
                      "There is no function named \"" + name + "\".", rangeOf(call, call.functionNameRange()),
                      isRequired
                          ? didYouMean(function, *functions)
                          : "Declare provider \"" + provider + "\" in the required_providers block of this module.");
    }

    const Module &m_module;
    const SchemaCatalogue &m_catalogue;
    std::vector<Diagnostic> &m_diagnostics;
};

} // namespace

void checkProviderCalls(const hcl::Tree &tree, const Module &module, const SchemaCatalogue &catalogue,
                        std::vector<Diagnostic> &diagnostics)
{
    SchemaRules(module, catalogue, diagnostics).checkCalls(tree);
}

void addProviderFunctions(const Module &module, hcl::FunctionTable &table)
{
    for (const RequiredProvider &required : module.settings().requiredProviders) {
        if (required.source == "terraform.io/builtin/terraform")
            hcl::addBuiltinProviderFunctions(table, required.name);
    }
}

std::vector<Diagnostic> checkBySchemas(const Configuration &configuration, const SchemaCatalogue &catalogue)
{
    std::vector<Diagnostic> diagnostics;
    for (const std::shared_ptr<const Module> &module : configuration.modules())
        SchemaRules(*module, catalogue, diagnostics).run(module == configuration.root().module);
    return diagnostics;
}

} // namespace drydock::terraform
