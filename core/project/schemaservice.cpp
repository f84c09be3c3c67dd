// SPDX-License-Identifier: MIT
#include "core/project/schemaservice.h"

#include "core/base/identifier.h"
#include "core/base/semver.h"
#include "core/project/columns.h"
#include "core/project/storedschemas.h"
#include "core/project/workspace.h"
#include "core/store/transaction.h"
#include "core/terraform/lockfile.h"
#include "core/terraform/schemacodec.h"
#include "core/terraform/schemareader.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace drydock::project {

using terraform::SchemaEntry;
using terraform::SchemaKind;

namespace {

constexpr std::string_view select =
    "SELECT id, address, version, origin, resources, data_sources, ephemeral_resources, "
    "functions, size, imported_at FROM provider_schemas";

StoredProvider providerFrom(const store::Row &row)
{
    StoredProvider provider;
    provider.id = row.text(0);
    provider.address = row.text(1);
    provider.version = row.text(2);
    provider.origin = row.text(3);
    provider.resources = countFrom(row, 4);
    provider.dataSources = countFrom(row, 5);
    provider.ephemeralResources = countFrom(row, 6);
    provider.functions = countFrom(row, 7);
    provider.size = static_cast<std::uint64_t>(row.integer(8));
    provider.importedAt = timeFrom(row, 9);
    return provider;
}

/// Newer versions first; what is no version, or not known, comes last.
bool isNewer(const StoredProvider &left, const StoredProvider &right)
{
    const auto first = SemanticVersion::parse(left.version);
    const auto second = SemanticVersion::parse(right.version);
    if (first && second)
        return *first > *second;
    return first.has_value() != second.has_value() ? first.has_value() : left.importedAt > right.importedAt;
}

struct Entry
{
    std::string kind;
    std::string name;
    std::string bytes;
};

/// A provider in the making, before anything is written.
struct Gathered
{
    StoredProvider provider;
    std::vector<Entry> entries;
};

class Gatherer
{
public:
    Gatherer(const ProviderVersions &versions, std::string origin)
        : m_versions(versions)
        , m_origin(std::move(origin))
    {
    }

    void take(const SchemaEntry &entry)
    {
        Gathered &gathered = of(entry.provider);
        if (const auto *object = std::get_if<terraform::ObjectSchema>(&entry.content)) {
            gathered.entries.push_back({std::string(columnText(entry.kind)), entry.name, encode(*object)});
            count(gathered.provider, entry.kind);
        } else if (const auto *function = std::get_if<terraform::FunctionSignature>(&entry.content)) {
            gathered.entries.push_back({std::string(functionKind), entry.name, encode(*function)});
            ++gathered.provider.functions;
        } else {
            return;
        }
        gathered.provider.size += gathered.entries.back().bytes.size();
    }

    [[nodiscard]] std::vector<Gathered> &all() { return m_all; }

private:
    Gathered &of(const std::string &address)
    {
        // The reader hands over one provider after the other.
        if (!m_all.empty() && m_all.back().provider.address == address)
            return m_all.back();
        Gathered &gathered = m_all.emplace_back();
        gathered.provider.address = address;
        gathered.provider.origin = m_origin;
        if (const auto version = m_versions.find(address); version != m_versions.end())
            gathered.provider.version = version->second;
        return gathered;
    }

    static void count(StoredProvider &provider, SchemaKind kind)
    {
        provider.resources += kind == SchemaKind::Resource ? 1 : 0;
        provider.dataSources += kind == SchemaKind::DataSource ? 1 : 0;
        provider.ephemeralResources += kind == SchemaKind::Ephemeral ? 1 : 0;
    }

    const ProviderVersions &m_versions;
    std::string m_origin;
    std::vector<Gathered> m_all;
};

Result<> write(const store::Database &database, const Gathered &gathered)
{
    const StoredProvider &provider = gathered.provider;
    auto done = database.execute("DELETE FROM provider_schemas WHERE address = ? AND version = ?",
                                 {provider.address, provider.version});
    if (done)
        done = database.execute(
            "INSERT INTO provider_schemas (id, address, version, origin, resources, data_sources, ephemeral_resources, "
            "functions, size, imported_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            {provider.id, provider.address, provider.version, provider.origin, std::int64_t{provider.resources},
             std::int64_t{provider.dataSources}, std::int64_t{provider.ephemeralResources},
             std::int64_t{provider.functions}, static_cast<std::int64_t>(provider.size),
             timeValue(provider.importedAt)});
    for (const Entry &entry : gathered.entries) {
        if (!done)
            break;
        done =
            database.execute("INSERT INTO provider_schema_entries (schema_id, kind, name, content) VALUES (?, ?, ?, ?) "
                             "ON CONFLICT (schema_id, kind, name) DO UPDATE SET content = excluded.content",
                             {provider.id, entry.kind, entry.name, store::Blob{entry.bytes}});
    }
    return done ? Result<>() : Failure(done.error());
}

} // namespace

