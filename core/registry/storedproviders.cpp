// SPDX-License-Identifier: MIT
#include "core/registry/storedproviders.h"

#include "core/registry/addressparts.h"
#include "core/registry/storedtime.h"
#include "core/registry/versionorder.h"
#include "core/store/transaction.h"

#include <algorithm>

namespace drydock::registry {

using store::Row;
using store::Value;
using store::Values;

static Values keyOf(const ProviderAddress &address)
{
    return {address.nameSpace, address.type};
}

static Values keyOf(const ProviderAddress &address, std::string_view version)
{
    return {address.nameSpace, address.type, std::string(version)};
}

static std::string joined(const std::vector<std::string> &parts)
{
    std::string text;
    for (const std::string &part : parts)
        text += (text.empty() ? "" : ",") + part;
    return text;
}

Result<std::vector<ProviderVersion>> StoredProviders::select(const std::string &condition, const Values &values) const
{
    const auto rows = m_database.query("SELECT v.namespace, v.type, v.version, v.protocols, v.shasums, v.signature,"
                                       " v.key_id, v.public_key, v.published_at FROM registry_provider_versions v " +
                                           condition,
                                       values);
    if (!rows)
        return Failure(rows.error());
    std::vector<ProviderVersion> versions;
    for (const Row &row : *rows) {
        ProviderVersion version;
        version.address = {{}, row.text(0), row.text(1)};
        version.version = row.text(2);
        const std::string protocols = row.text(3);
        for (const std::string_view protocol : splitAddress(protocols, ','))
            version.protocols.emplace_back(protocol);
        version.shasums = row.text(4);
        version.signature = row.text(5);
        version.keyId = row.text(6);
        version.publicKey = row.text(7);
        version.publishedAt = timestampFrom(row.integer(8));
        if (auto added = addPlatforms(version); !added)
            return Failure(added.error());
        versions.push_back(std::move(version));
    }
    return versions;
}

Result<> StoredProviders::addPlatforms(ProviderVersion &version) const
{
    const auto rows =
        m_database.query("SELECT os, arch, file_name, sha256, h1, size, downloads"
                         " FROM registry_provider_platforms WHERE namespace = ? AND type = ? AND version = ?"
                         " ORDER BY os, arch",
                         keyOf(version.address, version.version));
    if (!rows)
        return Failure(rows.error());
    for (const Row &row : *rows)
        version.platforms.push_back({{row.text(0), row.text(1)},
                                     row.text(2),
                                     row.text(3),
                                     row.text(4),
                                     static_cast<std::uint64_t>(row.integer(5)),
                                     static_cast<std::uint64_t>(row.integer(6))});
    return {};
}

Result<std::vector<ProviderVersion>> StoredProviders::versions(const ProviderAddress &address) const
{
    auto versions = select("WHERE v.namespace = ? AND v.type = ?", keyOf(address));
    if (versions)
        std::sort(versions->begin(), versions->end(), [](const ProviderVersion &a, const ProviderVersion &b) {
            return newerVersion(a.version, b.version);
        });
    return versions;
}

Result<std::optional<ProviderVersion>> StoredProviders::find(const ProviderAddress &address,
                                                             std::string_view version) const
{
    auto found = select("WHERE v.namespace = ? AND v.type = ? AND v.version = ?", keyOf(address, version));
    if (!found)
        return Failure(found.error());
    if (found->empty())
        return std::optional<ProviderVersion>();
    return std::move(found->front());
}

Result<std::vector<ProviderVersion>> StoredProviders::list() const
{
    return select("JOIN registry_providers p ON p.namespace = v.namespace AND p.type = v.type AND p.latest = v.version"
                  " ORDER BY v.namespace, v.type",
                  {});
}

Result<bool> StoredProviders::save(const ProviderVersion &version, std::string_view expectedShasums)
{
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return Failure(transaction.error());
    const auto row = m_database.queryOne("SELECT shasums FROM registry_provider_versions"
                                         " WHERE namespace = ? AND type = ? AND version = ?",
                                         keyOf(version.address, version.version));
    if (!row)
        return Failure(row.error());
    if ((*row ? (*row)->text(0) : std::string()) != expectedShasums)
        return false;
    if (auto written = updateLatest(version); !written)
        return Failure(written.error());
    if (auto written = writeVersion(version); !written)
        return Failure(written.error());
    if (auto written = writePlatforms(version); !written)
        return Failure(written.error());
    if (auto committed = transaction->commit(); !committed)
        return Failure(committed.error());
    return true;
}

Result<> StoredProviders::writeVersion(const ProviderVersion &version) const
{
    Values values = keyOf(version.address, version.version);
    values.insert(values.end(),
                  {Value(joined(version.protocols)), Value(version.shasums), Value(version.signature),
                   Value(version.keyId), Value(version.publicKey), Value(milliseconds(version.publishedAt))});
    const auto written =
        m_database.execute("INSERT INTO registry_provider_versions (namespace, type, version, protocols, shasums,"
                           " signature, key_id, public_key, published_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                           " ON CONFLICT (namespace, type, version) DO UPDATE SET protocols = excluded.protocols,"
                           " shasums = excluded.shasums, signature = excluded.signature, key_id = excluded.key_id,"
                           " public_key = excluded.public_key",
                           values);
    if (!written)
        return Failure(written.error());
    return {};
}

// Platforms are only added: the row of one that is there keeps its counter.
Result<> StoredProviders::writePlatforms(const ProviderVersion &version) const
{
    for (const ProviderPlatform &platform : version.platforms) {
        Values values = keyOf(version.address, version.version);
        values.insert(values.end(),
                      {Value(platform.platform.os), Value(platform.platform.arch), Value(platform.fileName),
                       Value(platform.sha256), Value(platform.h1), Value(static_cast<std::int64_t>(platform.size))});
        const auto written =
            m_database.execute("INSERT INTO registry_provider_platforms (namespace, type, version, os, arch, file_name,"
                               " sha256, h1, size, downloads) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
                               " ON CONFLICT (namespace, type, version, os, arch) DO NOTHING",
                               values);
        if (!written)
            return Failure(written.error());
    }
    return {};
}

Result<> StoredProviders::updateLatest(const ProviderVersion &version) const
{
    const auto latest = m_database.queryOne("SELECT latest FROM registry_providers WHERE namespace = ? AND type = ?",
                                            keyOf(version.address));
    if (!latest)
        return Failure(latest.error());
    Result<std::int64_t> changed = 0;
    if (!*latest)
        changed = m_database.execute("INSERT INTO registry_providers (namespace, type, latest) VALUES (?, ?, ?)",
                                     keyOf(version.address, version.version));
    else if (replacesLatest(version.version, (*latest)->text(0)))
        changed = m_database.execute("UPDATE registry_providers SET latest = ? WHERE namespace = ? AND type = ?",
                                     {version.version, version.address.nameSpace, version.address.type});
    if (!changed)
        return Failure(changed.error());
    return {};
}

Result<> StoredProviders::countDownload(const ProviderAddress &address, std::string_view version,
                                        const Platform &platform)
{
    const auto changed =
        m_database.execute("UPDATE registry_provider_platforms SET downloads = downloads + 1"
                           " WHERE namespace = ? AND type = ? AND version = ? AND os = ? AND arch = ?",
                           {address.nameSpace, address.type, std::string(version), platform.os, platform.arch});
    if (!changed)
        return Failure(changed.error());
    return {};
}

Result<std::set<std::string>> StoredProviders::blobs() const
{
    std::set<std::string> names;
    const auto read =
        m_database.forEach("SELECT sha256 FROM registry_provider_platforms UNION SELECT shasums FROM"
                           " registry_provider_versions UNION SELECT signature FROM registry_provider_versions",
                           {}, [&](const Row &row) -> Result<> {
                               names.insert(row.text(0));
                               return {};
                           });
    if (!read)
        return Failure(read.error());
    return names;
}

} // namespace drydock::registry
