// SPDX-License-Identifier: MIT
#include "core/terraform/schemacheck.h"

#include "core/hcl/literal.h"
#include "core/hcl/suggestion.h"
#include "core/terraform/bodycheck.h"
#include "core/terraform/configuration.h"
#include "core/terraform/configurationdata.h"
#include "core/terraform/evaluation.h"
#include "core/terraform/module.h"
#include "core/terraform/schemacatalogue.h"
#include "core/terraform/valuecheck.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

namespace drydock::terraform {

namespace {

/// "registry.terraform.io/" goes without saying, as in Terraform's messages.
std::string displayed(std::string_view provider)
{
    static constexpr std::string_view common = "registry.terraform.io/";
    return std::string(provider.starts_with(common) ? provider.substr(common.size()) : provider);
}

struct KindWords
{
    SchemaKind kind;
    std::string_view summary;
    std::string_view noun;
};
constexpr std::array kinds = {
    KindWords{SchemaKind::Resource, "Invalid resource type", "resource type"},
    KindWords{SchemaKind::DataSource, "Invalid data source", "data source"},
    KindWords{SchemaKind::Ephemeral, "Invalid ephemeral resource", "ephemeral resource"},
};

class ModuleCheck
{
public:
    ModuleCheck(const Module &module, const SchemaCatalogue &catalogue, std::vector<Diagnostic> &diagnostics)
        : m_module(module)
        , m_catalogue(catalogue)
        , m_diagnostics(diagnostics)
    {
    }

    void run()
    {
        for (const Resource &resource : m_module.resources())
            checkResource(resource);
        for (const ProviderBlock &provider : m_module.providers())
            checkProvider(provider);
        const auto references = [this](const auto &declarations) {
            for (const auto &declaration : declarations)
                for (const Reference &reference : declaration.references)
                    checkReference(reference);
        };
        references(m_module.locals());
        references(m_module.resources());
        references(m_module.calls());
        references(m_module.outputs());
        references(m_module.providers());
    }

private:
    const std::string &addressOf(const std::string &localName)
    {
        const auto [found, isNew] = m_addresses.try_emplace(localName);
        if (isNew)
            found->second = knownProvider(m_catalogue, providerAddress(m_module, localName));
        return found->second;
    }

    void checkResource(const Resource &resource)
    {
        const std::string &provider = addressOf(resource.providerName);
        if (provider.empty())
            return;
        const auto schema = m_catalogue.find(provider, schemaKind(resource.mode), resource.type);
        if (schema == nullptr) {
            unknownType(resource, provider);
            return;
        }
        const hcl::ByteRange body = resource.block.body().range();
        const SourceRange opening = rangeOf(resource.block, {body.start, std::min(body.start + 1, body.end)});
        BodyCheck(Requirement::Enforced, m_diagnostics)
            .check(resource.arguments, resource.nestedBlocks, schema->block, opening);
    }

    void checkProvider(const ProviderBlock &provider)
    {
        const std::string &address = addressOf(provider.name);
        const auto schema = address.empty() ? nullptr : m_catalogue.find(address, SchemaKind::Provider, {});
        if (schema == nullptr)
            return;
        std::vector<hcl::Attribute> arguments = provider.content.attributes;
        std::erase_if(arguments, [](const hcl::Attribute &attribute) {
            const std::string_view name = attribute.name();
            return name == "alias" || name == "version" || name == "for_each";
        });
        BodyCheck(Requirement::Waived, m_diagnostics)
            .check(arguments, provider.content.blocks, schema->block,
                   rangeOf(provider.block, provider.block.headerRange()));
    }

    void unknownType(const Resource &resource, const std::string &provider)
    {
        const SchemaKind kind = schemaKind(resource.mode);
        const auto words =
            std::find_if(kinds.begin(), kinds.end(), [kind](const KindWords &each) { return each.kind == kind; });
        std::string hint = otherKind(resource, provider);
        const Names known = m_catalogue.names(provider, kind);
        if (hint.empty())
            hint = hcl::suggestion(resource.type, {known.begin(), known.end()});
        hcl::ByteRange range = resource.block.headerRange();
        const auto labels = resource.block.labels();
        if (labels.begin() != labels.end())
            range = (*labels.begin()).range();
        m_diagnostics.push_back({DiagnosticSeverity::Error,
                                 "schema.unknown-type",
                                 std::string(words->summary),
                                 "The provider " + displayed(provider) + " does not support " +
                                     std::string(words->noun) + " " + hcl::quote(resource.type) + ".",
                                 std::move(hint),
                                 rangeOf(resource.block, range),
                                 {}});
    }

