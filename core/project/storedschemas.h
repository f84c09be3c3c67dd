// SPDX-License-Identifier: MIT
#pragma once

#include "core/project/schemaservice.h"
#include "core/store/database.h"
#include "core/terraform/schemacatalogue.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::project {

/// The schemas of a workspace as a catalogue. The names of a provider are read when it is first asked for, a type when
/// that is; both stay in memory then. It does not notice later imports: open a new one.
class StoredSchemas final : public terraform::SchemaCatalogue
{
public:
    StoredSchemas(store::Database database, std::vector<StoredProvider> providers);

    [[nodiscard]] terraform::Names providers() const override;
    [[nodiscard]] terraform::Names names(std::string_view provider, terraform::SchemaKind kind) const override;
    [[nodiscard]] std::shared_ptr<const terraform::ObjectSchema>
    find(std::string_view provider, terraform::SchemaKind kind, std::string_view name) const override;
    [[nodiscard]] terraform::Names functions(std::string_view provider) const override;
    [[nodiscard]] std::shared_ptr<const terraform::FunctionSignature> function(std::string_view provider,
                                                                               std::string_view name) const override;

    /// The first error of reading the database, if there was one: what could not be read counts as not there.
    [[nodiscard]] std::optional<Error> problem() const;

private:
    struct Provider
    {
        std::string id;
        std::optional<std::map<std::string, terraform::Names, std::less<>>> names;                  ///< by kind
        std::map<std::string, std::shared_ptr<const terraform::ObjectSchema>, std::less<>> objects; ///< "kind name"
        std::map<std::string, std::shared_ptr<const terraform::FunctionSignature>, std::less<>> functions;
    };

    [[nodiscard]] terraform::Names namesOf(std::string_view provider, std::string_view kind) const;
    void readNames(Provider &provider) const;
    /// The bytes of an entry; nothing where there is none.
    [[nodiscard]] std::optional<std::string> content(const Provider &provider, std::string_view kind,
                                                     std::string_view name) const;
    void keep(const Error &error) const;

    store::Database m_database;
    terraform::Names m_names;
    mutable std::mutex m_mutex;
    mutable std::map<std::string, Provider, std::less<>> m_providers;
    mutable std::optional<Error> m_problem;
};

/// How a kind stands in the table.
[[nodiscard]] std::string_view columnText(terraform::SchemaKind kind);
inline constexpr std::string_view functionKind = "function";

} // namespace drydock::project
