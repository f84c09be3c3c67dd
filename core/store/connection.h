// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/store/value.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace drydock::store {

/// One thread's connection, with the statements it prepared. Internal to core/store.
class Connection
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const std::string &file);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// Calls `visit` for each row; returns the number of rows that were changed.
    [[nodiscard]] Result<std::int64_t> run(std::string_view sql, const Values &values,
                                           const std::function<Result<>(const Row &)> &visit);
    [[nodiscard]] QSqlDatabase &database() { return m_database; }

    [[nodiscard]] Result<> begin();
    [[nodiscard]] Result<> commit();
    void rollback();

private:
    Connection() = default;
    [[nodiscard]] Result<std::unique_ptr<QSqlQuery>> prepared(const std::string &sql);
    void keep(const std::string &sql, std::unique_ptr<QSqlQuery> query);

    QSqlDatabase m_database;
    std::string m_file;
    /// Taken out while it runs, so that the same statement may be used again from within a visit.
    std::unordered_map<std::string, std::unique_ptr<QSqlQuery>> m_statements;
    int m_depth = 0;       ///< transactions inside one another
    bool m_doomed = false; ///< an inner one was rolled back
};

} // namespace drydock::store
