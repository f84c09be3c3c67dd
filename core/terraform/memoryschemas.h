// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/terraform/schemacatalogue.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace drydock::terraform {

/// A catalogue that holds everything it knows.
class MemorySchemas final : public SchemaCatalogue
{
public:
    /// All of a `terraform providers schema -json`. Codes: those of readProviderSchemas().
    [[nodiscard]] static Result<std::shared_ptr<const MemorySchemas>> fromJson(std::string_view json,
                                                                               const std::string &fileName);

    void add(const std::string &provider, SchemaKind kind, const std::string &name, ObjectSchema schema);
    void addFunction(const std::string &provider, FunctionSignature function);

    [[nodiscard]] Names providers() const override;
    [[nodiscard]] Names names(std::string_view provider, SchemaKind kind) const override;
    [[nodiscard]] std::shared_ptr<const ObjectSchema> find(std::string_view provider, SchemaKind kind,
                                                           std::string_view name) const override;
    [[nodiscard]] Names functions(std::string_view provider) const override;
    [[nodiscard]] std::shared_ptr<const FunctionSignature> function(std::string_view provider,
                                                                    std::string_view name) const override;

private:
    template <typename Content>
    using ByName = std::map<std::string, std::shared_ptr<const Content>, std::less<>>;
    struct Provider
    {
        std::map<SchemaKind, ByName<ObjectSchema>> objects;
        ByName<FunctionSignature> functions;
    };

    std::map<std::string, Provider, std::less<>> m_providers;
};

} // namespace drydock::terraform
