// SPDX-License-Identifier: MIT
#pragma once

#include "core/terraform/address.h"
#include "core/terraform/names.h"
#include "core/terraform/providerschema.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::terraform {

class Module;
struct Resource;

/// Where schemas are looked up: those kept in the workspace (project::StoredSchemas), those built in, those of a test.
///
/// A provider is named by its full address, `registry.terraform.io/hashicorp/aws`. What is not known is null or empty,
/// never an error. Safe from any thread; what is handed out stays valid as long as it is held.
class SchemaCatalogue
{
public:
    virtual ~SchemaCatalogue() = default;

    /// Full addresses.
    [[nodiscard]] virtual Names providers() const = 0;
    /// The types of a kind that a provider has.
    [[nodiscard]] virtual Names names(std::string_view provider, SchemaKind kind) const = 0;
    /// The schema of one type, read when it is first asked for. `name` is ignored for SchemaKind::Provider.
    [[nodiscard]] virtual std::shared_ptr<const ObjectSchema> find(std::string_view provider, SchemaKind kind,
                                                                   std::string_view name) const = 0;
    /// Names as in `provider::LOCAL::NAME`.
    [[nodiscard]] virtual Names functions(std::string_view provider) const = 0;
    [[nodiscard]] virtual std::shared_ptr<const FunctionSignature> function(std::string_view provider,
                                                                            std::string_view name) const = 0;

    [[nodiscard]] bool hasProvider(std::string_view provider) const;
};

/// Several catalogues as one; the first that has a provider answers for all of it.
class CombinedSchemas final : public SchemaCatalogue
{
public:
    explicit CombinedSchemas(std::vector<std::shared_ptr<const SchemaCatalogue>> catalogues);

    [[nodiscard]] Names providers() const override;
    [[nodiscard]] Names names(std::string_view provider, SchemaKind kind) const override;
    [[nodiscard]] std::shared_ptr<const ObjectSchema> find(std::string_view provider, SchemaKind kind,
                                                           std::string_view name) const override;
    [[nodiscard]] Names functions(std::string_view provider) const override;
    [[nodiscard]] std::shared_ptr<const FunctionSignature> function(std::string_view provider,
                                                                    std::string_view name) const override;

private:
    [[nodiscard]] const SchemaCatalogue *of(std::string_view provider) const;

    std::vector<std::shared_ptr<const SchemaCatalogue>> m_catalogues;
};

/// The provider that every Terraform has inside, `terraform.io/builtin/terraform`: terraform_data,
/// terraform_remote_state and the functions `provider::terraform::…`. Made once, shared.
[[nodiscard]] std::shared_ptr<const SchemaCatalogue> builtinSchemas();

/// The full address that a local provider name has in a module: by `required_providers`, else
/// `registry.terraform.io/hashicorp/NAME`; `terraform` is the built-in one.
[[nodiscard]] std::string providerAddress(const Module &module, std::string_view localName);

/// `hashicorp/aws` or `aws` written out, in lower case: `registry.terraform.io/hashicorp/aws`. A full address stays.
[[nodiscard]] std::string fullProviderAddress(std::string_view source);

/// The address under which the catalogue has the provider: itself, or the same namespace and type on the other public
/// registry (registry.terraform.io, registry.opentofu.org). Empty when it has none.
[[nodiscard]] std::string knownProvider(const SchemaCatalogue &catalogue, std::string_view address);

/// The schema of a `resource`, `data` or `ephemeral` block; null where its provider was not imported or has no such
/// type (ask knownProvider() which).
[[nodiscard]] std::shared_ptr<const ObjectSchema> schemaOf(const SchemaCatalogue &catalogue, const Module &module,
                                                           const Resource &resource);

[[nodiscard]] SchemaKind schemaKind(ResourceMode mode);

} // namespace drydock::terraform