SchemaService::SchemaService(const Workspace &workspace)
    : m_workspace(workspace)
{
}

Result<std::vector<StoredProvider>> SchemaService::import(std::string_view json, const std::string &fileName,
                                                          const ProviderVersions &versions, const Task &task) const
{
    Gatherer gatherer(versions, fileName);
    const auto read = terraform::readProviderSchemas(
        json, fileName,
        [&gatherer](const SchemaEntry &entry) -> Result<> {
            gatherer.take(entry);
            return {};
        },
        task);
    if (!read)
        return Failure(read.error());
    if (gatherer.all().empty())
        return failure(
            "schema.empty", "The file has no provider schemas.", fileName,
            "Run `terraform init` and then `terraform providers schema -json` in a folder whose configuration "
            "uses the provider.");
    auto transaction = store::Transaction::begin(m_workspace.database());
    if (!transaction)
        return Failure(transaction.error());
    std::vector<StoredProvider> stored;
    for (Gathered &gathered : gatherer.all()) {
        gathered.provider.id = newIdentifier();
        gathered.provider.importedAt = m_workspace.clock().now();
        if (auto written = write(m_workspace.database(), gathered); !written)
            return Failure(written.error());
        stored.push_back(gathered.provider);
    }
    if (auto committed = transaction->commit(); !committed)
        return Failure(committed.error());
    return stored;
}

Result<std::vector<StoredProvider>> SchemaService::list() const
{
    const auto rows = m_workspace.database().query(select);
    if (!rows)
        return Failure(rows.error());
    std::vector<StoredProvider> providers;
    for (const store::Row &row : *rows)
        providers.push_back(providerFrom(row));
    std::sort(providers.begin(), providers.end(), [](const StoredProvider &left, const StoredProvider &right) {
        return left.address != right.address ? left.address < right.address : isNewer(left, right);
    });
    return providers;
}

static Failure notFound(std::string_view address, std::string_view version)
{
    return failure("schema.not-found",
                   "The workspace keeps no schema of the provider " + std::string(address) +
                       (version.empty() ? "" : " in version " + std::string(version)) + ".",
                   {}, "`drydockctl schema list` shows those it has.");
}

Result<StoredProvider> SchemaService::find(std::string_view address, std::string_view version) const
{
    auto all = list();
    if (!all)
        return Failure(all.error());
    for (StoredProvider &provider : *all)
        if (provider.address == address && (version.empty() || provider.version == version))
            return std::move(provider);
    return notFound(address, version);
}

Result<std::uint32_t> SchemaService::remove(std::string_view address, std::string_view version) const
{
    const auto removed =
        version.empty()
            ? m_workspace.database().execute("DELETE FROM provider_schemas WHERE address = ?", {std::string(address)})
            : m_workspace.database().execute("DELETE FROM provider_schemas WHERE address = ? AND version = ?",
                                             {std::string(address), std::string(version)});
    if (!removed)
        return Failure(removed.error());
    if (*removed == 0)
        return notFound(address, version);
    return static_cast<std::uint32_t>(*removed);
}

Result<std::shared_ptr<const StoredSchemas>> SchemaService::catalogue(const ProviderVersions &wanted) const
{
    auto all = list();
    if (!all)
        return Failure(all.error());
    std::vector<StoredProvider> chosen;
    for (StoredProvider &provider : *all) {
        const bool isFirst = chosen.empty() || chosen.back().address != provider.address;
        const auto version = wanted.find(provider.address);
        if (isFirst)
            chosen.push_back(std::move(provider));
        else if (version != wanted.end() && version->second == provider.version)
            chosen.back() = std::move(provider);
    }
    return std::make_shared<const StoredSchemas>(m_workspace.database(), std::move(chosen));
}

ProviderVersions lockedVersions(const std::filesystem::path &folder)
{
    ProviderVersions versions;
    if (const auto lock = terraform::readLockFile(folder / ".terraform.lock.hcl"))
        for (const terraform::ProviderLock &provider : lock->providers)
            versions.emplace(provider.provider, provider.version);
    return versions;
}

} // namespace drydock::project
