// SPDX-License-Identifier: MIT
#include "core/terraform/schemacatalogue.h"

#include "core/terraform/module.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <utility>

namespace drydock::terraform {

static constexpr std::string_view builtinAddress = "terraform.io/builtin/terraform";
static constexpr std::array<std::string_view, 2> publicHosts = {"registry.terraform.io/", "registry.opentofu.org/"};

bool SchemaCatalogue::hasProvider(std::string_view provider) const
{
    return providers().contains(provider);
}

CombinedSchemas::CombinedSchemas(std::vector<std::shared_ptr<const SchemaCatalogue>> catalogues)
    : m_catalogues(std::move(catalogues))
{
}

const SchemaCatalogue *CombinedSchemas::of(std::string_view provider) const
{
    for (const auto &catalogue : m_catalogues)
        if (catalogue->hasProvider(provider))
            return catalogue.get();
    return nullptr;
}

Names CombinedSchemas::providers() const
{
    std::set<std::string> all;
    for (const auto &catalogue : m_catalogues) {
        const Names names = catalogue->providers();
        all.insert(names->begin(), names->end());
    }
    return Names({all.begin(), all.end()});
}

Names CombinedSchemas::names(std::string_view provider, SchemaKind kind) const
{
    const SchemaCatalogue *catalogue = of(provider);
    return catalogue == nullptr ? Names() : catalogue->names(provider, kind);
}

std::shared_ptr<const ObjectSchema> CombinedSchemas::find(std::string_view provider, SchemaKind kind,
                                                          std::string_view name) const
{
    const SchemaCatalogue *catalogue = of(provider);
    return catalogue == nullptr ? nullptr : catalogue->find(provider, kind, name);
}

Names CombinedSchemas::functions(std::string_view provider) const
{
    const SchemaCatalogue *catalogue = of(provider);
    return catalogue == nullptr ? Names() : catalogue->functions(provider);
}

std::shared_ptr<const FunctionSignature> CombinedSchemas::function(std::string_view provider,
                                                                   std::string_view name) const
{
    const SchemaCatalogue *catalogue = of(provider);
    return catalogue == nullptr ? nullptr : catalogue->function(provider, name);
}

std::string fullProviderAddress(std::string_view source)
{
    std::string text(source);
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    switch (std::count(text.begin(), text.end(), '/')) {
    case 0:
        return text == "terraform" ? std::string(builtinAddress) : "registry.terraform.io/hashicorp/" + text;
    case 1:
        return "registry.terraform.io/" + text;
    default:
        return text;
    }
}

std::string providerAddress(const Module &module, std::string_view localName)
{
    for (const RequiredProvider &required : module.settings().requiredProviders)
        if (required.name == localName && !required.source.empty())
            return fullProviderAddress(required.source);
    return fullProviderAddress(localName);
}

std::string knownProvider(const SchemaCatalogue &catalogue, std::string_view address)
{
    if (catalogue.hasProvider(address))
        return std::string(address);
    for (const std::string_view host : publicHosts) {
        if (!address.starts_with(host))
            continue;
        for (const std::string_view other : publicHosts)
            if (std::string twin = std::string(other) + std::string(address.substr(host.size()));
                catalogue.hasProvider(twin))
                return twin;
    }
    return {};
}

SchemaKind schemaKind(ResourceMode mode)
{
    switch (mode) {
    case ResourceMode::Data:
        return SchemaKind::DataSource;
    case ResourceMode::Ephemeral:
        return SchemaKind::Ephemeral;
    case ResourceMode::Managed:
        break;
    }
    return SchemaKind::Resource;
}

std::shared_ptr<const ObjectSchema> schemaOf(const SchemaCatalogue &catalogue, const Module &module,
                                             const Resource &resource)
{
    const std::string provider = knownProvider(catalogue, providerAddress(module, resource.providerName));
    return provider.empty() ? nullptr : catalogue.find(provider, schemaKind(resource.mode), resource.type);
}

} // namespace drydock::terraform
