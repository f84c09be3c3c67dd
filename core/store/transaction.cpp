// SPDX-License-Identifier: MIT
#include "core/store/transaction.h"

#include "core/store/connection.h"

#include <utility>

namespace drydock::store {

Result<Transaction> Transaction::begin(const Database &database)
{
    auto connection = database.connection();
    if (!connection)
        return Failure(connection.error());
    if (auto begun = (*connection)->begin(); !begun)
        return Failure(begun.error());
    return Transaction(database, *connection);
}

Transaction::Transaction(const Database &database, Connection *connection)
    : m_database(database)
    , m_connection(connection)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::move(other.m_database))
    , m_connection(std::exchange(other.m_connection, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_connection != nullptr)
        m_connection->rollback();
}

Result<> Transaction::commit()
{
    return std::exchange(m_connection, nullptr)->commit();
}

} // namespace drydock::store
