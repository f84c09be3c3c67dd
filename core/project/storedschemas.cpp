// SPDX-License-Identifier: MIT
#include "core/project/storedschemas.h"

#include "core/terraform/schemacodec.h"

#include <algorithm>
#include <utility>

namespace drydock::project {

using terraform::FunctionSignature;
using terraform::Names;
using terraform::ObjectSchema;
using terraform::SchemaKind;

std::string_view columnText(SchemaKind kind)
{
    switch (kind) {
    case SchemaKind::Resource:
        return "resource";
    case SchemaKind::DataSource:
        return "data";
    case SchemaKind::Ephemeral:
        return "ephemeral";
    case SchemaKind::Provider:
        break;
    }
    return "provider";
}

static Names addressesOf(const std::vector<StoredProvider> &providers)
{
    std::vector<std::string> addresses;
    addresses.reserve(providers.size());
    for (const StoredProvider &provider : providers)
        addresses.push_back(provider.address);
    std::sort(addresses.begin(), addresses.end());
    return Names(std::move(addresses));
}

StoredSchemas::StoredSchemas(store::Database database, std::vector<StoredProvider> providers)
    : m_database(std::move(database))
    , m_names(addressesOf(providers))
{
    for (StoredProvider &provider : providers)
        m_providers[provider.address].id = std::move(provider.id);
}

Names StoredSchemas::providers() const
{
    return m_names;
}

void StoredSchemas::keep(const Error &error) const
{
    if (!m_problem)
        m_problem = error;
}

std::optional<Error> StoredSchemas::problem() const
{
    const std::lock_guard lock(m_mutex);
    return m_problem;
}

void StoredSchemas::readNames(Provider &provider) const
{
    std::map<std::string, std::vector<std::string>, std::less<>> lists;
    const auto read = m_database.forEach("SELECT kind, name FROM provider_schema_entries WHERE schema_id = ? "
                                         "ORDER BY kind, name",
                                         {provider.id}, [&lists](const store::Row &row) -> Result<> {
                                             lists[row.text(0)].push_back(row.text(1));
                                             return {};
                                         });
    if (!read)
        keep(read.error());
    provider.names.emplace();
    for (auto &[kind, list] : lists) {
        // A database may sort by its locale.
        std::sort(list.begin(), list.end());
        provider.names->emplace(kind, Names(std::move(list)));
    }
}

Names StoredSchemas::namesOf(std::string_view provider, std::string_view kind) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_providers.find(provider);
    if (found == m_providers.end())
        return {};
    if (!found->second.names)
        readNames(found->second);
    const auto list = found->second.names->find(kind);
    return list == found->second.names->end() ? Names() : list->second;
}

Names StoredSchemas::names(std::string_view provider, SchemaKind kind) const
{
    return namesOf(provider, columnText(kind));
}

Names StoredSchemas::functions(std::string_view provider) const
{
    return namesOf(provider, functionKind);
}

std::optional<std::string> StoredSchemas::content(const Provider &provider, std::string_view kind,
                                                  std::string_view name) const
{
    const auto row =
        m_database.queryOne("SELECT content FROM provider_schema_entries WHERE schema_id = ? AND kind = ? AND name = ?",
                            {provider.id, std::string(kind), std::string(name)});
    if (!row) {
        keep(row.error());
        return std::nullopt;
    }
    return *row ? std::optional((*row)->blob(0)) : std::nullopt;
}

std::shared_ptr<const ObjectSchema> StoredSchemas::find(std::string_view provider, SchemaKind kind,
                                                        std::string_view name) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_providers.find(provider);
    if (found == m_providers.end())
        return nullptr;
    const std::string_view entry = kind == SchemaKind::Provider ? std::string_view() : name;
    const auto [kept, isNew] =
        found->second.objects.try_emplace(std::string(columnText(kind)) + " " + std::string(entry));
    if (!isNew)
        return kept->second;
    if (const auto bytes = content(found->second, columnText(kind), entry)) {
        if (auto schema = terraform::decodeObject(*bytes))
            kept->second = std::make_shared<const ObjectSchema>(std::move(*schema));
        else
            keep(schema.error());
    }
    return kept->second;
}

std::shared_ptr<const FunctionSignature> StoredSchemas::function(std::string_view provider, std::string_view name) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_providers.find(provider);
    if (found == m_providers.end())
        return nullptr;
    const auto [kept, isNew] = found->second.functions.try_emplace(std::string(name));
    if (!isNew)
        return kept->second;
    if (const auto bytes = content(found->second, functionKind, name)) {
        if (auto function = terraform::decodeFunction(*bytes))
            kept->second = std::make_shared<const FunctionSignature>(std::move(*function));
        else
            keep(function.error());
    }
    return kept->second;
}

} // namespace drydock::project
