// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/store/schema.h"
#include "core/store/value.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace drydock::store {

class Connection;

/// A database file with its schema brought up to date. A cheap handle: copies share one database.
///
/// Safe from any thread: each thread gets a connection of its own on first use, closed when the thread ends or the last
/// handle goes. SQLite runs in WAL mode: readers never wait for the writer; a second writer waits up to ten seconds.
/// Write statements that belong together inside a Transaction.
///
/// Repositories write SQL that PostgreSQL understands too (`?` placeholders, `ON CONFLICT`, `LIMIT … OFFSET`); what
/// differs is in dialect.h.
///
/// Codes: `store.cannot-open`, `store.newer-version`, `store.foreign` (another program's database), `store.damaged`,
/// `store.read-only`, `store.full`, `store.locked`, `store.constraint`, `store.unique`, `store.io`, `store.sql`.
class Database
{
public:
    /// Creates the file where it is missing and runs the migrations it lacks, each in one transaction. A database of a
    /// newer schema is refused and not touched.
    [[nodiscard]] static Result<Database> open(const std::filesystem::path &file,
                                               std::span<const Migration> migrations = workspaceMigrations());
    /// Lives as long as its handles; all threads see the same content.
    [[nodiscard]] static Result<Database> openInMemory(std::span<const Migration> migrations = workspaceMigrations());

    /// Runs one statement; returns the number of rows it changed.
    Result<std::int64_t> execute(std::string_view sql, const Values &values = {}) const;
    /// Runs the statements of a script one after the other.
    [[nodiscard]] Result<> executeScript(std::string_view script) const;
    /// All rows at once: for pages and single answers.
    [[nodiscard]] Result<Rows> query(std::string_view sql, const Values &values = {}) const;
    /// The first row, or nothing.
    [[nodiscard]] Result<std::optional<Row>> queryOne(std::string_view sql, const Values &values = {}) const;
    /// Row by row, for results of unknown size; an error from `visit` ends it and is returned.
    [[nodiscard]] Result<> forEach(std::string_view sql, const Values &values,
                                   const std::function<Result<>(const Row &)> &visit) const;

    [[nodiscard]] int schemaVersion() const;
    [[nodiscard]] const std::filesystem::path &file() const;

private:
    friend class Transaction;
    struct Shared;
    explicit Database(std::shared_ptr<Shared> shared);
    [[nodiscard]] Result<Connection *> connection() const;
    [[nodiscard]] Result<> openFirst() const;
    [[nodiscard]] Result<> prepareSchema(std::span<const Migration> migrations);

    std::shared_ptr<Shared> m_shared;
};

} // namespace drydock::store
