// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>

class QSqlDatabase;
class QSqlError;

namespace drydock::store::dialect {

/// What SQLite does in its own way. A second back end is a second file like this one; repositories do not change.

/// Opens `connection` on the file (or `file:…` URI) with WAL, foreign keys and a busy timeout.
[[nodiscard]] Result<> openConnection(QSqlDatabase &connection, const std::string &file);
[[nodiscard]] std::string beginWrite(); ///< starts a transaction that holds the write lock at once

[[nodiscard]] Result<int> schemaVersion(QSqlDatabase &connection);
[[nodiscard]] Result<> writeSchemaVersion(QSqlDatabase &connection, int version);
/// Looks at the header of the file without opening (and so touching) it. A file that is missing or empty is fine.
[[nodiscard]] Result<> checkHeader(const std::filesystem::path &file, int newestVersion);
[[nodiscard]] Error newerVersion(const std::string &file, int version, int newestVersion);
/// Whether the database is empty or one of ours (`store.foreign` if not).
[[nodiscard]] Result<> checkOwner(QSqlDatabase &connection);

/// The driver's error as ours; `doing` is the SQL statement or what was tried, `place` the file.
[[nodiscard]] Error translate(const QSqlError &error, const std::string &doing, const std::string &place);

} // namespace drydock::store::dialect
