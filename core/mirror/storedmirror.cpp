// SPDX-License-Identifier: MIT
#include "core/mirror/storedmirror.h"

#include "core/registry/storedtime.h"
#include "core/registry/versionorder.h"

#include <algorithm>

namespace drydock::mirror {

using registry::milliseconds;
using registry::ProviderAddress;
using registry::timestampFrom;
using store::Row;
using store::Value;
using store::Values;

Result<std::vector<MirrorArchive>> StoredMirror::select(const std::string &condition, const Values &values) const
{
    const auto rows = m_database.query("SELECT host, namespace, type, version, os, arch, sha256, h1, size,"
                                       " directory_entries, added_at, downloads FROM mirror_archives " +
                                           condition,
                                       values);
    if (!rows)
        return Failure(rows.error());
    std::vector<MirrorArchive> archives;
    for (const Row &row : *rows)
        archives.push_back({{row.text(0), row.text(1), row.text(2)},
                            row.text(3),
                            {row.text(4), row.text(5)},
                            row.text(6),
                            row.text(7),
                            static_cast<std::uint64_t>(row.integer(8)),
                            row.integer(9) != 0,
                            timestampFrom(row.integer(10)),
                            static_cast<std::uint64_t>(row.integer(11))});
    std::sort(archives.begin(), archives.end(), [](const MirrorArchive &a, const MirrorArchive &b) {
        if (a.address != b.address)
            return a.address < b.address;
        if (a.version != b.version)
            return registry::newerVersion(a.version, b.version);
        return a.platform < b.platform;
    });
    return archives;
}

Result<std::vector<MirrorArchive>> StoredMirror::list() const
{
    return select("", {});
}

Result<std::vector<MirrorArchive>> StoredMirror::list(const ProviderAddress &address) const
{
    return select("WHERE host = ? AND namespace = ? AND type = ?", {address.host, address.nameSpace, address.type});
}

Result<bool> StoredMirror::insert(const MirrorArchive &archive)
{
    const auto inserted = m_database.execute(
        "INSERT INTO mirror_archives (host, namespace, type, version, os, arch, sha256, h1, size, directory_entries,"
        " added_at, downloads) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)"
        " ON CONFLICT (host, namespace, type, version, os, arch) DO NOTHING",
        {archive.address.host, archive.address.nameSpace, archive.address.type, archive.version, archive.platform.os,
         archive.platform.arch, archive.sha256, archive.h1, static_cast<std::int64_t>(archive.size),
         static_cast<std::int64_t>(archive.directoryEntries ? 1 : 0), milliseconds(archive.addedAt)});
    if (!inserted)
        return Failure(inserted.error());
    return *inserted == 1;
}

Result<bool> StoredMirror::remove(const ProviderAddress &address, std::string_view version,
                                  const registry::Platform &platform)
{
    const auto removed = m_database.execute(
        "DELETE FROM mirror_archives WHERE host = ? AND namespace = ? AND type = ?"
        " AND version = ? AND os = ? AND arch = ?",
        {address.host, address.nameSpace, address.type, std::string(version), platform.os, platform.arch});
    if (!removed)
        return Failure(removed.error());
    return *removed > 0;
}

Result<> StoredMirror::countDownload(std::string_view sha256)
{
    const auto changed = m_database.execute("UPDATE mirror_archives SET downloads = downloads + 1 WHERE sha256 = ?",
                                            {std::string(sha256)});
    if (!changed)
        return Failure(changed.error());
    return {};
}

Result<std::set<std::string>> StoredMirror::blobs() const
{
    std::set<std::string> names;
    const auto read = m_database.forEach("SELECT sha256 FROM mirror_archives", {}, [&](const Row &row) -> Result<> {
        names.insert(row.text(0));
        return {};
    });
    if (!read)
        return Failure(read.error());
    return names;
}

} // namespace drydock::mirror