    [[nodiscard]] std::string otherKind(const Resource &resource, const std::string &provider) const
    {
        const auto has = [&](SchemaKind kind) { return m_catalogue.find(provider, kind, resource.type) != nullptr; };
        if (resource.mode == ResourceMode::Managed && has(SchemaKind::DataSource))
            return "Did you intend to use the data source " + hcl::quote(resource.type) +
                   "? If so, declare this using a \"data\" block instead of a \"resource\" block.";
        if (resource.mode == ResourceMode::Data && has(SchemaKind::Resource))
            return "Did you intend to use the managed resource type " + hcl::quote(resource.type) +
                   "? If so, declare this using a \"resource\" block instead of a \"data\" block.";
        return {};
    }

    void checkReference(const Reference &reference)
    {
        if (reference.kind != ReferenceKind::Resource || reference.attribute.empty())
            return;
        const std::uint32_t index = m_module.resource(reference.subject);
        if (index == Module::none)
            return;
        const Resource &resource = m_module.resources()[index];
        const std::string &provider = addressOf(resource.providerName);
        const auto schema =
            provider.empty() ? nullptr : m_catalogue.find(provider, schemaKind(resource.mode), resource.type);
        if (schema == nullptr || schema->block.attribute(reference.attribute) != nullptr ||
            schema->block.block(reference.attribute) != nullptr)
            return;
        std::vector<std::string> names;
        for (const AttributeSchema &attribute : schema->block.attributes)
            names.push_back(attribute.name);
        for (const NestedBlockSchema &block : schema->block.blocks)
            names.push_back(block.type);
        m_diagnostics.push_back({DiagnosticSeverity::Error,
                                 "schema.unknown-attribute",
                                 "Unsupported attribute",
                                 "This object has no argument, nested block, or exported attribute named " +
                                     hcl::quote(reference.attribute) + ".",
                                 hcl::suggestion(reference.attribute, names),
                                 rangeOf(reference.root, reference.attributeRange),
                                 {}});
    }

    const Module &m_module;
    const SchemaCatalogue &m_catalogue;
    std::vector<Diagnostic> &m_diagnostics;
    std::map<std::string, std::string> m_addresses; ///< local name -> address in the catalogue; empty: unknown
};

/// One complaint for a place, however many instances or ways of looking at it there are; in order of file and place.
void keepFirst(std::vector<Diagnostic> &diagnostics)
{
    std::set<std::tuple<const hcl::SourceFile *, std::uint32_t, std::string>> seen;
    std::erase_if(diagnostics, [&seen](const Diagnostic &diagnostic) {
        const std::string key = diagnostic.code + (diagnostic.code == "schema.type" ? "" : diagnostic.detail);
        return !seen.emplace(diagnostic.range.file, diagnostic.range.start, key).second;
    });
    tidy(diagnostics);
}

} // namespace

std::vector<Diagnostic> checkAgainstSchema(const Module &module, const SchemaCatalogue &catalogue)
{
    std::vector<Diagnostic> diagnostics;
    ModuleCheck(module, catalogue, diagnostics).run();
    keepFirst(diagnostics);
    return diagnostics;
}

std::vector<Diagnostic> checkAgainstSchema(const Configuration &configuration, const SchemaCatalogue &catalogue)
{
    std::vector<Diagnostic> diagnostics;
    for (const auto &module : configuration.modules())
        ModuleCheck(*module, catalogue, diagnostics).run();
    keepFirst(diagnostics);
    return diagnostics;
}

std::vector<Diagnostic> checkAgainstSchema(const Evaluation &evaluation, const SchemaCatalogue &catalogue)
{
    std::vector<Diagnostic> diagnostics;
    for (const auto &module : evaluation.configuration().modules())
        ModuleCheck(*module, catalogue, diagnostics).run();
    for (const ResourceInstance &resource : evaluation.resources()) {
        const Module &module = *resource.module().node().module;
        const std::uint32_t index = module.resource(resource.address().localText());
        const auto schema = index == Module::none ? nullptr : schemaOf(catalogue, module, module.resources()[index]);
        if (schema != nullptr)
            checkValues(resource, schema->block, diagnostics);
    }
    keepFirst(diagnostics);
    return diagnostics;
}

} // namespace drydock::terraform
