// SPDX-License-Identifier: MIT
#include "core/registry/storedmodules.h"

#include "core/registry/addressparts.h"
#include "core/registry/storedtime.h"
#include "core/registry/versionorder.h"
#include "core/store/transaction.h"

#include <algorithm>

namespace drydock::registry {

using store::Row;
using store::Value;
using store::Values;

static constexpr const char *columns =
    "namespace, name, system, version, sha256, content_hash, size, files, description, "
    "published_at, downloads";

static ModuleVersion versionFrom(const Row &row)
{
    ModuleVersion version;
    version.address = {row.text(0), row.text(1), row.text(2)};
    version.version = row.text(3);
    version.sha256 = row.text(4);
    version.contentHash = row.text(5);
    version.size = static_cast<std::uint64_t>(row.integer(6));
    version.files = static_cast<std::uint64_t>(row.integer(7));
    version.description = row.text(8);
    version.publishedAt = timestampFrom(row.integer(9));
    version.downloads = static_cast<std::uint64_t>(row.integer(10));
    return version;
}

static Values keyOf(const ModuleAddress &address)
{
    return {address.nameSpace, address.name, address.system};
}

static Values keyOf(const ModuleAddress &address, std::string_view version)
{
    return {address.nameSpace, address.name, address.system, std::string(version)};
}

Result<std::vector<ModuleVersion>> StoredModules::versions(const ModuleAddress &address) const
{
    const auto rows =
        m_database.query(std::string("SELECT ") + columns +
                             " FROM registry_module_versions WHERE namespace = ? AND name = ? AND system = ?",
                         keyOf(address));
    if (!rows)
        return Failure(rows.error());
    std::vector<ModuleVersion> versions;
    for (const Row &row : *rows)
        versions.push_back(versionFrom(row));
    std::sort(versions.begin(), versions.end(),
              [](const ModuleVersion &a, const ModuleVersion &b) { return newerVersion(a.version, b.version); });
    return versions;
}

Result<std::optional<ModuleVersion>> StoredModules::find(const ModuleAddress &address, std::string_view version) const
{
    const auto row = m_database.queryOne(std::string("SELECT ") + columns +
                                             ", readme FROM registry_module_versions"
                                             " WHERE namespace = ? AND name = ? AND system = ? AND version = ?",
                                         keyOf(address, version));
    if (!row)
        return Failure(row.error());
    if (!*row)
        return std::optional<ModuleVersion>();
    ModuleVersion found = versionFrom(**row);
    found.readme = (*row)->text(11);
    return found;
}

Result<bool> StoredModules::insert(const ModuleVersion &version)
{
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return Failure(transaction.error());
    const auto exists = m_database.queryOne("SELECT 1 FROM registry_module_versions"
                                            " WHERE namespace = ? AND name = ? AND system = ? AND version = ?",
                                            keyOf(version.address, version.version));
    if (!exists)
        return Failure(exists.error());
    if (*exists)
        return false;
    if (auto updated = updateLatest(version); !updated)
        return Failure(updated.error());
    Values values = keyOf(version.address, version.version);
    values.insert(values.end(),
                  {Value(version.sha256), Value(version.contentHash), Value(static_cast<std::int64_t>(version.size)),
                   Value(static_cast<std::int64_t>(version.files)), Value(version.readme), Value(version.description),
                   Value(milliseconds(version.publishedAt))});
    const auto inserted = m_database.execute(
        "INSERT INTO registry_module_versions (namespace, name, system, version, sha256, content_hash,"
        " size, files, readme, description, published_at, downloads)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
        values);
    if (!inserted)
        return Failure(inserted.error());
    if (auto committed = transaction->commit(); !committed)
        return Failure(committed.error());
    return true;
}

Result<> StoredModules::updateLatest(const ModuleVersion &version) const
{
    const auto latest = m_database.queryOne(
        "SELECT latest FROM registry_modules WHERE namespace = ? AND name = ? AND system = ?", keyOf(version.address));
    if (!latest)
        return Failure(latest.error());
    Result<std::int64_t> changed = 0;
    if (!*latest) {
        changed =
            m_database.execute("INSERT INTO registry_modules (namespace, name, system, latest) VALUES (?, ?, ?, ?)",
                               keyOf(version.address, version.version));
    } else if (replacesLatest(version.version, (*latest)->text(0))) {
        Values values = keyOf(version.address);
        values.insert(values.begin(), version.version);
        changed = m_database.execute(
            "UPDATE registry_modules SET latest = ? WHERE namespace = ? AND name = ? AND system = ?", values);
    }
    if (!changed)
        return Failure(changed.error());
    return {};
}

// LIKE with its own wildcards taken literally.
static std::string containsPattern(std::string_view text)
{
    std::string pattern = "%";
    for (const char c : asciiLower(text)) {
        if (c == '%' || c == '_' || c == '!')
            pattern += '!';
        pattern += c;
    }
    return pattern + "%";
}

Result<std::vector<ModuleVersion>> StoredModules::list(const ModuleQuery &query) const
{
    std::string sql = "SELECT v.namespace, v.name, v.system, v.version, v.sha256, v.content_hash, v.size, v.files,"
                      " v.description, v.published_at, v.downloads FROM registry_modules m"
                      " JOIN registry_module_versions v ON v.namespace = m.namespace AND v.name = m.name"
                      " AND v.system = m.system AND v.version = m.latest WHERE 1 = 1";
    Values values;
    const auto narrow = [&](const char *column, const std::string &value) {
        if (value.empty())
            return;
        sql += std::string(" AND m.") + column + " = ?";
        values.emplace_back(value);
    };
    narrow("namespace", query.nameSpace);
    narrow("name", query.name);
    narrow("system", query.system);
    if (!query.text.empty()) {
        sql += " AND lower(v.namespace || '/' || v.name || '/' || v.system || ' ' || v.description) LIKE ? ESCAPE '!'";
        values.emplace_back(containsPattern(query.text));
    }
    sql += " ORDER BY m.namespace, m.name, m.system LIMIT ? OFFSET ?";
    values.emplace_back(static_cast<std::int64_t>(query.limit));
    values.emplace_back(static_cast<std::int64_t>(query.offset));
    const auto rows = m_database.query(sql, values);
    if (!rows)
        return Failure(rows.error());
    std::vector<ModuleVersion> modules;
    for (const Row &row : *rows)
        modules.push_back(versionFrom(row));
    return modules;
}

Result<> StoredModules::countDownload(const ModuleAddress &address, std::string_view version)
{
    const auto changed = m_database.execute("UPDATE registry_module_versions SET downloads = downloads + 1"
                                            " WHERE namespace = ? AND name = ? AND system = ? AND version = ?",
                                            keyOf(address, version));
    if (!changed)
        return Failure(changed.error());
    return {};
}

Result<std::set<std::string>> StoredModules::blobs() const
{
    std::set<std::string> names;
    const auto read =
        m_database.forEach("SELECT sha256 FROM registry_module_versions", {}, [&](const Row &row) -> Result<> {
            names.insert(row.text(0));
            return {};
        });
    if (!read)
        return Failure(read.error());
    return names;
}

} // namespace drydock::registry
